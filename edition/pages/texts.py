"""The reading page of a text, and the edition's own prose pages: the prose in its frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from edition import citation, urls
from edition.kinds import KINDS
from edition.model import Article, Edition, Page
from edition.pages.frame import Frame, Html, frame, path_of

LEAD = "lead"

__all__ = ["Fragments", "Reading", "Sign", "path_of", "text_page"]


class Fragments(Protocol):
    """The parts of a text as HTML, as `prose` makes them."""

    @property
    def title(self) -> Html:
        """The heading."""

    @property
    def front(self) -> Html:
        """Byline, lead and epigraph."""

    @property
    def body(self) -> Html:
        """The text."""

    @property
    def back(self) -> Html:
        """The bibliography."""

    @property
    def notes(self) -> Html:
        """The notes, or nothing."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A row of the legend: how a kind of mention is marked, and where its index is."""

    kind: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading page's values."""

    frame: Frame
    language: str
    fragments: Fragments
    signs: tuple[Sign, ...]
    source: str


def text_page(edition: Edition, article: Article, fragments: Fragments) -> Page:
    """The page of an article (`texts/…`) or of a page of the edition's own (`pages/…`)."""
    path = path_of(article)
    own = article.role == "page"
    context = Reading(
        frame=frame(
            edition,
            path,
            article.title,
            description=_description(article),
            cited=citation.text(edition.config, article, path),
            data=(article.path,),
        ),
        language=article.language,
        fragments=fragments,
        signs=() if own else tuple(_signs(edition, path)),
        source="" if own else article.source_citation,
    )
    return Page(path, "page.html" if own else "text.html", context)


def _description(article: Article) -> str:
    """The lead, or else the first words after the title."""
    lead = next((block.text for block in article.blocks if block.id == LEAD), "")
    return lead or next((block.text for block in article.blocks if block.text != article.title), "")


def _signs(edition: Edition, path: str) -> list[Sign]:
    kinds = {entity.kind for entity in edition.entities.values()}
    return [
        Sign(kind.slug, kind.singular, urls.relative(urls.index(kind.slug), path))
        for kind in KINDS
        if kind.slug in kinds
    ]
