"""No text is lost: the words and spaces of a page are those of its TEI, reckoned without the stylesheets.

Both sides are brought to the same form: words with single spaces between them. In the TEI `layers` says what is read
in a layer and where words end; in the HTML this is said by the elements, and by classes for what the edition has put
there itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import zip_longest
from typing import Any, NamedTuple, Protocol

from edition import layers
from edition.layers import Layer

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
LAYERS = {"reading": layers.READING, "diplomatic": layers.DIPLOMATIC}
AROUND = 40  # characters of a difference that are told
_SAID = 8  # words, of which as many are told
_NONE: frozenset[str] = frozenset()
_TOKEN = re.compile(r"<(/?)([a-zA-Z0-9]+)([^>]*)>|<[^>]*>|[^<]+")
_CLASS = re.compile(r' class="([^"]*)"')
_WORDS = re.compile(f"[^{layers.SPACE}]+")


class Html(Protocol):
    """The parts of a page that hold its text."""

    @property
    def title(self) -> str:
        """The main heading."""

    @property
    def front(self) -> str:
        """What stands before the text."""

    @property
    def body(self) -> str:
        """The text."""

    @property
    def back(self) -> str:
        """What stands behind it."""


class Difference(NamedTuple):
    """Where a page and its TEI part: the words before, and how each goes on."""

    before: str
    tei: str
    page: str


def difference(text: Any, html: Html, layer: str) -> Difference | None:
    """What a page says otherwise than the `text` element it was made from, or None.

    The heading of the page stands first there, wherever it is in the text; one without an id is from the header.
    """
    heading = words_of_html(str(html.title), layer).split(" ") if " id=" in str(html.title) else []
    rest = words_of_html("\n".join(map(str, (html.front, html.body, html.back))), layer).split(" ")
    tei = words_of_tei(text, LAYERS[layer]).split(" ")
    alike = next((place for place, pair in enumerate(zip_longest(tei, rest)) if pair[0] != pair[1]), len(tei))
    for place in range(alike, max(-1, alike - len(heading) - 1), -1):
        if tei == [one for one in (*rest[:place], *heading, *rest[place:]) if one or not heading]:
            return None
    behind = alike + len(heading) if tei[alike : alike + len(heading)] == heading else alike
    page = rest[alike:]
    far = next((place for place, pair in enumerate(zip_longest(tei[behind:], page)) if pair[0] != pair[1]), 0)
    return Difference(
        " ".join(tei[: behind + far])[-AROUND:],
        " ".join(tei[behind + far : behind + far + _SAID])[:AROUND],
        " ".join(page[far : far + _SAID])[:AROUND],
    )


def words_of_html(html: str, layer: str = "reading") -> str:
    """What a reader reads of some HTML of ours, in a layer."""
    dropped = GENERATED | OTHER[layer]
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
            words.append(gap)
        hidden -= bool(hidden and closing)
    return " ".join(_WORDS.findall("".join(words)))


def words_of_tei(text: Any, layer: Layer) -> str:
    """What a reader reads of a TEI text in a layer."""
    return " ".join(_WORDS.findall("".join(_pieces(text, layer))))


def _pieces(text: Any, layer: Layer) -> Iterator[str]:
    """Runs of text and the spaces between pieces; without recursion, for a text may be nested very deeply."""
    stack: list[tuple[Any, Iterator[tuple[Any, bool]], str, Any]] = []
    yield from _opened(text, layer, stack, None)
    while stack:
        element, children, gap, last = stack[-1]
        if last is not None:
            yield _kept(last.tail, element, last, last.getnext())
        child, shown = next(children, (None, False))
        if child is None:
            stack.pop()
            yield gap
            continue
        stack[-1] = (element, children, gap, child)
        if shown:
            yield from _opened(child, layer, stack, None)


def _opened(element: Any, layer: Layer, stack: list[Any], last: Any) -> Iterator[str]:
    gap = " " if layers.stands_alone(element) else ""
    stack.append((element, layers.parts(element, layer), gap, last))
    yield gap
    yield _kept(element.text, element, None, element[0] if len(element) else None)


def _kept(words: str | None, owner: Any, before: Any, behind: Any) -> str:
    """Text without white space that only lays out the file, or that stands at a break which ends no word."""
    if not words or (layers.is_laid_out(owner) and not words.strip(layers.SPACE)):
        return ""
    return layers.joined(words, before, behind)
