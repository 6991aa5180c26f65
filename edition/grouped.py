"""The facts of an edition by the text they stand in, so that what is asked of one text need not look through all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from edition.kept import for_edition
from edition.model import Article, DateRef, Edition, Mention, Quotation


class Placed(Protocol):
    """What stands in a text."""

    @property
    def article_id(self) -> str:
        """The id of the text."""


Fact = TypeVar("Fact", bound=Placed)


@for_edition
def mentions_by_text(edition: Edition) -> Mapping[str, tuple[Mention, ...]]:
    """The mentions in each text, those of an entity in its order."""
    return _grouped(one for found in edition.mentions.values() for one in found)


@for_edition
def dates_by_text(edition: Edition) -> Mapping[str, tuple[DateRef, ...]]:
    """The dates of each text, in its order."""
    return _grouped(edition.dates)


@for_edition
def quotations_by_text(edition: Edition) -> Mapping[str, tuple[Quotation, ...]]:
    """The quotations of each text, in its order."""
    return _grouped(edition.quotations)


@for_edition
def named_in(edition: Edition) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The entries that each text names, in the order of their first mention: text → pointer → the blocks that name it."""
    found: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for pointer, mentions in edition.mentions.items():
        for mention in mentions if pointer in edition.entities else ():
            found[mention.article_id].setdefault(pointer, set()).add(mention.block)
    return {
        name: {pointer: frozenset(blocks) for pointer, blocks in pointers.items()}
        for name, pointers in found.items()
    }


@for_edition
def order(edition: Edition) -> Mapping[str, int]:
    """The place of each entity in the lists."""
    return {pointer: number for number, pointer in enumerate(edition.entities)}


@for_edition
def kinds_of(edition: Edition) -> frozenset[str]:
    """The kinds that have entries."""
    return frozenset(entity.kind for entity in edition.entities.values())


@for_edition
def own_pages(edition: Edition) -> frozenset[str]:
    """The ids of the edition's own pages."""
    return frozenset(page.id for page in edition.pages)


def mentioned(edition: Edition, pointer: str) -> tuple[Mention, ...]:
    """Where the texts name something; what the edition's own pages say does not count."""
    own = own_pages(edition)
    return tuple(one for one in edition.mentions.get(pointer, ()) if one.article_id not in own)


@for_edition
def texts_of_works(edition: Edition) -> Mapping[str, tuple[Article, ...]]:
    """The texts by the entry of the work that they are."""
    found: dict[str, list[Article]] = defaultdict(list)
    for text in edition.articles:
        if text.work:
            found[text.work].append(text)
    return {pointer: tuple(texts) for pointer, texts in found.items()}


@for_edition
def texts_by_id(edition: Edition) -> Mapping[str, Article]:
    """Every text and every page of the edition's own."""
    return {text.id: text for text in (*edition.articles, *edition.pages)}


def _grouped(found: Iterable[Fact]) -> Mapping[str, tuple[Fact, ...]]:
    groups: dict[str, list[Fact]] = defaultdict(list)
    for one in found:
        groups[one.article_id].append(one)
    return {name: tuple(facts) for name, facts in groups.items()}
