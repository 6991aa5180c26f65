"""Where each form stands: unit by unit, position by position.

A list is written as text, in figures to the base of 36, each less the one before it: units parted by `;`, a unit and its
positions by `:`, positions by `,`. The position of a word is its number in the unit doubled, and one more where it is
quoted; where several words belong together (a name, a quotation) their number follows after `+`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from edition.searching.folding import Words
from edition.searching.units import Span, Unit

QUOTATIONS = "in:quotation"  # the key of all quotations
_FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"

# Most numbers are small: written once.
_SMALL = tuple((first + last).lstrip("0") or "0" for first in _FIGURES for last in _FIGURES)
_FEW = len(_SMALL)


class Runs(NamedTuple):
    """The lists of all keys of a stretch, in columns, for there are many: each key with its first unit, what stands behind the
    number of that, its last unit, and how many there are."""

    keys: Sequence[str]
    firsts: Sequence[int]
    rests: Sequence[str]
    lasts: Sequence[int]
    units: Sequence[int]


class Places:
    """Where keys stand within a stretch, filled unit by unit."""

    def __init__(self) -> None:
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._said: dict[str, list[str]] = {}

    def add(self, number: int, places: Mapping[str, str]) -> None:
        """Where each of these keys stands in the unit with this number; numbers rise."""
        last, all_said = self._last, self._said
        for key, where in places.items():
            said = all_said.get(key)
            if said is None:
                all_said[key] = [f":{where}"]
                self._first[key] = number
            else:
                said.append(f"{figures(number - last[key])}:{where}")
        last.update(dict.fromkeys(places, number))

    def runs(self) -> Runs:
        """The list of each key."""
        said = self._said.values()
        return Runs(
            tuple(self._said),
            array("l", self._first.values()),
            tuple(map(";".join, said)),
            array("l", map(self._last.__getitem__, self._said)),
            array("l", map(len, said)),
        )


class Lists:
    """The lists of all keys, put together from those of the stretches in their order."""

    def __init__(self) -> None:
        self._said: dict[str, list[str]] = defaultdict(list)
        self._last: dict[str, int] = {}
        self._units: dict[str, int] = {}

    def add(self, start: int, runs: Runs) -> None:
        """The lists of a stretch whose first unit has this number."""
        said, last, units = self._said, self._last, self._units
        for key, first, rest, behind, count in zip(*runs, strict=True):
            said[key].append(f"{figures(start + first - last.get(key, 0))}{rest}")
            last[key] = start + behind
            units[key] = units.get(key, 0) + count

    def rows(self) -> Iterator[list[str]]:
        """Each key with its list, in alphabetical order."""
        return ([key, ";".join(self._said[key])] for key in sorted(self._said))

    def counted(self, key: str) -> int:
        """In how many units a key stands."""
        return self._units.get(key, 0)


def of_unit(unit: Unit, found: Words) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Where each form stands in a unit, and each key (`person:x`, `speaker:person:x`, `in:quotation`)."""
    quoted = _quoted(found, unit.quoted) if unit.quoted else None
    keyed: dict[str, str] = {}
    for key, spans in _keyed(unit).items():
        ranges = sorted({words for span in spans if (words := words_of(found, span))})
        if ranges:
            keyed[key] = _ranges(
                (2 * first + (quoted[first] if quoted else 0), count) for first, count in ranges
            )
    return _positions(found.forms, quoted), keyed


def units_of(first: int, rest: str) -> Iterator[tuple[int, int]]:
    """The number of each unit in a list, and how many positions it has there."""
    number = first
    for entry in rest.split(";"):
        step, _, positions = entry.partition(":")
        number += int(step or "0", 36)
        yield number, positions.count(",") + 1


def figures(number: int) -> str:
    """A number to the base of 36, as `Number.toString(36)` writes it."""
    if number < _FEW:
        return _SMALL[number]
    more, rest = divmod(number, 36)
    return figures(more) + _FIGURES[rest]


def words_of(found: Words, span: Span) -> tuple[int, int] | None:
    """The first word that a span touches and how many there are; None for a span without words."""
    first = bisect_right(found.places, span.start, key=_end)
    after = bisect_left(found.places, span.end, lo=first, key=_start)
    return (first, after - first) if after > first else None


_start, _end = itemgetter(0), itemgetter(1)


def _quoted(found: Words, spans: Iterable[Span]) -> list[bool]:
    marks = [False] * len(found)
    for span in spans:
        touched = words_of(found, span)
        if touched:
            first, count = touched
            marks[first : first + count] = [True] * count
    return marks


def _keyed(unit: Unit) -> dict[str, list[Span]]:
    """The spans of a unit by the key under which they are found."""
    found: dict[str, list[Span]] = defaultdict(list)
    for span in unit.named:
        found[str(span.pointer)].append(span)
    for span in unit.quoted:
        found[QUOTATIONS].append(span)
        if span.pointer:
            found[f"speaker:{span.pointer}"].append(span)
    return found


def _positions(forms: Iterable[str], quoted: Sequence[bool] | None) -> Mapping[str, str]:
    """The positions of each form; most stand once in a unit."""
    found: dict[str, str] = {}
    more: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for place, form in enumerate(forms):
        spot = 2 * place + quoted[place] if quoted else 2 * place
        if form in last:
            more.setdefault(form, [found[form]]).append(figures(spot - last[form]))
        else:
            found[form] = _SMALL[spot] if spot < _FEW else figures(spot)
        last[form] = spot
    found.update((form, ",".join(several)) for form, several in more.items())
    return found


def _ranges(ranges: Iterable[tuple[int, int]]) -> str:
    last, parts = 0, []
    for first, count in ranges:
        parts.append(f"{figures(first - last)}+{figures(count)}")
        last = first
    return ",".join(parts)
