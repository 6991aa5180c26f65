"""Any tree of TEI elements: no word is lost, doubled or joined, and the HTML is what HTML allows."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from edition import corpus, layers, prose, resources
from edition.exports.pdf import runs
from edition.model import Source
from edition.saxon import Stylesheet
from tests.proofs import (
    CONTAINERS,
    PARTS,
    TEI,
    VOID,
    XML_ID,
    check_texts,
    check_units,
    check_words,
    words_of_tei,
)

# What may stand in what, in classes: far from all of TEI, and much that no schema allows.
PHRASES = (
    "hi emph foreign term seg w pc c s phr num measure unit time date email gloss mentioned soCalled q quote said title "
    "name persName placeName orgName geogName settlement forename surname roleName rs ref abbr expan ex am sic corr orig "
    "reg add del subst unclear supplied surplus damage choice app note cit label bibl stage formula address incident "
    "list table figure lg floatingText code distinct restore rdgGrp notatedMusic role fw"
).split()
EMPTY = (
    "lb pb cb gb milestone handShift gap space anchor ptr graphic addSpan index caesura figDesc note witDetail noteGrp"
).split()
BLOCKS = (
    "p ab lg l sp list table figure quote q cit floatingText stage opener closer postscript salute signed dateline trailer "
    "argument epigraph byline castList listBibl listWit listPerson bibl label address note app choice titlePage div head "
    "speaker titlePart set prologue entry formula hi"
).split()
INSIDE = {
    "choice": "sic corr orig reg abbr expan unclear seg choice".split(),
    "app": "lem rdg rdg rdgGrp note noteGrp witDetail wit".split(),
    "rdgGrp": "rdg lem note noteGrp witDetail wit".split(),
    "noteGrp": "note note noteGrp".split(),
    "subst": "del add".split(),
    "list": "item label head item item pb note".split(),
    "table": "row head row pb".split(),
    "row": "cell cell cell pb note".split(),
    "lg": "l l l lg head pb stage app".split(),
    "sp": "speaker p lg l stage pb ab".split(),
    "figure": "graphic head p figDesc figure".split(),
    "castList": "castItem castGroup head pb".split(),
    "castGroup": "castItem head roleDesc castGroup".split(),
    "listBibl": "bibl head biblStruct listBibl".split(),
    "listWit": "witness head listWit".split(),
    "listPerson": "person head listPerson".split(),
    "person": "persName p note".split(),
    "titlePage": "docTitle titlePart byline docImprint epigraph docAuthor figure".split(),
    "docTitle": ["titlePart"],
    "address": "addrLine street settlement".split(),
    "opener": "salute dateline address byline".split(),
    "closer": "salute signed dateline".split(),
    "epigraph": "quote cit bibl p lg q".split(),
    "cit": "quote bibl ref note".split(),
    "floatingText": ["body"],
    "group": ["text"],
    "text": "front body back".split(),
    "front": "titlePage div head p epigraph".split(),
    "body": BLOCKS,
    "back": "div listPerson listBibl p".split(),
    "div": BLOCKS,
    "note": "p list hi quote note lg app choice".split(),
    "witDetail": "hi note app".split(),
    "quote": "p lg l hi quote".split(),
    "item": "p list hi label".split(),
    "argument": "p head list".split(),
    "postscript": "p label salute".split(),
    "set": "p head".split(),
    "prologue": "sp head p".split(),
}  # fmt: skip
MIXED = set(PHRASES) | set(
    "p ab l item cell head salute signed dateline speaker stage trailer bibl witness opener closer note quote q docAuthor "
    "byline titlePart castItem roleDesc addrLine label rdg lem entry street witDetail wit".split()
) - set("choice app rdgGrp subst list table lg figure floatingText".split())
WHOLES = {"text", "group", "front", "body", "back", "choice", "subst"}
VALUES = {
    "ref": ["person:a", "place:b", "person:a person:b", "#x1", "javascript:alert(1)", "urn:generated:x"],
    "target": ["#x1", "#x2", "https://example.org/?a=<b>&\"c\"", "javascript:alert(1)", "data:text/html,x", "page:a"],
    "url": ["image:a.png", "https://example.org/a.png", "javascript:alert(1)", "image:nowhere"],
    "rend": ["bold", "italic", "sup", "indent(2)", "generated", "\"><script>", "#b"],
    "type": ["gloss", "ordered", "generated", "printed", "source", "main"],
    "n": ["5", "10", "12r", "[a]", "<b>", ""],
    "break": ["no", "yes", "maybe"],
    "part": ["M", "F", "I"],
    "role": ["label", "data"],
    "cols": ["2", "0", "-1", "x", "1000000"],
    "rows": ["2", "0"],
    "wit": ["#A #B", "A", "#x1"],
    "when": ["1920", "1920-02-30", "<x>"],
    "facs": ["https://example.org/f?x", "javascript:alert(1)", "#f"],
    "place": ["margin", "foot"],
    "unit": ["x<y>"],
    "reason": ["\"lost\""],
}  # fmt: skip
WORDS = st.sampled_from(("a", "b ", " c", " d ", "e f", " ", "\n  ", "g\u00a0h", "»i«", "<", "k-", ""))
LINKS = {
    "person:a": "../persons/a.html",
    "place:b": "../places/b.html",
    "image:a.png": "../media/a.png",
    "page:a": "a.html",
}


@st.composite
def elements(draw: Any, names: list[str], depth: int) -> Any:
    """An element, with attributes, text and elements that may stand in it, or may not."""
    element = etree.Element(f"{{{TEI}}}{draw(st.sampled_from(names))}")
    name = etree.QName(element).localname
    for key in draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=2, unique=True)):
        element.set(key, draw(st.sampled_from(VALUES[key])))
    if name in EMPTY and name not in ("note", "figDesc", "witDetail", "noteGrp"):
        return element
    mixed = name in MIXED or (name not in WHOLES and draw(st.integers(0, 19)) == 0)
    if mixed:
        element.text = draw(WORDS)
    if depth:
        inside = INSIDE.get(name, []) * 2 + (PHRASES + EMPTY if mixed else []) or EMPTY
        for child in draw(st.lists(elements(inside, depth - 1), max_size=4)):
            element.append(child)
            child.tail = draw(WORDS) if mixed else draw(st.sampled_from(("", "\n")))
    elif not len(element) and not element.text and name in MIXED:
        element.text = "w"
    return element


@st.composite
def documents(draw: Any) -> str:
    """A document as adopting leaves it: each word in a marked unit, some ids, some units in units."""
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI, "a": "urn:edition:adopted"})
    text = etree.SubElement(root, f"{{{TEI}}}text")
    for part in draw(st.sampled_from((["body"], ["front", "body"], ["body", "back"], ["group"]))):
        text.append(draw(elements([part], 4)))
    number = 0
    for element in text.iter("{*}*"):
        silent = any(layers.local(above) == "note" for above in (element, *element.iterancestors()))
        inside = any(above.get(layers.UNIT) for above in element.iterancestors())
        own = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
        if not silent and (
            (own and not inside) or (inside and layers.local(element) in ("p", "item", "stage", "cell"))
        ):
            number += 1
            element.set(layers.UNIT, "true")
            element.set(XML_ID, f"u-{number}")
    plain = [one for one in text.iterdescendants("{*}*") if not one.get(XML_ID)]
    for place, element in zip(("x1", "x2"), plain[:: max(1, len(plain) // 2)], strict=False):
        element.set(XML_ID, place)
    return etree.tostring(root, encoding="unicode")


def test_no_word_is_lost_doubled_or_joined(capfd: pytest.CaptureFixture[str]) -> None:
    holds_for_any_tree()
    assert "Ambiguous" not in capfd.readouterr().err, "two templates for one element"


@settings(max_examples=150, deadline=None, report_multiple_bugs=False)
@given(documents())
def holds_for_any_tree(document: str) -> None:
    text = source(document)
    check_texts(text)
    for layer in ("reading", "diplomatic"):
        check_units(text, layer)
        fragments = prose.fragments(text, LINKS, "render", layer=layer)
        check_words(text, fragments, layer)
        check_html("".join(f"<div>{getattr(fragments, part)}</div>" for part in PARTS))


def source(document: str) -> Source:
    return corpus.from_bytes(document.encode(), "tests/case.xml", "article")


BLOCK = CONTAINERS - {"br"}
FOR_PHRASES = set("p h1 h2 h3 h4 h5 h6 span em i b u s sup sub cite code abbr time summary".split())
ONLY = {
    "ul": {"li"}, "ol": {"li"}, "table": {"caption", "tr"}, "tr": {"td", "th"}, "dl": {"div"},
}  # fmt: skip
WITHIN = {
    "li": {"ul", "ol"}, "caption": {"table"}, "tr": {"table"}, "td": {"tr"}, "th": {"tr"}, "dt": {"div"},
    "dd": {"div"}, "figcaption": {"figure"}, "summary": {"details"},
}  # fmt: skip


class Structure(HTMLParser):
    """What of the rules of HTML a piece of it breaks: what stands where it must not, ids twice, addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.fragments: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        around = self.open[-1] if self.open else ""
        nearest = next((one for one in reversed(self.open) if one not in ("a", "ins", "del")), "")
        self.faults += [f"{tag} in {around}"] * bool(
            (tag in BLOCK and nearest in FOR_PHRASES)
            or tag not in ONLY.get(around, {tag})
            or around not in WITHIN.get(tag, {around})
            or (tag == "a" and "a" in self.open)
        )
        for name, value in attrs:
            self.attribute(tag, name, value or "")
        if tag not in VOID:
            self.open.append(tag)

    def attribute(self, tag: str, name: str, value: str) -> None:
        if name == "id":
            self.faults += [f"id {value!r}"] * (value in self.ids or not value)
            self.ids.append(value)
        if name in ("href", "src"):
            known = (
                value in LINKS.values()
                or value.startswith("#")
                or (value.startswith("https://") and name == "href")
            )
            self.faults += [] if known else [f"{name}={value!r}"]
            self.fragments += [value[1:]] if value.startswith("#") else []
        self.faults += [f"{tag} {name}"] * name.startswith("on")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def check_html(html: str) -> None:
    """HTML as it may be, and no link into nothing."""
    found = Structure(html)
    assert found.faults == []
    assert set(found.fragments) - set(found.ids) == set()


@settings(max_examples=50, deadline=None, report_multiple_bugs=False)
@given(documents())
def test_the_compositor_gets_the_words_of_the_reading_text(document: str) -> None:
    text = source(document)
    said = json.loads(stream()(text.data, name=text.path))
    blocks = runs.folded(said["text"], lambda event: ())
    set_words = " ".join("".join(one["text"] for one in block["runs"]) for block in blocks)
    expected = words_of_tei(text, layers.READING)
    assert Counter(unbound(set_words).split(" ")) - Counter([""]) == Counter(
        unbound(expected).split(" ")
    ) - Counter([""])


@cache
def stream() -> Stylesheet:
    return Stylesheet(resources.stylesheet("stream.xsl"))


def unbound(words: str) -> str:
    """Without the spaces at which no line ends, which the compositor puts in."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


@settings(max_examples=50, deadline=None, report_multiple_bugs=False)
@given(documents())
def test_the_chapter_of_a_book_is_well_formed_and_leads_nowhere_else(document: str) -> None:
    made = prose.chapter(source(document), LINKS, {}, "render")
    parts = "".join(f"<div>{getattr(made, part)}</div>" for part in PARTS).replace("&nbsp;", "&#160;")
    root: Any = etree.fromstring(f"<div>{parts}</div>")
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//@href") if href.startswith("#")} <= set(ids)
