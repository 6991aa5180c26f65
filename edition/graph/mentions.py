"""Mentions in the texts, without those on the edition's own pages."""

from __future__ import annotations

from collections.abc import Sequence

from edition.model import Edition, Mention


def mentioned(edition: Edition, pointer: str) -> Sequence[Mention]:
    """The mentions of an entity in the articles; those on the edition's own pages are not counted."""
    texts = {article.id for article in edition.articles}
    return [one for one in edition.mentions.get(pointer, ()) if one.article_id in texts]
