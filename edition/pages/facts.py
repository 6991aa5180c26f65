"""What the lists say about an entity, as pieces of words and links with the numbers of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from edition import interface, urls, words
from edition.interface import N_, _
from edition.model import Edition, Entity, Fact, Identifier, Name, Relation

# Facts that open an entry instead of standing in its list.
ONCE = ("dating", "where")
MANY = 300  # statements of a row
REST = N_("und {number} weitere")
PERSON = "person"  # whose names are the same in all languages
OPENING = frozenset(slug for span in words.SPANS for slug in (span.begin, span.end)) | frozenset(ONCE)


class Sourced(Protocol):
    """Anything that names the sources it rests on."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Pointers to the sources."""


class Piece(Struct, frozen=True):
    """Words, perhaps linked; `language` is theirs, where it is not the page's."""

    words: str
    href: str = ""
    language: str = ""


class Mark(Struct, frozen=True):
    """The number of a source on this page, and where the source is described."""

    number: int
    href: str
    title: str
    language: str = ""  # of the title, where it is not the page's


class Statement(Struct, frozen=True):
    """One statement: its pieces, what it rests on, how certain it is, a remark with its language where that is not the
    page's, and words to put before it."""

    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = ()
    certainty: str = ""
    note: str = ""
    lead: str = ""
    noted: str = ""


class Row(Struct, frozen=True):
    """Statements under one label."""

    label: str
    statements: tuple[Statement, ...]


class Place(Struct, frozen=True):
    """Where statements are made: the edition, the page, and the numbers of the sources on it."""

    edition: Edition
    path: str
    marks: Mapping[str, Mark]

    @property
    def tag(self) -> str:
        """The language of what the lists say, where it is not the page's."""
        return interface.foreign(self.edition.config.content)

    def piece(self, pointer: str, text: str = "") -> Piece:
        """The words for an entity, linked if it is in the lists."""
        entity = self.edition.entities.get(pointer)
        if entity is None:
            return Piece(text or pointer, language=self.tag if text else "")
        tag = "" if entity.kind == PERSON else self.tag
        return Piece(text or entity.name, urls.relative(urls.entity(pointer), self.path), tag)

    def cited(self, sources: Iterable[str]) -> tuple[Mark, ...]:
        """The marks of some sources, in the order of their numbers."""
        return tuple(sorted((self.marks[one] for one in sources), key=lambda mark: mark.number))


def marks(edition: Edition, path: str, sources: Iterable[str]) -> Mapping[str, Mark]:
    """The sources of a page, numbered by first use."""
    found, tag = {}, interface.foreign(edition.config.content)
    for number, pointer in enumerate(dict.fromkeys(sources), 1):
        reference, work = edition.references.get(pointer), edition.entities.get(pointer)
        if reference:
            mark = Mark(number, urls.relative(urls.reference(pointer), path), reference.title, tag)
        elif work:  # a note may rest on a work of the lists
            mark = Mark(number, urls.relative(urls.entity(pointer), path), work.name, tag)
        else:
            mark = Mark(number, pointer, pointer)
        found[pointer] = mark
    return found


def fact(place: Place, fact: Fact) -> Statement:
    """A fact as date and words; words that only repeat the date are dropped."""
    figures = fact.slug == "coordinates"
    text = words.coordinates(fact.text) if figures else fact.text
    named = (
        place.piece(fact.target, text) if fact.target else Piece(text, language="" if figures else place.tag)
    )
    dated, said = words.stated(fact, named.words)
    pieces = (Piece(f"{dated}, "), named) if dated and said else (named,) if said else (Piece(dated),)
    certainty = words.certainty(fact.certainty)
    return Statement(pieces, place.cited(fact.sources), certainty, fact.note, noted=place.tag)


def opening(place: Place, entity: Entity) -> Iterator[Statement]:
    """The statements that open an entry: from birth to death, founding to end, or when and where."""
    for span in words.SPANS:
        begins = [fact(place, one) for one in entity.facts if one.slug == span.begin]
        ends = [fact(place, one) for one in entity.facts if one.slug == span.end]
        alone = not (begins and ends)
        yield from _alternatives(begins, f"{_(span.begun)} " if alone else "")
        yield from _alternatives(ends, f"{_(span.ended)} " if alone else " – ")
    told = [fact(place, one) for one in entity.facts if one.slug in ONCE]
    yield from (replace(one, lead=", " if number else "") for number, one in enumerate(told))


def _alternatives(statements: list[Statement], lead: str) -> Iterator[Statement]:
    """Sources that contradict each other are both told."""
    yield from (replace(one, lead=_(" oder ") if number else lead) for number, one in enumerate(statements))


def name(place: Place, name: Name, kind: str) -> Statement:
    """A further name of an entry of this kind, with its language and its time."""
    about = [words.language(name.language) if name.language and interface.foreign(name.language) else ""]
    about.append(words.dating(name.dating))
    remark = ", ".join(part for part in about if part)
    tag = name.language or ("" if kind == PERSON else place.tag)
    return Statement((Piece(name.text, language=tag),), place.cited(name.sources), note=remark)


def related(place: Place, pointer: str, relation: Relation) -> Statement:
    """The other side of a relation."""
    return Statement(
        (place.piece(pointer),), place.cited(relation.sources), words.certainty(relation.certainty)
    )


def identifier(place: Place, identifier: Identifier) -> Statement:
    """An identifier: its scheme, and its value as a link where it has an address."""
    pieces = (Piece(f"{identifier.scheme} "), Piece(identifier.value, identifier.uri or ""))
    return Statement(pieces, place.cited(identifier.sources))


def rows(grouped: Mapping[str, Iterable[Statement]]) -> Iterator[Row]:
    """Statements by their labels, as an entry shows them; of very many the first, and how many there are besides."""
    for label, statements in grouped.items():
        told = tuple(statements)
        rest = (Statement((Piece(_(REST).format(number=len(told) - MANY)),)),) if len(told) > MANY else ()
        yield Row(words.capital(label), (*told[:MANY], *rest))
