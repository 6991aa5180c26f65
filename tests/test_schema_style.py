"""Our own stylesheets keep the house rules, and the rules notice what they are for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from edition import corpus
from edition.checks.constraints import Constraints

ROOT = Path(__file__).parent.parent
XSLT = ROOT / "xslt"
NS = {"xsl": "http://www.w3.org/1999/XSL/Transform"}
STYLESHEETS = sorted(XSLT.rglob("*.xsl"))


@cache
def rules() -> Constraints:
    return Constraints((XSLT / "style.sch").read_bytes(), "style.sch")


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: str(path.relative_to(XSLT)))
def test_a_stylesheet_keeps_the_house_rules(path: Path) -> None:
    found = rules().check(corpus.parse(path, "foreign", ROOT))
    assert not found, "\n".join(
        f"{one.path}:{one.line} {one.code} {one.message.en} {one.hint.en}" for one in found
    )


def modules(entry: Path) -> set[Path]:
    """A stylesheet and all that it includes."""
    found = {entry}
    for href in etree.parse(str(entry)).xpath("//xsl:include/@href | //xsl:import/@href", namespaces=NS):
        found |= modules(entry.parent / href)
    return found


def entries() -> list[Path]:
    """The stylesheets that no other one includes."""
    included = {module for path in STYLESHEETS for module in modules(path) - {path}}
    return [path for path in STYLESHEETS if path not in included]


@pytest.mark.parametrize("entry", entries(), ids=lambda path: str(path.relative_to(XSLT)))
def test_every_mode_is_declared_and_every_declared_mode_is_used(entry: Path) -> None:
    declared: set[str] = set()
    used: set[str] = set()
    for module in modules(entry):
        tree = etree.parse(str(module))
        declared |= set(tree.xpath("//xsl:mode/@name", namespaces=NS))
        for value in tree.xpath("//@mode[parent::xsl:*] | /*/@default-mode", namespaces=NS):
            used |= set(value.split())
    assert used - {"#current", "#all"} == declared


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: str(path.relative_to(XSLT)))
def test_a_stylesheet_is_short_enough_to_be_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 300
    assert max(map(len, lines)) <= 130


GOOD = """<!-- Purpose: p Input: i Output: o -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all" default-mode="m:html"
 xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:edition:modes" xmlns:f="urn:edition:functions"
 xpath-default-namespace="http://www.tei-c.org/ns/1.0">
<xsl:mode name="m:html" on-no-match="fail"/>
<xsl:template match="p"><p>{.}</p></xsl:template>
</xsl:stylesheet>"""


def test_a_good_stylesheet_is_clean() -> None:
    assert codes(GOOD) == []


def codes(text: str) -> list[str]:
    return [one.code for one in rules().check(corpus.from_bytes(text.encode(), "x.xsl", "foreign"))]


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("X001", 'version="3.0"', 'version="2.0"'),
        ("X001", 'expand-text="yes"', ""),
        ("X001", 'exclude-result-prefixes="#all"', ""),
        ("X001", 'default-mode="m:html"', ""),
        ("X001", 'xpath-default-namespace="http://www.tei-c.org/ns/1.0"', ""),
        ("X002", "Output:", ""),
        ("X003", "urn:edition:functions", "urn:f"),
        ("X003", "urn:edition:modes", "urn:m"),
        ("X004", "<p>{.}", '<xsl:variable name="v" select="1"/><p>{$v}'),
        ("X004", "<p>{.}", '<xsl:param name="v" as="element()"/><p>{$v}'),
        ("X005", "</xsl:s", '<xsl:function name="m:f" as="item()*"/></xsl:s'),
        ("X006", 'on-no-match="fail"', ""),
        ("X006", 'on-no-match="fail"', 'on-no-match="shallow-skip"'),
        ("X006", "<p>{.}", '<xsl:apply-templates mode="html"/><p>'),
        ("X006", "</xsl:s", '<xsl:mode name="m:late" on-no-match="fail"/></xsl:s'),
        ("X007", "<p>{.}", '<p xmlns="http://www.w3.org/1999/xhtml">'),
        ("X008", "{.}", '<xsl:value-of select="." disable-output-escaping="yes"/>'),
        ("X009", "{.}", "<xsl:value-of select=\"document('')/*\"/>"),
        ("X010", "{.}", '<xsl:value-of select="//head"/>'),
        ("X011", "{.}", "<xsl:message>Here.</xsl:message>"),
        ("X012", "{.}", "{normalize-space(.)}"),
        ("X012", "{.}", '<xsl:value-of select="normalize-space()"/>'),
        ("X013", "{.}", '<xsl:choose><xsl:when test="self::p"/><xsl:when test="self::q"/></xsl:choose>'),
    ],
)
def test_a_house_rule_notices_what_it_is_for(code: str, old: str, new: str) -> None:
    bad = GOOD.replace(old, new, 1)
    assert bad != GOOD
    assert set(codes(bad)) == {code}


def test_every_house_rule_has_a_failing_example() -> None:
    table = re.findall(r'\("(X\d{3})", ', Path(__file__).read_text(encoding="utf-8"))
    assert set(table) == set(re.findall(r"ed-(X\d{3})-", (XSLT / "style.sch").read_text(encoding="utf-8")))
