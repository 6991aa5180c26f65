"""What a TEI text looks like in HTML: the cases of tests/prose, and what holds for every text there is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree

from edition import corpus, prose
from edition.errors import StylesheetError
from edition.model import Source

ROOT = Path(__file__).parent.parent
TEI = "http://www.tei-c.org/ns/1.0"
T = {"t": TEI}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
IDS_MAY_REPEAT = etree.XMLParser(collect_ids=False)  # each case is a document of its own
PARTS = ("title", "front", "body", "back", "notes")
MENTIONS = ("persName", "placeName", "orgName", "title", "objectName", "rs", "date")
CONTAINERS = {"div", "p", "section", "h2", "h3", "figure", "blockquote", "figcaption", "ul", "ol", "li"}
# Where the input of a case stands, and what of the result stands around the output.
WHERE = {
    "p": ('<body><div xml:id="text"><p xml:id="p-1">{}</p></div></body>', "body"),
    "div": ('<body><div xml:id="text">{}</div></body>', "body"),
    "body": ("<body>{}</body>", "body"),
    "front": ("<front>{}</front><body/>", "front"),
    "back": ("<body/><back>{}</back>", "back"),
    "text": ("{}", "body"),
}
AROUND = {"p": '<div id="text"><p class="paragraph" id="p-1">{}</p></div>', "div": '<div id="text">{}</div>'}


class Tokens(HTMLParser):
    """Tags and text of a piece of HTML; attributes sorted, white space where it means nothing left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []
        self.nested_links = 0
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.nested_links += tag == "a" and "a" in self.open
        self.open.append(tag)
        self.tags.append((tag, values))
        self.ids += [values["id"]] if "id" in values else []
        self.found.append(f"<{' '.join([tag, *(f'{k}={v!r}' for k, v in sorted(values.items()))])}>")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes what was not open"
        self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def __str__(self) -> str:
        blocks = "|".join(CONTAINERS)
        text = re.sub(r"[ \t\r\n]+", " ", "".join(self.found))
        return re.sub(rf" ?(</?(?:{blocks})(?: [^>]*)?>) ?", r"\1", text).strip()


class Case(NamedTuple):
    """One case of tests/prose."""

    name: str
    where: str
    get: str
    language: str
    unknown: str
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
                node.get("unknown", "fail"), tei(given, where, node.get("lang", "de")),
                inner(out) if out is not None else None, node.findtext("t:fails", None, T),
            )  # fmt: skip
            yield pytest.param(case, id=f"{path.stem}: {case.name}")


def inner(element: Any) -> str:
    """The content of an element as HTML."""
    children = (etree.tostring(child, method="html", encoding="unicode") for child in element)
    return ((element.text or "") + "".join(children)).replace(' xmlns=""', "")


def tei(given: Any, where: str, language: str) -> str:
    """A document around the input of a case."""
    content = (given.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in given)
    stated = f' xml:lang="{given.get(XML_LANG)}"' if given.get(XML_LANG) else ""
    return (
        f'<TEI xmlns="{TEI}" xml:id="fall" xml:lang="{language}"><teiHeader><fileDesc><titleStmt>'
        '<title>Fall</title><respStmt xml:id="resp-edition"/></titleStmt></fileDesc></teiHeader>'
        f"<text{stated}>{WHERE[where][0].format(content)}</text></TEI>"
    )


def source(document: str) -> Source:
    return corpus.from_bytes(document.encode(), "tests/case.xml", "article")


def links(text: Source) -> dict[str, str]:
    """A page for everything a document points to, but for `nobody`."""
    values = text.tree.xpath("//@ref | //@target | //@corresp")
    pointers = {token for value in values for token in value.split()}
    return {
        pointer: f"../{pointer.replace(':', 's/')}.html"
        for pointer in pointers
        if re.fullmatch(r"[a-z]+:[a-z0-9-]+", pointer) and not pointer.endswith(":nobody")
    }


CASES = list(cases())


@pytest.mark.parametrize("case", CASES)
def test_the_case_comes_out_as_told(case: Case) -> None:
    text = source(case.given)
    if case.failure:
        with pytest.raises(StylesheetError) as caught:
            prose.fragments(text, links(text), case.unknown)
        told = "The stylesheet reading.xsl stopped at tests/case.xml: "
        assert caught.value.message == told + case.failure
        assert caught.value.hint
        return
    html = str(getattr(prose.fragments(text, links(text), case.unknown), case.get))
    around = AROUND.get(case.where, "{}") if case.get == WHERE[case.where][1] else "{}"
    assert str(Tokens(html)) == str(Tokens(around.format(case.expected)))


@pytest.mark.parametrize("case", CASES)
def test_every_case_keeps_the_words_and_is_sound(case: Case) -> None:
    if not case.failure:
        text = source(case.given)
        fragments = prose.fragments(text, links(text), case.unknown)
        check_words(text, fragments)
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
    check_soundness(text, fragments)
    check_anchors(text, fragments)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_plain_texts_are_the_two_readings_block_by_block(path: Path) -> None:
    text = corpus.parse(path, "article", ROOT)
    check_texts(text)
    units = [unit for unit in text.tree.find("t:text", T).iter(f"{{{TEI}}}*") if is_unit(unit)]
    assert len(prose.texts(text).reading.splitlines()) == len(units)


def check_texts(text: Source) -> None:
    """Both plain texts hold the same words as the TEI; each block is a line."""
    found = prose.texts(text)
    assert found.reading.replace("\n", " ") == words_of_tei(text, {"sic", "orig", "note"})
    assert found.diplomatic.replace("\n", " ") == words_of_tei(text, {"corr", "reg", "note"})
    assert len(found.reading.split("\n")) == len(found.diplomatic.split("\n"))


def check_words(text: Source, fragments: prose.Fragments) -> None:
    """Text in = text out, as corrected and as printed."""
    html = "\n".join(str(getattr(fragments, part)) for part in PARTS[:-1])
    if "id=" not in fragments.title:
        html = html.removeprefix(str(fragments.title))  # it comes from the header
    for printed, left_out in ((False, {"sic", "orig", "note"}), (True, {"corr", "reg", "note"})):
        assert words_of_html(html, printed) == words_of_tei(text, left_out)


def words_of_html(html: str, printed: bool) -> str:
    """What a reader reads, without paragraph numbers, marks of notes and the other reading."""
    dropped = {"number", "note-mark", "also", "sign", "corrected" if printed else "printed"}
    words, hidden = [], 0
    for token in re.findall(r"<[^>]+>|[^<]+", html):
        tag = re.match(r"</?([a-z0-9]+)", token)
        if hidden:
            hidden += (not token.startswith("</")) - token.startswith("</") if tag else 0
        elif tag and set(re.findall(r'class="([^"]*)"', token)) & dropped:
            hidden = 1
        elif tag:
            words.append(" " if tag[1] in CONTAINERS else "")
        else:
            words.append(re.sub("&(lt|gt|amp|nbsp);", lambda found: ENTITIES[found[1]], token))
    return " ".join(re.split(r"[ \t\r\n]+", "".join(words))).strip(" ")


ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "nbsp": "\N{NO-BREAK SPACE}"}
UNITS = {"head", "byline", "p", "item", "bibl", "epigraph"}


def words_of_tei(text: Source, left_out: set[str]) -> str:
    """The words of a TEI text, read without the stylesheets."""

    def walk(element: Any) -> Iterator[str]:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name and name not in left_out:
            gap = " " if name in UNITS else ""
            yield gap + (element.text or "")
            for child in element:
                yield from walk(child)
                yield "" if name == "choice" else child.tail or ""
            yield gap

    return " ".join(re.split(r"[ \t\r\n]+", "".join(walk(text.tree.find("t:text", T))))).strip(" ")


def check_soundness(text: Source, fragments: prose.Fragments) -> None:
    """Balanced tags, ids once, links to somewhere, no link in a link, nothing of the workshop left."""
    html = "".join(str(getattr(fragments, part)) for part in PARTS)
    found = Tokens(html)
    assert found.open == []
    assert found.nested_links == 0
    assert [name for name, count in Counter(found.ids).items() if count > 1] == []
    for left in ("xmlns", "{$", TEI, "<a></a>", "href=>", 'id=""'):
        assert left not in html
    for tag, attributes in found.tags:
        href = attributes.get("href")
        assert tag != "a" or href
        if href and href.startswith("#"):
            assert href[1:] in found.ids or href[1:] in text.tree.xpath("//t:text//@xml:id", namespaces=T)
        elif href and not href.startswith("http"):
            assert href in links(text).values()


def check_anchors(text: Source, fragments: prose.Fragments) -> None:
    """Every mention has the anchor of the contract, computed here from the TEI alone, and its link."""
    found = Tokens("".join(str(getattr(fragments, part)) for part in PARTS))
    mentions = [
        attributes for _, attributes in found.tags if "mention" in attributes.get("class", "").split()
    ]
    expected = anchors(text)
    assert [mention["id"] for mention in mentions] == list(expected)
    for mention in mentions:
        kind = expected[mention["id"]].partition(":")[0]
        assert mention["class"].split()[1] == kind
        if "href" in mention:
            assert mention["href"] == links(text)[expected[mention["id"]]]


def anchors(text: Source) -> dict[str, str]:
    """Anchor → pointer, in the order of the text."""
    counts: Counter[tuple[str, str]] = Counter()
    found: dict[str, str] = {}
    for element in text.tree.find("t:text", T).iter(*(f"{{{TEI}}}{name}" for name in MENTIONS)):
        pointer = (element.get("ref") or "").split()[:1]
        block = next((above.get(XML_ID) for above in element.iterancestors() if is_unit(above)), None)
        if pointer and block:
            entity = pointer[0].partition(":")[2]
            counts[block, entity] += 1
            found[f"{block}.{entity}.{counts[block, entity]}"] = pointer[0]
    return found


def is_unit(element: Any) -> bool:
    name = etree.QName(element).localname
    return name in UNITS and (name != "bibl" or etree.QName(element.getparent()).localname == "listBibl")


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


def test_guidelines_are_trusted_as_they_are() -> None:
    assert prose.trusted("<p>x</p>").__html__() == "<p>x</p>"
