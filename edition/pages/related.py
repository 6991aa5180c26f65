"""What relates an entry to others: stated relations, facts of others, and what the descriptions of events name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from edition import words
from edition.interface import N_, _
from edition.kinds import BY_SLUG
from edition.model import Edition, Entity, Fact, Relation
from edition.pages import dated, facts
from edition.pages.facts import Place, Row, Statement

EVENT, NAMED = "event", N_("Genannt bei")


class Around(Struct, frozen=True):
    """What other entries say of one: relations, facts that name it, descriptions that name it (pointers)."""

    relations: tuple[Relation, ...] = ()
    facts: tuple[tuple[str, Fact], ...] = ()
    named: tuple[str, ...] = ()


def around(edition: Edition) -> Mapping[str, Around]:
    """For each entity the relations it takes part in, and where facts and descriptions of others name it."""
    relations: dict[str, list[Relation]] = defaultdict(list)
    told: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
    named: dict[str, list[str]] = defaultdict(list)
    for relation in edition.relations:
        for pointer in dict.fromkeys((*relation.active, *relation.passive)):
            relations[pointer].append(relation)
    for pointer, entity in edition.entities.items():
        for fact in entity.facts:
            if fact.target and words.reverse(fact.slug):
                told[fact.target].append((pointer, fact))
        for target in _further(entity):
            named[target].append(pointer)
    return {
        one: Around(tuple(relations[one]), tuple(told[one]), tuple(named[one]))
        for one in {*relations, *told, *named}
    }


def _further(entity: Entity) -> tuple[str, ...]:
    """What the description of an event names and its facts do not: of others the relations say it."""
    stated = {fact.target for fact in entity.facts}
    return tuple(one for one in entity.named if one not in stated) if entity.kind == EVENT else ()


def rows(place: Place, entity: Entity, around: Around) -> Iterator[Row]:
    """Relations from this side, then what other entries say of this one, then what an event's description names."""
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for relation in around.relations:
        active = entity.pointer in relation.active
        side = relation.active if relation.mutual or not active else relation.passive
        label = words.relation(relation.name, active)
        grouped[label] += [facts.related(place, one, relation) for one in side if one != entity.pointer]
    for pointer, fact in around.facts:
        statement = Statement(
            (place.piece(pointer),), place.cited(fact.sources), words.certainty(fact.certainty)
        )
        grouped[words.reverse(fact.slug)].append(statement)
    for pointer in _further(entity):
        grouped[_(BY_SLUG[pointer.partition(":")[0]].title)].append(Statement((place.piece(pointer),)))
    datings = {one: dated.of_event(place.edition.entities[one]) for one in around.named}
    for pointer, dating in sorted(datings.items(), key=lambda one: dated.place(one[1])):
        grouped[_(NAMED)].append(Statement((place.piece(pointer),), note=words.dating(dating)))
    yield from facts.rows(grouped)
