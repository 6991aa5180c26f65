"""Places in the edited texts as links: »Absatz 12«, seen from one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edition import urls, words
from edition.model import Edition
from edition.pages.frame import path_of


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a text."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Spots:
    """The edited texts as seen from the page at `path`; the edition's own pages are none of them."""

    path: str
    paths: Mapping[str, str]  # by the id of the text
    labels: Mapping[tuple[str, str], str]  # by the ids of text and block
    languages: Mapping[str, str]

    def at(self, article: str, block: str, anchor: str) -> Spot:
        """The link to an anchor, called after the block it stands in."""
        href = urls.relative(f"{self.paths[article]}#{anchor}", self.path)
        return Spot(self.labels.get((article, block), "Text"), href)

    def __contains__(self, article: str) -> bool:
        return article in self.paths


def seen_from(edition: Edition, path: str) -> Spots:
    """The places of all edited texts; where there are several, a place names its text."""
    several = len(edition.articles) > 1
    labels = {
        (text.id, block.id): f"{text.title}, {label}" if several else label
        for text in edition.articles
        for block in text.blocks
        for label in (f"Absatz {block.number}" if block.number else words.block(block.id, None),)
    }
    return Spots(
        path,
        {text.id: path_of(text) for text in edition.articles},
        labels,
        {text.id: text.language for text in edition.articles},
    )
