"""Every word of the texts with the passages it stands in, by letters: the search of a reader without scripts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from edition import urls, words
from edition.interface import N_, _
from edition.model import Edition, Page
from edition.pages.frame import Frame, Link, frame
from edition.pages.indexes import anchor
from edition.pages.search import BLOCKS
from edition.searching import Unit, tokens, units

TITLE = N_("Wörter")
WHOLE = N_("im Ganzen")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage and how often the word stands in it."""

    label: str
    href: str
    times: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word, as it is mostly written."""

    written: str
    count: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The values of a page: the words under one letter, and links to the others."""

    frame: Frame
    extent: str
    letters: tuple[Link, ...]
    letter: str
    language: str  # of the words
    words: tuple[Word, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each letter; the first stands at the address of the list."""
    found = _counted(edition)
    ordered = sorted(found, key=words.sort_key)
    groups = [(letter, list(group)) for letter, group in groupby(ordered, key=words.initial)]
    paths = {letter: urls.words(anchor(letter)) for letter, _ in groups}
    paths |= {letter: urls.WORDS for letter, _ in groups[:1]}
    for letter, group in groups:
        path = paths[letter]
        links = (
            Link(one, urls.relative(target, path), "page" if one == letter else "")
            for one, target in paths.items()
        )
        yield Page(
            path,
            "words.html",
            Words(
                frame=frame(edition, path, f"{_(TITLE)}: {letter}", section=urls.WORDS),
                extent=f"{_extent(found, group)}; {_(WHOLE)} {_extent(found, ordered)}",
                letters=tuple(links),
                letter=letter,
                language=edition.articles[0].language,
                words=tuple(_word(one, found[one], path) for one in group),
            ),
        )


def _extent(found: Mapping[str, Mapping[Unit, int]], some: Sequence[str]) -> str:
    """How many words these are, and how many passages have them."""
    total = sum(sum(found[one].values()) for one in some)
    return f"{words.count(len(some), 'Wort', 'Wörter')}, {words.count(total, 'Stelle', 'Stellen')}"


def _counted(edition: Edition) -> Mapping[str, Mapping[Unit, int]]:
    """Of each word, as it is mostly written, in which passages of the texts it stands and how often."""
    ways: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    places: dict[str, dict[Unit, int]] = defaultdict(lambda: defaultdict(int))
    for unit in units(edition):
        if unit.zone == "text":
            for token in tokens(unit.text):
                ways[token.form][unit.text[token.start : token.end]] += 1
                places[token.form][unit] += 1
    shown = {
        form: min(found, key=lambda word: (-found[word], word != word.lower(), word))
        for form, found in ways.items()
    }
    return {shown[form]: found for form, found in places.items()}


def _word(written: str, places: Mapping[Unit, int], path: str) -> Word:
    spots = tuple(
        Place(BLOCKS.get(unit.label, unit.label), urls.relative(unit.address, path), times)
        for unit, times in places.items()
    )
    return Word(written, sum(places.values()), spots)
