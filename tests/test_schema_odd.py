"""The ODD of the edition: complete, compiled, true to its own examples."""

from __future__ import annotations

import copy
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, isoschematron

from edition import corpus, grammar, schema
from edition.checks import constraints
from edition.checks.constraints import Constraints
from edition.model import Source
from tests import jing

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "tei" / "schema"
RNG = "{http://relaxng.org/ns/structure/1.0}"
NS = {"t": corpus.TEI, "e": "http://www.tei-c.org/ns/Examples", "r": RNG[1:-1]}
FILES = sorted(path for path in (ROOT / "tei").glob("*/*.xml"))


@cache
def odd() -> Any:
    # Examples may use the same xml:id.
    return etree.fromstring((SCHEMA / "edition.odd").read_bytes(), etree.XMLParser(collect_ids=False))


@cache
def specs() -> list[Any]:
    return list(odd().xpath("//t:elementSpec", namespaces=NS))


def ident(spec: Any) -> str:
    return str(spec.get("ident"))


def source(path: Path) -> Source:
    return corpus.parse(path, "page", ROOT)


@pytest.mark.parametrize("name", sorted(schema.PRODUCTS))
def test_what_is_compiled_is_not_older_than_the_odd(name: str) -> None:
    compiled = schema.compile_odd((SCHEMA / "edition.odd").read_bytes())
    assert compiled[name] == (SCHEMA / name).read_bytes(), "Run: build.py schema"


def test_jing_and_our_own_grammar_can_use_the_schema() -> None:
    assert jing.accepts_schema(SCHEMA / "edition.rng")
    assert grammar.load((SCHEMA / "edition.rng").read_bytes())


def test_every_file_fits_the_schema(tmp_path: Path) -> None:
    documents = {f"{path.parent.name}-{path.name}": path.read_bytes() for path in FILES}
    assert not {
        name: said
        for name, said in jing.complaints(SCHEMA / "edition.rng", documents, tmp_path).items()
        if said
    }


def test_every_file_keeps_the_rules() -> None:
    rules = Constraints((SCHEMA / "edition.sch").read_bytes())
    assert [finding for path in FILES for finding in rules.check(source(path))] == []


@pytest.mark.parametrize("spec", specs(), ids=ident)
def test_an_element_is_explained_in_german_and_english_and_shown_in_use(spec: Any) -> None:
    for part in ("gloss", "desc"):
        texts = {
            text.get(corpus.XML_LANG): "".join(text.itertext()).strip()
            for text in spec.findall(f"t:{part}", NS)
        }
        assert texts.keys() == {"de", "en"}
        assert all(texts.values())
    shown = odd().xpath(f"//e:egXML//e:{ident(spec)}", namespaces=NS)
    assert shown, "no example shows it"


def test_every_element_of_the_edition_is_in_the_odd() -> None:
    used = {
        etree.QName(element).localname
        for path in FILES
        for element in source(path).tree.iter(f"{{{corpus.TEI}}}*")
    }
    assert used <= set(map(ident, specs()))


def test_every_value_has_a_meaning() -> None:
    silent = [
        value.getroottree().getpath(value)
        for value in odd().xpath("//t:valItem", namespaces=NS)
        if {text.get(corpus.XML_LANG) for text in value.findall("t:desc", NS) + value.findall("t:gloss", NS)}
        < {"de", "en"}
    ]
    assert silent == []


def test_every_element_can_be_reached_from_the_root() -> None:
    defines = {
        define.get("name"): define for define in etree.parse(str(SCHEMA / "edition.rng")).iter(f"{RNG}define")
    }
    reached: set[str] = set()
    waiting = ["TEI"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [ref.get("name") for ref in defines[name].iter(f"{RNG}ref")]
    assert set(defines) - reached == set()


def examples() -> dict[str, bytes]:
    """The examples of the ODD as documents: their elements in the namespace of TEI."""
    found = {}
    for number, example in enumerate(odd().xpath("//t:exemplum/e:egXML/e:*", namespaces=NS)):
        element = copy.deepcopy(example)
        element.tail = None
        for node in element.iter(f"{{{NS['e']}}}*"):
            node.tag = f"{{{corpus.TEI}}}{etree.QName(node).localname}"
        spec = example.iterancestors(f"{{{corpus.TEI}}}elementSpec")
        found[f"{ident(next(spec))}-{number}.xml"] = etree.tostring(element, encoding="utf-8")
    return found


def test_every_example_fits_the_schema(tmp_path: Path) -> None:
    rng = etree.parse(str(SCHEMA / "edition.rng")).getroot()
    start = rng.find(f"{RNG}start/{RNG}choice")
    assert start is not None
    for spec in specs():
        etree.SubElement(start, f"{RNG}ref", name=ident(spec))
    anywhere = tmp_path / "anywhere.rng"
    anywhere.write_bytes(etree.tostring(rng))
    assert not {name: said for name, said in jing.complaints(anywhere, examples(), tmp_path).items() if said}


def test_an_example_shows_the_element_it_stands_with() -> None:
    astray = [
        ident(spec)
        for spec in specs()
        for example in spec.findall("t:exemplum/e:egXML", NS)
        if example.find(f".//e:{ident(spec)}", NS) is None
    ]
    assert astray == []


def test_every_rule_says_what_to_do() -> None:
    rules = etree.parse(str(SCHEMA / "edition.sch"))
    for one in rules.iter("{*}assert", "{*}report"):
        assert re.fullmatch(r"ed-[A-Z]\d{3}-[a-z-]+", one.get("id"))
        assert "Hint: " in "".join(one.itertext()), one.get("id")


def test_every_rule_says_what_it_asks_and_why_in_both_languages() -> None:
    sch = (SCHEMA / "edition.sch").read_bytes()
    silent = {
        code
        for code, row in constraints.described(sch).items()
        if not all((row.title.en, row.title.de, row.reason.en, row.reason.de))
    }
    assert silent == set()
    assert set(constraints.described(sch)) == set(re.findall(r'<assert id="ed-([A-Z]\d{3})-', sch.decode()))


def test_the_rules_are_valid_schematron(tmp_path: Path) -> None:
    grammar_of_schematron = Path(isoschematron.__file__).parent / "resources/rng/iso-schematron.rng"
    rules = (SCHEMA / "edition.sch").read_bytes()
    assert jing.complaints(grammar_of_schematron, {"edition.sch": rules}, tmp_path) == {"edition.sch": []}
    ids = [one.get("id") for one in etree.fromstring(rules).iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    referred = [
        name for one in etree.fromstring(rules).iter("{*}assert") for name in one.get("diagnostics").split()
    ]
    assert set(referred) <= set(ids)


def test_the_german_messages_stand_together_after_all_other_rules() -> None:
    """The TEI's own stylesheets copy `diagnostics` where they stand; Schematron wants one, after its patterns."""
    (diagnostics,) = odd().iter("{http://purl.oclc.org/dsdl/schematron}diagnostics")
    assert diagnostics.getparent().getparent() is list(odd().iter(f"{{{corpus.TEI}}}constraintSpec"))[-1]


def test_the_guidelines_are_whole() -> None:
    html = (SCHEMA / "guidelines.html").read_text(encoding="utf-8")
    assert "xmlns" not in html
    page = etree.fromstring(f"<body>{html}</body>")
    anchors = page.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    assert {f"el-{ident(spec)}" for spec in specs()} <= set(anchors)
    assert [link for link in page.xpath("//@href") if link.startswith("#") and link[1:] not in anchors] == []
