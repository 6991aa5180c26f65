"""The reading text as one plain string, and where in it each block begins: what positions are counted in.

Blocks stand in the order of the text with one blank line between them, those without words left out; a position counts code points (W3C,
»Web Annotation Data Model«, 4.2.5).
"""

from __future__ import annotations

from edition import urls
from edition.model import Article

BETWEEN = "\n\n"


def path(slug: str) -> str:
    """Where the plain text of an article is published."""
    return urls.exported("text", f"{slug}.txt")


def text(article: Article) -> str:
    """The reading text of an article, with a line end after the last block."""
    return BETWEEN.join(block.text for block in article.blocks if block.text) + "\n"


def offsets(article: Article) -> dict[str, int]:
    """Where each block begins in `text`, by its id."""
    found, place = {}, 0
    for block in article.blocks:
        found[block.id] = place
        place += len(block.text) + len(BETWEEN) if block.text else 0
    return found
