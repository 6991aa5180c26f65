"""What the server says in HTML: a note at a passage, the banner of a page, its own pages; in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from itertools import groupby

from edition import urls
from edition.findings.summary import SEVERITIES
from edition.model import Bilingual
from edition.serving.outcome import Outcome, Spot

FINDINGS = "/_findings"
STATE = "/_state"
STYLE = "/_serve/style.css"
SCRIPT = "/_serve/reload.js"
_TITLE = Bilingual("Findings", "Funde")
_NONE = Bilingual("There are no findings.", "Es gibt keine Funde.")
_ALL = Bilingual("All findings", "Alle Funde")
_ELSEWHERE = Bilingual("{number} not on this page", "{number} nicht auf dieser Seite")
_SHOW = Bilingual("Show", "Zeigen")
_FORMER = Bilingual("This is the former site.", "Dies ist die vorige Fassung der Website.")
_HOME = Bilingual("To the home page", "Zur Startseite")
_FAREWELL = Bilingual(
    "The server has stopped. This page no longer follows your changes.",
    "Der Server läuft nicht mehr. Diese Seite folgt den Änderungen nicht mehr.",
)


def furniture(outcome: Outcome, language: str) -> str:
    """What the head of every page gets: our style, and a script that reloads the page after the next build."""
    farewell = escape(_FAREWELL.in_(language))
    return (
        f'<link rel="stylesheet" href="{STYLE}">\n'
        f'<script src="{SCRIPT}" data-mark="{escape(outcome.mark)}" data-farewell="{farewell}" lang="{language}" '
        "defer></script>\n"
    )


def banner(shown: str, outcome: Outcome, homeless: Iterable[Spot], language: str) -> str:
    """What concerns the whole page: a failed build, findings without a place here, and how many are elsewhere."""
    if outcome.built and not outcome.spots:
        return ""
    listed = "".join(f'<li class="{spot.finding.severity}">{_said(spot, language)}</li>' for spot in homeless)
    elsewhere = sum(1 for spot in outcome.spots if shown not in spot.pages)
    count = _ELSEWHERE.filled({"number": elsewhere}).in_(language)
    link = f"<p>{_all(language)} ({count})</p>" if outcome.spots else ""
    return (
        f'<aside class="{_kind(outcome)}" role="status" lang="{language}">\n'
        f"{_verdict(outcome, language)}{f'<ul>{listed}</ul>' if listed else ''}{link}\n</aside>\n"
    )


def note(spot: Spot, language: str) -> str:
    """A phrase and no block: HTML allows nothing else inside a paragraph."""
    kind = f"serve_note {spot.finding.severity}"
    return f'<span class="{kind}" role="note" lang="{language}">{_said(spot, language)}</span>'


def findings_page(outcome: Outcome, exists: Callable[[str], bool], language: str) -> str:
    """All findings by file, each with a link to the page that shows what it is about."""
    groups = groupby(outcome.spots, key=lambda spot: spot.finding.path)
    lists = "".join(
        f"<h2>{escape(path)}</h2>\n<ul>{''.join(_entry(spot, exists, language) for spot in spots)}</ul>\n"
        for path, spots in groups
    )
    none = f"<p>{_NONE.in_(language)}</p>" if outcome.built else ""
    body = f"{_verdict(outcome, language)}{lists or none}<p>{_home(language)}</p>"
    return _page(_TITLE.in_(language), body, outcome, language)


def sentence_page(said: Bilingual, outcome: Outcome, language: str) -> str:
    """A page that says one thing, and why there is nothing newer."""
    home = f"<p>{_home(language)}</p>\n"
    return _page(
        said.in_(language), home + ("" if outcome.built else _failure(outcome, language)), outcome, language
    )


def _page(title: str, body: str, outcome: Outcome, language: str) -> str:
    """A page of the server's own; `body` is HTML."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n{furniture(outcome, language)}</head>\n"
        f'<body class="serve_page">\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n'
    )


def _failure(outcome: Outcome, language: str) -> str:
    link = f"<p>{_all(language)}</p>" if outcome.spots else ""
    said = _spoken(outcome, language)
    return f'<aside class="{_kind(outcome)}" role="status"><p>{said}</p>{link}</aside>'


def _kind(outcome: Outcome) -> str:
    return "serve_banner error" if outcome.failed else "serve_banner"


def _verdict(outcome: Outcome, language: str) -> str:
    stays = "" if outcome.built else f"<strong>{_FORMER.in_(language)}</strong> "
    return f"<p>{stays}{_spoken(outcome, language)}</p>\n"


def _spoken(outcome: Outcome, language: str) -> str:
    return escape(f"{outcome.sentence.in_(language)} {outcome.hint.in_(language)}".strip())


def _said(spot: Spot, language: str, explained: str = "") -> str:
    """The words of a finding; `explained` is where its code is."""
    one = spot.finding
    code = (
        f'<a href="/{explained}#{escape(one.code)}">{escape(one.code)}</a>' if explained else escape(one.code)
    )
    severity = SEVERITIES[one.severity].in_(language)
    hint = f"<em>{escape(one.hint.in_(language))}</em> " if one.hint else ""
    return (
        f"<strong>{code} {severity}</strong> {escape(one.message.in_(language))} {hint}"
        f"<code>{escape(one.path)}:{one.line}:{one.column}</code>"
    )


def _entry(spot: Spot, exists: Callable[[str], bool], language: str) -> str:
    target = next((page for page in spot.pages if exists(page)), "")
    fragment = f"#{spot.ids[-1]}" if spot.ids else ""
    link = f' <a href="/{escape(target + fragment)}">{_SHOW.in_(language)}</a>' if target else ""
    explained = urls.VALIDATION if exists(urls.VALIDATION) else ""
    return f'<li class="{spot.finding.severity}">{_said(spot, language, explained)}{link}</li>\n'


def _all(language: str) -> str:
    return f'<a href="{FINDINGS}">{_ALL.in_(language)}</a>'


def _home(language: str) -> str:
    return f'<a href="/">{_HOME.in_(language)}</a>'
