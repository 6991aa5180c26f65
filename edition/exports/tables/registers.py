"""One table for each list, a row an entry, for those who look at a list in a spreadsheet."""

from __future__ import annotations

from typing import Any

from edition import citation, urls, words
from edition.exports.tables import table
from edition.exports.tables.entries import mentions_of
from edition.exports.tables.table import Field, Table, filled, number, several
from edition.kinds import KINDS, FactRule, Kind
from edition.model import Bilingual, Dating, Edition, Entity, Fact


def registers(edition: Edition) -> tuple[Table, ...]:
    """A table for each kind of entry there is, named after its list."""
    found = ((kind, [one for one in edition.entities.values() if one.kind == kind.slug]) for kind in KINDS)
    return tuple(_register(edition, kind, entities) for kind, entities in found if entities)


def _register(edition: Edition, kind: Kind, entities: list[Entity]) -> Table:
    fields: tuple[Field[Any], ...] = (
        (table.words("id", "pointer: kind and id", "Zeiger: Art und Kennung"), lambda one: one.pointer),
        (table.words("name", "preferred name, as filed", "Ansetzungsform"), lambda one: one.name),
        (several("other_names", "other names", "weitere Namen"), _other_names),
        (table.words("type", "what it is more exactly", "was es genauer ist"), lambda one: one.type),
        *(field for rule in kind.facts for field in _stated(edition, kind, rule)),
        (several("identifiers", "scheme and value", "Normdatei und Kennung"), _identifiers),
        (several("addresses", "addresses of the identifiers", "Adressen der Kennungen"), _addresses),
        (table.words("description", "description", "Beschreibung"), lambda one: one.description or None),
        (
            number("mentions", "how often the texts name it", "wie oft die Texte es nennen"),
            lambda one: len(mentions_of(edition, one.pointer)),
        ),
        (
            table.words("url", "page of the entry", "Seite des Eintrags"),
            lambda one: citation.address(edition.config, urls.entity(one.pointer)),
        ),
    )
    about = Bilingual(f"The list of {kind.plural}.", f"Das Register: {kind.title}.")
    return filled(kind.plural, about, fields, entities, ("id",))


def _stated(edition: Edition, kind: Kind, rule: FactRule) -> tuple[Field[Any], ...]:
    """The facts of one sort: what is said and which entry is named, and the dates where the list has any."""
    name = rule.slug.replace("-", "_")

    def found(entity: Entity) -> list[Fact]:
        return [fact for fact in entity.facts if fact.slug == rule.slug]

    def said(entity: Entity) -> tuple[str, ...]:
        each = (_said(fact, edition) for fact in found(entity))
        return tuple(one for one in each if one)

    def dates(entity: Entity) -> tuple[str, ...]:
        return tuple(_w3c(fact.dating) for fact in found(entity) if fact.dating)

    english = rule.slug.replace("-", " ")
    fields = (several(name, f"{english}: words", f"{rule.label}: Wortlaut"), said)
    dated = several(
        f"{name}_date",
        f"{english}: date or span; which kind of span it is, the table facts says",
        f"{rule.label}: Datum oder Spanne; welche Art von Spanne, sagt die Tabelle facts",
    )
    any_date = any(dates(one) for one in edition.entities.values() if one.kind == kind.slug)
    return (fields, (dated, dates)) if any_date else (fields,)


def _said(fact: Fact, edition: Edition) -> str:
    named = edition.entities.get(fact.target or "")
    return fact.text or (named.name if named else "")


def _w3c(dating: Dating) -> str:
    """One W3C date, or two with a slash between (ISO 8601: an interval; `..` for an open end)."""
    first, last = dating.begin or dating.not_before or "..", dating.end or dating.not_after or ".."
    return dating.when or f"{first}/{last}"


def _other_names(one: Entity) -> tuple[str, ...]:
    kinds = ((name.text, words.name_type(name.type)) for name in one.other_names)
    return tuple(f"{text} ({kind})" if kind else text for text, kind in kinds)


def _identifiers(one: Entity) -> tuple[str, ...]:
    return tuple(f"{found.scheme} {found.value}" for found in one.identifiers)


def _addresses(one: Entity) -> tuple[str, ...]:
    return tuple(found.uri for found in one.identifiers if found.uri)
