"""Does a date say what its words say, and does it fit the event it tells of?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition import codes, datings
from edition.checks import datewords
from edition.checks.datewords import Said
from edition.checks.subject import Subject
from edition.corpus import every
from edition.datings import Interval
from edition.model import Bilingual, DateRef, Edition, Finding, Reading
from edition.transcript import flatten

GREGORIAN = 1583  # the first whole year of the calendar that W3C dates are in
_DATES = "//t:date[not(.//t:date)] | //t:docDate[not(.//t:date)] | //t:origDate[not(.//t:date)]"
_FITS = ("", "")
_TO = Bilingual("{begin} to {end}", "{begin} bis {end}")


def in_file(subject: Subject) -> Iterator[Finding]:
    """D016 the words say another date than the attributes; D017 they say it by the old calendar, unsaid."""
    for node, words, claimed in dated(subject.source.tree.getroot()):
        said = datewords.read(words)
        if said is None or (said.year is None and not node.get("when")) or not _readable(node):
            continue
        code, variant, shifted = _verdict(node, said, claimed)
        if code:
            yield subject.find(
                node, code, variant=variant, words=words, value=_value(node),
                day=shifted[0] if shifted else "",
            )  # fmt: skip


def dated(root: Any) -> Iterator[tuple[Any, str, Interval]]:
    """The dates of a file that count from no other, with their words and the days they claim."""
    for node in every(root, _DATES):
        claimed = datings.span(datings.of_element(node))
        if claimed and not node.get("datingPoint"):
            yield node, flatten(node).text.strip(), claimed


def _readable(node: Any) -> bool:
    """Whether the words are in a calendar we can read."""
    calendar = (node.get("calendar") or "").lower()
    return not node.get("datingMethod") and (not calendar or "julian" in calendar or "gregorian" in calendar)


def _verdict(node: Any, said: Said, claimed: Interval) -> tuple[str, str, Interval | None]:
    """Code, variant, and the days by the Julian calendar; no code if words and attributes agree."""
    days = said.days(claimed[0].year)
    shifted = _by_old_calendar(days) if days else None
    if "julian" in (node.get("calendar") or "").lower() and claimed[0].year >= GREGORIAN:
        return *_old_style(said, days, shifted, claimed), shifted
    if days and datings.overlap(days, claimed) and _ends_meet(node, said):
        return *_FITS, shifted
    if said.day and shifted and datings.overlap(shifted, claimed):
        return "D017", "", shifted
    return "D016", "", shifted


def _old_style(
    said: Said, days: Interval | None, shifted: Interval | None, claimed: Interval
) -> tuple[str, str]:
    """Words that are said to be Julian: a day must have been converted, a month or a year may have been."""
    if not days or not shifted:
        return _FITS
    meant = shifted if said.day else (days[0], shifted[1])
    if datings.overlap(meant, claimed):
        return _FITS
    return "D016", "julian" if said.day else ""


def _ends_meet(node: Any, said: Said) -> bool:
    """Whether »1934 bis 1940« begins and ends in the years that @from and @to say."""
    begin, end = (datings.interval(node.get(name) or "") for name in ("from", "to"))
    if not (said.ends and said.year and said.last and begin and end):
        return True
    return begin[0].year == said.year and end[0].year == said.last


def _by_old_calendar(days: Interval) -> Interval | None:
    first, last = (datewords.from_julian(day) for day in days)
    return (first, last) if first and last else None


def _value(node: Any) -> str:
    """The dating attributes as they stand."""
    given = ((name, node.get(name)) for name in datings.ATTRIBUTES.values())
    return " ".join(f'{name}="{value}"' for name, value in given if value)


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """D019 a date that shares no day with the event it tells of, and no note on it."""
    told = {
        pointer: datings.span(fact.dating)
        for pointer, entry in edition.entities.items()
        for fact in entry.facts
        if fact.slug == "dating"
    }
    for reading in readings:
        for one in reading.dates:
            days, claimed = told.get(one.event or ""), datings.span(one.dating)
            if days and claimed and not one.noted and not datings.overlap(days, claimed):
                yield _beside(reading.path, one, edition.entities[one.event or ""].name, days)


def _beside(path: str, one: DateRef, name: str, days: Interval) -> Finding:
    return codes.finding(
        "D019", path, one.line, one.column, words=one.form, event=one.event, name=name,
        days=days[0] if days[0] == days[1] else _TO.filled({"begin": days[0], "end": days[1]}),
    )  # fmt: skip
