"""The tables of the lists: entries with their names, identifiers, facts, remarks and relations; the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from edition import citation, urls
from edition.exports.tables.places import CERTAINTY
from edition.exports.tables.table import Field, Table, dated, filled, number, several, to_entity, words
from edition.kinds import BY_SLUG
from edition.model import (
    Bilingual,
    Edition,
    Entity,
    Fact,
    Identifier,
    Mention,
    Name,
    Relation,
    Remark,
)

T = TypeVar("T")
Numbered = tuple[str, int, T]  # pointer of the entry, place in it, what stands there
_SOURCES = several("sources", "what it rests on", "worauf es beruht", "sources")

# What the rows of one entry begin with.
_OF_ENTRY: tuple[Field[Any], ...] = (
    (words("entity", "the entry", "der Eintrag"), lambda row: row[0]),
    (number("position", "place in the entry", "Stelle im Eintrag"), lambda row: row[1]),
)


def tables(edition: Edition) -> tuple[Table, ...]:
    """The sources, the entries, and what is said of each."""
    entities = tuple(edition.entities.values())
    return (
        _sources(edition),
        _entities(edition),
        _names(_each((entity.pointer, (_preferred(entity), *entity.other_names)) for entity in entities)),
        _identifiers(_each((entity.pointer, entity.identifiers) for entity in entities)),
        _facts(edition, _each((entity.pointer, entity.facts) for entity in entities)),
        _remarks(_each((entity.pointer, entity.remarks) for entity in entities)),
        _relations(edition),
    )


def mentions_of(edition: Edition, pointer: str) -> tuple[Mention, ...]:
    """Where the edited texts name an entry; the edition's own pages are not counted."""
    texts = {text.id for text in edition.articles}
    return tuple(one for one in edition.mentions.get(pointer, ()) if one.article_id in texts)


def _each(said: Iterable[tuple[str, tuple[T, ...]]]) -> Iterator[Numbered[T]]:
    for pointer, things in said:
        yield from ((pointer, place, thing) for place, thing in enumerate(things, 1))


def _preferred(entity: Entity) -> Name:
    return Name(entity.name, "preferred")


def _sources(edition: Edition) -> Table:
    return filled(
        "sources",
        Bilingual("What facts and notes rest on.", "Worauf Angaben und Anmerkungen beruhen."),
        (
            (words("id", "pointer", "Zeiger"), lambda row: row[0]),
            (words("title", "title", "Titel"), lambda row: row[1].title),
            (words("note", "what to know of it", "was dazu zu wissen ist"), lambda row: row[1].note or None),
            (several("targets", "addresses", "Adressen"), lambda row: row[1].targets),
            (
                words("url", "where the edition lists it", "wo die Edition sie nennt"),
                lambda row: citation.address(edition.config, urls.reference(row[0])),
            ),
        ),
        edition.references.items(),
        ("id",),
    )


def _entities(edition: Edition) -> Table:
    return filled(
        "entities",
        Bilingual("The entries of all lists.", "Die Einträge aller Register."),
        (
            (words("id", "pointer: kind and id", "Zeiger: Art und Kennung"), lambda one: one.pointer),
            (words("kind", "kind of entry", "Art des Eintrags"), lambda one: one.kind),
            (words("name", "preferred name, as filed", "Ansetzungsform"), lambda one: one.name),
            (words("type", "what it is more exactly", "was es genauer ist"), lambda one: one.type),
            (words("description", "description", "Beschreibung"), lambda one: one.description or None),
            (
                number("mentions", "how often the texts name it", "wie oft die Texte es nennen"),
                lambda one: len(mentions_of(edition, one.pointer)),
            ),
            (
                words("url", "page of the entry", "Seite des Eintrags"),
                lambda one: citation.address(edition.config, urls.entity(one.pointer)),
            ),
            (
                several(
                    "sources", "what the description rests on", "worauf die Beschreibung beruht", "sources"
                ),
                lambda one: one.grounds,
            ),
            (
                several("named", "entries the description names", "Einträge in der Beschreibung", "entities"),
                lambda one: one.named,
            ),
        ),
        edition.entities.values(),
        ("id",),
    )


def _names(rows: Iterable[Numbered[Name]]) -> Table:
    return filled(
        "names",
        Bilingual("All names, the preferred one first.", "Alle Namen, die Ansetzungsform zuerst."),
        (
            *_OF_ENTRY,
            (words("name", "name", "Name"), lambda row: row[2].text),
            (words("type", "kind of name", "Art des Namens"), lambda row: row[2].type or None),
            (words("language", "language (BCP 47)", "Sprache (BCP 47)"), lambda row: row[2].language),
            *dated(lambda row: row[2].dating),
            (_SOURCES, lambda row: row[2].sources),
        ),
        rows,
        ("entity", "position"),
        (to_entity("entity"),),
    )


def _identifiers(rows: Iterable[Numbered[Identifier]]) -> Table:
    return filled(
        "identifiers",
        Bilingual("Identifiers in authority files.", "Kennungen in Normdateien."),
        (
            *_OF_ENTRY,
            (
                words("scheme", "authority file: GND, Wikidata …", "Normdatei: GND, Wikidata …"),
                lambda row: row[2].scheme,
            ),
            (words("value", "identifier", "Kennung"), lambda row: row[2].value),
            (words("uri", "its address", "ihre Adresse"), lambda row: row[2].uri),
            (_SOURCES, lambda row: row[2].sources),
        ),
        rows,
        ("entity", "position"),
        (to_entity("entity"),),
    )


def _facts(edition: Edition, rows: Iterable[Numbered[Fact]]) -> Table:
    labels = {(kind.slug, rule.slug): rule.label for kind in BY_SLUG.values() for rule in kind.facts}
    return filled(
        "facts",
        Bilingual("What is stated of an entry.", "Was über einen Eintrag ausgesagt ist."),
        (
            *_OF_ENTRY,
            (words("fact", "kind of statement", "Art der Angabe"), lambda row: row[2].slug),
            (
                words("label", "its name in German", "ihr Name"),
                lambda row: labels.get((row[0].partition(":")[0], row[2].slug), row[2].slug),
            ),
            (words("words", "what is stated", "Wortlaut"), lambda row: row[2].text or None),
            (
                words("target", "the entry that is named", "der genannte Eintrag"),
                lambda row: row[2].target if row[2].target in edition.entities else None,
            ),
            *dated(lambda row: row[2].dating),
            (CERTAINTY, lambda row: row[2].certainty),
            (
                words("note", "why it is in doubt", "warum es zweifelhaft ist"),
                lambda row: row[2].note or None,
            ),
            (_SOURCES, lambda row: row[2].sources),
        ),
        rows,
        ("entity", "position"),
        (to_entity("entity"), to_entity("target")),
    )


def _remarks(rows: Iterable[Numbered[Remark]]) -> Table:
    return filled(
        "remarks",
        Bilingual("What must be known of an entry.", "Was zu einem Eintrag zu wissen ist."),
        (
            *_OF_ENTRY,
            (words("words", "remark", "Bemerkung"), lambda row: row[2].text),
            (_SOURCES, lambda row: row[2].sources),
        ),
        rows,
        ("entity", "position"),
        (to_entity("entity"),),
    )


def _relations(edition: Edition) -> Table:
    rows: Iterable[tuple[int, Relation]] = enumerate(edition.relations, 1)
    return filled(
        "relations",
        Bilingual(
            "Relations: from active to passive entries, or mutual among the active.",
            "Beziehungen: von aktiven zu passiven Einträgen oder wechselseitig unter den aktiven.",
        ),
        (
            (number("id", "running number", "laufende Nummer"), lambda row: row[0]),
            (words("relation", "kind of relation", "Art der Beziehung"), lambda row: row[1].name),
            (number("mutual", "1 if mutual", "1, wenn wechselseitig"), lambda row: int(row[1].mutual)),
            *dated(lambda row: row[1].dating),
            (CERTAINTY, lambda row: row[1].certainty),
            (several("active", "active side", "aktive Seite", "entities"), lambda row: row[1].active),
            (several("passive", "passive side", "passive Seite", "entities"), lambda row: row[1].passive),
            (_SOURCES, lambda row: row[1].sources),
        ),
        rows,
        ("id",),
    )
