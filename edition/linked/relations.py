"""RELATIONS: with which term each relation of the lists is stated, and from which side.

Where schema.org has the relation, its term is used; else one of the edition's own, `ed:rescuer-of`, from the active
to the passive side. What is mutual is stated both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from msgspec import Struct

from edition.linked import addresses
from edition.linked.claims import Claim, ref
from edition.model import Config, Edition, Relation


class Term(Struct, frozen=True):
    """A term; `turned`: it is said of the passive side; `wider`: a term of schema.org that follows from it."""

    name: str
    turned: bool = False
    wider: str = ""


RELATIONS = {
    "spouse": Term("spouse"),
    "sibling": Term("sibling"),
    "parent": Term("parent", turned=True),
    "member": Term("memberOf"),
    "founder": Term("founder", turned=True),
    "partner": Term("ed:partner", wider="knows"),
    "friend": Term("ed:friend", wider="knows"),
    "comrade": Term("ed:comrade", wider="knows"),
    "co-author": Term("ed:co-author", wider="knows"),
}
# (kind of the subject, kind of the object) for which a term of schema.org is defined.
FITS = {
    "spouse": ("person", "person"),
    "sibling": ("person", "person"),
    "parent": ("person", "person"),
    "memberOf": ("person org", "org"),
    "founder": ("org", "person org"),
    "knows": ("person", "person"),
}


def own(name: str, mutual: bool) -> str:
    """The edition's own term for a relation."""
    return f"ed:{name}" if mutual else f"ed:{name}-of"


def claims(config: Config, edition: Edition, pointer: str) -> Iterator[Claim]:
    """What the relations of an entry state of it."""
    for relation in edition.relations:
        if pointer in relation.active or pointer in relation.passive:
            for one, other in pairs(edition, relation):
                yield from _of_pair(config, relation, one, other, pointer)


def pairs(edition: Edition, relation: Relation) -> Iterator[tuple[str, str]]:
    """The pairs of entries that a relation joins, the active side first."""
    found = (
        combinations(relation.active, 2) if relation.mutual else product(relation.active, relation.passive)
    )
    return (pair for pair in found if all(one in edition.entities for one in pair))


def term(relation: Relation, one: str, other: str) -> Term:
    """The term for a relation between two entries of these kinds."""
    found = RELATIONS.get(relation.name, Term(own(relation.name, relation.mutual)))
    sides = (other, one) if found.turned else (one, other)
    if ":" not in found.name and not _fits(found.name, *sides):
        return Term(own(relation.name, relation.mutual))
    return found if not found.wider or _fits(found.wider, *sides) else Term(found.name)


def own_terms(edition: Edition) -> dict[str, tuple[Relation, Term]]:
    """The terms of the edition's own that its relations use, each with the first relation that does."""
    found: dict[str, tuple[Relation, Term]] = {}
    for relation in edition.relations:
        for pair in pairs(edition, relation):
            used = term(relation, *pair)
            if used.name.startswith("ed:"):
                found.setdefault(used.name, (relation, used))
    return found


def _fits(name: str, subject: str, value: str) -> bool:
    kinds = (one.partition(":")[0] for one in (subject, value))
    return all(kind in allowed.split() for kind, allowed in zip(kinds, FITS[name], strict=True))


def _of_pair(config: Config, relation: Relation, one: str, other: str, pointer: str) -> Iterator[Claim]:
    used = term(relation, one, other)
    subject, value = (other, one) if used.turned else (one, other)
    if pointer not in (subject, value):
        return
    if pointer == subject:
        yield _claim(config, used.name, value, relation)
    if relation.mutual and pointer == value:
        yield Claim(used.name, ref(addresses.thing(config, subject)), certainty=relation.certainty)
    if used.wider:
        knows = value if pointer == subject else subject
        yield Claim(used.wider, ref(addresses.thing(config, knows)), certainty=relation.certainty)


def _claim(config: Config, name: str, value: str, relation: Relation) -> Claim:
    return Claim(
        name,
        ref(addresses.thing(config, value)),
        relation.sources,
        relation.certainty,
        valid=relation.dating,
    )
