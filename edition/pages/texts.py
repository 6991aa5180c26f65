"""The reading page of a text, and the edition's own prose pages: the prose in its frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from msgspec import Struct
from msgspec.structs import replace

from edition import citation, shown, urls, words
from edition.grouped import kinds_of
from edition.interface import N_, _, foreign
from edition.kinds import KINDS
from edition.metadata.subject import versions
from edition.model import Article, Edition, Page
from edition.pages import citing, genres, navigation
from edition.pages.aids import aids
from edition.pages.facts import Piece
from edition.pages.frame import Frame, Html, frame
from edition.pages.navigation import Link
from edition.pages.neighbours import Around, around
from edition.shown import DIPLOMATIC, READING

_ADDRESS = re.compile(r"(https?://\S*[\w/])")
LEAD = "lead"


class _Layer(NamedTuple):
    """What tells the page of a layer from the other."""

    label: str
    template: str
    title: str  # behind the title of the text
    description: str  # before that of the text


_LAYERS = {
    READING: _Layer(N_("Lesetext"), "text.html", "", ""),
    DIPLOMATIC: _Layer(
        N_("Diplomatischer Text"), "diplomatic.html", N_(" (diplomatischer Text)"), N_("Wie in der Vorlage: ")
    ),
}
_NOTES = {"de": "Anmerkungen", "en": "Notes"}


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


class Sign(Struct, frozen=True):
    """A row of the legend: how a kind of mention is marked, and where its index is."""

    kind: str
    layer: str  # what the address and the style sheet call what it marks: "persons"
    label: str
    href: str


class Reading(Struct, frozen=True):
    """A reading page's values."""

    frame: Frame
    language: str
    fragments: Fragments
    layers: tuple[Link, ...]  # the reading and the diplomatic text; empty for the edition's own pages
    signs: tuple[Sign, ...]
    source: tuple[Piece, ...]
    notes: str  # the heading of the notes
    aids: Mapping[str, Any]  # for the script
    around: Around  # what the page says of the document as such
    citing: Mapping[str, Any]  # what citing a passage needs; nothing where passages are not cited
    genres: str  # the style sheet of verse, plays, letters …; empty where the text has none of them


def text_page(edition: Edition, article: Article, fragments: Fragments, *, layer: str = READING) -> Page:
    """The page of an article (`texts/…`) in one of its layers, or of a page of the edition's own (`pages/…`)."""
    path, own = path_of(article, layer), article.role == "page"
    suffix, opening = _(_LAYERS[layer].title), _(_LAYERS[layer].description)
    beside = around(edition, article, path)
    context = Reading(
        frame=frame(
            edition,
            path,
            article.title + suffix,
            description=opening + _description(article),
            cited=citation.text(edition.config, replace(article, title=article.title + suffix), path),
            data=(article.path,),
            language=article.language,
            versions=versions(edition, article),
            thing=article,
            script="reading",
            sheet=urls.DOCUMENTS if beside != Around() else "",
        ),
        language=article.language,
        fragments=fragments,
        layers=() if own else tuple(layers(edition, article, path, layer)),
        signs=() if own else tuple(_signs(edition, path)),
        source=() if own else tuple(_linked(article.source_citation, foreign(edition.config.content))),
        notes=_NOTES.get(article.language, _NOTES["de"]),
        aids={} if own else aids(edition, article.id, path, citing=layer == READING),
        around=beside,
        citing=citing.data(edition, article) if not own and layer == READING else {},
        genres=urls.relative(urls.GENRES, path)
        if genres.has(fragments.front, fragments.body, fragments.back, fragments.notes)
        else "",
    )
    return Page(path, "page.html" if own else _LAYERS[layer].template, context)


def path_of(article: Article, layer: str = READING) -> str:
    """Where a text stands in the site, in one of its layers."""
    return urls.diplomatic(article.id) if layer == DIPLOMATIC else navigation.path_of(article)


def _linked(said: str, tag: str) -> Iterator[Piece]:
    """Words with their language, and their addresses as links."""
    for place, part in enumerate(_ADDRESS.split(said)):
        if part:
            yield Piece(part, part) if place % 2 else Piece(part, language=tag)


def _description(article: Article) -> str:
    """The lead, or else the first paragraph; headings do not end in a full stop."""
    lead = next((block.text for block in article.blocks if block.id == LEAD), "")
    return lead or next((block.text for block in article.blocks if block.text.endswith(".")), "")


def layers(edition: Edition, article: Article, start: str, layer: str = "") -> Iterator[Link]:
    """A text in its layers, as seen from the page `start`, which may show one of them itself; nothing if it has one."""
    there = shown.layers(edition.config, article)
    for one in there if len(there) > 1 else ():
        target = path_of(article, one)
        yield Link(_(_LAYERS[one].label), urls.relative(target, start), "page" if one == layer else "")


def _signs(edition: Edition, path: str) -> list[Sign]:
    kinds = kinds_of(edition)
    return [
        Sign(
            kind.slug,
            kind.plural,
            words.capital(_(kind.singular)),
            urls.relative(urls.index(kind.slug), path),
        )
        for kind in KINDS
        if kind.slug in kinds
    ]
