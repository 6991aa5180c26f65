"""W3C dates as intervals of days: which days `1943`, `1943-03` or `1943-03-10` may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from edition.model import Dating

ATTRIBUTES = {
    "when": "when",
    "begin": "from",
    "end": "to",
    "not_before": "notBefore",
    "not_after": "notAfter",
}
_DAY = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_DURATION = re.compile(r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")

Interval = tuple[date, date]


def of_element(element: object) -> Dating:
    """The dating attributes of a TEI element."""
    get = element.get  # type: ignore[attr-defined]
    return Dating(**{field: get(name) for field, name in ATTRIBUTES.items()})


def interval(value: str) -> Interval | None:
    """First and last day a W3C date can mean; None when it is no such date (or lies before year 1)."""
    match = _DAY.match(value)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        if day is None:
            return date(year or 0, month, 1), date(year or 0, month, monthrange(year or 0, month)[1])
        return date(year or 0, month, day), date(year or 0, month, day)
    except ValueError:
        return None


def span(dating: Dating) -> Interval | None:
    """The days a dating covers; open ends reach to the first or last day there is."""
    if dating.when:
        return interval(dating.when)
    first = dating.begin or dating.not_before
    last = dating.end or dating.not_after
    if not first and not last:
        return None
    begin = interval(first) if first else (date.min, date.min)
    end = interval(last) if last else (date.max, date.max)
    return (begin[0], end[1]) if begin and end else None


def shift(days: Interval, duration: str, direction: str) -> Interval | None:
    """An interval moved by a W3C duration (`P60Y`, `P1M`, `P1D`); `direction` is before, after or same."""
    match = _DURATION.match(duration)
    if not match:
        return None
    if direction == "same":
        return days
    sign = -1 if direction == "before" else 1
    years, months, weeks, single = (sign * int(part or 0) for part in match.groups())
    try:
        first, last = (_add_months(day, 12 * years + months) for day in days)
        return first + timedelta(weeks * 7 + single), last + timedelta(weeks * 7 + single)
    except (ValueError, OverflowError):
        return None


def _add_months(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def overlap(one: Interval, other: Interval) -> bool:
    """Whether two intervals share a day."""
    return one[0] <= other[1] and other[0] <= one[1]
