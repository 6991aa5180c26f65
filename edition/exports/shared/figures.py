"""What is counted of a text: never stored, so that it cannot disagree with the text."""

from __future__ import annotations

from edition.model import Article


def counted(article: Article) -> dict[str, str]:
    """Words, different words and characters of the reading text, as strings."""
    text = " ".join(block.text for block in article.blocks)
    words = text.split()
    return {"tokens": str(len(words)), "types": str(len(set(words))), "characters": str(len(text))}
