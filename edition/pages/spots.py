"""Places in the edited texts as links: »Absatz 12«, seen from one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from edition import urls, words
from edition.interface import _
from edition.kept import for_edition
from edition.model import Block, Edition
from edition.pages.frame import path_of


class Spot(Struct, frozen=True):
    """A place in a text."""

    label: str
    href: str


class Spots(Struct, frozen=True):
    """The edited texts as seen from the page at `path`; the edition's own pages are none of them."""

    path: str
    paths: Mapping[str, str]  # by the id of the text
    labels: Mapping[tuple[str, str], str]  # by the ids of text and block
    languages: Mapping[str, str]

    def at(self, article: str, block: str, anchor: str) -> Spot:
        """The link to an anchor, called after the block it stands in."""
        href = urls.relative(f"{self.paths[article]}#{anchor}", self.path)
        return Spot(self.labels.get((article, block), _("Text")), href)

    def __contains__(self, article: str) -> bool:
        return article in self.paths


def told_apart(spots: Iterable[Spot]) -> Iterator[Spot]:
    """Places one after the other: a further one in the same block is its »2. Stelle«."""
    counted: Counter[str] = Counter()
    for spot in spots:
        counted[spot.label] += 1
        yield (
            replace(spot, label=_("{number}. Stelle").format(number=counted[spot.label]))
            if counted[spot.label] > 1
            else spot
        )


def _label(block: Block) -> str:
    """»Absatz 12«; an entry of the bibliography by what stands before its first colon, the author."""
    if block.number:
        return _("Absatz {number}").format(number=block.number)
    label = words.block(block.id, None)
    author, colon, _rest = block.text.partition(": ")
    return f"{label}: {author}" if colon and words.lists(block.id) else label


def seen_from(edition: Edition, path: str) -> Spots:
    """The places of all edited texts; where there are several, a place names its text."""
    return replace(_everywhere(edition), path=path)


@for_edition
def _everywhere(edition: Edition) -> Spots:
    several = len(edition.articles) > 1
    labels = {
        (text.id, block.id): f"{text.title}, {label}" if several else label
        for text in edition.articles
        for block in text.blocks
        for label in (_label(block),)
    }
    return Spots(
        "",
        {text.id: path_of(text) for text in edition.articles},
        labels,
        {text.id: text.language for text in edition.articles},
    )
