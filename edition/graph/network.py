"""The network of persons: who is related to whom, and who is named beside whom; the facts, in no format yet.

Nodes are all persons and whatever a relation names. A stated relation between several entities becomes one edge
for each pair, and `statement` holds these together; nearness is an edge of its own kind: two persons named in
the same block of a text, and in how many.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from msgspec import Struct

from edition import citation, datings, urls, words
from edition.graph.nearness import persons_often_together, persons_together
from edition.grouped import mentioned
from edition.kept import for_edition
from edition.model import Config, Dating, Edition, Entity, Relation

PERSON = "person"
STATED, NEARNESS = "stated", "nearness"


class Node(Struct, frozen=True):
    """A person, or another entity that a relation names."""

    id: str  # pointer
    label: str
    kind: str
    names: str
    birth: str
    death: str
    gnd: str
    wikidata: str
    url: str
    mentions: int


class Edge(Struct, frozen=True):
    """A stated relation of two entities, or their nearness in the texts. `mutual`: it holds both ways."""

    id: str
    source: str
    target: str
    mutual: bool
    kind: str  # STATED or NEARNESS
    relation: str
    label: str
    weight: int
    statement: str = ""
    sources: str = ""
    certainty: str = ""
    dating: str = ""
    first: str = ""  # first and last day the dating may mean
    last: str = ""


def nodes(config: Config, edition: Edition) -> tuple[Node, ...]:
    """Every node, in the order of the lists."""
    related = {one for relation in edition.relations for one in (*relation.active, *relation.passive)}
    return tuple(
        _node(config, edition, entity)
        for pointer, entity in edition.entities.items()
        if entity.kind == PERSON or pointer in related
    )


@for_edition
def edges(edition: Edition) -> tuple[Edge, ...]:
    """Every edge: the stated ones in the order of the lists, then nearness in the order of the pointers."""
    return (*stated(edition), *_near(edition))


def connected(edition: Edition) -> bool:
    """Whether there is a network: a stated relation of a person, or two persons that are often named together."""
    if any(_person(one) for relation in edition.relations for one in (*relation.active, *relation.passive)):
        return True
    return persons_often_together(edition)


def _person(pointer: str) -> bool:
    return pointer.startswith(f"{PERSON}:")


def when(dating: Dating) -> str:
    """A dating as ISO 8601 writes it: a date, or an interval with `..` for an open end; limits likewise."""
    if dating.when or not dating:
        return dating.when or ""
    first, last = dating.begin or dating.not_before or "..", dating.end or dating.not_after or ".."
    return f"{first}/{last}"


def _node(config: Config, edition: Edition, entity: Entity) -> Node:
    life = {fact.slug: when(fact.dating) for fact in reversed(entity.facts)}
    known = {one.scheme: one.uri or one.value for one in reversed(entity.identifiers)}
    return Node(
        id=entity.pointer,
        label=entity.name,
        kind=entity.kind,
        names=" | ".join(name.text for name in entity.other_names),
        birth=life.get("birth", ""),
        death=life.get("death", ""),
        gnd=known.get("GND", ""),
        wikidata=known.get("Wikidata", ""),
        url=citation.address(config, urls.entity(entity.pointer)),
        mentions=len(mentioned(edition, entity.pointer)),
    )


def stated(edition: Edition) -> Iterator[Edge]:
    """The stated relations, in the order of the lists."""
    for number, relation in enumerate(edition.relations, 1):
        first, last = _days(relation.dating)
        for place, (one, other) in enumerate(_pairs(relation), 1):
            yield Edge(
                id=f"r{number}.{place}",
                source=one,
                target=other,
                mutual=relation.mutual,
                kind=STATED,
                relation=relation.name,
                label=words.relation(relation.name, True),
                weight=1,
                statement=f"r{number}",
                sources=" ".join(relation.sources),
                certainty=relation.certainty or "",
                dating=when(relation.dating),
                first=first,
                last=last,
            )


def _pairs(relation: Relation) -> Iterator[tuple[str, str]]:
    return combinations(relation.active, 2) if relation.mutual else product(relation.active, relation.passive)


def _days(dating: Dating) -> tuple[str, str]:
    """First and last day, each empty where the dating is open."""
    first, last = (
        dating.when or dating.begin or dating.not_before,
        dating.when or dating.end or dating.not_after,
    )
    begin, end = datings.interval(first or ""), datings.interval(last or "")
    return begin[0].isoformat() if begin else "", end[1].isoformat() if end else ""


def _near(edition: Edition) -> Iterator[Edge]:
    for number, ((one, other), passages) in enumerate(persons_together(edition).items(), 1):
        yield Edge(
            f"n{number}", one, other, True, NEARNESS, NEARNESS, "im selben Absatz genannt", len(passages)
        )
