"""What date do words state? German and English: »9. November 1918«, »May 1940«, »1920/21«, »1920er«.

Only what is certain is read: one date, in figures or with the name of its month, and nothing beside it that
would shift it (»vor«, »nach«, »um«). All else says nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from edition.datings import Interval

_MONTHS = (
    ("januar", "jänner", "january", "jan"),
    ("februar", "feber", "february", "feb"),
    ("märz", "march", "mär", "mar"),
    ("april", "apr"),
    ("mai", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_ALL = "|".join(sorted(_NUMBER, key=len, reverse=True))
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", rf"(?P<month>{_ALL})\b\.?", r"(?P<year>1\d{3}|20\d\d)"
_ORDINAL = rf"(?<![\d./–-]){_DAY}(?:\.|st|nd|rd|th|ten|ter|te)?(?:\s+of)?\s+"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d)(?P<year>\d{{4}})-(?P<number>\d\d)-{_DAY}(?!\d)",
        rf"(?<!\d){_DAY}\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}(?!\d)",
        rf"{_ORDINAL}{_MONTH},?\s+(?:des\s+Jahres\s+)?{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"\b{_MONTH},?\s+(?:des\s+Jahres\s+|of\s+)?{_YEAR}(?!\d)",
        rf"{_ORDINAL}{_MONTH}",
        rf"(?<!\d){_YEAR}\s*(?:/|–|-|bis|to|until)\s*(?P<last>1\d{{3}}|20\d\d|\d\d)(?!\d)",
        rf"(?<!\d){_YEAR}(?P<decade>er|s)\b",
        r"(?<!\d)(?P<century>\d{1,2})(?:\.\s+Jahrhunderts?|(?:st|nd|rd|th)\s+century)\b",
        rf"(?<!\d){_YEAR}(?!\d)",
    )
)
_MONTH_ALONE = re.compile(
    r"\b(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|January|February|June|July|October|December)\b"
)
_SHIFTED = re.compile(
    r"\b(?:vor|nach|before|after|bis|until|till|by|um|circa|etwa|ungefähr|about|around|gegen|wende|fast|kaum)\b"
    r"|\b(?:ca|c)\.|\bv\. ?Chr|\bBCE?\b|wende\b|[?]",
    re.IGNORECASE,
)
_LEFT = re.compile(rf"\d|\b(?:{_ALL})\b", re.IGNORECASE)
_WINTER = re.compile(r"\bwinter", re.IGNORECASE)


class Said(Struct, frozen=True):
    """What words state: a year may be missing, then a month or a day of any year is meant."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None  # the last year, where several are meant
    ends: bool = False  # first and last year are both named: »1934 bis 1940«

    def days(self, year: int) -> Interval | None:
        """The days meant, in a year where none is stated; None where there are none (30 February)."""
        year = self.year or year
        try:
            if self.month is None:
                return date(year, 1, 1), date(self.last or year, 12, 31)
            first, last = self.day or 1, self.day or monthrange(year, self.month)[1]
            return date(year, self.month, first), date(year, self.month, last)
        except ValueError:
            return None


def read(words: str) -> Said | None:
    """The one date that words state, or None."""
    for form in _FORMS:
        found = form.search(words)
        if found:
            rest = words[: found.start()] + " " + words[found.end() :]
            part = found.groupdict()
            certain = not (_LEFT.search(rest) or _SHIFTED.search(rest))
            return _widened(_said(part), rest) if certain else None
    months = _MONTH_ALONE.findall(words)
    if len(months) == 1 and not re.search(r"\d", words) and not _SHIFTED.search(words):
        return Said(month=_NUMBER[months[0].lower()])
    return None


def _said(part: dict[str, str | None]) -> Said:
    given = {name: value for name, value in part.items() if value}
    if "century" in given:
        last = int(given["century"]) * 100
        return Said(year=max(last - 100, 1), last=last)  # 1800 to 1900: both ways to count
    year = int(given["year"]) if "year" in given else None
    if "decade" in given and year:
        return Said(year=year, last=year + (9 if year % 10 == 0 else 0))
    if "last" in given and year:
        return Said(year=year, last=_full(given["last"], year), ends=True)
    number = given.get("number") or _NUMBER.get(given.get("month", "").lower())
    return Said(year, int(number) if number else None, int(given["day"]) if "day" in given else None)


def _full(last: str, year: int) -> int:
    """The second year of 1934–1940 or 1920/21."""
    return int(last) if len(last) == 4 else year - year % 100 + int(last)


def _widened(said: Said, rest: str) -> Said | None:
    """»Winter 1920« reaches into the next year; a range that runs backwards was none."""
    if said.last and said.year and said.last < said.year:
        return None
    if said.year and not said.month and not said.last and _WINTER.search(rest):
        return Said(said.year, last=said.year + 1)
    return said


def from_julian(day: date) -> date | None:
    """The Gregorian day of a day of the Julian calendar, given by its figures; None outside of our era.

    The calendars differ by a day more in each century not divisible by four (Gregorian reform of 1582).
    """
    century = (day.year if day.month > 2 else day.year - 1) // 100
    try:
        return day + timedelta(days=century - century // 4 - 2)
    except OverflowError:
        return None
