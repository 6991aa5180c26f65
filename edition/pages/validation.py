"""What was checked before the site was made: every check with its reason, and what the edition accepts."""

from __future__ import annotations

from msgspec import Struct

from edition import interface, urls
from edition.findings.page import Report, report
from edition.findings.verdict import Style, Verdict
from edition.interface import N_, _
from edition.model import Edition, Finding, Page
from edition.pages.frame import Frame, frame, path_of

TITLE = N_("Stand der Prüfung")
_SAYS = N_("Was an dieser Ausgabe geprüft wird und warum, was dabei auffiel und was mit Grund so bleibt.")


class Validation(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    report: Report


def validation_page(edition: Edition, verdict: Verdict) -> Page:
    """The page of the checks; `verdict` is what they found."""
    targets = _targets(edition)

    def link(finding: Finding) -> str:
        target = targets.get((finding.path, finding.at), "")
        return urls.relative(target, urls.VALIDATION) if target else ""

    found = report(verdict, Style(interface.language()), link, edition.config.content, alone=False)
    furniture = frame(edition, urls.VALIDATION, _(TITLE), description=_(_SAYS))
    return Page(urls.VALIDATION, "validation.html", Validation(furniture, found))


def _targets(edition: Edition) -> dict[tuple[str, str], str]:
    """Where the site shows what stands in a part of a file."""
    blocks = {
        (text.path, block.id): f"{path_of(text)}#{block.id}"
        for text in (*edition.articles, *edition.pages)
        for block in text.blocks
        if block.id
    }
    texts = {(text.path, text.id): path_of(text) for text in (*edition.articles, *edition.pages)}
    entries = {(one.path, one.id): urls.entity(one.pointer) for one in edition.entities.values()}
    return texts | blocks | entries
