"""What stands around the registers of a book: title page, texts, sources, imprint, as values of their templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from edition import citation, corpus, prose, rights, urls, words
from edition.exports.epub.parts import Part
from edition.exports.epub.registers import Piece
from edition.model import Article, Bilingual, Config, Dating, Edition, Reference

LOSSES = Bilingual(
    "The book has the reading text only. It does not hold the diplomatic text, the tags for programs, which source a "
    "single statement of the registers rests on, or the registers of quotations, voices and dates.",
    "Das Buch enthält nur den Lesetext. Es fehlen der diplomatische Text, die Auszeichnung für Programme, die Belege "
    "einzelner Angaben der Register und die Übersichten über Zitate, Stimmen und Zeitangaben.",
)
_ADDRESS = re.compile(r"(https?://\S*[\w/])")


class Title(Struct, frozen=True):
    """The values of the title page."""

    part: Part
    site: str
    authors: tuple[str, ...]
    subtitle: str
    publisher: str
    version: str
    dated: str


class Text(Struct, frozen=True):
    """The values of a text's file; the fragments are finished XHTML."""

    part: Part
    site: str
    fragments: prose.Fragments
    source: tuple[Piece, ...]
    notes: str  # the heading of the notes


class Source(Struct, frozen=True):
    """A source that facts and notes rest on."""

    id: str
    title: str
    note: str
    addresses: tuple[str, ...]


class Sources(Struct, frozen=True):
    """The values of the list of sources."""

    part: Part
    site: str
    sources: tuple[Source, ...]


class Imprint(Struct, frozen=True):
    """The values of the imprint."""

    part: Part
    site: str
    subtitle: str
    publisher: str
    version: str
    dated: str
    address: str
    responsible: tuple[tuple[str, tuple[str, ...]], ...]  # label, lines
    cited: tuple[tuple[Piece, ...], ...]
    rights: tuple[rights.Licence, ...]
    losses: str


def authors(edition: Edition) -> tuple[str, ...]:
    """Whoever wrote one of the texts, once."""
    return tuple(dict.fromkeys(name for text in edition.articles for name in text.authors))


def title(edition: Edition, part: Part) -> Title:
    """The title page."""
    config = edition.config
    publisher = "" if config.publisher == config.title else config.publisher
    return Title(
        part, config.title, authors(edition), config.subtitle, publisher, config.version, dated(config)
    )


def dated(config: Config) -> str:
    """The day of the version in words."""
    return words.dating(Dating(when=config.date))


def text(root: Path, edition: Edition, article: Article, part: Part, links: Mapping[str, str]) -> Text:
    """A text of the edition, or one of its own pages."""
    source = corpus.parse(root / article.path, article.role, root)
    fragments = prose.chapter(source, links, words.labels(edition))
    notes = "Notes" if article.language == "en" else "Anmerkungen"
    own = article.role == "page"
    return Text(part, edition.config.title, fragments, () if own else linked(article.source_citation), notes)


def linked(said: str) -> tuple[Piece, ...]:
    """Words with their addresses as links."""
    parts = enumerate(_ADDRESS.split(said))
    return tuple(Piece(one, one if place % 2 else "") for place, one in parts if one)


def sources(edition: Edition, part: Part) -> Sources:
    """The sources in the order of their titles."""
    listed = sorted(edition.references.values(), key=lambda one: words.sort_key(one.title))
    return Sources(part, edition.config.title, tuple(_source(one) for one in listed))


def _source(reference: Reference) -> Source:
    return Source(reference.id, reference.title, reference.note, reference.targets)


def imprint(edition: Edition, part: Part) -> Imprint:
    """Who answers for the book, how it is cited, what may be done with it, and what it does not hold."""
    config = edition.config
    given = {key: said for key, said in config.imprint.items() if said.strip()}
    cited = [citation.edition(config, urls.HOME)]
    cited += [citation.text(config, one, urls.article(one.id)) for one in edition.articles]
    return Imprint(
        part=part,
        site=config.title,
        subtitle=config.subtitle,
        publisher=config.publisher,
        version=config.version,
        dated=dated(config),
        address=citation.address(config, ""),
        responsible=tuple(
            (label, tuple(given[key].strip().splitlines()))
            for key, label in words.IMPRINT.items()
            if key in given and key != "host"
        ),
        cited=tuple(linked(one.text) for one in cited),
        rights=rights.layers(config),
        losses=LOSSES.de,
    )
