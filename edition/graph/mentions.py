"""Mentions in the texts, without those on the edition's own pages."""

from __future__ import annotations

from collections.abc import Sequence

from edition.grouped import own_pages
from edition.model import Edition, Mention


def mentioned(edition: Edition, pointer: str) -> Sequence[Mention]:
    """The mentions of an entity in the articles; those on the edition's own pages are not counted."""
    own = own_pages(edition)
    return [one for one in edition.mentions.get(pointer, ()) if one.article_id not in own]
