"""The parts of adopting: names of files and anchors, pointers of every form, what can be cited, entries in our form."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from edition import workspace
from edition.adopting import addresses, authority, entries, finding, scanning, units
from edition.adopting.addresses import Address
from edition.adopting.slugs import LONGEST, Slugs, slug
from edition.corpus import TEI, XML_ID
from edition.layers import UNIT, local
from edition.transcript import blocks, flatten
from tests.others import OTHERS

PREFIXES = {"pmb": [("([0-9]+)", "../register.xml#pmb$1")], "gnd": [("(.+)", "https://d-nb.info/gnd/$1")]}


@given(st.text(max_size=200))
def test_a_slug_is_safe_in_paths_addresses_and_xml(name: str) -> None:
    made = slug(name)
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9._-]*", made)
    assert len(made) <= LONGEST + len("x-")
    assert ".." not in made
    assert not made.endswith(".")
    assert slug(made) == made


@given(st.lists(st.text(max_size=12), max_size=30))
def test_no_two_names_share_a_file_on_any_disk(names: list[str]) -> None:
    slugs = Slugs()
    made = [slugs.take(name).lower() for name in names]
    assert len(made) == len(set(made))
    assert "index" not in made


@pytest.mark.parametrize("device", ["con", "NUL", "com1", "lpt9.txt", "aux.xml"])
def test_devices_are_no_files(device: str) -> None:
    assert slug(device) != device


@pytest.mark.parametrize(
    ("token", "meant"),
    [
        ("#a", Address("id", "a", "texts/one.xml")),
        ("../register.xml#a", Address("id", "a", "register.xml")),
        ("two.xml", Address("id", "", "texts/two.xml")),
        ("pmb:12", Address("id", "pmb12", "register.xml")),
        ("gnd:118520318", Address("uri", "https://d-nb.info/gnd/118520318")),
        ("http://d-nb.info/gnd/118520318", Address("uri", "https://d-nb.info/gnd/118520318")),
        ("https://example.org/x", Address("uri", "https://example.org/x")),
        ("person:a", Address("id", "a")),
        ("a", Address("key", "a")),
        ("javascript:alert(1)", Address("id", "alert(1)")),
        ("", None),
    ],
)
def test_a_pointer_means(token: str, meant: Address | None) -> None:
    assert addresses.of_pointer(token, "texts/one.xml", PREFIXES) == meant


def test_a_prefix_cannot_keep_the_tool_busy() -> None:
    known = {"p": [("(a+)+$", "x#$1")]}
    assert addresses.of_pointer("p:" + "a" * 40 + "!", "one.xml", known) == Address("id", "a" * 40 + "!")


def tree(body: str) -> etree._Element:
    return etree.fromstring(f'<text xmlns="{TEI}"><body>{body}</body></text>')


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("<p>a</p><p>b</p>", "p p"),
        ("<lg><lg><l>a</l><l>b</l></lg><lg><l>c</l></lg></lg>", "lg lg"),
        (
            "<sp><speaker>A</speaker><l>a</l><stage>x</stage><p>b <stage>y</stage></p></sp>",
            "speaker l stage p",
        ),
        ("<list><item><p>a</p></item><item>b <p>c</p></item></list>", "p item p"),
        ("<div>a <hi>b</hi></div>", "div"),
        ("<table><row><cell>a</cell><cell><p>b</p></cell></row></table>", "cell p"),
        ("<castList><castItem><role>A</role>, <roleDesc>b</roleDesc></castItem></castList>", "castItem"),
        ("<p>a<note>n</note></p>", "p"),
        ("<quote>a</quote><quote><p>b</p></quote>", "quote p"),
    ],
)
def test_the_smallest_pieces_are_units(body: str, marked: str) -> None:
    text = tree(body)
    units.mark(text, set(), Counter())
    found = [one for one in text.iter() if one.get(UNIT)]
    assert [local(one) for one in found] == marked.split()
    ids = [one.get(XML_ID) for one in found]
    assert len(set(ids)) == len(ids)
    assert all(ids)


def test_units_hold_every_word_once() -> None:
    text = tree("<div>a <p>b</p> c<lg><l>d</l><l>e</l></lg><foo>f <bar>g</bar></foo></div>")
    units.mark(text, set(), Counter())
    said = " ".join(flatten(one).text for one in blocks(text))
    assert sorted(said.split()) == list("abcdefg")


def test_ids_that_are_there_stay() -> None:
    text = tree('<p xml:id="p-1">a</p><p>b</p>')
    taken = {"p-1"}
    units.mark(text, taken, Counter())
    assert [one.get(XML_ID) for one in text.iter(f"{{{TEI}}}p")] == ["p-1", "p-2"]


def entry(xml: str, kind: str) -> etree._Element:
    given = f"<{xml.lstrip('<')}".replace(" ", f' xmlns="{TEI}" ', 1)
    return entries.converted(given.encode(), kind, "x", lambda _kind, node: f"place:{node.get('key', '')}")


def test_a_person_is_filed_by_family_name_with_life_and_numbers() -> None:
    made = entry(
        '<person xml:id="a"><persName><forename>Erna</forename> <nameLink>von</nameLink> <surname>Pfeil</surname>'
        '</persName><persName>Erni</persName><birth><date when-iso="1850-01-02">2. 1. 1850</date>'
        '<placeName key="tal">Tal</placeName></birth><occupation>Malerin</occupation>'
        '<idno type="URL" subtype="gnd">http://d-nb.info/gnd/118520318</idno><note>Kurz.</note>'
        "<faith>lutherisch</faith></person>",
        "person",
    )
    said = etree.tostring(made, encoding="unicode")
    assert "Pfeil, Erna von" in said
    assert 'when="1850-01-02"' in said
    assert 'ref="place:tal"' in said
    assert "https://d-nb.info/gnd/118520318" in said
    assert 'subtype="GND"' in said
    assert "faith: lutherisch" in said
    assert said.index("Kurz.") < said.index("faith")


@pytest.mark.parametrize(
    ("geo", "kept"),
    [
        ("48,2 16,37", "48.2 16.37"),
        ("48.2, 16.37", "48.2 16.37"),
        ("95 10", ""),
        ("hier", ""),
        ("48.2 16.37 3", ""),
    ],
)
def test_coordinates_are_degrees(geo: str, kept: str) -> None:
    made = entry(
        f'<place xml:id="a"><placeName>Tal</placeName><location><geo>{geo}</geo></location></place>', "place"
    )
    found = made.findtext(f".//{{{TEI}}}geo") or ""
    assert found == kept


def test_two_texts_may_call_two_persons_alike() -> None:
    def scan(path: str, role: str, name: str) -> scanning.Scan:
        one = scanning.Entry("person", "p1", path, b"", (), (name,))
        return scanning.Scan(path, role, entries=(one,))

    known, listed, _ = authority.collect([scan("a.xml", "article", "A"), scan("b.xml", "article", "B")])
    assert list(listed) == ["person:p1", "person:p1-2"]
    assert known.listed(Address("id", "p1", "b.xml")) == "person:p1-2"
    same, merged, _ = authority.collect([scan("a.xml", "article", "A"), scan("list.xml", "authority", "B")])
    assert list(merged) == ["person:p1"]
    assert same.listed(Address("id", "p1", "a.xml")) == "person:p1"


def test_files_that_hide_or_lead_out_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "outside.xml").write_text("<x/>", encoding="utf-8")
    folder = tmp_path / "in"
    for name in ("a.xml", ".git/b.xml", "schema/c.xml", "sub/d.XML", ".e.xml", "f.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("<x/>", encoding="utf-8")
    (folder / "link.xml").symlink_to(tmp_path / "outside.xml")
    assert finding.found_in(folder, {}) == (("a.xml", ""), ("sub/d.XML", ""))


def test_patterns_say_what_a_file_is(tmp_path: Path) -> None:
    for name in ("a.xml", "list.xml"):
        (tmp_path / name).write_text("<x/>", encoding="utf-8")
    patterns = {"authority": ("list*.xml",), "article": ("*.xml",), "page": ()}
    assert finding.found_in(tmp_path, patterns) == (("a.xml", "article"), ("list.xml", "authority"))


def test_what_settings_leave_open_comes_from_the_headers() -> None:
    with workspace.opened(OTHERS / "letters") as house:
        assert house.config.title == "Briefe um die Sternwarte Hohenrain"
        assert house.config.licence_text.startswith("https://creativecommons.org/")
        assert house.config.adopted
