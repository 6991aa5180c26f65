"""What a TEI text looks like in HTML: the cases of tests/prose, and what holds for every text there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree

from edition import corpus, interface, prose
from edition.errors import StylesheetError
from edition.model import Source
from tests.proofs import (
    TEI,
    T,
    Tokens,
    check_anchors,
    check_soundness,
    check_texts,
    check_words,
    is_unit,
    links,
)

ROOT = Path(__file__).parent.parent
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
IDS_MAY_REPEAT = etree.XMLParser(collect_ids=False)  # each case is a document of its own
# Where the input of a case stands, and what of the result stands around the output.
WHERE = {
    "p": ('<body><div xml:id="text"><p xml:id="p-1">{}</p></div></body>', "body"),
    "div": ('<body><div xml:id="text">{}</div></body>', "body"),
    "body": ("<body>{}</body>", "body"),
    "front": ("<front>{}</front><body/>", "front"),
    "back": ("<body/><back>{}</back>", "back"),
    "text": ("{}", "body"),
}
REPORTS = {"p-7": "mailto:a@example.org?subject=Fehler%20in%20Absatz%207&body=Was%3F"}
AROUND = {"p": '<div id="text"><p class="paragraph" id="p-1">{}</p></div>', "div": '<div id="text">{}</div>'}


class Case(NamedTuple):
    """One case of tests/prose."""

    name: str
    where: str
    get: str
    language: str
    unknown: str
    layer: str
    given: str
    expected: str | None
    failure: str | None


def cases() -> Iterator[Any]:
    for path in sorted((ROOT / "tests" / "prose").glob("*.xml")):
        for node in etree.parse(str(path), IDS_MAY_REPEAT).iterfind("t:case", T):
            where = node.get("where", "p")
            given, out = node.find("t:in", T), node.find("out")
            case = Case(
                node.get("name", ""), where, node.get("get", WHERE[where][1]), node.get("lang", "de"),
                node.get("unknown", "fail"), node.get("layer", "reading"),
                tei(given, where, node.get("lang", "de"), node.find("t:beside", T)),
                inner(out) if out is not None else None, node.findtext("t:fails", None, T),
            )  # fmt: skip
            yield pytest.param(case, id=f"{path.stem}: {case.name}")


def inner(element: Any) -> str:
    """The content of an element as HTML."""
    children = (etree.tostring(child, method="html", encoding="unicode") for child in element)
    return ((element.text or "") + "".join(children)).replace(' xmlns=""', "")


def markup(element: Any) -> str:
    """What stands inside an element, as XML."""
    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)


def tei(given: Any, where: str, language: str, beside: Any | None) -> str:
    """A document around the input of a case, and around what stands beside its text."""
    content = markup(given)
    annotations = f"<standOff>{markup(beside)}</standOff>" if beside is not None else ""
    stated = f' xml:lang="{given.get(XML_LANG)}"' if given.get(XML_LANG) else ""
    return (
        f'<TEI xmlns="{TEI}" xml:id="fall" xml:lang="{language}"><teiHeader><fileDesc><titleStmt>'
        '<title>Fall</title><respStmt xml:id="resp-edition"/></titleStmt></fileDesc></teiHeader>'
        f"{annotations}<text{stated}>{WHERE[where][0].format(content)}</text></TEI>"
    )


def source(document: str) -> Source:
    return corpus.from_bytes(document.encode(), "tests/case.xml", "article")


def fragments_of(case: Case, text: Source) -> prose.Fragments:
    """The HTML of a case."""
    labels = {"source:lexikon": "Kleines Lexikon"}
    return prose.fragments(text, links(text), case.unknown, labels=labels, reports=REPORTS, layer=case.layer)


CASES = list(cases())


@pytest.mark.parametrize("case", CASES)
def test_the_case_comes_out_as_told(case: Case) -> None:
    text = source(case.given)
    if case.failure:
        with pytest.raises(StylesheetError) as caught:
            prose.fragments(text, links(text), case.unknown)
        told = "The stylesheet reading.xsl stopped at tests/case.xml: "
        assert caught.value.message.en == told + case.failure
        assert caught.value.hint.en
        return
    html = str(getattr(fragments_of(case, text), case.get))
    around = AROUND.get(case.where, "{}") if case.get == WHERE[case.where][1] else "{}"
    assert str(Tokens(html)) == str(Tokens(around.format(case.expected)))


@pytest.mark.parametrize("case", CASES)
def test_every_case_keeps_the_words_and_is_sound(case: Case) -> None:
    if not case.failure:
        text = source(case.given)
        fragments = fragments_of(case, text)
        check_words(text, fragments, case.layer)
        check_soundness(text, fragments)
        check_texts(text)


TEXTS = [
    path
    for folder in (ROOT / "tei", ROOT / "tests" / "toy" / "tei")
    for role in ("articles", "pages")
    for path in sorted((folder / role).glob("*.xml"))
]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_text_keeps_its_words_and_is_sound(path: Path) -> None:
    text = corpus.parse(path, "article", ROOT)
    fragments = prose.fragments(text, links(text))
    check_words(text, fragments)
    check_words(text, prose.fragments(text, links(text), layer="diplomatic"), "diplomatic")
    check_soundness(text, fragments)
    check_anchors(text, fragments)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_plain_texts_are_the_two_readings_block_by_block(path: Path) -> None:
    text = corpus.parse(path, "article", ROOT)
    check_texts(text)
    units = [unit for unit in text.tree.find("t:text", T).iter(f"{{{TEI}}}*") if is_unit(unit)]
    assert len(prose.texts(text).reading.splitlines()) == len(units)


def test_there_is_a_case_for_every_element_that_the_schema_allows_in_a_text() -> None:
    used = {
        etree.QName(element).localname
        for path in (ROOT / "tests" / "prose").glob("*.xml")
        for given in etree.parse(str(path), IDS_MAY_REPEAT).iterfind(".//t:in", T)
        for element in given.iterdescendants(f"{{{TEI}}}*")
    }
    assert elements_in_text() - used - {"text", "front", "back", "body"} == set()


def elements_in_text() -> set[str]:
    """Names of all elements that can be reached from `text` in the compiled grammar."""
    rng = {"r": "http://relaxng.org/ns/structure/1.0"}
    grammar: Any = etree.parse(str(ROOT / "tei" / "schema" / "edition.rng"))
    defines = {define.get("name"): define for define in grammar.iterfind(".//r:define", rng)}
    todo: list[Any] = [grammar.find(".//r:element[@name='text']", rng)]
    seen: set[str] = set()
    names: set[str] = set()
    while todo:
        node = todo.pop()
        names |= {element.get("name") for element in node.iterfind(".//r:element", rng)}
        new = {ref.get("name") for ref in node.iterfind(".//r:ref", rng)} - seen
        seen |= new
        todo += [defines[name] for name in new]
    return names


def test_a_document_without_text_is_named() -> None:
    with pytest.raises(StylesheetError, match="holds no text"):
        prose.fragments(source(f'<TEI xmlns="{TEI}" xml:id="leer"><teiHeader/></TEI>'), {})


def test_characters_of_markup_stay_text() -> None:
    given = (
        f'<TEI xmlns="{TEI}" xml:id="x"><text><body><p>a &lt;b> &amp;amp; "c"\u00a0𝔊</p></body></text></TEI>'
    )
    body = prose.fragments(source(given), {}).body
    assert body == '<p class="paragraph">a &lt;b&gt; &amp;amp; "c"&nbsp;𝔊</p>'


SAID = (
    '<TEI xmlns="{0}" xml:id="x" xml:lang="de"><text><body>'
    '<p xml:id="p-1" n="1">Ein <choice><sic>Trotzkiist</sic><corr>Trotzkist</corr></choice><note>Nein.</note></p>'
    '</body></text><standOff><listAnnotation><annotation xml:id="n-a" motivation="commenting" target="#p-1">'
    '<note source="source:article source:a" cert="low">Ja.</note></annotation></listAnnotation></standOff></TEI>'
)


def spoken(language: str) -> list[tuple[str, str]]:
    """What the edition says inside a text that is German, with the language it stands in."""
    labels, targets = {"source:article": "the article"}, {"source:article": "#a", "source:a": "#b"}
    found = prose.fragments(
        source(SAID.format(TEI)), targets, labels=labels, reports={"p-1": "#r"}, language=language
    )
    root: Any = etree.HTML(f'<html><body lang="de">{found.body}{found.notes}</body></html>')
    own = '//a[@class="number" or @class="report" or @class="note-mark" or @class="back" or @href="#a"]'
    return [
        (
            str(one.get("aria-label") or "".join(one.itertext())).strip(),
            one.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"),
        )
        for one in root.xpath(f'{own} | //aside | //span[@class="sign"][1] | //span[@lang][not(@class)]')
    ]


def test_the_words_inside_a_text_follow_the_language_of_the_interface() -> None:
    english = spoken("en")
    said = {
        "Paragraph 1", "Report an error in paragraph 1", "Note 1", "[printed:", "Notes on this paragraph", "uncertain",
        "back to the text", "the article",
    }  # fmt: skip
    assert {" ".join(text.split()) for text, _ in english} == said
    assert {language for _, language in english} == {"en"}
    assert {language for _, language in spoken("")} == {"de"}


def test_the_words_inside_a_text_are_there_in_every_language_of_the_interface() -> None:
    table: Any = etree.parse(str(ROOT / "xslt" / "reading" / "words.xsl"))
    [written] = table.xpath("//*[@name='words']/@select")
    maps = dict(re.findall(r"'(\w\w)': map \{([^}]*)\}", written))
    keys = {language: re.findall(r"'([\w-]+)':", rows) for language, rows in maps.items()}
    assert set(keys) >= set(interface.languages())
    assert len({tuple(one) for one in keys.values()}) == 1


def test_guidelines_are_trusted_as_they_are() -> None:
    assert prose.trusted("<p>x</p>").__html__() == "<p>x</p>"


def test_only_blocks_make_lines_in_the_plain_texts() -> None:
    text = "<p>Eins\n<emph>und</emph>\n<emph>zwei</emph></p><p/><p> Drei </p>"
    given = source(f'<TEI xmlns="{TEI}" xml:id="x"><text><body>{text}</body></text></TEI>')
    assert prose.texts(given).reading == "Eins und zwei\nDrei"
