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
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?"
_ZONE = r"(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?"
_DAY = re.compile(rf"(-?\d{{4}})(?:-(\d\d)(?:-(\d\d)(?:T(?:{_CLOCK}))?)?)?{_ZONE}$")
_FAR = re.compile(rf"(-?)(\d{{4,}})(?:-(\d\d)(?:-(\d\d)(?:T(?:{_CLOCK}))?)?)?{_ZONE}$")
_NO_YEAR = re.compile(rf"--(?:(\d\d)(?:-(\d\d))?|-(\d\d)){_ZONE}$")
_TIME = re.compile(rf"(?:{_CLOCK}){_ZONE}$")
_ISO_SIGNS = re.compile(r"[0-9.,DHMPRSTWYZ/:+-]+")
_ISO_WHOLE = re.compile(r"\d{4}-?(?:\d\d-?\d\d|W\d\d(?:-?[1-7])?)$")
_ISO_DAY_OF_YEAR = re.compile(r"\d{4}-?(\d{3})$")
_ISO_MONTH = re.compile(r"\d{4}-(\d\d)$")
_DURATION = re.compile(r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")
_LONGEST = 10  # digits; there is no date that far away

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


def is_w3c(value: str) -> bool:
    """Whether a value is a date, a part of one or a time as W3C XML Schema Part 2 (1.0) writes them.

    TEI takes all of them (teidata.temporal.w3c): years before ours, `--11-09`, times, time zones. A year 0000
    there is none in XML Schema 1.0; in 1.1 it is the year before 0001.
    """
    if interval(value) or _TIME.match(value):
        return True
    parts = _NO_YEAR.match(value)
    if parts:
        month, day = int(parts[1] or 1), int(parts[2] or parts[3] or 1)
        return _in_calendar(2000, month, day)
    far = _FAR.match(value)
    if not far or (len(far[2]) > 4 and far[2].startswith("0")) or not far[2].strip("0"):
        return False
    last = int(far[2][-4:])  # the calendar repeats itself every 400 years
    year = 1 - last if far[1] else last  # -0001 is the year before 0001
    return _in_calendar(2000 + year % 400, int(far[3] or 1), int(far[4] or 1))


def _in_calendar(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def is_iso(value: str) -> bool:
    """Whether a value can be a date, a duration or an interval of ISO 8601 (TEI: teidata.temporal.iso).

    Certain are the signs allowed, and that a month, week or day that is named exists.
    """
    return bool(_ISO_SIGNS.fullmatch(value)) and all(_iso_part(part) for part in value.split("/"))


def _iso_part(part: str) -> bool:
    day = part.partition("T")[0]
    if _ISO_WHOLE.match(day):
        try:
            date.fromisoformat(day)
        except ValueError:
            return False
    of_year, month = _ISO_DAY_OF_YEAR.match(day), _ISO_MONTH.match(day)
    return not (of_year and not 1 <= int(of_year[1]) <= 366) and not (month and not 1 <= int(month[1]) <= 12)


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
    if not match or any(len(part or "") > _LONGEST for part in match.groups()):
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
