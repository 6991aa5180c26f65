"""Does a date fall on the day of the week that the words beside it name?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edition import commented
from edition.checks.dateclaims import GREGORIAN, dated
from edition.checks.subject import Subject
from edition.model import Bilingual, Finding

_DAYS = (
    Bilingual("Monday", "Montag"),
    Bilingual("Tuesday", "Dienstag"),
    Bilingual("Wednesday", "Mittwoch"),
    Bilingual("Thursday", "Donnerstag"),
    Bilingual("Friday", "Freitag"),
    Bilingual("Saturday", "Samstag"),
    Bilingual("Sunday", "Sonntag"),
)
_NUMBER = {name: number for number, day in enumerate(_DAYS) for name in (day.en, day.de)} | {"Sonnabend": 5}
_NAME = rf"\b({'|'.join(_NUMBER)})s?\b"
_INSIDE = re.compile(_NAME)
_BEFORE = re.compile(rf"{_NAME},?\s*(?:(?:dem|den|der|des|the)\s+)?$")
_AFTER = re.compile(rf"^(?:\s*\(|\s*,\s*)(?:(?:an?|einem|einen|ein)\s+)?{_NAME}(?=\s*[),.;])")
_SHIFTED = re.compile(r"\b(?:vor|nach|before|after|following|previous|auf|zum)\b", re.IGNORECASE)


def in_file(subject: Subject) -> Iterator[Finding]:
    """D018 the day named is not the day of the date; a note at the place answers it."""
    root = subject.source.tree.getroot()
    noted: frozenset[str] | None = None
    for node, words, (day, last) in dated(root):
        names = _names(node, words) if day == last and day.year >= GREGORIAN else []
        if len(names) != 1 or _NUMBER[names[0]] == day.weekday():
            continue
        noted = commented.targets(root) if noted is None else noted
        if not commented.is_noted(node, noted):
            yield subject.find(node, "D018", name=names[0], day=day, right=_DAYS[day.weekday()])


def _names(node: Any, words: str) -> list[str]:
    """The days of the week named in a date or right beside it; none if the words count from another date."""
    if _SHIFTED.search(words):
        return []
    beside = (_BEFORE.search(_text_before(node)), _AFTER.search(node.tail or ""))
    return _INSIDE.findall(words) + [found[1] for found in beside if found]


def _text_before(node: Any) -> str:
    """What stands between an element and the one before it."""
    before, parent = node.getprevious(), node.getparent()
    if before is not None:
        return before.tail or ""
    return (parent.text or "") if parent is not None else ""
