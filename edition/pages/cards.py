"""What the card of an entry shows when its name is chosen in a text: a file for each text, loaded when it is needed.

A file calls `editionData(<text>, <rows>)`; a row stands under the address of its entry as the pages of the text link
it: name, kind, dates, description, identifiers (scheme, value, address), anchors of its mentions in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import accumulate

from msgspec.structs import replace

from edition import joining, urls, words
from edition.grouped import mentions_by_text, order
from edition.interface import _
from edition.kept import for_edition
from edition.kinds import BY_SLUG
from edition.model import Article, Edition, Entity, File
from edition.pages import facts
from edition.pages.facts import Place, Statement
from edition.pages.navigation import path_of

HEAVY = 300_000  # bytes of the cards of a text
AROUND = 250  # bytes of a card, besides description and anchors


def file(edition: Edition, text: Article) -> File:
    """The file of a text: the entries it mentions, in the order of the lists."""
    path = path_of(text)
    anchors: dict[str, list[str]] = {}
    for mention in mentions_by_text(edition).get(text.id, ()):
        anchors.setdefault(mention.pointer, []).append(mention.anchor)
    kept = _kept(edition, anchors)
    row = _rows(edition)
    rows = (
        f"{joining.written(urls.relative(urls.entity(pointer), path))}:{row(pointer)}{joining.written(places)}]"
        for pointer, places in sorted(kept.items(), key=lambda one: order(edition)[one[0]])
    )
    return File(
        urls.published(urls.cards(text.id)), joining.handing(text.id, f"{{{','.join(rows)}}}").encode("utf-8")
    )


def _kept(edition: Edition, anchors: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """The entries that have a card: all but those for which a file would be too long, the less named; their names lead
    to their pages."""
    ranked = sorted(anchors, key=lambda one: -len(anchors[one]))
    weights = accumulate(
        AROUND + 2 * len(edition.entities[one].description) + sum(len(place) + 3 for place in anchors[one])
        for one in ranked
    )
    return {one: anchors[one] for one, total in zip(ranked, weights, strict=True) if total <= HEAVY}


@for_edition
def _rows(edition: Edition) -> Callable[[str], str]:
    """The row of an entry as JSON, up to the anchors, which are all that differs from text to text."""

    @cache
    def row(pointer: str) -> str:
        entity = edition.entities[pointer]
        identifiers = [[one.scheme, one.value, one.uri or ""] for one in entity.identifiers]
        value = [entity.name, _kind(entity), _dated(edition, entity), entity.description, identifiers]
        return joining.written(value).removesuffix("]") + ","

    return row


def _kind(entity: Entity) -> str:
    singular = words.capital(_(BY_SLUG[entity.kind].singular))
    return ", ".join(part for part in (singular, words.type_of(entity.type)) if part)


def _dated(edition: Edition, entity: Entity) -> str:
    """How the entry opens; where it has no such facts (works), authors and dates as in a list."""
    sources = (pointer for fact in entity.facts for pointer in fact.sources)
    place = Place(edition, "", facts.marks(edition, "", sources))  # of its links only the words are taken
    opening = "".join(_said(stated) for stated in facts.opening(place, entity))
    return opening or words.summary(replace(entity, type=None))


def _said(stated: Statement) -> str:
    """A statement without the numbers of its sources, which lead to notes of the entry."""
    certainty = f" ({stated.certainty})" if stated.certainty else ""
    return stated.lead + "".join(piece.words for piece in stated.pieces) + certainty
