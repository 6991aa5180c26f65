"""The texts as plain strings, one a layer, and where in the reading text each block begins: what positions count.

Blocks stand in the order of the text with one blank line between them, those without words left out; a position
counts code points (W3C, »Web Annotation Data Model«, 4.2.5).
"""

from __future__ import annotations

from collections.abc import Iterable

from edition import urls
from edition.model import Article

BETWEEN = "\n\n"


def path(slug: str) -> str:
    """Where the plain text of an article is published."""
    return urls.exported("text", f"{slug}.txt")


def diplomatic_path(slug: str) -> str:
    """Where the text as printed is published."""
    return urls.exported("text", f"{slug}.diplomatic.txt")


def text(article: Article) -> str:
    """The reading text of an article, with a line end after the last block."""
    return _joined(block.text for block in article.blocks)


def diplomatic(article: Article) -> str:
    """The text of an article as printed."""
    return _joined(block.printed for block in article.blocks)


def _joined(blocks: Iterable[str]) -> str:
    return BETWEEN.join(block for block in blocks if block) + "\n"


def offsets(article: Article) -> dict[str, int]:
    """Where each block begins in `text`, by its id."""
    found, place = {}, 0
    for block in article.blocks:
        found[block.id] = place
        place += len(block.text) + len(BETWEEN) if block.text else 0
    return found
