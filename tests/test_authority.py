"""The authority lists against themselves: lives, relations, names and lists that are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from lxml import etree

from edition import reading, resources, settings
from edition.checks import entries, identifiers, lives, references, relations
from edition.model import Dating, Edition, Entity, Fact, Finding, Identifier, Name, Pointer, Reading, Relation
from tests.conftest import ROOT, TOY

Check = Callable[[Edition, tuple[Reading, ...]], Iterable[Finding]]


def entity(pointer: str, name: str = "", **facts: str) -> Entity:
    """An entry; a fact is `when`, or `from/to`."""
    kind, _, id_ = pointer.partition(":")
    stated = tuple(Fact(slug.replace("_", "-"), slug, dating=dating(value)) for slug, value in facts.items())
    return Entity(id_, kind, name or id_, facts=stated)


def dating(value: str) -> Dating:
    begin, slash, end = value.partition("/")
    return Dating(begin=begin or None, end=end or None) if slash else Dating(when=begin or None)


def relation(name: str, active: str, passive: str = "", when: str = "") -> Relation:
    return Relation(name, tuple(active.split()), tuple(passive.split()), not passive, dating=dating(when))


def found(check: Check, entities: Iterable[Entity], stated: Iterable[Relation] = ()) -> list[str]:
    here = (Reading("x.xml", "", entities=tuple(entities), relations=tuple(stated)),)
    return [one.code for one in check(reading.edition(settings.load(TOY), here), here)]


A, B, C, ORG, EVENT = "person:a", "person:b", "person:c", "org:o", "event:e"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ([relation("spouse", f"{A} {B}"), relation("spouse", f"{B} {A}")], ["A002"]),
        ([relation("spouse", f"{A} {B}", when="1920/1925"), relation("spouse", f"{B} {A}", when="1924/")], ["A002"]),
        ([relation("spouse", f"{A} {B}", when="1920/1925"), relation("spouse", f"{B} {A}", when="1930/")], []),
        ([relation("friend", f"{A} {B} {C}"), relation("friend", f"{C} {B}")], ["A002"]),
        ([relation("spouse", f"{A} {B}"), relation("friend", f"{A} {B}")], []),
        ([relation("parent", A, B), relation("parent", B, C), relation("parent", C, A)], ["A003"]),
        ([relation("parent", A, B), relation("parent", B, A)], ["A003"]),
        ([relation("parent", f"{A} {B}", C)], []),
        ([relation("opponent", A, B), relation("opponent", B, A)], []),  # both may be
        ([relation("parent", "place:p", A)], ["A004"]),
        ([relation("member", A, B)], ["A004"]),
        ([relation("member", ORG, A)], ["A004"]),
        ([relation("member", A, ORG)], []),
        ([relation("anything", "place:p", "work:w")], []),  # of unknown relations we know nothing
    ],
)  # fmt: skip
def test_relations(stated: list[Relation], expected: list[str]) -> None:
    entities = [entity(pointer) for pointer in (A, B, C, ORG)]
    assert found(relations.across, entities, stated) == expected


def test_every_relation_of_the_schema_has_its_sense() -> None:
    odd = etree.parse(resources.schema(resources.ODD, ROOT))
    values = odd.xpath(
        "//*[local-name()='dataSpec'][@ident='ed.type.relation']//*[local-name()='valItem']/@ident"
    )
    assert values
    assert set(values) == set(relations.SENSES)


@pytest.mark.parametrize(
    ("elder", "younger", "expected"),
    [
        ({"birth": "1890"}, {"birth": "1880"}, ["A007"]),
        ({"birth": "1890"}, {"birth": "1890"}, ["A008"]),  # younger is not certain
        ({"birth": "1890"}, {"birth": "1920"}, []),
        ({"birth": "1890", "death": "1919-01-01"}, {"birth": "1919-09-01"}, []),  # a posthumous child
        ({"birth": "1890", "death": "1918"}, {"birth": "1920"}, ["A008"]),
        ({}, {"birth": "1920"}, []),
    ],
)
def test_parents(elder: dict[str, str], younger: dict[str, str], expected: list[str]) -> None:
    entities = [entity(A, **elder), entity(B, **younger)]
    assert found(relations.across, entities, [relation("parent", A, B)]) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (relation("member", A, ORG, when="1919/1925"), []),
        (relation("member", A, ORG, when="1915/1925"), ["A010"]),  # before it was founded
        (relation("member", A, ORG, when="1950/"), ["A010", "A010"]),
        (relation("opponent", A, B, when="1960"), []),  # the dead have opponents
        (relation("attacker", A, B, when="1960"), ["A010"]),
        (relation("participant", A, EVENT), ["A010"]),  # the event took place after the death
        (relation("friend", f"{B} {C}"), ["A010"]),  # one was dead before the other was born
    ],
)
def test_who_acts_lives(stated: Relation, expected: list[str]) -> None:
    entities = [
        entity(A, birth="1890", death="1947-11-17"),
        entity(B, birth="1950"),
        entity(C, birth="1800", death="1850"),
        entity(ORG, founding="1919", end="1943"),
        entity(EVENT, dating="1948"),
    ]
    assert found(relations.across, entities, [stated]) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (entity(A, birth="1890", death="1889"), ["A005"]),
        (entity(A, birth="1890", death="1890"), []),
        (entity(ORG, founding="1919", end="1918"), ["A005"]),
        (entity(A, birth="1800", death="1947"), ["A006"]),
        (entity(ORG, founding="1800", end="1947"), []),  # a group may be old
        (entity(A, birth="1890", residence="1880/1895"), ["A009"]),
        (entity(A, birth="1890", residence="/1895"), []),
        (entity(A, death="1947-11-17", residence="1941/1947"), []),
        (entity(A, death="1947-11-17", residence="1941/1948"), ["A009"]),
        (entity(A, residence="1941/1948"), []),  # no dates, no finding
        (entity(A, birth="1890", death="-0044"), []),
    ],
)
def test_lives(entry: Entity, expected: list[str]) -> None:
    assert found(lives.across, [entry]) == expected


def test_facts_that_disagree_are_taken_together() -> None:
    stated = (Fact("birth", "", dating=dating("1911")), Fact("birth", "", dating=dating("1914")))
    one = lives.life(Entity("a", "person", "A", facts=stated))
    assert one.first is not None
    assert (one.first[0].year, one.first[1].year) == (1911, 1914)


def test_names_are_compared_within_a_kind_and_works_by_their_authors() -> None:
    author = Fact("author", "", target=A)
    shared = Entity("c", "person", "C", other_names=(Name("Anna", "variant"),))
    assert found(entries.across, [entity(A, "Anna"), entity("place:a", "Anna")]) == []
    assert found(entries.across, [entity(A, "Anna"), entity(B, "ANNA ")]) == ["A001"]
    assert found(entries.across, [entity(A, "Anna"), shared]) == ["A001"]
    assert (
        found(entries.across, [entity("work:a", "Briefe"), Entity("b", "work", "Briefe", facts=(author,))])
        == []
    )


def test_a_circle_of_places_is_said_once() -> None:
    places = [
        Entity(here, "place", here, facts=(Fact("located-in", "", target=f"place:{there}"),))
        for here, there in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"))
    ]
    assert found(entries.across, places) == ["A014"]


def test_a_list_that_is_missing_is_named_once() -> None:
    pointers = tuple(Pointer(f"place:{name}", "ref", "placeName", 1, 1) for name in "abc")
    here = (Reading("x.xml", "", pointers=pointers),)
    (finding,) = references.across(reading.edition(settings.load(TOY), here), here)
    assert finding.code == "R010"
    assert "tei/authority/places.xml" in finding.message.en
    assert "3" in finding.message.de


def test_an_address_of_an_authority_file_names_one_thing_whatever_its_kind() -> None:
    gnd = Identifier("GND", "118642979", "https://d-nb.info/gnd/118642979")
    issn = Identifier("ISSN", "1613-0766")

    def shared(one: Identifier, *kinds: str) -> list[str]:
        return found(identifiers.across, [Entity(kind, kind, kind, identifiers=(one,)) for kind in kinds])

    assert shared(gnd, "person", "org") == ["I003"]
    assert shared(issn, "org", "work") == []  # a journal, and what publishes it
