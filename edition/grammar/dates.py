"""Dates, times and durations of XML Schema: from text to value, `None` if it is none.

A point in time becomes seconds on one time line and whether it states its time zone; the fields a type
does not have are those of 2000, a leap year, so that 29 February has a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from decimal import Decimal

from msgspec import Struct

from edition.model import Bilingual

Reader = Callable[[str], Hashable | None]

# A thousand digits are enough for any number: Python refuses to read several thousands.
_DIGITS = "[0-9]{1,1000}"
_YEAR = r"(?P<year>-?([1-9][0-9]{3,1000}|0[0-9]{3}))"
_MONTH = "(?P<month>0[1-9]|1[0-2])"
_DAY = "(?P<day>0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"(?P<hour>[01][0-9]|2[0-4]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9](\.[0-9]{1,1000})?)"
_ZONE = r"(?P<zone>Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_DURATION = re.compile(
    rf"(?P<sign>-?)P(?=[0-9T])((?P<years>{_DIGITS})Y)?((?P<months>{_DIGITS})M)?((?P<days>{_DIGITS})D)?"
    rf"(T(?=[0-9])((?P<hours>{_DIGITS})H)?((?P<minutes>{_DIGITS})M)?((?P<seconds>{_DIGITS}(\.{_DIGITS})?)S)?)?"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class Moment(Struct, frozen=True):
    """A point in time: seconds from a common origin, in UTC if the zone is known."""

    seconds: Decimal
    zoned: bool

    def __lt__(self, other: Moment) -> bool:
        return self._compare(other, -1)

    def __gt__(self, other: Moment) -> bool:
        return self._compare(other, 1)

    def _compare(self, other: Moment, sign: int) -> bool:
        # Without a zone it may be 14 hours earlier or later: only what is certain counts.
        doubt = 0 if self.zoned == other.zoned else 14 * 3600
        return (self.seconds - other.seconds) * sign > doubt


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _moment(form: str) -> Reader:
    pattern = re.compile(form + _ZONE)

    def read(text: str) -> Hashable | None:
        found = pattern.fullmatch(text)
        return _seconds(found.groupdict()) if found else None

    return read


def _seconds(fields: dict[str, str | None]) -> Moment | None:
    year = int(fields.get("year") or 2000)
    if year == 0:
        return None
    year = year if year > 0 else year + 1  # there is no year 0: -0001 is the one before 0001
    month, day = int(fields.get("month") or 1), int(fields.get("day") or 1)
    if day > _DAYS[month - 1] or (month == 2 and day == 29 and not _leap(year)):
        return None
    hour, minute = int(fields.get("hour") or 0), int(fields.get("minute") or 0)
    second = Decimal(fields.get("second") or 0)
    if hour == 24 and (minute or second):
        return None
    last = year - 1
    days = 365 * last + last // 4 - last // 100 + last // 400 + _BEFORE[month - 1] + day
    days += month > 2 and _leap(year)
    zone = fields.get("zone")
    return Moment(Decimal(days * 86400 + hour * 3600 + (minute - _offset(zone)) * 60) + second, bool(zone))


def _offset(zone: str | None) -> int:
    if not zone or zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:])
    return -minutes if zone[0] == "-" else minutes


def _duration(text: str) -> Hashable | None:
    found = _DURATION.fullmatch(text)
    if not found:
        return None
    part = {name: Decimal(value) for name, value in found.groupdict("0").items() if name != "sign"}
    sign = -1 if found["sign"] else 1
    seconds = ((part["days"] * 24 + part["hours"]) * 60 + part["minutes"]) * 60 + part["seconds"]
    return sign * (part["years"] * 12 + part["months"]), sign * seconds


TYPES: dict[str, tuple[Bilingual, Reader]] = {
    "dateTime": (
        Bilingual(
            "a date with time such as 1943-03-10T12:00:00", "ein Datum mit Uhrzeit wie 1943-03-10T12:00:00"
        ),
        _moment(f"{_YEAR}-{_MONTH}-{_DAY}T{_CLOCK}"),
    ),
    "date": (
        Bilingual("a date such as 1943-03-10", "ein Datum wie 1943-03-10"),
        _moment(f"{_YEAR}-{_MONTH}-{_DAY}"),
    ),
    "time": (Bilingual("a time such as 12:00:00", "eine Uhrzeit wie 12:00:00"), _moment(_CLOCK)),
    "gYearMonth": (
        Bilingual("a year and month such as 1943-03", "Jahr und Monat wie 1943-03"),
        _moment(f"{_YEAR}-{_MONTH}"),
    ),
    "gYear": (Bilingual("a year such as 1943", "ein Jahr wie 1943"), _moment(_YEAR)),
    "gMonthDay": (
        Bilingual("a month and day such as --03-10", "Monat und Tag wie --03-10"),
        _moment(f"--{_MONTH}-{_DAY}"),
    ),
    "gMonth": (Bilingual("a month such as --03", "ein Monat wie --03"), _moment(f"--{_MONTH}")),
    "gDay": (Bilingual("a day such as ---10", "ein Tag wie ---10"), _moment(f"---{_DAY}")),
    "duration": (Bilingual("a duration such as P1Y2M or P3D", "eine Dauer wie P1Y2M oder P3D"), _duration),
}
