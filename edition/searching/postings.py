"""Where each form stands: unit by unit, position by position.

A list is written as text, in figures to the base of 36, each less the one before it: units parted by `;`, a unit and its
positions by `:`, positions by `,`. The position of a word is its number in the unit doubled, and one more where it is
quoted; where several words belong together (a name, a quotation) their number follows after `+`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from edition.searching.folding import Token
from edition.searching.units import Span, Unit

QUOTATIONS = "in:quotation"  # the key of all quotations
_FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Postings:
    """The lists of all forms and of all keys (`person:x`, `speaker:person:x`, `in:quotation`), filled unit by unit."""

    words: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    keys: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _last: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, unit: Unit, found: Sequence[Token]) -> None:
        """Take in the unit with this number, and its words; numbers rise."""
        positions: dict[str, list[int]] = defaultdict(list)
        quoted = _quoted(found, unit.quoted)
        for place, token in enumerate(found):
            positions[token.form].append(2 * place + quoted[place])
        for form, places in positions.items():
            self.words[form].append(f"{self._step(form, number)}:{_differences(places)}")
        for key, spans in _keyed(unit).items():
            ranges = sorted({words for span in spans if (words := words_of(found, span))})
            if ranges:
                spans_of = [(2 * first + quoted[first], count) for first, count in ranges]
                self.keys[key].append(f"{self._step(key, number)}:{_ranges(spans_of)}")

    def _step(self, form: str, number: int) -> str:
        step = number - self._last.get(form, 0)
        self._last[form] = number
        return figures(step)


def figures(number: int) -> str:
    """A number to the base of 36, as `Number.toString(36)` writes it."""
    written = ""
    while number >= 36:
        number, rest = divmod(number, 36)
        written = _FIGURES[rest] + written
    return _FIGURES[number] + written


def words_of(found: Sequence[Token], span: Span) -> tuple[int, int] | None:
    """The first word that a span touches and how many there are; None for a span without words."""
    first = bisect_right(found, span.start, key=_end)
    after = bisect_left(found, span.end, lo=first, key=_start)
    return (first, after - first) if after > first else None


_start, _end = attrgetter("start"), attrgetter("end")


def _quoted(found: Sequence[Token], spans: Iterable[Span]) -> list[bool]:
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


def _differences(places: Iterable[int]) -> str:
    last, parts = 0, []
    for place in places:
        parts.append(figures(place - last))
        last = place
    return ",".join(parts)


def _ranges(ranges: Iterable[tuple[int, int]]) -> str:
    last, parts = 0, []
    for first, count in ranges:
        parts.append(f"{figures(first - last)}+{figures(count)}")
        last = first
    return ",".join(parts)
