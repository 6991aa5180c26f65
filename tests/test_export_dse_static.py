"""The data folder for dse-static, read back: valid TEI, the same text, every mention with its entry.

What the template reads is asked as its stylesheets ask it; docs/exports.md says where they were looked up.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition import urls
from edition.exports.dse_static import documents
from edition.exports.dse_static.parts import file_of, key, list_of
from edition.graph import mentioned
from edition.kinds import BY_SLUG, KINDS
from edition.layers import ANNOTATED
from edition.model import Article, Entity
from edition.transcript import DIPLOMATIC, blocks, flatten
from tests import jing
from tests.both import BOTH, ROOTS, below, edition_of, rights
from tests.conftest import ROOT

SLUG = "dse-static"
TEI_ALL = ROOT / ".venv" / "tei_all.rng"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
XML = "{http://www.w3.org/XML/1998/namespace}"
SHOWN = {"person", "place", "org", "bibl"}  # types of rs for which the template has a view


def xpath(node: Any, path: str) -> list[Any]:
    found = node.xpath(path, namespaces=NS)
    return list(found) if isinstance(found, list) else [found]


def tree(root: Path, name: str) -> Any:
    return etree.fromstring(below(SLUG, root)[f"data/{name}"])


def entry(root: Path, entity: Entity) -> Any:
    found = xpath(
        tree(root, f"indices/{file_of(BY_SLUG[entity.kind])}"), f"//*[@xml:id='{key(entity.pointer)}']"
    )
    assert len(found) == 1, entity.pointer
    return found[0]


def texts(role: str = "") -> list[Any]:
    return [
        pytest.param(
            root, text, f"{'editions' if text.role == 'article' else 'meta'}/{text.id}.xml", id=text.id
        )
        for root in ROOTS
        for text in (*edition_of(root).articles, *edition_of(root).pages)
        if role in ("", text.role)
    ]


def entities() -> list[Any]:
    return [
        pytest.param(root, tuple(one for one in edition_of(root).entities.values() if one.kind == kind.slug))
        for root in ROOTS
        for kind in KINDS
    ]


@BOTH
def test_every_document_is_valid_tei(root: Path, tmp_path: Path) -> None:
    assert TEI_ALL.is_file(), "TEI All is missing. Run: sh tests/setup.sh"
    files = {
        name.replace("/", "_"): data for name, data in below(SLUG, root).items() if name.endswith(".xml")
    }
    said = jing.complaints(TEI_ALL, files, tmp_path)
    assert {name: found[:3] for name, found in said.items() if found} == {}
    assert len(files) == len(edition_of(root).articles) + len(KINDS) + len(
        {"about", *(one.id for one in edition_of(root).pages)}
    )


@pytest.mark.parametrize(("root", "text", "name"), texts())
def test_the_text_is_conserved_in_both_layers(root: Path, text: Article, name: str) -> None:
    body = xpath(tree(root, name), "/t:TEI/t:text/t:body")[0]
    found = [(one.get(f"{XML}id"), flatten(one).text, flatten(one, DIPLOMATIC).text) for one in blocks(body)]
    assert found == [(block.id, block.text, block.printed) for block in text.blocks]


@pytest.mark.parametrize(("root", "text", "name"), texts())
def test_every_mention_points_to_its_entry(root: Path, text: Article, name: str) -> None:
    facts, document = edition_of(root), tree(root, name)
    body = xpath(document, "/t:TEI/t:text/t:body")[0]
    pointers = xpath(body, ".//*[@ref][not(ancestor::t:note)]/@ref")
    found = Counter(pointer for value in pointers for pointer in value.split())
    said = Counter(
        f"#{key(one.pointer)}"
        for some in facts.mentions.values()
        for one in some
        if one.article_id == text.id
    )
    assert found == said
    copied = set(xpath(document, "/t:TEI/t:text/t:back/*/*/@xml:id"))
    assert {pointer.removeprefix("#") for pointer in found} <= copied
    assert copied <= {key(pointer) for pointer in facts.entities}


@pytest.mark.parametrize(("root", "text", "name"), texts())
def test_no_pointer_of_the_edition_is_left_and_local_ones_resolve(
    root: Path, text: Article, name: str
) -> None:
    document = tree(root, name)
    ids = xpath(document, "//@xml:id")
    assert len(ids) == len(set(ids))
    values = [token for value in xpath(document, "//@*") if not value.is_tail for token in str(value).split()]
    assert [one for one in values if one.startswith("#") and one[1:] not in ids] == []
    prefixes = (*BY_SLUG, "source", "page")
    assert [one for one in values if one.startswith(tuple(f"{prefix}:" for prefix in prefixes))] == []


@pytest.mark.parametrize(("root", "some"), entities())
def test_mentions_of_an_entry_name_the_documents_that_hold_it(root: Path, some: tuple[Entity, ...]) -> None:
    facts = edition_of(root)
    for entity in some:
        notes = xpath(entry(root, entity), "t:noteGrp/t:note[@type='mentions']")
        named = {one.article_id for one in mentioned(facts, entity.pointer)}
        assert [note.get("target") for note in notes] == [
            f"{text.id}.xml" for text in facts.articles if text.id in named
        ]
        for note in notes:
            document = tree(root, f"editions/{note.get('target')}")
            assert xpath(document, f"//t:body//*[contains(concat(@ref, ' '), '#{key(entity.pointer)} ')]")
            assert [note.text] == xpath(document, "//t:titleStmt/t:title[@type='main'][1]/text()")


@pytest.mark.parametrize(("root", "some"), entities())
def test_identifiers_and_names_are_those_of_the_model(root: Path, some: tuple[Entity, ...]) -> None:
    facts = edition_of(root)
    base = facts.config.base_url
    for entity in some:
        element = entry(root, entity)
        found = [one.text for one in xpath(element, ".//t:idno")]
        own = f"{base}{urls.entity(entity.pointer)}"
        assert found == [*(one.uri or one.value for one in entity.identifiers), own]
        for one, node in zip(entity.identifiers, xpath(element, ".//t:idno"), strict=False):
            wanted = ("URL", one.scheme.lower()) if one.uri else (one.scheme, None)
            assert (node.get("type"), node.get("subtype")) in (wanted, ("URL", None))
        tag = BY_SLUG[entity.kind].name.rpartition(":")[2]
        names = [
            "".join(one.itertext()).split() for one in xpath(element, f"t:{tag} | t:objectIdentifier/t:{tag}")
        ]
        family, _, given = entity.name.partition(", ") if entity.kind == "person" else (entity.name, "", "")
        assert names == [
            f"{given} {family}".split(),
            *(one.text.split() for one in entity.other_names),
        ]
        assert (
            xpath(element, "t:note[@type='description']/text()")
            == [entity.description][: bool(entity.description)]
        )


def test_dates_and_places_of_an_entry_are_where_the_template_looks() -> None:
    person = entry(ROOTS[0], edition_of(ROOTS[0]).entities["person:muster-aenne"])
    assert xpath(person, "t:birth/t:date/@when-iso") == ["1890-12-30"]
    assert xpath(person, "t:birth/t:date/text()") == ["30. Dezember 1890"]
    assert xpath(person, "t:birth/t:settlement/@key") == ["place__wien"]
    assert xpath(person, "t:death/t:date/@notBefore-iso") == ["1947"]
    assert xpath(person, "t:death/@cert") == ["medium"]
    assert xpath(person, "t:note[@type='death']/text()") == ["Das Jahr ist unsicher."]
    assert xpath(person, "t:occupation/text()") == ["Reisende"]
    assert xpath(person, "t:persName[1]/t:surname/text() | t:persName[1]/t:forename/text()") == [
        "Änne",
        "Muster",
    ]


@BOTH
def test_a_place_has_one_pair_of_coordinates_in_its_first_location(root: Path) -> None:
    for entity in edition_of(root).entities.values():
        if entity.kind == "place":
            element = entry(root, entity)
            stated = [fact.text for fact in entity.facts if fact.slug == "coordinates"]
            assert xpath(element, "t:location[1]/t:geo/text()") == stated[:1]
            assert xpath(element, ".//t:geo/text()") == stated


@pytest.mark.parametrize(("root", "text", "name"), texts())
def test_the_template_loses_no_word_of_a_text(root: Path, text: Article, name: str) -> None:
    document = tree(root, name)
    assert xpath(document, "//t:front") == []
    assert set(xpath(document, "//t:body//t:rs/@type")) <= SHOWN
    assert xpath(document, "//t:body//t:rs[not(@type)]") == []
    assert xpath(document, "//t:body//*[self::t:bibl or self::t:person or self::t:listBibl]") == []
    footnotes = xpath(document, "//t:note[not(t:p)][not(ancestor::t:back)]/@xml:id")
    own = [note.id for note in edition_of(root).notes if note.article_id == text.id]
    assert sorted(footnotes) == sorted(own)


@pytest.mark.parametrize(("root", "text", "name"), texts("article"))
def test_notes_stand_at_their_passages(root: Path, text: Article, name: str) -> None:
    document = tree(root, name)
    for note in edition_of(root).notes:
        if note.article_id == text.id:
            found = xpath(document, f"//t:note[@xml:id='{note.id}']")[0]
            assert flatten(found, ANNOTATED).text.strip() == note.text
            further = xpath(document, f"//t:ptr[@target='#{note.id}']")
            assert len(further) == len(note.passages) - 1, note.id
            places = {
                xpath(one, "ancestor::*[@xml:id][self::t:p or self::t:head or self::t:item or self::t:byline"
                " or self::t:epigraph][1]/@xml:id")[0]
                for one in (found, *further)
            }  # fmt: skip
            assert places == {passage.block for passage in note.passages}


@BOTH
def test_files_know_their_place(root: Path) -> None:
    names = [name for name in below(SLUG, root) if name.endswith(".xml")]
    base = edition_of(root).config.base_url + "data/dse-static/"
    for folder in ("editions", "indices", "meta"):
        inside = sorted(name for name in names if name.startswith(f"data/{folder}/"))
        before = [None, *(f"{base}{name}" for name in inside)]
        after = [*(f"{base}{name}" for name in inside[1:]), None]
        for name, left, right in zip(inside, before, after, strict=False):
            document = etree.fromstring(below(SLUG, root)[name])
            assert document.get(f"{XML}id") == name.rpartition("/")[2]
            assert document.get(f"{XML}base") == f"{base}data/{folder}"
            assert (document.get("prev"), document.get("next")) == (left, right), name


@BOTH
def test_every_list_is_there_even_without_entries(root: Path) -> None:
    for kind in KINDS:
        document = tree(root, f"indices/{file_of(kind)}")
        lists = xpath(document, f"/t:TEI/t:text/t:body/t:div/t:{list_of(kind)}")
        some = [one for one in edition_of(root).entities.values() if one.kind == kind.slug]
        assert [len(one) for one in lists] == ([len(some)] if some else [])


@BOTH
def test_rights_and_losses_are_said(root: Path) -> None:
    readme = below(SLUG, root)["README.txt"].decode("utf-8")
    assert all(words in readme for words in (*rights(root), "gehen verloren", "are not kept"))
    for article in edition_of(root).articles:
        document = tree(root, f"editions/{article.id}.xml")
        assert edition_of(root).config.licence_text in xpath(document, "//t:licence/@target")
        assert "gehen verloren" in xpath(document, "string(//t:projectDesc)")[0]


def test_entries_are_found_whatever_way_a_pointer_is_written() -> None:
    entries = documents.copies(edition_of(ROOTS[0]))
    assert list(documents.named(entries, b'<x ref="place:wien"/>')) == ["place:wien"]
    assert documents.named(entries, b'<x ref="place&#58;wien"/>') == entries
