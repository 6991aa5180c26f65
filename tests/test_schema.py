"""From ODD to RELAX NG, Schematron and guidelines: case by case in tests/schema."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition import corpus, schema
from edition.checks.constraints import Constraints
from edition.errors import SchemaError
from tests import jing

FOLDER = Path(__file__).parent / "schema"
MINI = (FOLDER / "mini.odd").read_bytes()
TEI = "{http://www.tei-c.org/ns/1.0}"
NS = {"t": TEI[1:-1], "r": "http://relaxng.org/ns/structure/1.0"}


def cases(name: str) -> list[Any]:
    return list(etree.parse(str(FOLDER / name), etree.XMLParser(remove_comments=True)).getroot())


def mini(parts: list[Any], in_schema: bool = False) -> bytes:
    """The mini ODD with these parts as what element x is, or in addition in the schemaSpec."""
    odd = etree.fromstring(MINI)
    place = odd.find(f".//{TEI}schemaSpec" if in_schema else f".//{TEI}elementSpec[@ident='x']")
    assert place is not None
    if not in_schema:
        place[:] = []
    place.extend(copy.deepcopy(parts))
    return etree.tostring(odd)


def shape(element: Any) -> Any:
    """An element as a value, without white space between elements."""
    return (
        element.tag,
        dict(element.attrib),
        (element.text or "").strip(),
        [shape(child) for child in element],
    )


@cache
def compiled() -> Any:
    return schema.compile_odd(MINI)


def define(rng: bytes, name: str) -> Any:
    return etree.fromstring(rng).find(f"r:define[@name='{name}']", NS)


def ids(name: str) -> list[str]:
    return [case.get("name") or case.get("error") for case in cases(name)]


@pytest.mark.parametrize("case", cases("content.xml"), ids=ids("content.xml"))
def test_content_becomes_a_pattern(case: Any) -> None:
    content, *expected = case
    rng = schema.compile_odd(mini([content]))["edition.rng"]
    assert [shape(part) for part in define(rng, "x")[0]] == [shape(part) for part in expected]


@pytest.mark.parametrize("case", cases("attributes.xml"), ids=ids("attributes.xml"))
def test_attributes_become_patterns(case: Any) -> None:
    attributes, *expected = case
    empty = etree.Element(f"{TEI}content")
    etree.SubElement(empty, f"{TEI}empty")
    parts = [attributes, empty] if attributes.tag == f"{TEI}classes" else [empty, attributes]
    rng = schema.compile_odd(mini(parts))["edition.rng"]
    assert [shape(part) for part in define(rng, "x")[0][1:]] == [shape(part) for part in expected]


@pytest.mark.parametrize("case", cases("refused.xml"), ids=ids("refused.xml"))
def test_what_is_not_understood_is_refused_with_its_place(case: Any) -> None:
    with pytest.raises(SchemaError) as caught:
        schema.compile_odd(mini(list(case), bool(case.get("schema"))), "mini.odd")
    assert caught.value.message.en.startswith("mini.odd cannot be compiled: ")
    assert case.get("error") in caught.value.message.en


def test_what_is_not_xml_is_refused() -> None:
    with pytest.raises(SchemaError, match="cannot be compiled"):
        schema.compile_odd(b"<TEI>")


def test_an_odd_without_schema_is_refused() -> None:
    with pytest.raises(SchemaError, match="one schemaSpec, this one has 0"):
        schema.compile_odd(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')


def test_a_specification_that_the_schema_does_not_refer_to_is_not_lost() -> None:
    with pytest.raises(SchemaError, match="elementSpec x: stands outside the schemaSpec"):
        schema.compile_odd(MINI.replace(b'<specGrpRef target="#group"/>', b""))


def test_the_products_are_the_same_every_time_and_end_with_a_line_end() -> None:
    again = schema.compile_odd(MINI)
    assert again == compiled()
    assert all(content.endswith(b"\n") and not content.endswith(b"\n\n") for content in again.values())


def verdicts(content: str, documents: dict[str, bool], folder: Path) -> list[bool]:
    """Whether jing accepts each document, whose element x has the content model of that case."""
    case = next(case for case in cases("content.xml") if case.get("name") == content)
    rng = folder / "mini.rng"
    rng.write_bytes(schema.compile_odd(mini([case[0]]))["edition.rng"])
    root = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
    files = {f"{number:03}.xml": root.format(text).encode() for number, text in enumerate(documents)}
    return [not complaints for complaints in jing.complaints(rng, files, folder).values()]


@pytest.mark.parametrize(
    ("content", "documents"),
    [
        ("mixed content", {
            "": True, "<x/>": True, "<x>Text<a/>Text</x><b/><c/>": True, "<x><b/></x>": False, "text": False,
            "<d/>": False, '<b x="1"/>': False,
        }),
        ("one to three", {
            "<x/>": False, "<x><a/></x>": True, "<x><a/><a/><a/></x>": True, "<x><a/><a/><a/><a/></x>": False,
        }),
        ("at least three", {"<x><a/><a/></x>": False, "<x><a/><a/><a/></x>": True, "<x><a/><a/><a/><a/></x>": True}),
        ("a sequence without order is interleaved", {"<x><b/><a/></x>": True, "<x><a/></x>": False}),
        ("anything foreign", {
            '<x><y xmlns="urn:y" y="1">t<z/></y></x>': True, "<x><b/></x>": False,
            '<x><y xmlns=""><z/></y></x>': True,
        }),
    ],
)  # fmt: skip
def test_the_grammar_decides_as_the_odd_says(
    content: str, documents: dict[str, bool], tmp_path: Path
) -> None:
    assert verdicts(content, documents, tmp_path) == list(documents.values())


RULES = """<constraintSpec xmlns="http://www.tei-c.org/ns/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
 xmlns:xsl="http://www.w3.org/1999/XSL/Transform" ident="ed-T002-lent" scheme="schematron"><constraint>{}
<sch:diagnostics><sch:diagnostic id="de" xml:lang="de">Auf Deutsch.</sch:diagnostic></sch:diagnostics></constraint>
</constraintSpec>"""


@pytest.mark.parametrize(
    ("constraint", "expected"),
    [
        ('<sch:assert diagnostics="de" test="@sub">No  sub.</sch:assert>', [("T002", 3, "No sub.")]),
        (
            '<sch:rule context="tei:x"><sch:report diagnostics="de" id="ed-T003-r" test="@sub">S.</sch:report></sch:rule>',
            [("T003", 2, "S.")],
        ),
        (
            '<sch:ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><xsl:key name="k" match="t:x" use="1"/>'
            '<sch:let name="all" value="key(\'k\', 1)"/>'
            '<sch:rule context="t:x"><sch:report diagnostics="de" test="count($all) ne 2 or @sub">S.</sch:report></sch:rule>',
            [("T002", 2, "S.")],
        ),
        (
            '<sch:pattern id="a"><sch:rule context="tei:x"><sch:report diagnostics="de" id="ed-T004-a" test="@sub">A.</sch:report></sch:rule>'
            '</sch:pattern><sch:pattern id="b"><sch:rule context="@sub"><sch:report diagnostics="de" id="ed-T005-b" test="true()">B.'
            "</sch:report></sch:rule></sch:pattern>",
            [("T004", 2, "A."), ("T005", 2, "B.")],
        ),
    ],
)
def test_the_rules_of_an_odd_run(constraint: str, expected: list[tuple[str, int, str]]) -> None:
    empty = etree.fromstring(f'<content xmlns="{TEI[1:-1]}"><empty/></content>')
    sch = schema.compile_odd(mini([empty, etree.fromstring(RULES.format(constraint))]))["edition.sch"]
    document = f'<TEI xmlns="{TEI[1:-1]}">\n<x sub="1"/>\n<x/></TEI>'.encode()
    found = Constraints(sch).check(corpus.from_bytes(document, "x.xml", "page"))
    assert [(one.code, one.line, one.message.en) for one in found] == expected


def guidelines(odd: bytes = MINI) -> Any:
    html = schema.compile_odd(odd)["guidelines.html"].decode()
    assert "xmlns" not in html
    return etree.fromstring(f"<body>{html}</body>")


def test_the_guidelines_hold_the_prose_and_link_to_the_reference() -> None:
    page = guidelines()
    assert page.xpath("string(section[@id='prose']/h2)") == "Vom a"
    assert page.xpath("string(section[@id='prose']/p)") == "Ein a, kein <z>."
    assert page.xpath("section[@id='prose']/p/a/@href") == ["#el-a"]


def test_every_specification_has_an_anchor_and_every_link_a_target() -> None:
    page = guidelines()
    anchors = page.xpath("//@id")
    assert {"el-a", "class-att.sub", "class-att.sub.sub", "macro-macro.a", "data-data.n"} <= set(anchors)
    assert len(anchors) == len(set(anchors))
    assert {link[1:] for link in page.xpath("//@href")} <= set(anchors)


def test_the_reference_shows_content_attributes_rules_examples_and_remarks() -> None:
    part = (FOLDER / "documented.xml").read_bytes()
    page = guidelines(mini(list(etree.fromstring(part))))
    html = etree.tostring(page.find(".//section[@id='el-x']"), encoding="unicode")
    expected = (FOLDER / "documented.html").read_text(encoding="utf-8")
    assert html.strip() == expected.strip()
