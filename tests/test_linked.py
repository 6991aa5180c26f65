"""One thing as linked data: what its description says, its dates, its names, and that it is part of the graph."""

from __future__ import annotations

import json
import socket
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from msgspec.structs import replace
from rdflib import Graph

from edition import linked
from edition.linked import addresses, dates
from edition.linked.describing import Thing
from edition.model import Dating, Edition, Entity, Fact, Identifier, Name, Relation, Remark
from tests.both import BOTH, edition_of
from tests.conftest import ROOT, TOY

NODE = dict[str, Any]


def _edtf(value: str) -> NODE:
    return {"@value": value, "@type": "edtf:EDTF"}


def _xsd(value: str, name: str) -> NODE:
    return {"@value": value, "@type": f"xsd:{name}"}


@pytest.mark.parametrize(
    ("dating", "certainty", "expected"),
    [
        (Dating(), None, None),
        (Dating(when="1890"), None, _xsd("1890", "gYear")),
        (Dating(when="1890-12"), None, _xsd("1890-12", "gYearMonth")),
        (Dating(when="1890-12-30"), "high", _xsd("1890-12-30", "date")),
        (Dating(when="1890-12-30T10:00:00Z"), None, _xsd("1890-12-30T10:00:00Z", "dateTime")),
        (Dating(when="--11-09"), None, _xsd("--11-09", "gMonthDay")),
        (Dating(when="--11"), None, _xsd("--11", "gMonth")),
        (Dating(when="---09"), None, _xsd("---09", "gDay")),
        (Dating(when="10:00:00"), None, _xsd("10:00:00", "time")),
        (Dating(when="1890+01:00"), None, _xsd("1890+01:00", "gYear")),
        (Dating(when="-0044-03-15"), None, _xsd("-0043-03-15", "date")),
        (Dating(when="-0001"), None, _xsd("0000", "gYear")),
        (Dating(when="1890-12"), "medium", _edtf("1890-12?")),
        (Dating(when="1890"), "unknown", _edtf("1890?")),
        (Dating(begin="1934", end="1940-05"), None, _edtf("1934/1940-05")),
        (Dating(begin="1934", end="1940"), "low", _edtf("1934?/1940?")),
        (Dating(begin="1934"), None, _edtf("1934/..")),
        (Dating(end="1940"), None, _edtf("../1940")),
        (Dating(not_before="1921-03", not_after="1921-05"), None, _edtf("[1921-03..1921-05]")),
        (Dating(not_before="1921"), None, _edtf("[1921..]")),
        (Dating(not_after="1921"), "medium", _edtf("[..1921]")),
        (Dating(begin="1921", not_after="1922"), None, "1921/1922"),
        (Dating(when="10:00:00"), "low", "10:00:00?"),
        (Dating(begin="12345", end="12346"), None, "12345/12346"),
    ],
)
def test_a_date_says_how_exact_and_how_certain_it_is(
    dating: Dating, certainty: str | None, expected: NODE | str | None
) -> None:
    assert dates.literal(dating, certainty) == expected


@pytest.mark.parametrize(
    ("dating", "first", "last"),
    [
        (Dating(when="1921"), _xsd("1921", "gYear"), None),
        (Dating(begin="1921", end="1922-01"), _xsd("1921", "gYear"), _xsd("1922-01", "gYearMonth")),
        (Dating(begin="1921"), _xsd("1921", "gYear"), None),
        (Dating(begin="1921", not_after="1922"), _xsd("1921", "gYear"), _edtf("[..1922]")),
        (Dating(not_before="1920", end="1922"), _edtf("[1920..]"), _xsd("1922", "gYear")),
        (Dating(not_before="1920", not_after="1922"), _edtf("[1920..1922]"), None),
    ],
)
def test_what_lasts_has_two_ends(dating: Dating, first: NODE, last: NODE | None) -> None:
    assert dates.ends(dating) == (first, last)


def _things(edition: Edition) -> Iterator[Thing]:
    yield edition
    yield from edition.articles
    yield from (linked.Paragraph(one, block) for one in edition.articles for block in one.blocks)
    yield from edition.entities.values()
    texts = {one.id for one in edition.articles}
    yield from (one for one in edition.quotations if one.article_id in texts and linked.quotes(one))
    yield from edition.references.values()


def _read(value: object) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib's reader of JSON-LD, about itself
        return Graph().parse(data=json.dumps(value), format="json-ld")


@BOTH
def test_descriptions_say_what_the_graph_says_and_fetch_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    edition = edition_of(root)
    described = [linked.description(edition.config, edition, one) for one in _things(edition)]
    nodes = [*linked.graph(edition.config, edition), *linked.vocabulary(edition.config, edition)]
    whole = _read({"@context": linked.context(edition.config), "@graph": nodes})
    said = _read(described)
    assert len(said) > len(described)
    assert set(said) <= set(whole)


@BOTH
def test_no_two_things_share_a_name(root: Path) -> None:
    edition = edition_of(root)
    names = [linked.description(edition.config, edition, one)["@id"] for one in _things(edition)]
    assert len(set(names)) == len(names)


def test_a_person_is_not_its_page() -> None:
    edition = edition_of(TOY)
    node = linked.description(edition.config, edition, edition.entities["person:muster-aenne"])
    assert node["@id"] == "https://example.org/klein/persons/muster-aenne.html#it"
    assert node["@type"] == "Person"
    assert node["mainEntityOfPage"] == {"@id": "https://example.org/klein/persons/muster-aenne.html"}
    assert (node["name"], node["familyName"], node["givenName"]) == ("Muster, Änne", "Muster", "Änne")
    assert node["sibling"]["name"] == "Muster, Berta"


def test_a_name_of_a_thing_leads_back_to_its_entry() -> None:
    edition = edition_of(ROOT)
    for pointer in edition.entities:
        assert addresses.pointer(edition.config, addresses.thing(edition.config, pointer)) == pointer
    page = addresses.at(edition.config, "persons/serge-victor.html")
    assert addresses.pointer(edition.config, page) == ""
    assert addresses.pointer(edition.config, "https://d-nb.info/gnd/118642979") == ""


def _with(*entities: Entity, relations: tuple[Relation, ...] = ()) -> Edition:
    edition = edition_of(TOY)
    listed = {one.pointer: one for one in entities}
    return replace(edition, entities={**edition.entities, **listed}, relations=relations)


def _node(edition: Edition, pointer: str) -> NODE:
    return linked.description(edition.config, edition, edition.entities[pointer])


def _statements(edition: Edition, pointer: str) -> list[NODE]:
    about = addresses.thing(edition.config, pointer)
    nodes = linked.graph(edition.config, edition)
    return [one for one in nodes if one.get("rdf:subject") == {"@id": about}]


def test_an_entry_with_nothing_but_a_name_is_described() -> None:
    entities = [
        Entity(f"a-{kind}", kind, "A") for kind in ("person", "place", "org", "work", "event", "object")
    ]
    edition = _with(*entities)
    for one in entities:
        assert set(_node(edition, one.pointer)) == {"@context", "@id", "@type", "mainEntityOfPage", "name"}


WORK = Entity(
    "buch",
    "work",
    "Das Buch",
    type="book",
    facts=(
        Fact("author", "A. Niemand", certainty="low", sources=("source:lexikon",)),
        Fact("translator", "B. Niemand", certainty="medium", note="nur vermutet"),
        Fact("language", "Russisch"),
        Fact("language", "Klingonisch"),
        Fact("published", "", dating=Dating(when="1921")),
        Fact("place", "Wien", target="place:wien"),
        Fact("container", "Reihe 3"),
        Fact("original", "Knjiga, 1920"),
    ),
    identifiers=(
        Identifier("ISBN", "3-16-148410-0"),
        Identifier("URL", "https://example.org/a b", "https://example.org/a b"),
        Identifier("callNumber", "Ms 1"),
    ),
)


def test_a_work_says_only_what_is_not_held_for_uncertain() -> None:
    edition = _with(WORK)
    node = _node(edition, "work:buch")
    assert node["@type"] == ["CreativeWork", "Book"]
    assert "author" not in node
    assert node["translator"] == "B. Niemand"
    assert node["inLanguage"] == ["ru", "Klingonisch"]
    assert node["datePublished"] == _xsd("1921", "gYear")
    assert node["ed:publicationPlace"]["name"] == "Wien"
    assert node["isPartOf"]["name"] == "Reihe 3"
    assert node["dcterms:isVersionOf"]["name"] == "Knjiga, 1920"
    assert (node["isbn"], node["identifier"]) == ("3-16-148410-0", "callNumber Ms 1")
    assert node["url"] == {"@id": "https://example.org/a%20b"}
    stated = {one["rdf:predicate"]["@id"]: one for one in _statements(edition, "work:buch")}
    assert set(stated) == {"schema:author", "schema:translator"}
    assert stated["schema:author"]["rdf:object"] == "A. Niemand"
    assert stated["schema:author"]["ed:certainty"]["@id"].endswith("#certainty-low")
    assert stated["schema:author"]["prov:wasDerivedFrom"] == [
        {"@id": "https://example.org/klein/sources.html#lexikon"}
    ]
    assert stated["schema:translator"]["skos:note"]["@value"] == "nur vermutet"


@pytest.mark.parametrize(
    ("type_", "date", "holder"),
    [("book", "datePublished", "publisher"), ("letter", "dateCreated", "publisher"), ("archive", "dateCreated", "holdingArchive")],
)  # fmt: skip
def test_what_is_not_printed_is_not_published(type_: str, date: str, holder: str) -> None:
    facts = (Fact("published", "", dating=Dating(when="1921")), Fact("publisher", "Haus"))
    node = _node(_with(Entity("x", "work", "X", type=type_, facts=facts)), "work:x")
    assert date in node
    assert holder in node


def test_a_name_keeps_its_kind_its_language_and_its_time() -> None:
    name = Name("Petrograd", "historical", "ru-Latn", Dating(begin="1914", end="1924"), ("source:lexikon",))
    edition = _with(Entity("stadt", "place", "Stadt", other_names=(name,), remarks=(Remark("Eine."),)))
    node = _node(edition, "place:stadt")
    assert node["alternateName"] == {"@value": "Petrograd", "@language": "ru-Latn"}
    assert node["skos:note"] == {"@value": "Eine.", "@language": "de"}
    (statement,) = _statements(edition, "place:stadt")
    assert statement["dcterms:valid"] == _edtf("1914/1924")
    assert statement["dcterms:type"]["@id"].endswith("#name-historical")


def test_the_name_of_a_statement_does_not_depend_on_its_neighbours() -> None:
    one = Fact("occupation", "Maler", sources=("source:lexikon",))
    other = Fact("occupation", "Setzer", sources=("source:lexikon",))

    def names(*facts: Fact) -> list[str]:
        stated = _statements(_with(Entity("x", "person", "X", facts=facts)), "person:x")
        return [found["@id"] for found in stated]

    assert set(names(one)) <= set(names(other, one))
    assert names(one) != names(other)


A, B = Entity("a", "person", "A"), Entity("b", "person", "B")


@pytest.mark.parametrize(
    ("relation", "of_a", "of_b"),
    [
        (Relation("friend", ("person:a", "person:b"), (), True), {"ed:friend", "knows"}, {"ed:friend", "knows"}),
        (Relation("spouse", ("person:a", "person:b"), (), True), {"spouse"}, {"spouse"}),
        (Relation("parent", ("person:a",), ("person:b",), False), set(), {"parent"}),
        (Relation("rescuer", ("person:a",), ("person:b",), False), {"ed:rescuer-of"}, set()),
        (Relation("member", ("person:a",), ("person:b",), False), {"ed:member-of"}, set()),  # of a person
        (Relation("spouse", ("person:a", "person:b"), (), True, certainty="low"), set(), set()),
        (Relation("friend", ("person:a", "person:niemand"), (), True), set(), set()),
        (Relation("neu", ("person:a",), ("person:b",), False), {"ed:neu-of"}, set()),
    ],
)  # fmt: skip
def test_a_relation_is_stated_where_its_term_fits(relation: Relation, of_a: set[str], of_b: set[str]) -> None:
    edition = _with(A, B, relations=(relation,))
    plain = {"@context", "@id", "@type", "mainEntityOfPage", "name"}
    assert set(_node(edition, "person:a")) - plain == of_a
    assert set(_node(edition, "person:b")) - plain == of_b
    own = {term for term in of_a | of_b if term.startswith("ed:")}
    terms = {one["@id"].partition("#")[2] for one in linked.vocabulary(edition.config, edition)}
    assert {term.removeprefix("ed:") for term in own} <= terms


def test_the_printed_text_is_described_where_the_lists_do_not_have_it() -> None:
    edition = edition_of(TOY)
    node = linked.description(edition.config, edition, edition.articles[0])
    assert node["isBasedOn"]["@id"] == "https://example.org/klein/texts/erster.html#it.printed"
    assert node["isBasedOn"]["datePublished"] == _xsd("1924", "gYear")
    assert node["license"] == {"@id": edition.config.licence_text}
    assert node["sdLicense"] == {"@id": edition.config.licence_edition}


def test_the_printed_text_is_the_entry_of_the_lists_that_it_is() -> None:
    edition = edition_of(ROOT)
    article = edition.articles[0]
    node = linked.description(edition.config, edition, article)
    assert node["isBasedOn"]["@id"] == addresses.thing(edition.config, article.work)
    assert node["isBasedOn"]["@type"] == ["CreativeWork", "Article", "NewsArticle"]
    assert node["author"][0]["@type"] == "Person"


def test_an_edition_without_texts_and_lists_is_a_graph() -> None:
    edition = replace(
        edition_of(TOY), articles=(), entities={}, mentions={}, relations=(), quotations=(), references={}
    )
    assert [one["@id"] for one in linked.graph(edition.config, edition)] == [
        "https://example.org/klein/",
        "https://example.org/klein/imprint.html#publisher",
    ]
