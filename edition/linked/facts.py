"""FACTS: with which term each fact of the lists is stated. A fact may hold a date and a name: two statements."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from edition import words
from edition.linked import addresses, classes, dates
from edition.linked.claims import Claim, Node, Value, ref
from edition.model import Config, Dating, Edition, Entity, Fact

POINT = "coordinates"


class Rule(Struct, frozen=True):
    """`date` takes the dating, `named` the entry or the words. Without `date` the dating says when `named` held.

    `described` is for what is told in words, but is a thing of its own: it becomes a node with these words as name.
    """

    named: str = ""
    date: str = ""
    described: bool = False


FACTS = {
    ("person", "birth"): Rule("birthPlace", "birthDate"),
    ("person", "death"): Rule("deathPlace", "deathDate"),
    ("person", "occupation"): Rule("jobTitle"),
    ("person", "residence"): Rule("homeLocation"),
    ("place", "located-in"): Rule("containedInPlace"),
    ("org", "founding"): Rule("foundingLocation", "foundingDate"),
    ("org", "end"): Rule("ed:endLocation", "dissolutionDate"),
    ("work", "author"): Rule("author"),
    ("work", "editor"): Rule("editor"),
    ("work", "translator"): Rule("translator"),
    ("work", "published"): Rule("", "dateCreated"),  # of printed works datePublished
    ("work", "place"): Rule("ed:publicationPlace"),
    ("work", "publisher"): Rule("publisher"),  # of an archive holdingArchive
    ("work", "scope"): Rule("dcterms:extent"),
    ("work", "container"): Rule("isPartOf", described=True),
    ("work", "language"): Rule("inLanguage"),
    ("work", "original"): Rule("dcterms:isVersionOf", described=True),
    ("work", "other-edition"): Rule("dcterms:hasVersion", described=True),
    ("event", "where"): Rule("location"),
}
_PUBLISHED = Rule("", "datePublished")
_HELD = Rule("holdingArchive")


def claims(config: Config, edition: Edition, entity: Entity) -> Iterator[Claim]:
    """What the facts of an entry state."""
    for fact in entity.facts:
        if fact.slug == POINT:
            yield from _point(config, entity, fact)
        elif (entity.kind, fact.slug) == ("event", "dating"):
            yield from _lasting(fact)
        else:
            yield from _stated(config, edition, entity, fact)


def nodes(config: Config, entity: Entity) -> Iterator[Node]:
    """The things that belong to an entry alone: its point, and what it describes in words."""
    about = addresses.thing(config, entity.pointer)
    for fact in entity.facts:
        if fact.slug == POINT and coordinates(fact):
            latitude, longitude = ({"@value": value, "@type": "xsd:decimal"} for value in coordinates(fact))
            yield {
                "@id": addresses.beside(about, "geo"),
                "@type": "GeoCoordinates",
                "latitude": latitude,
                "longitude": longitude,
            }
        elif _rule(entity, fact).described and fact.text:
            yield {"@id": _described(about, fact), "@type": "CreativeWork", "name": fact.text}


def coordinates(fact: Fact) -> tuple[str, ...]:
    """Latitude and longitude as the TEI writes them, or nothing."""
    parts = tuple(fact.text.replace(",", " ").split())
    return parts if len(parts) == 2 else ()


def _rule(entity: Entity, fact: Fact) -> Rule:
    if fact.slug == "published" and entity.type in classes.PUBLISHED:
        return _PUBLISHED
    if fact.slug == "publisher" and entity.type == "archive":
        return _HELD
    return FACTS.get((entity.kind, fact.slug), Rule())


def _stated(config: Config, edition: Edition, entity: Entity, fact: Fact) -> Iterator[Claim]:
    rule = _rule(entity, fact)
    date = dates.literal(fact.dating, fact.certainty)
    if rule.date and date:
        yield _claim(rule.date, date, fact)
    named = _named(config, edition, entity, fact, rule)
    if rule.named and named:
        yield _claim(rule.named, named, fact, Dating() if rule.date else fact.dating)


def _named(config: Config, edition: Edition, entity: Entity, fact: Fact, rule: Rule) -> Value:
    if fact.target in edition.entities:
        return ref(addresses.thing(config, fact.target or ""))
    if rule.described and fact.text:
        return ref(_described(addresses.thing(config, entity.pointer), fact))
    return (words.tag_of(fact.text) if fact.slug == "language" else "") or fact.text


def _described(about: str, fact: Fact) -> str:
    return addresses.beside(about, fact.slug, fact.text)


def _point(config: Config, entity: Entity, fact: Fact) -> Iterator[Claim]:
    if coordinates(fact):
        yield _claim("geo", ref(addresses.beside(addresses.thing(config, entity.pointer), "geo")), fact)


def _lasting(fact: Fact) -> Iterator[Claim]:
    for predicate, date in zip(
        ("startDate", "endDate"), dates.ends(fact.dating, fact.certainty), strict=True
    ):
        if date:
            yield _claim(predicate, date, fact)


def _claim(predicate: str, value: Value, fact: Fact, valid: Dating | None = None) -> Claim:
    return Claim(predicate, value, fact.sources, fact.certainty, fact.note, valid or Dating())


def known() -> set[tuple[str, str]]:
    """The facts, by kind and slug, that are stated."""
    return {*FACTS, ("event", "dating"), ("place", POINT)}
