"""One thing described, ready to stand in its page as JSON-LD."""

from __future__ import annotations

from typing import Any

from edition import urls
from edition.grouped import texts_by_id
from edition.linked import addresses, classes, entities, facts, sources, texts
from edition.linked.claims import Node
from edition.linked.texts import Paragraph
from edition.model import Article, Config, Edition, Entity, Quotation, Reference

Thing = Edition | Article | Paragraph | Entity | Quotation | Reference
VOCABULARIES = {
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def context(config: Config) -> Node:
    """The inline context: schema.org without prefix, the other vocabularies with theirs; nothing is fetched."""
    return {"@vocab": VOCABULARIES["schema"], **VOCABULARIES, "ed": addresses.term(config, "")}


def description(config: Config, edition: Edition, thing: Thing, *, long: bool = True) -> Node:
    """What the edition says of one thing, as a JSON-LD object of its own.

    Entries of the lists that it names carry class and name, and what belongs to the thing alone stands within it.

    Args:
        long: of a text also its paragraphs and all that it names.
    """
    node, parts = _node(config, edition, thing, long)
    within = {part["@id"]: part for part in parts}
    told = {name: _told(config, edition, value, within) for name, value in node.items() if name[0] != "@"}
    return {"@context": context(config), "@id": node["@id"], "@type": node["@type"]} | told


def _node(config: Config, edition: Edition, thing: Thing, long: bool) -> tuple[Node, list[Node]]:
    """The node, and those that it may hold."""
    match thing:
        case Edition():
            return texts.whole(config, edition), [texts.publisher(config)]
        case Article():
            parts = [texts.publisher(config), texts.source(config, edition, thing)]
            return texts.article(config, edition, thing, parts=long), parts
        case Paragraph():
            return texts.paragraph(config, edition, thing), []
        case Entity():
            return entities.node(config, edition, thing), [*facts.nodes(config, thing)]
        case Quotation():
            return texts.quotation(config, edition, thing), []
        case Reference():
            return sources.node(config, thing), []


def _told(config: Config, edition: Edition, value: Any, within: dict[str, Node]) -> Any:
    """A value, with class and name where it is a reference to an entry or a text."""
    if isinstance(value, list):
        return [_told(config, edition, one, within) for one in value]
    if not isinstance(value, dict) or "@id" not in value:
        return value
    address = value["@id"]
    entity = edition.entities.get(addresses.pointer(config, address))
    named = {"@type": classes.of(edition, entity), "name": entity.name} if entity else {}
    held = {
        name: _told(config, edition, inner, {})
        for name, inner in within.get(address, {}).items()
        if name != "@id"
    }
    title = (
        {"@type": ["CreativeWork", "Article"], "name": text.title}
        if (text := _text_at(config, edition, address))
        else {}
    )
    return {"@id": address} | title | held | named


def _text_at(config: Config, edition: Edition, address: str) -> Article | None:
    """The text that an address names; most name an entry, and the texts are then not asked."""
    before, mark, name = address.partition(addresses.at(config, urls.article("|")).partition("|")[0])
    found = texts_by_id(edition).get(name.removesuffix(".html")) if mark and not before else None
    return found if found and found.role == "article" and address == texts.text(config, found) else None
