"""Scales of time: from a day to a place on the paper, rising, straight between their knots.

A text that mostly tells of a few decades and looks back on them from its own day would leave most of an even scale
empty. Such a scale has a field for the decades that hold most dates, and goes on beside it at about a quarter of the size;
where it changes is a seam, and is drawn (decision 024).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

DECADE = 10
MOST = 0.8  # of the dates, which the field holds
ASIDE = 0.25  # the scale beside the field
WORTH = 0.5  # what lies beside the field, measured by it, before the scale is changed
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # years from one figure to the next


class Axis(Struct, frozen=True):
    """A scale by its knots: years that begin there, and their places."""

    knots: tuple[tuple[int, float], ...]

    def at(self, day: date) -> float:
        """The place of a day; one beyond the scale stands at its end."""
        number = day.toordinal()
        for (first, start), (last, end) in pairwise(self.knots):
            if number <= _day(last):
                share = (number - _day(first)) / (_day(last) - _day(first))
                return start + max(share, 0.0) * (end - start)
        return self.knots[-1][1]

    @property
    def seams(self) -> tuple[float, ...]:
        """Where the scale changes."""
        return tuple(place for _, place in self.knots[1:-1])


class Tick(Struct, frozen=True):
    """A year of a scale, at the place where it begins."""

    year: int
    x: float


def even(days: Sequence[date], left: float, right: float) -> Axis:
    """A scale that is the same everywhere, in whole decades."""
    first, last = _decades(days)
    return Axis(((first, left), (last, right)))


def focused(days: Sequence[date], beyond: Sequence[date], left: float, right: float, room: float) -> Axis:
    """A scale with a field for most of `days`; what lies `beyond` widens the scale and not the field.

    What lies aside has `room` for the figure at its end, even if it is larger than a quarter for that.
    """
    first, last = _decades([*days, *beyond])
    begin, end = _field(sorted(day.year for day in days), first, last)
    if last - first - (end - begin) <= WORTH * (end - begin):
        return Axis(((first, left), (last, right)))
    before, after = ASIDE * (begin - first), ASIDE * (last - end)
    unit = (right - left) / (before + end - begin + after)
    start = left + (max(before * unit, room) if before else 0.0)
    stop = right - (max(after * unit, room) if after else 0.0)
    knots = {first: left, begin: start, end: stop, last: right}
    return Axis(tuple(knots.items()))


def ticks(axis: Axis, room: float) -> tuple[Tick, ...]:
    """Round years whose figures have `room`: first the seams, then the ends, then what fits between them."""
    found: list[Tick] = []
    for tick in _ticks(axis, room):
        if all(abs(tick.x - other.x) >= room for other in found):
            found.append(tick)
    return tuple(sorted(found, key=lambda tick: tick.x))


def _ticks(axis: Axis, room: float) -> Iterator[Tick]:
    for year, place in (*axis.knots[1:-1], axis.knots[0], axis.knots[-1]):
        yield Tick(year, place)
    for (first, start), (last, end) in pairwise(axis.knots):
        per_year = (end - start) / (last - first)
        step = next((one for one in STEPS if one * per_year >= room), STEPS[-1])
        for year in range(-(-first // step) * step, last, step):
            yield Tick(year, start + (year - first) * per_year)


def _decades(days: Sequence[date]) -> tuple[int, int]:
    """The whole decades around some days, one at least."""
    first = min(day.year for day in days) // DECADE * DECADE
    last = -(-(max(day.year for day in days) + 1) // DECADE) * DECADE
    return first, max(last, first + DECADE)


def _field(years: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """The shortest run of decades with most of the years in it; of several the earliest."""
    wanted = MOST * len(years)
    runs = (
        (end - begin, begin, end)
        for begin in range(first, last, DECADE)
        for end in range(begin + DECADE, last + 1, DECADE)
        if sum(begin <= year < end for year in years) >= wanted
    )
    _, begin, end = min(runs, default=(last - first, first, last))
    return begin, end


def _day(year: int) -> int:
    """The number of the first day of a year; before the calendar begins and after it ends, its bounds."""
    if year < 1:
        return date.min.toordinal() - 365 * (1 - year)
    return date(year, 1, 1).toordinal() if year <= date.max.year else date.max.toordinal() + 1
