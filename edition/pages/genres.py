"""Whether a text has more than paragraphs: only its pages carry the style sheet of verse, plays, letters and the like."""

from __future__ import annotations

import re

from edition.pages.frame import Html

# What `genres.css` styles; a test compares.
CLASSES = frozenset(
    "actor add address-line alternative app-letter app-mark break caesura cast cit closer continued "
    "copied-entries copied-entry damage dateline deleted direction doc-imprint doc-title epilogue ex figure-description "
    "floating-text formula fw gap heading hi imprint indent-1 indent-2 indent-3 indent-4 label line-break look-b look-i "
    "look-small-caps look-spaced look-u loose named note-name note-place opener performance picture postal postscript prologue q readings readings-head role "
    "role-desc run-on salute secl set sigla signed simple speaker stanza stanzas sub sub-heading supplied surplus "
    "table text title-leaf title-part trailer turn unclear unmarked variant verse verse-number witnesses".split()
)
# What it styles there, and what the texts of our own editions have as well.
SHARED = frozenset(
    "byline edited epigraph lemma level-1 list-head note paragraph printed prose quotation reading text-page "
    "title-block".split()
)
_ELEMENTS = re.compile(r'<(?:dl|figure(?! class="epigraph"))\b')
_CLASS = re.compile(r' class="([^"]*)"')


def has(*parts: Html) -> bool:
    """Whether something in the parts of a text needs the style sheet."""
    html = "".join(map(str, parts))
    used = {name for value in set(_CLASS.findall(html)) for name in value.split()}
    return bool(used & CLASSES or _ELEMENTS.search(html))
