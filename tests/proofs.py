"""What must hold for the HTML and the plain texts of any TEI text, reckoned here without the stylesheets."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any

from lxml import etree

from edition import conservation, layers, prose, transcript
from edition.conservation import CONTAINERS, LAYERS, VOID
from edition.layers import DIPLOMATIC, READING, Layer
from edition.model import Source

TEI = "http://www.tei-c.org/ns/1.0"
T = {"t": TEI}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
PARTS = ("title", "front", "body", "back", "notes")
MENTIONS = ("persName", "placeName", "orgName", "title", "objectName", "rs", "date")
UNITS = {"head", "byline", "p", "item", "bibl", "epigraph"}


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
        self.open += [] if tag in VOID else [tag]
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


def links(text: Source) -> dict[str, str]:
    """A page for everything a document points to, but for `nobody`."""
    values = text.tree.xpath("//@ref | //@target | //@corresp | //@source | //@url")
    pointers = {token for value in values for token in value.split()}
    return {
        pointer: f"../{pointer.replace(':', 's/')}.html"
        for pointer in pointers
        if re.fullmatch(r"[a-z]+:[a-z0-9-]+", pointer) and not pointer.endswith(":nobody")
    }


def check_texts(text: Source) -> None:
    """Both plain texts hold the same words as the TEI; each block is a line."""
    found = prose.texts(text)
    assert found.reading.replace("\n", " ") == words_of_tei(text, READING)
    assert found.diplomatic.replace("\n", " ") == words_of_tei(text, DIPLOMATIC)


def check_units(text: Source, layer: str = "reading") -> None:
    """The citable units hold each word of a text once."""
    units = transcript.blocks(text.tree.find("t:text", T), LAYERS[layer])
    words = " ".join(transcript.flatten(unit, LAYERS[layer]).text for unit in units)
    expected = words_of_tei(text, LAYERS[layer])
    assert Counter(filter(None, words.split(" "))) == Counter(filter(None, expected.split(" ")))


def check_words(text: Source, fragments: prose.Fragments, layer: str = "reading") -> None:
    """Text in = text out, in the layer that the HTML shows."""
    assert list(conservation.differences(text.tree.find("t:text", T), fragments, layer)) == []


def words_of_tei(text: Source, layer: Layer) -> str:
    """The words of a TEI text in a layer, read without the stylesheets."""
    return conservation.words_of_tei(text.tree.find("t:text", T), layer)


def check_soundness(text: Source, fragments: prose.Fragments) -> None:
    """Balanced tags, ids once, links to somewhere, no link in a link, nothing of the workshop left."""
    html = "".join(str(getattr(fragments, part)) for part in PARTS)
    found, known = Tokens(html), set(links(text).values())
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
        elif href and not href.startswith(("http", "mailto:")):
            assert href in known


def check_anchors(text: Source, fragments: prose.Fragments) -> None:
    """Every mention has the anchor of the contract, computed here from the TEI alone, and its link; a name in
    the commentary is a link without an anchor."""
    found = Tokens("".join(str(getattr(fragments, part)) for part in PARTS))
    mentions = [
        attributes
        for _, attributes in found.tags
        if "mention" in attributes.get("class", "").split() and "id" in attributes
    ]
    expected, known = anchors(text), links(text)
    assert [mention["id"] for mention in mentions] == list(expected)
    for mention in mentions:
        kind = expected[mention["id"]].partition(":")[0]
        assert mention["class"].split()[1] == kind
        if "href" in mention:
            assert mention["href"] == known[expected[mention["id"]]]


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
    own = name in UNITS and (name != "bibl" or etree.QName(element.getparent()).localname == "listBibl")
    return own or element.get(layers.UNIT) is not None
