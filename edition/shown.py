"""In which layers a text is published: as corrected, and as it stands in its source."""

from __future__ import annotations

from edition.model import Article, Config

READING, DIPLOMATIC = "reading", "diplomatic"


def layers(config: Config, text: Article) -> tuple[str, ...]:
    """The layers of a text: an edited one has two, a page of the edition's own one; a text of others has the second
    only where its words differ from those of the first."""
    if text.role == "page":
        return (READING,)
    if config.adopted and all(block.text == block.printed for block in text.blocks):
        return (READING,)
    return READING, DIPLOMATIC
