"""Words for what the commentary, the apparatus and the registers say of a text."""

from __future__ import annotations

import re

from edition.interface import Messages, _, ngettext
from edition.words.context import after, before

QUOTATIONS = Messages(
    {
        "source": "Zitat aus einem Werk",
        "speech": "Rede",
        "epigraph": "Motto",
        "term": "Begriff oder Distanz",
        "title": "Titel",
        "name": "Name",
        "foreign": "Fremdwort",
    }
)
# Certainty where it is the point and not the exception: an apparatus says »sicher« too. In falling order.
_CONFIDENCE = Messages(
    {"high": "sicher", "medium": "wahrscheinlich", "low": "unsicher", "unknown": "ungeklärt"}
)
_RESPONSIBLE = Messages(
    {"#resp-edition": "Edition", "#resp-encoding": "Kodierung", "#resp-commentary": "Kommentar"}
)
_DURATION = re.compile(r"P(?=.)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?$")
_WORD = re.compile(r"[^\s\w]*(\w)\S*")


def quotation(kind: str) -> str:
    """What a pair of quotation marks means: »Rede«, »Titel«."""
    return QUOTATIONS.get(kind, kind)


def confidence(value: str | None) -> str:
    """How certain an editorial decision is, always in a word; empty where nothing is said."""
    return _CONFIDENCE.get(value, value) if value else ""


def degrees() -> tuple[str, ...]:
    """The values of certainty, the highest first."""
    return tuple(_CONFIDENCE)


def responsible(pointer: str | None) -> str:
    """Who answers for a decision, by role: »Edition«; empty where nobody is named."""
    return _RESPONSIBLE.get(pointer, pointer.lstrip("#")) if pointer else ""


def duration(value: str) -> str:
    """A W3C duration in words: »60 Jahre«, »1 Jahr, 6 Monate«; other values as they stand."""
    match = _DURATION.match(value)
    if not match:
        return value
    years, months, weeks, days = (int(number or 0) for number in match.groups())
    counted = (
        (years, ngettext("Jahr", "Jahre", years)),
        (months, ngettext("Monat", "Monate", months)),
        (weeks, ngettext("Woche", "Wochen", weeks)),
        (days, ngettext("Tag", "Tage", days)),
    )
    return ", ".join(f"{number} {noun}" for number, noun in counted if number)


def starts(text: str) -> tuple[int, ...]:
    """Where the words of a text begin, marks before them left out; a dash between spaces is no word."""
    return tuple(match.start(1) for match in _WORD.finditer(text))


def length(text: str) -> int:
    """How many words a text has."""
    return len(starts(text))


def gist(text: str, begin: int, end: int) -> str:
    """The first and the last words of a long text; a short one stays whole."""
    if len(text) <= begin + end + 3:
        return text
    return f"{after(text, begin)} {before(text, end).removeprefix('… ')}"


def share(part: int, whole: int) -> str:
    """A share in hundredths with one decimal: »12,5 %«."""
    if not whole:
        return "–"
    return _("{number}\N{NARROW NO-BREAK SPACE}%").format(
        number=f"{100 * part / whole:.1f}".replace(".", _(","))
    )
