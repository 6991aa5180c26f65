"""Findings on the pages they concern. The files of the site stay as they are: this is put in when they are sent.

Pages forbid scripts by their Content-Security-Policy; what is sent allows the server's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from html.parser import HTMLParser
from itertools import groupby

from edition.serving.outcome import Outcome, Spot

FINDINGS = "/_findings"
STATE = "/_state"
STYLE = "/_serve/style.css"
SCRIPT = "/_serve/reload.js"
_STRICT = "default-src 'none';"
_OURS = "default-src 'none'; script-src 'self'; connect-src 'self';"
_BLOCKS = frozenset(
    "p div li blockquote section article h1 h2 h3 h4 h5 h6 td th dd dt aside figure figcaption header".split()
)
_PREFERENCE = (_BLOCKS, frozenset({"span"}))  # what may hold a finding: the block it stands in, else a phrase


class _Map(HTMLParser):
    """Where in a page its elements with ids are, where its head ends, its body and its main part begin."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: dict[str, tuple[str, int]] = {}  # id → element, offset behind its start tag
        self.head = self.body = self.main = -1
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(html)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        behind = self._here() + len(self.get_starttag_text() or "")
        identity = dict(attrs).get("id")
        if identity:
            self.ids.setdefault(identity, (tag, behind))
        if tag == "body":
            self.body = behind
        elif tag == "main":
            self.main = self._here()

    def handle_endtag(self, tag: str) -> None:
        """Note where the head ends."""
        if tag == "head":
            self.head = self._here()


def dress(html: str, page: str, outcome: Outcome) -> str:
    """The page as it is sent: with its findings, and a script that reloads it after the next build."""
    places = _Map(html)
    parts: dict[int, str] = {}

    def put(offset: int, what: str) -> None:
        if offset >= 0:
            parts[offset] = parts.get(offset, "") + what

    put(places.head, _furniture(outcome))
    homeless = []
    for spot in outcome.spots:
        if page in spot.pages:
            offset = _place(spot, places)
            put(offset, _note(spot))
            if offset < 0:
                homeless.append(spot)
    top = places.main if places.main >= 0 else places.body
    parts[max(top, 0)] = _banner(page, outcome, homeless) + parts.get(max(top, 0), "")
    return _with(html, parts).replace(_STRICT, _OURS, 1)


def findings_page(outcome: Outcome, exists: Callable[[str], bool]) -> str:
    """All findings by file, each with a link to the page that shows what it is about."""
    groups = groupby(outcome.spots, key=lambda spot: spot.finding.path)
    lists = "".join(
        f"<h2>{escape(path)}</h2>\n<ul>{''.join(_entry(spot, exists) for spot in spots)}</ul>\n"
        for path, spots in groups
    )
    return page("Findings", _verdict(outcome) + (lists or "<p>There are no findings.</p>"), outcome)


def page(title: str, body: str, outcome: Outcome) -> str:
    """A page of the server's own; `body` is HTML."""
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'{_furniture(outcome)}</head>\n<body class="serve_page">\n<main>\n<h1>{escape(title)}</h1>\n{body}\n'
        "</main>\n</body>\n</html>\n"
    )


def failure(outcome: Outcome) -> str:
    """Why there is nothing newer, as HTML."""
    hint = f" {escape(outcome.hint)}" if outcome.hint else ""
    link = f' <a href="{FINDINGS}">All findings</a>' if outcome.spots else ""
    return f'<p class="serve_banner error" role="status">{escape(outcome.sentence)}{hint}{link}</p>'


def _furniture(outcome: Outcome) -> str:
    return (
        f'<link rel="stylesheet" href="{STYLE}">\n'
        f'<script src="{SCRIPT}" data-mark="{escape(outcome.mark)}" defer></script>\n'
    )


def _place(spot: Spot, places: _Map) -> int:
    """Behind the start tag of the innermost element of the page that is meant and can hold a note; else -1."""
    for kinds in _PREFERENCE:
        for name in reversed(spot.ids):
            tag, offset = places.ids.get(name, ("", -1))
            if tag in kinds:
                return offset
    return -1


def _banner(shown: str, outcome: Outcome, homeless: Iterable[Spot]) -> str:
    """What concerns the whole page: a failed build, findings without a place here, and how many are elsewhere."""
    if outcome.built and not outcome.spots:
        return ""
    listed = "".join(f"<li>{_said(spot)}</li>" for spot in homeless)
    elsewhere = sum(1 for spot in outcome.spots if shown not in spot.pages)
    link = (
        f'<p><a href="{FINDINGS}">All findings</a> ({elsewhere} not on this page)</p>'
        if outcome.spots
        else ""
    )
    return (
        f'<aside class="serve_banner {"" if outcome.built else "error"}" role="status" lang="en">\n'
        f"{_verdict(outcome)}{f'<ul>{listed}</ul>' if listed else ''}{link}\n</aside>\n"
    )


def _verdict(outcome: Outcome) -> str:
    stays = "" if outcome.built else "<strong>This is the former site.</strong> "
    hint = f" {escape(outcome.hint)}" if outcome.hint else ""
    return f"<p>{stays}{escape(outcome.sentence)}{hint}</p>\n"


def _note(spot: Spot) -> str:
    """A phrase and no block: HTML allows nothing else inside a paragraph."""
    return f'<span class="serve_note {spot.finding.severity}" role="note" lang="en">{_said(spot)}</span>'


def _said(spot: Spot) -> str:
    one = spot.finding
    return (
        f"<strong>{escape(one.code)}</strong> {escape(str(one.message))} <em>{escape(str(one.hint))}</em> "
        f"<code>{escape(one.path)}:{one.line}:{one.column}</code>"
    )


def _entry(spot: Spot, exists: Callable[[str], bool]) -> str:
    target = next((page for page in spot.pages if exists(page)), "")
    fragment = f"#{spot.ids[-1]}" if spot.ids else ""
    link = f' <a href="/{escape(target + fragment)}">Show</a>' if target else ""
    return f'<li class="{spot.finding.severity}">{_said(spot)}{link}</li>\n'


def _with(html: str, parts: dict[int, str]) -> str:
    """The text with parts put in at their offsets."""
    pieces, start = [], 0
    for offset in sorted(parts):
        pieces += [html[start:offset], parts[offset]]
        start = offset
    return "".join((*pieces, html[start:]))
