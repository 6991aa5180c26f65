"""A sorted list of names on several pages by their letters; a letter that is too long for one goes on to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct

from edition import urls, words
from edition.pages.frame import Link
from edition.pages.parts import HEAVY, Part, anchor, chunks, name, nav

Item = TypeVar("Item")
LETTERS = 60  # that can have pages of their own; a script of syllables or of characters is only counted
LONGEST = 24  # characters of a beginning


class Ways(Struct, frozen=True):
    """Links to the other pages of a list: to the letters, and to the pages of this letter."""

    letters: tuple[Link, ...]
    parts: tuple[Link, ...]


def groups(items: Sequence[Item], called: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    """Sorted items under their letters, each letter once: a name may stand elsewhere than its letter does (», Otto«)."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[words.initial(called(item))].append(item)
    return sorted(found.items(), key=lambda one: words.sort_key(one[0]))


def parts(
    items: Sequence[Item],
    index: str,
    weight: Callable[[Item], int],
    called: Callable[[Item], str],
    heavy: int = HEAVY,
) -> tuple[Part[Item], ...]:
    """The pages of a list, at least one for each letter; the first stands at `index`, that of a letter at its own
    address, and those that go on with it have a number behind."""
    found = groups(items, called)
    several = found if len(found) <= LETTERS else [("", list(items))]
    made: list[Part[Item]] = []
    for label, group in several:
        those = list(chunks(group, weight, _evenly(group, weight, heavy), len(group)))
        spans = list(_spans(label, those, called)) if len(those) > 1 else [""]
        for number, (chunk, span) in enumerate(zip(those, spans, strict=True), 1):
            path = urls.part(index, name(label, number if number > 1 else 0)) if made else index
            made.append(Part(label, number if span else 0, path, tuple(chunk), span))
    return tuple(made)


def _evenly(group: Sequence[Item], weight: Callable[[Item], int], heavy: int) -> int:
    """How heavy each page of a letter is, so that the last one is about as long as the others."""
    weights = [weight(one) for one in group]
    number = -(-sum(weights) // heavy)
    return min(heavy, sum(weights) // number + max(weights))


def ways(several: Sequence[Part[Item]], path: str) -> Ways:
    """The links as seen from one of the pages; none where it is the only one."""
    here = next(one for one in several if one.path == path)
    firsts = list({one.label: one for one in reversed(several)}.values())[::-1]
    letters = tuple(
        Link(one.label, urls.relative(one.path, path), _current(one, here)) for one in firsts if one.label
    )
    same = [one for one in several if one.label == here.label]
    return Ways(letters if len(firsts) > 1 else (), nav(same, path))


def _current(one: Part[Item], here: Part[Item]) -> str:
    return "" if one.label != here.label else "true" if here.number else "page"


def _spans(label: str, several: Sequence[Sequence[Item]], called: Callable[[Item], str]) -> Iterator[str]:
    """From which beginning to which each goes; beginnings as long as it takes to tell one page from the next."""
    firsts, lasts = [label], []
    for one, following in pairwise(several):
        last, first = called(one[-1]), called(following[0])
        lasts.append(_beginning(last, first))
        firsts.append(_beginning(first, last))
    lasts.append(_beginning(called(several[-1][-1]), called(several[-1][0])))
    for first, last in zip(firsts, lasts, strict=True):
        begins = first or called(several[0][0])[:LONGEST]
        yield begins if begins == last else f"{begins}–{last}"


def _beginning(one: str, other: str) -> str:
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a.lower() != b.lower()),
        min(len(one), len(other)),
    )
    return one[: min(same + 1, LONGEST)].rstrip(" ,")


__all__ = ["LETTERS", "Ways", "anchor", "groups", "parts", "ways"]
