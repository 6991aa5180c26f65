"""Where each form stands: unit by unit, position by position.

A list is written as text, in figures to the base of 36, each less the one before it: units parted by `;`, a unit and its
positions by `:`, positions by `,`. The position of a word is its number in the unit doubled, and one more where it is
quoted; where several words belong together (a name, a quotation) their number follows after `+`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from edition.searching.folding import Words
from edition.searching.units import Span, Unit

QUOTATIONS = "in:quotation"  # the key of all quotations
_FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"

# Most numbers are small: written once.
_SMALL = tuple((first + last).lstrip("0") or "0" for first in _FIGURES for last in _FIGURES)
_FEW = len(_SMALL)
_TOGETHER = 256  # entries of a list that are joined


class Lists:
    """Lists that grow, as text: what has come together is joined, for as many small strings would fill the memory."""

    def __init__(self) -> None:
        self._new: dict[str, list[str]] = defaultdict(list)
        self._joined: dict[str, list[str]] = defaultdict(list)
        self._last: dict[str, int] = {}

    def add(self, number: int, places: Mapping[str, str]) -> None:
        """Where each of these keys stands in the unit with this number."""
        before = self._last.get
        for key, said in places.items():
            step, new = number - before(key, 0), self._new[key]
            new.append(f"{_SMALL[step] if step < _FEW else figures(step)}:{said}")
            if len(new) == _TOGETHER:
                self._joined[key].append(";".join(new))
                new.clear()
        self._last.update(dict.fromkeys(places, number))

    def rows(self) -> Iterator[list[str]]:
        """Each key with its list, in alphabetical order."""
        for key in sorted(self._last):
            yield [key, ";".join((*self._joined.get(key, ()), *self._new[key]))]

    def counted(self, key: str) -> int:
        """In how many units a key stands."""
        return _TOGETHER * len(self._joined.get(key, ())) + len(self._new.get(key, ()))


@dataclass(slots=True)
class Postings:
    """The lists of all forms and of all keys (`person:x`, `speaker:person:x`, `in:quotation`), filled unit by unit."""

    words: Lists = field(default_factory=Lists)
    keys: Lists = field(default_factory=Lists)

    def add(self, number: int, unit: Unit, found: Words) -> None:
        """Take in the unit with this number, and its words; numbers rise."""
        quoted = _quoted(found, unit.quoted) if unit.quoted else None
        self.words.add(number, _positions(found.forms, quoted))
        keyed: dict[str, str] = {}
        for key, spans in _keyed(unit).items():
            ranges = sorted({words for span in spans if (words := words_of(found, span))})
            if ranges:
                spans_of = [(2 * first + (quoted[first] if quoted else 0), count) for first, count in ranges]
                keyed[key] = _ranges(spans_of)
        self.keys.add(number, keyed)


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
    last: dict[str, int] = {}
    for place, form in enumerate(forms):
        spot = 2 * place + quoted[place] if quoted else 2 * place
        if form in found:
            found[form] += "," + figures(spot - last[form])
        else:
            found[form] = _SMALL[spot] if spot < _FEW else figures(spot)
        last[form] = spot
    return found


def _ranges(ranges: Iterable[tuple[int, int]]) -> str:
    last, parts = 0, []
    for first, count in ranges:
        parts.append(f"{figures(first - last)}+{figures(count)}")
        last = first
    return ",".join(parts)
