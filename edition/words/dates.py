"""How a date of the TEI is said in words. Values that are no W3C dates are shown as they stand.

Day, month and year follow each other as in German, which is the order of British English too.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from edition.interface import N_, _, language
from edition.model import Dating

MONTHS = (
    N_("Januar"), N_("Februar"), N_("März"), N_("April"), N_("Mai"), N_("Juni"),
    N_("Juli"), N_("August"), N_("September"), N_("Oktober"), N_("November"), N_("Dezember"),
)  # fmt: skip
# The spans by which the encoding guidelines state a season.
_SEASONS = {
    ("03-01", "05-31"): N_("Frühjahr {year}"),
    ("06-01", "08-31"): N_("Sommer {year}"),
    ("09-01", "11-30"): N_("Herbst {year}"),
}
_DATE = re.compile(r"(-?)(\d{4,12})(?:-(\d\d)(?:-(\d\d))?)?$")

Parts = tuple[str, str, str]  # year, month, day as words; empty where the date does not say


def _parts(value: str) -> Parts:
    return _said(value, language())


@lru_cache(maxsize=10_000)  # the same dates stand on many pages
def _said(value: str, _language: str) -> Parts:
    match = _DATE.match(value)
    if not match or int(match[3] or 1) not in range(1, 13):
        return value, "", ""
    year = _("{year} v. Chr.") if match[1] else "{year}"
    month = _(MONTHS[int(match[3]) - 1]) if match[3] else ""
    day = _("{day}.").format(day=int(match[4])) if match[4] else ""
    return year.format(year=int(match[2])), month, day


def _point(value: str) -> str:
    return " ".join(part for part in reversed(_parts(value)) if part)


def _common(first: str, last: str) -> tuple[str, str]:
    """Both ends of a span, the first without what it shares with the second."""
    one, other = _parts(first), _parts(last)
    kept = list(one)
    for place in range(2):
        if one[place] != other[place] or not (one[place + 1] and other[place + 1]):
            break
        kept[place] = ""
    return " ".join(part for part in reversed(kept) if part), _point(last)


def _span(first: str, last: str) -> str:
    begin, end = _common(first, last)
    if begin == end:
        return end
    wide = " " in begin or (" " in end and begin == _point(first))
    return f"{begin} – {end}" if wide else f"{begin}–{end}"


def _within(first: str, last: str) -> str:
    """A date that lies somewhere in a span: a season, a month, a year, or between two dates."""
    begin, end = _common(first, last)
    between = _("zwischen {first} und {last}").format(first=begin, last=end)
    return _season(first, last) or _whole(first, last) or between


def _season(first: str, last: str) -> str:
    name = _SEASONS.get((first[5:], last[5:]), "") if first[:4] == last[:4] else ""
    if name:
        return _(name).format(year=first[:4])
    if first[5:] == "12-01" and last[5:] in ("02-28", "02-29") and int(last[:4]) == int(first[:4]) + 1:
        return _("Winter {year}/{next}").format(year=first[:4], next=last[2:4])
    return ""


def _whole(first: str, last: str) -> str:
    if first == last:
        return _point(first)
    if len(first) != 10 or len(last) != 10 or first[:4] != last[:4]:
        return ""
    if (first[5:], last[5:]) == ("01-01", "12-31"):
        return _point(first[:4])
    year, month = int(first[:4]), int(first[5:7])
    complete = first[8:] == "01" and last[5:] == f"{month:02}-{monthrange(year, month)[1]:02}"
    return _point(first[:7]) if complete else ""


def _day(value: str) -> str:
    """A date after a preposition: in German days take the article."""
    return _("dem {date}").format(date=_point(value)) if _parts(value)[2] else _point(value)


def dating(dating: Dating) -> str:
    """A dating in words: »30. Dezember 1890«, »1934–1940«, »zwischen März und Mai 1921«; else empty."""
    if dating.when:
        return _point(dating.when)
    if dating.begin and dating.end:
        return _span(dating.begin, dating.end)
    if dating.not_before and dating.not_after:
        return _within(dating.not_before, dating.not_after)
    # @notBefore admits the day it names: »nach« alone would exclude it.
    said = (
        (_("ab {date}"), _point(dating.begin or "")),
        (_("nicht vor {date}"), _day(dating.not_before or "")),
        (_("bis {date}"), _point(dating.end or "")),
        (_("nicht nach {date}"), _day(dating.not_after or "")),
    )
    return ", ".join(words.format(date=date) for words, date in said if date)


def years(dating: Dating) -> str:
    """Only the years of a dating: »1890«, »1934–1940«, »1869/1878« for one of two limits."""
    if dating.when:
        return _parts(dating.when)[0]
    first, last = dating.begin or dating.not_before, dating.end or dating.not_after
    found = list(dict.fromkeys(_parts(value)[0] for value in (first, last) if value))
    mark = "–" if dating.begin or dating.end else "/"
    return mark.join(found)


def lifespan(begin: str, end: str, born: str = N_("geb."), died: str = N_("gest.")) -> str:
    """From birth to death: »1890–1947«, »geb. 1898«, »gest. 1902«; with other messages for other beginnings."""
    if begin and end:
        return f"{begin}–{end}"
    return f"{_(born)} {begin}" if begin else f"{_(died)} {end}" if end else ""
