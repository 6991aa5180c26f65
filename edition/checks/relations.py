"""Do the relations make sense? Of the right kinds, said once, in one direction, between people alive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Any

from msgspec import Struct

from edition import codes, datings
from edition.checks.lives import Life, life, shown, years
from edition.model import Dating, Edition, Entity, Finding, Reading, Relation

_PERSON = frozenset({"person"})
_ANYONE = frozenset({"person", "org"})
_ANYTHING = frozenset({"person", "org", "place", "work", "event", "object"})
_YOUNGEST = 12  # years; a parent younger than that is a slip, as far as one can tell
_BEFORE_BIRTH = 300  # days; a child may be born after its father's death


class Sense(Struct, frozen=True):
    """What a relation can hold between, and whether it can run both ways; `mutual` ones have one side."""

    active: frozenset[str]
    passive: frozenset[str]
    one_way: bool = False


SENSES: Mapping[str, Sense] = {
    "spouse": Sense(_PERSON, _PERSON),
    "partner": Sense(_PERSON, _PERSON),
    "friend": Sense(_PERSON, _PERSON),
    "sibling": Sense(_PERSON, _PERSON),
    "comrade": Sense(_PERSON, _PERSON),
    "co-author": Sense(_ANYONE, _ANYONE),
    "fellow-passenger": Sense(_PERSON, _PERSON),
    "parent": Sense(_PERSON, _PERSON, one_way=True),
    "founder": Sense(_ANYONE, frozenset({"org", "place", "work", "event"}), one_way=True),
    "member": Sense(_ANYONE, frozenset({"org"}), one_way=True),
    "murderer": Sense(_ANYONE, _PERSON, one_way=True),
    "attacker": Sense(_ANYONE, _ANYTHING),
    "opponent": Sense(_ANYONE, _ANYTHING),
    "defender": Sense(_ANYONE, _ANYTHING),
    "rescuer": Sense(_ANYONE, _ANYTHING),
    "supporter": Sense(_ANYONE, _ANYTHING),
    "employer": Sense(_ANYONE, _PERSON),
    "translator": Sense(_ANYONE, frozenset({"person", "work"})),
    "successor": Sense(_ANYONE, _ANYONE),
}
# Whoever stands in one of these relations lives through it; one may follow, translate or oppose the dead.
_LIVED = frozenset(
    "spouse partner friend comrade fellow-passenger member founder attacker murderer rescuer employer".split()
)
Placed = tuple[Relation, str]  # with the path of its file


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """A002 said twice, A003 both ways, A004 kinds, A007 and A008 parents, A010 outside a life."""
    found = [(relation, reading.path) for reading in readings for relation in reading.relations]
    lives = {pointer: life(entry) for pointer, entry in edition.entities.items()}
    for one in found:
        yield from _kinds(one)
        yield from _outside(one, edition.entities, lives)
        if one[0].name == "parent":
            yield from _parents(one, lives)
    yield from _doubles(found)
    yield from _both_ways(found)


def pairs(relation: Relation) -> Iterator[tuple[str, str]]:
    """Who stands to whom; of a mutual relation each pair once, in a fixed order."""
    if relation.mutual:
        yield from combinations(sorted(set(relation.active)), 2)
    else:
        yield from product(relation.active, relation.passive)


def _say(one: Placed, code: str, variant: str = "", **values: Any) -> Finding:
    relation, path = one
    return codes.finding(
        code, path, relation.line, relation.column, variant=variant, relation=relation.name, **values
    )


def _kinds(one: Placed) -> Iterator[Finding]:
    """A004: a place has no parents."""
    relation, _ = one
    sense = SENSES.get(relation.name)
    if sense is None:
        return
    sides = ((relation.active, sense.active), (relation.passive, sense.passive))
    for member, kinds in ((member, kinds) for members, kinds in sides for member in members):
        if member.partition(":")[0] not in kinds:
            yield _say(one, "A004", member=member, kinds=", ".join(sorted(kinds)))


def _doubles(found: list[Placed]) -> Iterator[Finding]:
    """A002: the same relation of the same two, at times that are not apart."""
    stated: dict[tuple[str, str, str], list[Placed]] = defaultdict(list)
    for one in found:
        for first, second in pairs(one[0]):
            earlier = stated[one[0].name, first, second]
            if any(_together(one[0].dating, other.dating) for other, _ in earlier):
                yield _say(one, "A002", first=first, second=second, line=earlier[0][0].line)
            earlier.append(one)


def _together(one: Dating, other: Dating) -> bool:
    spans = datings.span(one), datings.span(other)
    return not (spans[0] and spans[1]) or datings.overlap(spans[0], spans[1])


def _both_ways(found: list[Placed]) -> Iterator[Finding]:
    """A003: nobody is their own ancestor, directly or by way of others; nor the murderer of their murderer."""
    ways: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in found:
        sense = SENSES.get(one[0].name)
        if sense and sense.one_way:
            onward = ways[one[0].name]
            for first, second in pairs(one[0]):
                if first != second and leads(onward, second, first):
                    yield _say(one, "A003", first=first, second=second)
                onward[first].add(second)


def leads(onward: Mapping[str, set[str]], start: str, goal: str) -> bool:
    """Whether one comes from a start to a goal, step by step; the start itself counts."""
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        fresh = onward.get(here, set()) - seen
        seen |= fresh
        waiting += fresh
    return False


def _parents(one: Placed, lives: Mapping[str, Life]) -> Iterator[Finding]:
    """A007 a parent younger than the child, A008 hardly older, or dead before."""
    for parent, child in pairs(one[0]):
        elder, younger = lives.get(parent, Life()), lives.get(child, Life())
        if not younger.first:
            continue
        if elder.first and elder.first[0] > younger.first[1]:
            yield _say(one, "A007", parent=parent, child=child)
        elif elder.first and years(elder.first[0], younger.first[1]) < _YOUNGEST:
            yield _say(one, "A008", parent=parent, child=child, years=_YOUNGEST)
        elif elder.last and (younger.first[0] - elder.last[1]).days > _BEFORE_BIRTH:
            yield _say(one, "A008", variant="dead", parent=parent, child=child)


def _outside(one: Placed, entities: Mapping[str, Entity], lives: Mapping[str, Life]) -> Iterator[Finding]:
    """A010: a relation, or the event it leads to, at a time when one of its members did not live."""
    relation, _ = one
    members = (*relation.active, *relation.passive)
    # Whoever is attacked is alive; what one supports or opposes may be long gone.
    lived = relation.name in _LIVED or relation.name not in SENSES
    dates = [relation.dating] if lived and relation.dating else []
    dates += [dating for member in members for dating in _dates_of_event(entities.get(member))]
    for member in members:
        own = Life() if member.startswith("event:") else lives.get(member, Life())
        outside = next((dating for dating in dates if own.lacks(dating)), None)
        if outside:
            yield _say(one, "A010", member=member, dates=shown(outside))
    if relation.mutual and lived:
        yield from _never_met(one, lives)


def _dates_of_event(entry: Entity | None) -> list[Dating]:
    if entry is None or entry.kind != "event":
        return []
    return [fact.dating for fact in entry.facts if fact.slug == "dating"]


def _never_met(one: Placed, lives: Mapping[str, Life]) -> Iterator[Finding]:
    """Mutual relations of people of whom one was dead before the other was born."""
    for first, second in pairs(one[0]):
        for earlier, later in ((first, second), (second, first)):
            end, begin = lives.get(earlier, Life()).last, lives.get(later, Life()).first
            if end and begin and end[1] < begin[0]:
                yield _say(one, "A010", variant="apart", member=earlier, other=later)
