"""No text is lost: the words and spaces of a page are those of its TEI, reckoned without the stylesheets.

Both sides are brought to the same form: words with single spaces between them. In the TEI `layers` says what is read
in a layer and where words end; in the HTML this is said by the elements, and by classes for what the edition has put
there itself. The text is compared as one, every note and every entry of an apparatus by itself, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple, Protocol

from edition import layers
from edition.conservation.page import (
    CONTAINERS,
    VOID,
    notes_of_html,
    readings_of_html,
    words_of_html,
)
from edition.conservation.source import words_below, words_of_tei

__all__ = [
    "CONTAINERS",
    "LAYERS",
    "VOID",
    "Difference",
    "differences",
    "notes_of_html",
    "readings_of_html",
    "words_of_html",
    "words_of_tei",
]

LAYERS = {"reading": layers.READING, "diplomatic": layers.DIPLOMATIC}
AROUND = 40  # characters of a difference that are told
_SAID = 8  # words, of which as many are told


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

    @property
    def notes(self) -> str:
        """What stands below it: its notes and its apparatus."""


class Difference(NamedTuple):
    """Where a page and its TEI part: the words before, and how each goes on; `place` is "" for the text, "note" or
    "reading"."""

    before: str
    tei: str
    page: str
    place: str = ""


def differences(text: Any, html: Html, layer: str) -> Iterator[Difference]:
    """What a page says otherwise than the `text` element it was made from: the first place in the text, in its notes,
    in its apparatus."""
    told = _in_text(text, html, layer)
    if told:
        yield told
    notes, readings = words_below(text, LAYERS[layer])
    below = str(html.notes)
    if notes or readings or below:
        yield from _in_items(notes, notes_of_html(below, layer), "note")
        yield from _in_items(readings, readings_of_html(below, layer), "reading")


def _in_text(text: Any, html: Html, layer: str) -> Difference | None:
    """The heading of the page stands first there, wherever it is in the text; one without an id is from the header."""
    heading = words_of_html(str(html.title), layer).split(" ") if " id=" in str(html.title) else []
    rest = words_of_html("\n".join(map(str, (html.front, html.body, html.back))), layer).split(" ")
    tei = words_of_tei(text, LAYERS[layer]).split(" ")
    alike = _alike(tei, rest)
    if alike is None and not heading:
        return None
    alike = len(tei) if alike is None else alike
    for place in range(alike, max(-1, alike - len(heading) - 1), -1):
        if tei == [one for one in (*rest[:place], *heading, *rest[place:]) if one or not heading]:
            return None
    behind = alike + len(heading) if tei[alike : alike + len(heading)] == heading else alike
    page = rest[alike:]
    far = _alike(tei[behind:], page) or 0
    return _told(tei, behind + far, page[far:], "")


def _in_items(tei: Sequence[str], page: Sequence[str], place: str) -> Iterator[Difference]:
    """The first of several pieces that differs, which is missing, or which is too many."""
    number = _alike(tei, page)
    if number is None:
        return
    mine, theirs = (" ".join(one[number : number + 1]).split(" ") for one in (tei, page))
    far = _alike(mine, theirs) or 0
    yield _told(mine, far, theirs[far:], place)


def _alike(one: Sequence[str], other: Sequence[str]) -> int | None:
    """How many words are the same from the first one on; None if all are."""
    return next((place for place, pair in enumerate(zip_longest(one, other)) if pair[0] != pair[1]), None)


def _told(tei: Sequence[str], from_: int, page: Sequence[str], place: str) -> Difference:
    return Difference(
        " ".join(tei[:from_])[-AROUND:],
        " ".join(tei[from_ : from_ + _SAID])[:AROUND],
        " ".join(page[:_SAID])[:AROUND],
        place,
    )
