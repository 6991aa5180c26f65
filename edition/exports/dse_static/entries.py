"""An entry of the lists in TEI, as the stylesheets of the template read it.

The first name is the preferred one; coordinates are the first `location`, for the template takes no other; what
leads to another entry does so by `key`, and never twice within one entry are there coordinates.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from edition import words
from edition.exports.dse_static.facts import DATABLE, SHAPES, write
from edition.exports.dse_static.parts import (
    add,
    dated,
    identifiers,
    key,
    kind_of,
    names_element,
    stated,
)
from edition.graph import mentioned
from edition.model import Article, Config, Edition, Entity, Fact, Name

# Facts of an event that are attributes of the entry itself.
_OWN = frozenset({"dating", "where"})
_ORDER = {"coordinates": -1}


def entry(edition: Edition, entity: Entity, *, mentions: bool) -> ET.Element:
    """The entry; with `mentions` a `noteGrp` that names the documents, as the index files have it."""
    element = ET.Element(kind_of(entity).element, {"xml:id": key(entity.pointer)})
    _itself(element, edition.config, entity)
    named = add(element, "objectIdentifier") if entity.kind == "object" else element
    _names(named, edition.config, entity)
    if entity.kind in ("place", "org"):
        _type(element, "desc", "entity_type", entity)
    facts = sorted(
        (fact for fact in entity.facts if fact.slug not in _OWN), key=lambda fact: _ORDER.get(fact.slug, 0)
    )
    for fact in facts:
        write(element, edition, fact)
    identifiers(named, edition.config, entity)
    _notes(element, edition.config, entity, facts)
    if mentions:
        _mentions(element, edition, entity)
    return element


def _itself(element: ET.Element, config: Config, entity: Entity) -> None:
    for fact in entity.facts:
        if fact.slug == "dating":
            stated(dated(element, fact.dating), config, fact.sources, fact.certainty)
        elif fact.slug == "where" and fact.target:
            element.set("where", f"listplace.xml#{key(fact.target)}")


def _names(parent: ET.Element, config: Config, entity: Entity) -> None:
    tag = names_element(kind_of(entity))
    main = "main" if tag == "title" else ""
    family, _, given = entity.name.partition(", ")
    if entity.kind == "person":
        first = add(parent, tag)
        if given:
            add(first, "forename", given).tail = " "
        add(first, "surname", family)
    else:
        add(parent, tag, entity.name, type=main)
    for name in entity.other_names:
        _name(parent, tag, config, name)


def _name(parent: ET.Element, tag: str, config: Config, name: Name) -> None:
    element = add(parent, tag, name.text, type=name.type)
    if name.language:
        element.set("xml:lang", name.language)
    if tag in DATABLE:
        dated(element, name.dating)
    stated(element, config, name.sources, None)


def _type(parent: ET.Element, tag: str, kind: str, entity: Entity) -> None:
    if entity.type:
        add(parent, tag, words.type_of(entity.type), type=kind)


def _notes(parent: ET.Element, config: Config, entity: Entity, facts: Sequence[Fact]) -> None:
    """What is said in words: the description first, for the template shows it alone."""
    if entity.description:
        note = add(parent, "note", entity.description, type="description")
        stated(note, config, entity.grounds, None)
    if entity.kind not in ("place", "org"):
        _type(parent, "note", f"{kind_of(entity).slug}_kind", entity)
    for fact in facts:
        if fact.slug not in SHAPES and fact.text:
            stated(add(parent, "note", fact.text, type=fact.slug), config, fact.sources, fact.certainty)
        if fact.note:
            add(parent, "note", fact.note, type=fact.slug)
    for remark in entity.remarks:
        stated(add(parent, "note", remark.text, type="remark"), config, remark.sources, None)


def _mentions(parent: ET.Element, edition: Edition, entity: Entity) -> None:
    named = {one.article_id for one in mentioned(edition, entity.pointer)}
    documents: Sequence[Article] = [article for article in edition.articles if article.id in named]
    if documents:
        group = add(parent, "noteGrp")
    for article in documents:
        day = article.published.when or ""
        add(group, "note", article.title, target=f"{article.id}.xml", type="mentions", corresp=day)
