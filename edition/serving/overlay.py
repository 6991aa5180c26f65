"""Findings on the pages they concern. The files of the site stay as they are: this is put in when they are sent.

Pages forbid scripts by their Content-Security-Policy; what is sent allows the server's own.
"""

from __future__ import annotations

from html.parser import HTMLParser

from edition.serving import pieces
from edition.serving.outcome import Outcome, Spot

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


def dress(html: str, page: str, outcome: Outcome, language: str) -> str:
    """The page as it is sent: with its findings, and a script that reloads it after the next build."""
    places = _Map(html)
    parts: dict[int, str] = {}

    def put(offset: int, what: str) -> None:
        if offset >= 0:
            parts[offset] = parts.get(offset, "") + what

    put(places.head, pieces.furniture(outcome, language))
    homeless = []
    for spot in outcome.spots:
        if page in spot.pages:
            offset = _place(spot, places)
            put(offset, pieces.note(spot, language))
            if offset < 0:
                homeless.append(spot)
    top = max(places.main if places.main >= 0 else places.body, 0)
    parts[top] = pieces.banner(page, outcome, homeless, language) + parts.get(top, "")
    return _with(html, parts).replace(_STRICT, _OURS, 1)


def _place(spot: Spot, places: _Map) -> int:
    """Behind the start tag of the innermost element of the page that is meant and can hold a note; else -1."""
    for kinds in _PREFERENCE:
        for name in reversed(spot.ids):
            tag, offset = places.ids.get(name, ("", -1))
            if tag in kinds:
                return offset
    return -1


def _with(html: str, parts: dict[int, str]) -> str:
    """The text with parts put in at their offsets."""
    pieces, start = [], 0
    for offset in sorted(parts):
        pieces += [html[start:offset], parts[offset]]
        start = offset
    return "".join((*pieces, html[start:]))
