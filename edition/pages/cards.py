"""What the card of an entry shows when its name is chosen in a text: a file for each text, loaded when it is needed.

A file calls `editionData(<text>, <rows>)`; a row stands under the address of its entry as the pages of the text link
it: name, kind, dates, description, identifiers (scheme, value, address), anchors of its mentions in their order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from edition import joining, urls, words
from edition.grouped import by_text, order
from edition.interface import _
from edition.kinds import BY_SLUG
from edition.model import Article, Edition, Entity, File
from edition.pages import facts
from edition.pages.facts import Place, Statement
from edition.pages.navigation import path_of


def file(edition: Edition, text: Article) -> File:
    """The file of a text: the entries it mentions, in the order of the lists."""
    path = path_of(text)
    anchors: dict[str, list[str]] = {}
    for mention in by_text(edition).mentions.get(text.id, ()):
        anchors.setdefault(mention.pointer, []).append(mention.anchor)
    value = {
        urls.relative(urls.entity(pointer), path): _row(edition, edition.entities[pointer], path, places)
        for pointer, places in sorted(anchors.items(), key=lambda one: order(edition)[one[0]])
    }
    return File(urls.published(urls.cards(text.id)), joining.handed(text.id, value).encode("utf-8"))


def _row(edition: Edition, entity: Entity, path: str, anchors: list[str]) -> list[Any]:
    identifiers = [[one.scheme, one.value, one.uri or ""] for one in entity.identifiers]
    return [
        entity.name,
        _kind(entity),
        _dated(edition, entity, path),
        entity.description,
        identifiers,
        anchors,
    ]


def _kind(entity: Entity) -> str:
    singular = words.capital(_(BY_SLUG[entity.kind].singular))
    return ", ".join(part for part in (singular, words.type_of(entity.type)) if part)


def _dated(edition: Edition, entity: Entity, path: str) -> str:
    """How the entry opens; where it has no such facts (works), authors and dates as in a list."""
    sources = (pointer for fact in entity.facts for pointer in fact.sources)
    place = Place(edition, path, facts.marks(edition, path, sources))
    opening = "".join(_said(stated) for stated in facts.opening(place, entity))
    return opening or words.summary(replace(entity, type=None))


def _said(stated: Statement) -> str:
    """A statement without the numbers of its sources, which lead to notes of the entry."""
    certainty = f" ({stated.certainty})" if stated.certainty else ""
    return stated.lead + "".join(piece.words for piece in stated.pieces) + certainty
