"""Where in the texts the words of others stand: every part of a quotation as a stretch of its block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from edition.kept import for_edition
from edition.model import Edition, Quotation

# What marks mean when the words between them are somebody's: the others name or set apart.
CITED = ("source", "speech", "epigraph")


class Stretch(Struct, frozen=True):
    """One part of a quotation in the reading text of a block."""

    quotation: Quotation
    anchor: str
    article_id: str
    block: str
    begin: int
    end: int


@for_edition
def quotations(edition: Edition) -> tuple[Quotation, ...]:
    """The quotations of the edited texts, in the order of the texts."""
    texts = {text.id for text in edition.articles}
    return tuple(one for one in edition.quotations if one.article_id in texts)


@for_edition
def by_work(edition: Edition) -> Mapping[str, tuple[Quotation, ...]]:
    """The quotations by the work they are from."""
    found: dict[str, list[Quotation]] = defaultdict(list)
    for one in quotations(edition):
        if one.source:
            found[one.source].append(one)
    return {work: tuple(several) for work, several in found.items()}


def stretches(found: Iterable[Quotation]) -> tuple[Stretch, ...]:
    """The parts of some quotations, one after the other."""
    return tuple(
        Stretch(one, anchor, one.article_id, block, begin, begin + len(text))
        for one in found
        for (anchor, text), (block, begin) in zip(one.parts, one.places, strict=True)
    )


@for_edition
def by_block(edition: Edition) -> Mapping[tuple[str, str], tuple[Stretch, ...]]:
    """All stretches by the ids of text and block."""
    found: dict[tuple[str, str], list[Stretch]] = defaultdict(list)
    for one in stretches(quotations(edition)):
        found[one.article_id, one.block].append(one)
    return {place: tuple(several) for place, several in found.items()}


def around(inner: Stretch, all_stretches: Iterable[Stretch]) -> Stretch | None:
    """The innermost stretch that another one stands in."""
    outer = [one for one in all_stretches if one.quotation != inner.quotation and _holds(one, inner)]
    return max(outer, key=lambda one: one.begin, default=None)


def _holds(outer: Stretch, inner: Stretch) -> bool:
    same = (outer.article_id, outer.block) == (inner.article_id, inner.block)
    return same and outer.begin <= inner.begin and inner.end <= outer.end
