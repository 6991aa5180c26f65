"""Whether a text has more than paragraphs: only its pages carry the style sheet of verse, plays, letters and the like."""

from __future__ import annotations

import re
from typing import Protocol

from edition.pages.frame import Html

# What `genres.css` styles; a test compares.
CLASSES = frozenset(
    "actor add address address-line alternative app-letter app-mark apparatus break caesura cast closer continued "
    "copied-entries copied-entry damage dateline deleted direction doc-imprint doc-title epilogue ex figure-description "
    "floating-text formula fw gap heading hi imprint indent-1 indent-2 indent-3 indent-4 label line-break look-b look-i "
    "look-small-caps look-spaced look-u loose named note-name opener performance picture postscript prologue q role "
    "role-desc run-on salute secl set sigla signed simple speaker speech stanza stanzas sub sub-heading supplied surplus "
    "table text title-leaf title-part trailer unclear unmarked variant verse verse-number witnesses".split()
)
# What it styles there, and what the texts of our own editions have as well.
SHARED = frozenset(
    "epigraph lemma level-1 list-head note paragraph prose quotation reading text-page".split()
)
_ELEMENTS = re.compile(r'<(?:dl|figure(?! class="epigraph"))\b')
_CLASS = re.compile(r' class="([^"]*)"')


class Fragments(Protocol):
    """Those parts of a text that tell."""

    @property
    def front(self) -> Html:
        """What stands before the text."""

    @property
    def body(self) -> Html:
        """The text."""

    @property
    def back(self) -> Html:
        """What stands behind the text."""

    @property
    def notes(self) -> Html:
        """The notes, or nothing."""


def has(fragments: Fragments) -> bool:
    """Whether something in a text needs the style sheet."""
    html = "".join(map(str, (fragments.front, fragments.body, fragments.back, fragments.notes)))
    used = {name for value in set(_CLASS.findall(html)) for name in value.split()}
    return bool(used & CLASSES or _ELEMENTS.search(html))
