"""The facts of an edition by the text they stand in, so that what is asked of one text need not look through all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from edition.kept import for_edition
from edition.model import Article, Edition, Mention


class Placed(Protocol):
    """What stands in a text."""

    @property
    def article_id(self) -> str:
        """The id of the text."""


Fact = TypeVar("Fact", bound=Placed)


@dataclass(frozen=True, slots=True)
class ByText:
    """Facts by the id of their text, each in the order of the text."""

    mentions: Mapping[str, tuple[Mention, ...]]


@for_edition
def by_text(edition: Edition) -> ByText:
    """The facts of each text."""
    return ByText(_grouped(one for found in edition.mentions.values() for one in found))


@for_edition
def order(edition: Edition) -> Mapping[str, int]:
    """The place of each entity in the lists."""
    return {pointer: number for number, pointer in enumerate(edition.entities)}


@for_edition
def texts_by_id(edition: Edition) -> Mapping[str, Article]:
    """Every text and every page of the edition's own."""
    return {text.id: text for text in (*edition.articles, *edition.pages)}


def _grouped(found: Iterable[Fact]) -> Mapping[str, tuple[Fact, ...]]:
    groups: dict[str, list[Fact]] = defaultdict(list)
    for one in found:
        groups[one.article_id].append(one)
    return {name: tuple(facts) for name, facts in groups.items()}
