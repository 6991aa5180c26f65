"""What is text of which layer, and where a word ends: in Python and in the stylesheets alike."""

from __future__ import annotations

import pytest
from lxml import etree

from edition import corpus, layers, prose, transcript
from edition.layers import DIPLOMATIC, READING
from edition.model import Source
from tests.conftest import ROOT
from tests.proofs import TEI, T, check_texts, check_units

XSL = {"xsl": "http://www.w3.org/1999/XSL/Transform"}
MARKED = 'xmlns:a="urn:edition:adopted"'
UNIT = 'a:unit="true" xml:id="u-{}"'

# What is given, what is read, what is written.
CASES = (
    ("<choice> <sic>a</sic> <corr>b</corr> </choice>", "b", "a"),
    ("<choice><orig>a</orig><reg>b</reg><reg>c</reg></choice>", "b", "a"),
    ("<choice><expan>und</expan><abbr>u.</abbr></choice>", "und", "u."),
    ("v<choice><am>~</am><ex>er</ex></choice>loren", "verloren", "v~loren"),
    ("<choice><unclear>a</unclear><unclear>b</unclear></choice>", "a", "a"),
    ("<choice><seg>a</seg><choice><sic>b</sic><corr>c</corr></choice></choice>", "a", "a"),
    ("<choice/> x", "x", "x"),
    ("ein <sic>lone</sic> <abbr>abb.</abbr> <reg>r</reg>", "ein lone abb. r", "ein lone abb. r"),
    ("a<del>b</del> c", "a c", "ab c"),
    ("a <restore><del>b</del></restore>", "a b", "a b"),
    ("<subst> <del>a</del> <add>b</add> </subst>", "b", "ab"),
    ("<app> <lem>a</lem> <rdg>b</rdg> </app>", "a", "a"),
    ("<app><rdg>a</rdg><rdg>b</rdg><note>n</note></app>", "a", "a"),
    ("<app><rdgGrp> <rdg>a</rdg> <rdg>b</rdg></rdgGrp><rdgGrp><lem>c</lem></rdgGrp></app>", "c", "c"),
    ("<app><rdgGrp> <rdg>a</rdg> <rdg>b</rdg></rdgGrp><rdgGrp><rdg>c</rdg></rdgGrp></app>", "a", "a"),
    ("<app><lem>a <app><lem>b</lem><rdg>c</rdg></app></lem><rdg>d</rdg></app>", "a b", "a b"),
    ("x<app><witDetail>w</witDetail><wit>A</wit></app>", "x", "x"),
    ("Zei<lb/>le", "Zei le", "Zei le"),
    ("Zei<lb break='no'/>le", "Zeile", "Zeile"),
    ("Zei-\n  <lb break='no'/>\n le", "Zei-le", "Zei-le"),
    ("Zei-\n <pb n='2'/> <!-- c --> <lb break='no'/> le", "Zei-le", "Zei-le"),
    ("Zei <pb/>le<cb/>n", "Zei len", "Zei len"),
    ("Zei<pb break='yes'/>le", "Zei le", "Zei le"),
    ("Wort<fw>12</fw>ende", "Wortende", "Wort 12 ende"),
    ("<lg><l>a</l><l>b</l></lg>c", "a b c", "a b c"),
    ("<table><row><cell>a</cell><cell>b</cell></row></table>", "a b", "a b"),
    ("<list><label>1</label><item>a</item></list>", "1 a", "1 a"),
    ("ich<stage>leise</stage>komme", "ich leise komme", "ich leise komme"),
    ("a<gap><desc>b</desc></gap><note>c</note><index><term>d</term></index>e", "ae", "ae"),
    ("a<figure><head>b</head><figDesc>c</figDesc></figure>d", "a b d", "a b d"),
    ('<formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></formula>', "x", "x"),
    ("a\u00a0b \u2003 c", "a\u00a0b \u2003 c", "a\u00a0b \u2003 c"),
    ("a<noteGrp>\n <note>b</note>\n <note>c</note>\n</noteGrp>.", "a.", "a."),
    (f"a<note><p {UNIT.format(2)}>b</p></note><q {UNIT.format(3)}>c</q>d", "a c d", "a c d"),
)  # fmt: skip


def document(content: str) -> Source:
    given = f'<TEI xmlns="{TEI}" {MARKED} xml:id="x"><text><body><ab {UNIT.format(1)}>{content}</ab></body></text></TEI>'
    return corpus.from_bytes(given.encode(), "tests/case.xml", "article")


@pytest.mark.parametrize(("content", "read", "written"), CASES, ids=[case[0] for case in CASES])
def test_python_and_stylesheet_read_the_same_words(content: str, read: str, written: str) -> None:
    given = document(content)
    found = prose.texts(given)
    assert (found.reading.replace("\n", " "), found.diplomatic.replace("\n", " ")) == (read, written)
    check_texts(given)
    for layer in ("reading", "diplomatic"):
        check_units(given, layer)


@pytest.mark.parametrize(("wrapped", "read", "written"), [
    ("<del>{}</del>", False, True), ("<fw>{}</fw>", False, True), ("<gap>{}</gap>", False, False),
    ("<choice><orig>{}</orig><reg>x</reg></choice>", False, True), ("<note>{}</note>", False, False),
    ("<app><lem>x</lem><rdg>{}</rdg></app>", False, False), ("<hi>{}</hi>", True, True),
])  # fmt: skip
def test_a_unit_is_one_of_the_layers_that_show_it(wrapped: str, read: bool, written: bool) -> None:
    text = document(wrapped.format(f"<p {UNIT.format(2)}>a</p>")).tree.find("t:text", T)
    for layer, shown in ((READING, read), (DIPLOMATIC, written)):
        names = [transcript.local(unit) for unit in transcript.blocks(text, layer)]
        assert names == ["ab", "p"][: 1 + shown]


def test_a_unit_is_known_by_its_mark_or_in_our_own_editions_by_its_name() -> None:
    text = document(f"<seg {UNIT.format(2)}>a</seg><seg>b</seg>").tree.find("t:text", T)
    assert [transcript.is_block(one) for one in text.iter("{*}seg")] == [True, False]


@pytest.mark.parametrize(("variable", "table"), [
    ("apart", layers._APART), ("lines", layers._LINES), ("stacks", layers._STACKS), ("breaks", layers._BREAKS),
])  # fmt: skip
def test_the_stylesheets_have_the_same_tables(variable: str, table: frozenset[str]) -> None:
    tree = etree.parse(str(ROOT / "xslt" / "reading" / "layers.xsl"))
    [written] = tree.xpath(f"//xsl:variable[@name='{variable}']/@select", namespaces=XSL)
    assert set(written.partition("'")[2].rpartition("'")[0].split()) == table
