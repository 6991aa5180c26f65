"""Entries of the lists: what they are, their names, what is stated of them, and the page that describes them."""

from __future__ import annotations

from collections.abc import Iterator

from edition import urls
from edition.linked import addresses, classes, facts, relations
from edition.linked.claims import Claim, Node, filled, joined, ref, said
from edition.model import Config, Edition, Entity

# The scheme of an identifier → its term, for what is no address of the same thing elsewhere.
_SCHEMES = {"URL": "url", "ISBN": "isbn"}


def node(config: Config, edition: Edition, entity: Entity) -> Node:
    """What is asserted of an entry."""
    head = {
        "@id": addresses.thing(config, entity.pointer),
        "@type": classes.of(edition, entity),
        "mainEntityOfPage": ref(addresses.at(config, urls.entity(entity.pointer))),
        "name": entity.name,
        **_divided(entity),
        "dcterms:type": ref(addresses.term(config, f"type-{entity.type}")) if entity.type else None,
    }
    return joined(head, claims(config, edition, entity))


def claims(config: Config, edition: Edition, entity: Entity) -> Iterator[Claim]:
    """Every statement about an entry: names, description, identifiers, facts, relations, remarks."""
    language = config.languages[0] if config.languages else None
    for name in entity.other_names:
        kind = f"name-{name.type}" if name.type else ""
        yield Claim(
            "alternateName", said(name.text, name.language), name.sources, valid=name.dating, type=kind
        )
    if entity.description:
        yield Claim("description", said(entity.description, language), entity.grounds)
    yield from _identified(entity)
    yield from facts.claims(config, edition, entity)
    yield from relations.claims(config, edition, entity.pointer)
    about = "about" if entity.kind in ("event", "work") else "dcterms:relation"
    named = (one for one in entity.named if one in edition.entities)
    yield from (Claim(about, ref(addresses.thing(config, one))) for one in named)
    for remark in entity.remarks:
        yield Claim("skos:note", said(remark.text, language), remark.sources)


def page(config: Config, entity: Entity) -> Node:
    """The page of an entry: a part of the edition, under the edition's own licence."""
    return {
        "@id": addresses.at(config, urls.entity(entity.pointer)),
        "@type": "WebPage",
        "name": entity.name,
        "isPartOf": ref(addresses.edition(config)),
        "license": ref(config.licence_edition),
    }


def _divided(entity: Entity) -> Node:
    """Family and given name, where the lists file them divided: »Serge, Victor«."""
    family, comma, given = entity.name.partition(", ")
    if entity.kind != "person" or not comma:
        return {}
    return filled(familyName=family, givenName=given)


def _identified(entity: Entity) -> Iterator[Claim]:
    """Addresses in authority files; other identifiers with the name of their scheme."""
    for one in entity.identifiers:
        term = _SCHEMES.get(one.scheme, "")
        if term == "isbn" and entity.kind == "work":
            yield Claim(term, one.value, one.sources)
        elif one.uri:
            yield Claim(term or "sameAs", ref(one.uri), one.sources)
        else:
            yield Claim("identifier", f"{one.scheme} {one.value}".strip(), one.sources)
