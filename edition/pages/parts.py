"""Long lists as several pages, none of them too heavy for a slow line: by what their entries have in common, or counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from msgspec import Struct

from edition import urls
from edition.interface import _
from edition.pages.frame import Link

Item = TypeVar("Item")
_ANCHORS = {"#": "zeichen", "0–9": "ziffern"}
_APART = re.compile(r"[\W_]+")
MANY = 300  # entries of a page
HEAVY = 60_000  # bytes of a page that its entries may make up; with all around them it stays below 100 000
BESIDE = 40  # parts on either side of one that it links to; the first and the last besides
Level = Callable[[Item], str]


class Limit(Struct, frozen=True):
    """How many bytes the entries of a page may make up, and how many they may be."""

    heavy: int = HEAVY
    many: int = MANY


LIMIT = Limit()


class Part(Struct, Generic[Item], frozen=True):
    """A page of a list: what its entries have in common, '' where it is the whole; `number` where several have that."""

    label: str  # in the language of the house, for it makes the address
    number: int
    path: str
    items: tuple[Item, ...]
    span: str = ""  # its first and last names, where several have that label

    @property
    def said(self) -> str:
        """What the page is called."""
        if self.span:
            return self.span
        label = (
            _(self.label) if len(self.label) > 1 else self.label
        )  # the letter O is no message, though East is
        if not label:
            return str(self.number or "")
        return f"{label} ({self.number})" if self.number else label


def parts(
    items: Sequence[Item],
    index: str,
    weight: Callable[[Item], int],
    levels: Sequence[Level[Item]] = (),
    limit: Limit = LIMIT,
) -> tuple[Part[Item], ...]:
    """A list on as many pages as it needs; the first stands at `index`.

    Items that belong together by the first of `levels` (a letter, a decade) stay together; where these are still too
    many, those by the next one, and at last as many as a page can have.
    """
    found = list(_divided(list(items), weight, levels, "", limit))
    paths = (index, *(urls.part(index, name(label, number)) for label, number, _items in found[1:]))
    return tuple(
        Part(label, number, path, tuple(group))
        for (label, number, group), path in zip(found, paths, strict=False)
    )


def nav(several: Sequence[Part[Item]], path: str) -> tuple[Link, ...]:
    """Links to the pages of a list, as seen from one of them; nothing if it is the only one. Of very many those near it."""
    if len(several) < 2:
        return ()
    here = next((number for number, one in enumerate(several) if one.path == path), 0)
    return tuple(
        Link(one.said, urls.relative(one.path, path), "page" if number == here else "")
        for number, one in enumerate(several)
        if abs(number - here) <= BESIDE or number in (0, len(several) - 1)
    )


def anchor(label: str) -> str:
    """The id of a letter's heading."""
    return _ANCHORS.get(label, label.lower())


def _divided(
    items: list[Item], weight: Callable[[Item], int], levels: Sequence[Level[Item]], label: str, limit: Limit
) -> Iterator[tuple[str, int, list[Item]]]:
    if len(items) <= limit.many and sum(map(weight, items)) <= limit.heavy:
        yield label, 0, items
    elif levels:
        for common, group in groupby(items, levels[0]):
            yield from _divided(list(group), weight, levels[1:], common, limit)
    else:
        for number, chunk in enumerate(chunks(items, weight, limit.heavy, limit.many), 1):
            yield label, number, chunk


def chunks(
    items: Sequence[Item], weight: Callable[[Item], int], heavy: int = HEAVY, many: int = MANY
) -> Iterator[list[Item]]:
    """As many items at a time as a page can have."""
    chunk: list[Item] = []
    total = 0
    for item in items:
        if chunk and (len(chunk) == many or total + weight(item) > heavy):
            yield chunk
            chunk, total = [], 0
        chunk.append(item)
        total += weight(item)
    if chunk:
        yield chunk


def name(label: str, number: int) -> str:
    """What a part is called in its address: `a`, `1901`, `1901-2`."""
    return _APART.sub("-", f"{anchor(label)} {number or ''}".lower()).strip("-")
