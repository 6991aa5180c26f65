"""What a stretch of texts, notes or entries adds to the index: made stretch by stretch, each by itself, then put together.

Where a stretch ends is told by the ids of what stands in it, so that a text more or less changes one stretch and no other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from zlib import crc32

from msgspec import Struct

from edition import joining
from edition.model import Edition
from edition.searching import units
from edition.searching.folding import Words
from edition.searching.postings import Places, Runs, of_unit, words_of
from edition.searching.units import Unit

LONG = 256  # things in a stretch, about


class Stretch(NamedTuple):
    """Things of a zone that follow each other: their places in the order of the zone, the last one not included."""

    zone: str
    start: int
    stop: int


class Part(Struct, frozen=True):
    """What a stretch adds to the index. Units are counted from 0 within it."""

    zone: str
    rows: tuple[str, ...]  # of each unit, as JSON
    words: Runs
    keys: Runs
    written: Mapping[str, Counter[str]]  # all words as they are written, by language
    texts: Counter[str]  # in how many things each form stands


def stretches(edition: Edition) -> tuple[Stretch, ...]:
    """All that can be found, zone by zone, in stretches."""
    return tuple(
        Stretch(zone, start, stop) for zone, ids in units.zones(edition).items() for start, stop in _cut(ids)
    )


def _cut(ids: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, name in enumerate(ids):
        if place > start and crc32(name.encode("utf-8", "surrogatepass")) % LONG == 0:
            yield start, place
            start = place
    if ids:
        yield start, len(ids)


def whole(edition: Edition) -> tuple[Part, ...]:
    """All parts of the index."""
    return tuple(part(edition, one) for one in stretches(edition))


def part(edition: Edition, stretch: Stretch) -> Part:
    """What a stretch adds."""
    rows: list[str] = []
    words, keys = Places(), Places()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    texts: Counter[str] = Counter()
    for several in units.of(edition, *stretch):
        forms: set[str] = set()
        for unit in several:
            found = Words(unit.text)
            of_words, of_keys = of_unit(unit, found)
            words.add(len(rows), of_words)
            keys.add(len(rows), of_keys)
            rows.append(joining.written(_row(unit, found)))
            written[unit.language].update(found.written)
            forms.update(of_words)
        texts.update(forms)
    return Part(stretch.zone, tuple(rows), words.runs(), keys.runs(), dict(written), texts)


def _row(unit: Unit, found: Words) -> list[Any]:
    row: list[Any] = [unit.address, unit.zone, unit.document, unit.label, unit.text]
    quoted = [
        [*words, span.pointer or ""] for span in unit.quoted if (words := words_of(found, span)) is not None
    ]
    return [*row, quoted] if quoted else row
