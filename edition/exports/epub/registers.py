"""The registers of a book: for each kind its entries in the order of DIN 5007, with where the texts name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from edition import words
from edition.exports.epub.parts import Part
from edition.graph import mentioned
from edition.kinds import BY_SLUG
from edition.model import Block, Edition, Entity, Fact, Name, Relation


class Piece(Struct, frozen=True):
    """Words, perhaps linked, perhaps in another language; `label` is what a link is called aloud."""

    words: str
    href: str = ""
    language: str = ""
    label: str = ""


class Row(Struct, frozen=True):
    """Statements under one label; `between` parts them."""

    label: str
    statements: tuple[tuple[Piece, ...], ...]
    between: str = "; "


class Entry(Struct, frozen=True):
    """An entry of a register."""

    id: str
    name: str
    summary: str
    description: str
    rows: tuple[Row, ...]


class Letter(Struct, frozen=True):
    """The entries under one letter; an underscore keeps its id apart from those of entries."""

    id: str
    label: str
    entries: tuple[Entry, ...]


class Register(Struct, frozen=True):
    """The values of a register's file."""

    part: Part
    site: str
    letters: tuple[Letter, ...]


class Around(Struct, frozen=True):
    """What entries are seen in: the edition, where pointers lead, the relations of each entry, what blocks are called."""

    edition: Edition
    links: Mapping[str, str]
    relations: Mapping[str, tuple[Relation, ...]]
    spots: Mapping[tuple[str, str], str]  # by the ids of text and block
    labels: Mapping[str, str]  # what notes call an entry or a source


def around(edition: Edition, links: Mapping[str, str]) -> Around:
    """Made once for all registers."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in edition.relations:
        for pointer in dict.fromkeys((*relation.active, *relation.passive)):
            found[pointer].append(relation)
    spots = {(text.id, block.id): _spot(block) for text in edition.articles for block in text.blocks}
    relations = {pointer: tuple(those) for pointer, those in found.items()}
    return Around(edition, links, relations, spots, words.labels(edition))


def _spot(block: Block) -> str:
    """»12«, »Vorspann«; an entry of the bibliography by what stands before its first colon, the author."""
    label = words.block(block.id, block.number)
    author, colon, _ = block.text.partition(": ")
    return f"{label}: {author}" if colon and words.lists(block.id) else label


def register(known: Around, part: Part) -> Register:
    """The register of a kind, by the letters of its names."""
    entities = [one for one in known.edition.entities.values() if one.kind == part.subject]
    entities.sort(key=lambda one: words.sort_key(one.name))
    grouped = groupby(entities, key=lambda one: words.initial(one.name))
    letters = (
        Letter(f"buchstabe_{number}", label, tuple(_entry(known, one) for one in those))
        for number, (label, those) in enumerate(grouped, 1)
    )
    return Register(part, known.edition.config.title, tuple(letters))


def _entry(known: Around, entity: Entity) -> Entry:
    rows = (
        *_rows((words.name_type(one.type), _name(one)) for one in entity.other_names),
        *_facts(known, entity),
        *_relations(known, entity),
        *_remarks(entity),
        *_identifiers(entity),
        *_mentions(known, entity),
    )
    return Entry(entity.id, entity.name, words.summary(entity), entity.description, rows)


def _rows(stated: Iterable[tuple[str, tuple[Piece, ...]]]) -> Iterator[Row]:
    """Statements by their labels, each label once."""
    grouped: dict[str, list[tuple[Piece, ...]]] = defaultdict(list)
    for label, pieces in stated:
        grouped[label].append(pieces)
    yield from (Row(words.capital(label), tuple(those)) for label, those in grouped.items())


def _added(*said: str) -> tuple[Piece, ...]:
    """What is to be known of a statement, in brackets behind it."""
    told = ", ".join(one for one in said if one)
    return (Piece(f" ({told})"),) if told else ()


def _name(name: Name) -> tuple[Piece, ...]:
    language = name.language if name.language and name.language != "de" else ""
    about = _added(words.language(language) if language else "", words.dating(name.dating))
    return (Piece(name.text, language=language), *about)


def _facts(known: Around, entity: Entity) -> Iterator[Row]:
    labels = {rule.slug: rule.label for rule in BY_SLUG[entity.kind].facts}
    return _rows((labels.get(one.slug, one.slug), _fact(known, one)) for one in entity.facts)


def _fact(known: Around, fact: Fact) -> tuple[Piece, ...]:
    text = words.coordinates(fact.text) if fact.slug == "coordinates" else fact.text
    dated, said = words.stated(fact, text or _called(known, fact.target or ""))
    date = (Piece(f"{dated}, " if said else dated),) if dated else ()
    named = (Piece(said, known.links.get(fact.target or "", "")),) if said else ()
    return (*date, *named, *_added(words.certainty(fact.certainty)), *_added(fact.note))


def _called(known: Around, pointer: str) -> str:
    named = known.edition.entities.get(pointer)
    return named.name if named else pointer


def _relations(known: Around, entity: Entity) -> Iterator[Row]:
    def stated() -> Iterator[tuple[str, tuple[Piece, ...]]]:
        for relation in known.relations.get(entity.pointer, ()):
            active = entity.pointer in relation.active
            side = relation.active if relation.mutual or not active else relation.passive
            about = _added(words.certainty(relation.certainty), words.dating(relation.dating))
            for other in side:
                if other != entity.pointer:
                    named = Piece(_called(known, other), known.links.get(other, ""))
                    yield words.relation(relation.name, active), (named, *about)

    return _rows(stated())


def _remarks(entity: Entity) -> Iterator[Row]:
    return _rows(("Anmerkung", (Piece(one.text),)) for one in entity.remarks)


def _identifiers(entity: Entity) -> Iterator[Row]:
    return _rows((one.scheme, (Piece(one.value, one.uri or ""),)) for one in entity.identifiers)


def _mentions(known: Around, entity: Entity) -> Iterator[Row]:
    """Where the texts name the entry: of each block the first place."""
    texts = {text.id: text for text in known.edition.articles}
    for text in texts.values():
        if text.work == entity.pointer:
            yield Row("In diesem Buch", ((Piece(text.title, known.links[f"page:{text.id}"]),),))
    for identifier, those in groupby(
        mentioned(known.edition, entity.pointer), key=lambda one: one.article_id
    ):
        text, file = texts[identifier], known.links[f"page:{identifier}"]
        first: dict[str, str] = {}
        for one in those:
            first.setdefault(one.block, one.anchor)
        places = tuple(
            (_place(known.spots.get((identifier, block), "Text"), f"{file}#{anchor}"),)
            for block, anchor in first.items()
        )
        yield Row(text.title if len(texts) > 1 else "Im Text", places, ", ")


def _place(called: str, href: str) -> Piece:
    """A place of a text; a bare number is read out as that of a paragraph."""
    return Piece(called, href, label=f"Absatz {called}" if called.isdecimal() else "")
