"""Linked data: one graph in two syntaxes, with known terms only, conforming to its shapes, equal to the model."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag

import pyshacl
import pytest
import rdflib
from lxml import html
from rdflib import OWL, RDF, RDFS, SH, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, SDO, SKOS

from edition import citation, kinds, urls
from edition.linked.classes import KINDS
from edition.model import Edition, Entity, Mention
from tests.both import BOTH, edition_of, exported, rights
from tests.conftest import ROOT, TOY

VOCABULARIES = (SDO, DCTERMS, SKOS, PROV, RDF, RDFS, OWL, XSD, SH)
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
_DATE = r"-?\d{4}(?:-\d\d(?:-\d\d)?)?\??"
# Level 0 and 1 of EDTF (dates, intervals, uncertain ones) and of level 2 one date out of several.
_EDTF = re.compile(rf"(?:{_DATE}|(?:{_DATE}|\.\.)/(?:{_DATE}|\.\.)|\[(?:{_DATE})?\.\.(?:{_DATE})?\])$")


@cache
def graph(root: Path, syntax: str = "turtle") -> Graph:
    """The graph as rdflib reads it, every literal as it is written."""
    path = {"turtle": "data/turtle/edition.ttl", "json-ld": "data/json-ld/edition.jsonld"}[syntax]
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib's reader of JSON-LD, about itself
        return Graph().parse(data=exported(syntax, root).files[path], format=syntax)


@cache
def part(root: Path, name: str) -> Graph:
    """What is published beside the graph: `terms`, `shapes`."""
    return Graph().parse(data=exported("turtle", root).files[f"data/turtle/{name}.ttl"], format="turtle")


def address(edition: Edition, path: str) -> URIRef:
    return URIRef(citation.address(edition.config, path))


def thing(edition: Edition, pointer: str) -> URIRef:
    return address(edition, f"{urls.entity(pointer)}#it")


def in_texts(edition: Edition) -> Iterator[Mention]:
    texts = {article.id for article in edition.articles}
    return (one for found in edition.mentions.values() for one in found if one.article_id in texts)


@BOTH
def test_both_syntaxes_hold_the_same_graph(root: Path) -> None:
    one, other = graph(root), graph(root, "json-ld")
    assert len(one) > 100
    assert set(one) == set(other)


@BOTH
def test_no_node_is_blank(root: Path) -> None:
    assert [term for triple in graph(root) for term in triple if isinstance(term, rdflib.BNode)] == []


@BOTH
def test_the_vocabulary_is_part_of_the_graph(root: Path) -> None:
    assert set(part(root, "terms")) <= set(graph(root))


@BOTH
def test_every_term_exists_in_its_vocabulary(root: Path) -> None:
    """The namespaces of rdflib know the terms of each vocabulary; the edition's own stand in terms.ttl."""
    own = set(part(root, "terms").subjects())
    for source in (graph(root), part(root, "terms"), part(root, "shapes")):
        used = {term for triple in source for term in triple if isinstance(term, URIRef)}
        used |= {
            term.datatype
            for triple in source
            for term in triple
            if isinstance(term, Literal) and term.datatype
        }
        for term in used - {EDTF}:
            known = next((one for one in VOCABULARIES if str(term).startswith(str(one))), None)
            assert known is None or term in known, term
        predicates = (
            set(source.predicates())
            | set(source.objects(None, RDF.predicate))
            | set(source.objects(None, SH.path))
        )
        for term in predicates:
            ours = str(term).startswith(str(address(edition_of(root), "")))
            named = any(str(term).startswith(str(one)) for one in VOCABULARIES)
            assert isinstance(term, rdflib.BNode) or named or (ours and term in own), term


@BOTH
def test_terms_of_the_edition_have_a_label(root: Path) -> None:
    terms = part(root, "terms")
    for term in terms.subjects(unique=True):
        assert (term, RDFS.label, None) in terms or (term, SKOS.prefLabel, None) in terms, term
    for term in terms.subjects(RDF.type, RDF.Property):
        assert {label.language for label in terms.objects(term, RDFS.label)} == {"de", "en"}


def conforms(data: Graph, root: Path) -> bool:
    return bool(pyshacl.validate(data, shacl_graph=part(root, "shapes"))[0])


@BOTH
def test_the_graph_conforms_to_its_shapes(root: Path) -> None:
    assert conforms(graph(root), root)


def test_the_shapes_are_shacl() -> None:
    assert pyshacl.validate(graph(TOY), shacl_graph=part(TOY, "shapes"), meta_shacl=True)[0]


Change = Callable[[Graph], None]
_KLEIN = "https://example.org/klein/"
_PERSON = URIRef(f"{_KLEIN}persons/muster-aenne.html#it")
_TEXT = URIRef(f"{_KLEIN}texts/erster.html")
_PARAGRAPH = URIRef(f"{_KLEIN}texts/erster.html#p-1")
_NOBODY = URIRef(f"{_KLEIN}persons/niemand.html#it")


def _put(subject: URIRef, predicate: URIRef, value: rdflib.term.Node) -> Change:
    return lambda data: data.set((subject, predicate, value)) and None


def _drop(subject: URIRef | None, predicate: URIRef) -> Change:
    return lambda data: data.remove((subject, predicate, None)) and None


def _also(subject: URIRef, predicate: URIRef, value: rdflib.term.Node) -> Change:
    return lambda data: data.add((subject, predicate, value)) and None


@pytest.mark.parametrize(
    "change",
    [
        _drop(_PERSON, SDO.name),
        _put(_PERSON, SDO.name, Literal("")),
        _put(_PERSON, SDO.name, Literal(1)),
        _drop(_PERSON, SDO.mainEntityOfPage),
        _put(_PERSON, SDO.birthDate, Literal("1890", datatype=XSD.integer)),
        _put(_PERSON, SDO.birthDate, Literal("um 1890")),
        _put(_PERSON, SDO.birthDate, Literal("1890-ish", datatype=EDTF)),
        _put(_PERSON, SDO.birthPlace, URIRef(f"{_KLEIN}places/nirgends.html#it")),
        _put(_PERSON, SDO.birthPlace, _PERSON),
        _also(_PERSON, SDO.sibling, _NOBODY),
        _also(_PERSON, SDO.sameAs, Literal("https://d-nb.info/gnd/1")),
        _also(_PARAGRAPH, SDO.mentions, _NOBODY),
        _drop(_PARAGRAPH, SDO.license),
        _put(_PARAGRAPH, SDO.position, Literal("1")),
        _put(_PARAGRAPH, SDO.isPartOf, URIRef(f"{_KLEIN}texts/dritter.html")),
        _drop(_TEXT, SDO.license),
        _drop(_TEXT, DCTERMS.rights),
        _drop(_TEXT, DCTERMS.bibliographicCitation),
        _drop(URIRef(_KLEIN), SDO.version),
        _put(URIRef(_KLEIN), SDO.dateModified, Literal("2026-01-02")),
        _drop(None, SDO.text),
        _drop(None, SKOS.prefLabel),
        _drop(None, RDF.object),
        _put(URIRef(f"{_KLEIN}texts/erster.html#q-das-eis"), SDO.spokenByCharacter, _NOBODY),
        _put(URIRef(f"{_KLEIN}places/kronstadt.html#it.geo"), SDO.latitude, Literal("98.2", datatype=XSD.decimal)),
        _put(URIRef(f"{_KLEIN}places/kronstadt.html#it.geo"), SDO.latitude, Literal("48.2")),
        _drop(URIRef(f"{_KLEIN}sources.html#lexikon"), SDO.name),
    ],
)  # fmt: skip
def test_a_spoiled_graph_does_not_conform(change: Change) -> None:
    data = Graph() + graph(TOY)
    change(data)
    assert set(data) != set(graph(TOY))
    assert not conforms(data, TOY)


def test_a_relation_that_leads_nowhere_does_not_conform() -> None:
    edition = edition_of(ROOT)
    friend = address(edition, "data/turtle/terms.ttl#friend")
    data = Graph() + graph(ROOT)
    one = next(data.subjects(friend))
    data.set((one, friend, thing(edition, "person:niemand")))
    assert not conforms(data, ROOT)


@BOTH
def test_counts_are_those_of_the_model(root: Path) -> None:
    edition, data = edition_of(root), graph(root)
    things = {thing(edition, pointer) for pointer in edition.entities}
    assert set(data.subjects(SDO.mainEntityOfPage)) == things
    for kind, name in KINDS.items():
        found = set(data.subjects(RDF.type, SDO[name])) & things
        assert found == {thing(edition, one.pointer) for one in edition.entities.values() if one.kind == kind}
    blocks = {
        address(edition, f"{urls.article(one.id)}#{block.id}")
        for one in edition.articles
        for block in one.blocks
    }
    assert set(data.subjects(SDO.position)) == blocks
    assert set(data.subjects(SDO.sdLicense)) == {
        address(edition, urls.article(one.id)) for one in edition.articles
    }
    assert {address(edition, urls.reference(one)) for one in edition.references} == set(
        data.subjects(RDF.type, PROV.Entity)
    ) - set(data.subjects(RDF.type, RDF.Statement))


@BOTH
def test_paragraphs_hold_their_words_in_their_order(root: Path) -> None:
    edition, data = edition_of(root), graph(root)
    for article in edition.articles:
        text = address(edition, urls.article(article.id))
        parts = sorted(data.objects(text, SDO.hasPart), key=lambda one: int(data.value(one, SDO.position)))
        assert [str(data.value(one, SDO.text)) for one in parts] == [block.text for block in article.blocks]


@BOTH
def test_mentions_are_those_of_the_model(root: Path) -> None:
    edition, data = edition_of(root), graph(root)
    expected = {
        (address(edition, f"{urls.article(one.article_id)}#{one.block}"), thing(edition, one.pointer))
        for one in in_texts(edition)
    }
    expected |= {
        (address(edition, urls.article(one.article_id)), thing(edition, one.pointer))
        for one in in_texts(edition)
    }
    assert set(data.subject_objects(SDO.mentions)) == expected


@BOTH
def test_quotations_are_those_that_quote_somebody(root: Path) -> None:
    edition, data = edition_of(root), graph(root)
    quoting = [
        one
        for one in edition.quotations
        if one.kind in ("source", "speech", "epigraph") or one.speaker or one.source
    ]
    assert quoting
    assert {str(one).partition("#")[2] for one in data.subjects(RDF.type, SDO.Quotation)} == {
        one.id for one in quoting
    }
    for one in quoting:
        quotation = address(edition, f"{urls.article(one.article_id)}#{one.id}")
        speaker, source = data.value(quotation, SDO.spokenByCharacter), data.value(quotation, SDO.citation)
        assert speaker == (thing(edition, one.speaker) if one.speaker else None)
        certain = one.source and one.certainty not in ("low", "unknown")
        assert source == (thing(edition, one.source or "") if certain else None)
        assert all(words in str(data.value(quotation, SDO.text)) for _, words in one.parts)


@BOTH
def test_same_as_is_what_the_lists_identify(root: Path) -> None:
    edition, data = edition_of(root), graph(root)
    expected = {
        (thing(edition, one.pointer), URIRef(known.uri))
        for one in edition.entities.values()
        for known in one.identifiers
        if known.uri and known.scheme != "URL"
    }
    assert set(data.subject_objects(SDO.sameAs)) == expected
    others = sum(1 for one in edition.entities.values() for known in one.identifiers if not known.uri)
    assert len(list(data.triples((None, SDO.identifier, None)))) + len(
        list(data.triples((None, SDO.isbn, None)))
    ) == (others + sum(1 for article in edition.articles for block in article.blocks if block.number))


@BOTH
def test_names_are_those_of_the_lists_in_their_languages(root: Path) -> None:
    edition, data = edition_of(root), graph(root)
    for one in edition.entities.values():
        about = thing(edition, one.pointer)
        assert [str(name) for name in data.objects(about, SDO.name)] == [one.name]
        assert {(str(name), name.language) for name in data.objects(about, SDO.alternateName)} == {
            (name.text, name.language) for name in one.other_names
        }


_PRECISION = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
_LIVES = {"birth": SDO.birthDate, "death": SDO.deathDate}


@BOTH
def test_dates_of_a_life_are_as_exact_and_as_certain_as_the_lists_have_them(root: Path) -> None:
    edition, data = edition_of(root), graph(root)
    seen = 0
    for one in edition.entities.values():
        for fact in one.facts:
            if fact.slug not in _LIVES or not fact.dating:
                continue
            found = list(data.objects(thing(edition, one.pointer), _LIVES[fact.slug]))
            dating = fact.dating
            if fact.certainty in ("low", "unknown"):
                assert found == []
            elif dating.when and not fact.certainty:
                assert found == [Literal(dating.when, datatype=_PRECISION[len(dating.when)])]
            elif dating.when:
                assert found == [Literal(f"{dating.when}?", datatype=EDTF)]
            else:
                assert [literal.datatype for literal in found] == [EDTF]
                values = (dating.begin, dating.end, dating.not_before, dating.not_after)
                assert all(value in str(found[0]) for value in values if value)
            seen += 1
    assert seen


@BOTH
def test_every_edtf_literal_is_one(root: Path) -> None:
    found = [one for one in graph(root).objects() if isinstance(one, Literal) and one.datatype == EDTF]
    assert found
    assert [one for one in found if not _EDTF.match(str(one))] == []


def _sources(edition: Edition, entity: Entity) -> set[str]:
    """What the statements about an entry rest on; relations count where they are stated."""
    own = {
        source
        for part in (*entity.facts, *entity.other_names, *entity.identifiers, *entity.remarks)
        for source in part.sources
    }
    return own | set(entity.grounds)


@BOTH
def test_no_source_of_a_statement_is_lost(root: Path) -> None:
    edition, data = edition_of(root), graph(root)
    found: dict[rdflib.term.Node, set[str]] = {}
    for statement, source in data.subject_objects(PROV.wasDerivedFrom):
        found.setdefault(data.value(statement, RDF.subject), set()).add(str(source).partition("#")[2])
    related = {source for relation in edition.relations for source in relation.sources}
    for one in edition.entities.values():
        expected = {source.partition(":")[2] for source in _sources(edition, one)}
        extra = found.get(thing(edition, one.pointer), set()) - expected
        assert expected <= found.get(thing(edition, one.pointer), set()), one.pointer
        assert extra <= {source.partition(":")[2] for source in related}
    stated = {source for names in found.values() for source in names}
    assert {source.partition(":")[2] for source in related} <= stated


@BOTH
def test_what_is_uncertain_is_named_but_not_asserted(root: Path) -> None:
    """A statement is asserted unless its certainty is low or unknown."""
    edition, data = edition_of(root), graph(root)
    degrees = {address(edition, f"data/turtle/terms.ttl#certainty-{name}") for name in ("low", "unknown")}
    certainty = address(edition, "data/turtle/terms.ttl#certainty")
    statements = list(data.subjects(RDF.type, RDF.Statement))
    stated = {
        name: [data.value(one, RDF[name]) for one in statements]
        for name in ("subject", "predicate", "object")
    }
    triples = list(zip(stated["subject"], stated["predicate"], stated["object"], strict=True))
    doubtful = [data.value(one, certainty) in degrees for one in statements]
    certain = {triple for triple, doubt in zip(triples, doubtful, strict=True) if not doubt}
    assert certain <= set(data)
    unasserted = {triple for triple, doubt in zip(triples, doubtful, strict=True) if doubt} - certain
    assert unasserted.isdisjoint(set(data))
    low = [
        fact
        for one in edition.entities.values()
        for fact in one.facts
        if fact.certainty in ("low", "unknown")
    ]
    assert len(low) <= sum(doubtful)


@BOTH
def test_relations_are_those_of_the_lists(root: Path) -> None:
    """Every pair that a relation joins is joined in the graph, mutual ones both ways."""
    edition, data = edition_of(root), graph(root)
    assert edition.relations
    for relation in edition.relations:
        for one in relation.active:
            for other in relation.passive or (x for x in relation.active if x != one):
                ends = thing(edition, one), thing(edition, other)
                there = [set(data.predicates(*pair)) for pair in (ends, ends[::-1])]
                assert all(there) if relation.mutual else any(there), relation


def test_relations_have_their_direction() -> None:
    edition, data = edition_of(ROOT), graph(ROOT)
    sides = {"parent": (SDO.parent, True), "member": (SDO.memberOf, False), "founder": (SDO.founder, True)}
    directed = [one for one in edition.relations if one.name in sides]
    assert directed
    for relation in directed:
        term, turned = sides[relation.name]
        for one in relation.active:
            for other in relation.passive:
                subject, value = (other, one) if turned else (one, other)
                assert (thing(edition, subject), term, thing(edition, value)) in data
    assert len(list(data.subject_objects(SDO.parent))) == sum(
        len(one.active) * len(one.passive) for one in directed if one.name == "parent"
    )


def _addresses(root: Path) -> set[str]:
    """Every address of the edition in what is published, without its base."""
    base = str(address(edition_of(root), ""))
    found = (term for one in (graph(root), part(root, "terms")) for triple in one for term in triple)
    return {
        str(term).removeprefix(base)
        for term in found
        if isinstance(term, URIRef) and str(term).startswith(base)
    }


@pytest.mark.parametrize(("root", "built"), [(TOY, "toy_site"), (ROOT, "real_site")], ids=["toy", "real"])
def test_every_address_leads_to_a_page_of_the_site(
    root: Path, built: str, request: pytest.FixtureRequest
) -> None:
    """A fragment is an anchor of the page; or it begins with `it`, or with an anchor and a dot, and means no element."""
    site: Path = request.getfixturevalue(built)
    own = {str(term) for term in part(root, "terms").subjects()}
    by_page: dict[str, set[str]] = {}
    for one in _addresses(root):
        path, fragment = urldefrag(one)
        by_page.setdefault(path or "index.html", set()).add(fragment)
    for path, fragments in by_page.items():
        assert (site / path).is_file(), path
        if path.endswith(".ttl"):
            assert {str(address(edition_of(root), f"{path}#{name}")) for name in fragments - {""}} <= own
            continue
        if not path.endswith(".html"):
            assert fragments == {""}
            continue
        ids = set(html.fromstring((site / path).read_bytes()).xpath("//@id"))
        things = {name for name in fragments if name == "it" or name.startswith("it.") or name == "publisher"}
        statements = fragments - ids - things - {""}
        assert things.isdisjoint(ids)
        assert {name.split(".")[0] for name in statements} <= ids, path


@BOTH
def test_rights_version_and_citation_are_stated(root: Path) -> None:
    edition, data = edition_of(root), graph(root)
    whole = address(edition, "")
    assert (whole, SDO.license, URIRef(edition.config.licence_edition)) in data
    for article in edition.articles:
        text = address(edition, urls.article(article.id))
        assert (text, SDO.license, URIRef(edition.config.licence_text)) in data
        assert (text, SDO.sdLicense, URIRef(edition.config.licence_edition)) in data
    for path in ("json-ld", "turtle"):
        made = exported(path, root)
        text_ = made.text(next(iter(made.files)))
        assert all(words in text_ for words in (*rights(root), edition.config.date)), path
        assert citation.edition(edition.config, urls.HOME).text in text_


def test_every_fact_of_the_lists_has_a_term() -> None:
    from edition.linked import facts

    assert {(kind.slug, rule.slug) for kind in kinds.KINDS for rule in kind.facts} - facts.known() == set()
