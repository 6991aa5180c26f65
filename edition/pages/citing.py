"""What the page of a text knows for citing its passages: ways of citing, passages in their order, words of the panel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import asdict

from edition import cited, passages
from edition.interface import N_, Messages, _, language
from edition.model import Article, Edition
from edition.pages.search import BLOCKS

# Outer and inner quotation marks: of the texts, and of citations in the language of the page.
MARKS = ("»", "«", "›", "‹")
WRITTEN = (N_("»"), N_("«"), N_("›"), N_("‹"))
# How the place of a passage is called; names in braces are filled in.
PLACES = Messages(
    {
        "one": cited.PARAGRAPH,
        "many": "Absätze {first}–{last}",
        "between": "{first} bis {last}",
        "break": " / ",  # between the words of two paragraphs
    }
)
# What the panel says.
SENTENCES = Messages(
    {
        "cite": "Stelle zitieren",
        "close": "Schließen",
        "format": "Form",
        "citation": "Zitierangabe",
        "word": "1 Wort",
        "words": "{count} Wörter",
        "copy": "Kopieren",
        "copied": "Kopiert",
        "selected": "Markiert; bitte mit der Tastatur kopieren",
        "link": "Link zur Stelle",
    }
)


def data(edition: Edition, article: Article) -> Mapping[str, Any]:
    """All of it, as the page's script takes it: `scripts/citing-data.js`."""
    return {
        "formats": [asdict(one) for one in passages.templates(edition, article)],
        "blocks": [*_blocks(article)],
        "places": dict(PLACES),
        "marks": _marks(),
        "language": language(),
        "sentences": dict(SENTENCES),
    }


def _marks() -> tuple[str, ...]:
    """The marks of the texts; behind them those that are written for them, where they are others."""
    written = tuple(_(mark) for mark in WRITTEN)
    return MARKS if written == MARKS else (*MARKS, *written)


def _blocks(article: Article) -> Iterator[tuple[str, str, str]]:
    """The id of each block, its number, and what it is called if it has none."""
    for block in article.blocks:
        yield block.id, block.number or "", "" if block.number else BLOCKS.get(block.element, block.element)
