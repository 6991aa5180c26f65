"""Long lists as several pages, none of them too heavy for a slow line: by what their entries have in common, or counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from edition import urls
from edition.interface import _
from edition.pages.frame import Link
from edition.pages.indexes import anchor

Item = TypeVar("Item")
_APART = re.compile(r"[\W_]+")
MANY = 300  # entries of a page
HEAVY = 60_000  # bytes of a page that its entries may make up; with all around them it stays below 100 000
Level = Callable[[Item], str]


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """A page of a list: what its entries have in common, '' where it is the whole; `number` where several have that."""

    label: str  # in the language of the house, for it makes the address
    number: int
    path: str
    items: tuple[Item, ...]

    @property
    def said(self) -> str:
        """What the page is called."""
        return f"{_(self.label)} ({self.number})".strip() if self.number else _(self.label)


def parts(
    items: Sequence[Item], index: str, weight: Callable[[Item], int], levels: Sequence[Level[Item]] = ()
) -> tuple[Part[Item], ...]:
    """A list on as many pages as it needs; the first stands at `index`.

    Items that belong together by the first of `levels` (a letter, a decade) stay together; where these are still too
    many, those by the next one, and at last as many as a page can have.
    """
    found = list(_divided(list(items), weight, levels, ""))
    paths = (index, *(urls.part(index, _name(label, number)) for label, number, _items in found[1:]))
    return tuple(
        Part(label, number, path, tuple(group))
        for (label, number, group), path in zip(found, paths, strict=False)
    )


def nav(several: Sequence[Part[Item]], path: str) -> tuple[Link, ...]:
    """Links to all pages of a list, as seen from one of them; nothing if it is the only one."""
    if len(several) < 2:
        return ()
    return tuple(
        Link(one.said, urls.relative(one.path, path), "page" if one.path == path else "") for one in several
    )


def _divided(
    items: list[Item], weight: Callable[[Item], int], levels: Sequence[Level[Item]], label: str
) -> Iterator[tuple[str, int, list[Item]]]:
    if len(items) <= MANY and sum(map(weight, items)) <= HEAVY:
        yield label, 0, items
    elif levels:
        for name, group in groupby(items, levels[0]):
            yield from _divided(list(group), weight, levels[1:], name)
    else:
        for number, chunk in enumerate(chunks(items, weight), 1):
            yield label, number, chunk


def chunks(items: Sequence[Item], weight: Callable[[Item], int]) -> Iterator[list[Item]]:
    """As many items at a time as a page can have."""
    chunk: list[Item] = []
    total = 0
    for item in items:
        if chunk and (len(chunk) == MANY or total + weight(item) > HEAVY):
            yield chunk
            chunk, total = [], 0
        chunk.append(item)
        total += weight(item)
    if chunk:
        yield chunk


def _name(label: str, number: int) -> str:
    """What a part is called in its address: `a`, `1901`, `1901-2`."""
    return _APART.sub("-", f"{anchor(label)} {number or ''}".lower()).strip("-")
