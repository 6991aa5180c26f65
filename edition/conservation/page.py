"""The words of a page: what a reader reads of its HTML, without what the edition has put there itself."""

from __future__ import annotations

import re
from html import unescape

from edition import layers

# HTML elements before, in and behind which words are different words.
CONTAINERS = frozenset(
    "article aside blockquote br caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p section "
    "summary table tbody td th tr ul".split()
)
RUN_ON = "run-on"  # the class of those that are such elements only for what they hold
VOID = frozenset({"br", "hr", "img", "wbr"})
# Classes of elements that hold nothing of the text.
GENERATED = frozenset("number note-mark notes also sign report join generated".split())
# Classes of elements that hold what is read only in the other layer.
OTHER = {
    "reading": frozenset({"printed", "as-printed"}),
    "diplomatic": frozenset({"corrected", "edited"}),
}
# In the lists below the text: the way back, and the commentary, which is no part of it.
_BELOW = (GENERATED - {"notes"}) | {"back", "commentary"}
_READINGS = '<ol class="readings"'
_ITEM = "\x1f"  # no character of XML
_NONE: frozenset[str] = frozenset()
_TOKEN = re.compile(r"<(/?)([a-zA-Z0-9]+)([^>]*)>|<[^>]*>|[^<]+")
_CLASS = re.compile(r' class="([^"]*)"')
_WORDS = re.compile(f"[^{layers.SPACE}]+")


def words_of_html(html: str, layer: str = "reading") -> str:
    """What a reader reads of some HTML of ours, in a layer."""
    return spaced(_read(html, GENERATED | OTHER[layer], ""))


def notes_of_html(html: str, layer: str) -> list[str]:
    """The words of each note in the HTML below a text."""
    return _items(html[: html.find(_READINGS)] if _READINGS in html else html, layer)


def readings_of_html(html: str, layer: str) -> list[str]:
    """The words of each entry of the apparatus in the HTML below a text, without the lemma."""
    return _items(html[html.find(_READINGS) :], layer) if _READINGS in html else []


def spaced(text: str) -> str:
    """The words of a text with single spaces between them."""
    return " ".join(_WORDS.findall(text))


def _items(html: str, layer: str) -> list[str]:
    """The words of each item of the lists that stand in no other one."""
    before, *items = _read(html, _BELOW | OTHER[layer], _ITEM).split(_ITEM)
    return [*filter(None, [spaced(before)]), *map(spaced, items)]


def _read(html: str, dropped: frozenset[str], item: str) -> str:
    """The text of some HTML with a space at every container; before items of its outermost lists the sign given."""
    words: list[str] = []
    gaps: list[str] = []  # of the elements that are open
    hidden = 0
    for token in _TOKEN.finditer(html):
        closing, tag, attributes = token.groups()
        if not tag:
            if not hidden and not token[0].startswith("<"):
                words.append(unescape(token[0]) if "&" in token[0] else token[0])
            continue
        if closing:
            gap = gaps.pop()
        else:
            found = _CLASS.search(attributes) if attributes else None
            classes = frozenset(found[1].split()) if found else _NONE
            gap = " " if tag in CONTAINERS and RUN_ON not in classes else ""
            if tag not in VOID:
                gaps.append(gap)
                hidden += bool(hidden or classes & dropped)
        if not hidden:
            words.append(item if item and tag == "li" and not closing and len(gaps) == 2 else gap)
        hidden -= bool(hidden and closing)
    return "".join(words)
