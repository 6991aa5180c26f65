"""For readers: the findings as a page, one that stands alone or one of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from edition.codes.families import FAMILIES
from edition.findings.excerpt import excerpt, harmless
from edition.findings.summary import SEVERITIES, sentence
from edition.findings.verdict import Style, Verdict
from edition.model import Bilingual, Finding, Page

_LABELS = {
    "title": Bilingual("Validation", "Prüfung"),
    "found": Bilingual("What was found", "Was auffiel"),
    "nothing": Bilingual("Nothing was found.", "Nichts ist aufgefallen."),
    "accepted": Bilingual("What is accepted, and why", "Was mit Grund so bleibt"),
    "none": Bilingual("No warning is suppressed.", "Keine Warnung ist unterdrückt."),
    "asked": Bilingual("What was checked", "Was geprüft wurde"),
    "hint": Bilingual("Hint", "Hinweis"),
    "reason": Bilingual("Reason", "Grund"),
    "remarks": Bilingual("Remarks", "Bemerkungen"),
}
_CHECKS = (Bilingual("1 check", "1 Prüfung"), Bilingual("{} checks", "{} Prüfungen"))
_FIRST = Bilingual(
    "Shown are {shown} of {all}, at most {each} of each check; `validate` lists them all.",
    "Gezeigt sind {shown} von {all}, von jeder Prüfung höchstens {each}; alle nennt `validate`.",
)
EACH, MOST = 10, 250  # findings of each check that a page of the site shows where there are more than MOST
_LINE = 120  # characters of an excerpt
Link = Callable[[Finding], str]
Row = TypeVar("Row")


class Found(Struct, frozen=True):
    """A finding; `words` are the line it stands in: before the place, at it, after it. `href` leads to its text."""

    place: str
    at: str
    href: str
    code: str
    severity: str
    grave: bool
    message: str
    hint: str
    words: tuple[str, str, str] | None
    reason: str = ""  # why it is accepted


class Check(Struct, frozen=True):
    """One row of what was asked; `title` and `reason` are empty where a schema says nothing of them."""

    code: str
    severity: str
    title: str
    reason: str
    count: str


class Family(Struct, frozen=True):
    """Checks that belong together."""

    letter: str
    title: str
    checks: tuple[Check, ...]


class Report(Struct, frozen=True):
    """The values of the page."""

    language: str
    reasons: str  # the language of the reasons for what is accepted, where it is another
    labels: dict[str, str]
    subject: str
    summary: str
    remarks: tuple[str, ...]
    found: tuple[Found, ...]
    accepted: tuple[Found, ...]
    families: tuple[Family, ...]
    asked: str  # how many checks


def alone(verdict: Verdict, style: Style) -> Page:
    """A page that needs no other file."""
    return Page("report.html", "report.html", report(verdict, style))


def report(
    verdict: Verdict, style: Style, link: Link = lambda _: "", reasons: str = "", *, alone: bool = True
) -> Report:
    """The findings in the words of one language; `link` leads to the text a finding speaks of, `reasons` is
    the language in which an edition gives its reasons. `alone`: all findings, with the lines they stand in."""

    def found(one: Finding, reason: str = "") -> Found:
        line = verdict.line(one) if alone else ""
        return _found(one, line, link(one), style.language, reason)

    language = style.language
    number = len(verdict.codes)
    findings = verdict.findings if alone else _first(verdict.findings, lambda one: one.code)
    silenced = verdict.silenced if alone else _first(verdict.silenced, lambda one: one.finding.code)
    shown, every = len(findings) + len(silenced), len(verdict.findings) + len(verdict.silenced)
    told = [_FIRST.in_(language).format(shown=shown, all=every, each=EACH)] if shown < every else []
    return Report(
        language=language,
        reasons="" if reasons == language else reasons,
        labels={name: words.in_(language) for name, words in _LABELS.items()},
        subject=verdict.title.in_(language),
        summary=sentence(verdict).in_(language),
        remarks=(*told, *(one.in_(language) for one in verdict.remarks)),
        found=tuple(found(one) for one in findings),
        accepted=tuple(found(one.finding, one.reason) for one in silenced),
        families=tuple(_families(verdict, language)),
        asked=_CHECKS[number != 1].in_(language).format(number),
    )


def _first(found: Sequence[Row], code: Callable[[Row], str]) -> Sequence[Row]:
    """All, or of very many the first of each check."""
    if len(found) <= MOST:
        return found
    counted: Counter[str] = Counter()
    shown = []
    for one in found:
        counted[code(one)] += 1
        if counted[code(one)] <= EACH:
            shown.append(one)
    return shown[:MOST]


def _found(one: Finding, line: str, href: str, language: str, reason: str) -> Found:
    return Found(
        place=f"{one.path}:{one.line}:{one.column}",
        at=one.at,
        href=href,
        code=one.code,
        severity=SEVERITIES[one.severity].in_(language),
        grave=one.severity == "error",
        message=harmless(one.message.in_(language)),
        hint=harmless(one.hint.in_(language)),
        words=_words(line, one.column),
        reason=reason,
    )


def _words(line: str, column: int) -> tuple[str, str, str] | None:
    if not line.strip():
        return None
    shown = excerpt(line, column, _LINE)
    return shown.text[: shown.index], shown.text[shown.index : shown.index + 1], shown.text[shown.index + 1 :]


def _families(verdict: Verdict, language: str) -> Iterable[Family]:
    counts = Counter(one.code for one in verdict.findings)
    counts.update(one.finding.code for one in verdict.silenced)
    for letter, codes in groupby(sorted(verdict.codes), lambda code: code[0]):
        title = FAMILIES[letter].in_(language) if letter in FAMILIES else letter
        rows = ((code, verdict.codes[code]) for code in codes)
        checks = (
            Check(
                code,
                SEVERITIES[row.severity].in_(language),
                _heading(row.title.in_(language)),
                row.reason.in_(language),
                str(counts[code]) if counts[code] else "",
            )
            for code, row in rows
        )
        yield Family(letter, title, tuple(checks))


def _heading(title: str) -> str:
    """Titles are sentences in the ODD and phrases elsewhere; as headings they are written alike."""
    return title[:1].upper() + title[1:].removesuffix(".")
