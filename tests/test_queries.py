"""What queries find in the edition: a table of them, and a count of its own that knows nothing of the index."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.asking import Answer, Found, answers
from tests.both import edition_of
from tests.conftest import ROOT, TESTS

QUERIES: list[dict[str, Any]] = tomllib.loads((TESTS / "queries.toml").read_text(encoding="utf-8"))["query"]
ZONES = ("text", "note", "entry", "page")
COUNTED = ("text", "note", "page")  # an entry is put together of many facts, which no file has as one text
ASKED = {"regex", "all", "none", "tagged", "untagged", "said", "quoted", "told"}
TEI = "{http://www.tei-c.org/ns/1.0}"
APART = {f"{TEI}{name}" for name in ("note", "sic", "standOff", "teiHeader")}
QUOTED = {f"{TEI}{name}" for name in ("quote", "said")}
Place = tuple[str, str]
Spans = tuple[tuple[int, int], ...]


def names() -> list[Any]:
    return [pytest.param(one, id=one["ask"]) for one in QUERIES]


@pytest.fixture(scope="module")
def asked(real_site: Path) -> Mapping[str, Answer]:
    queries = [one["ask"] for one in QUERIES]
    assert len(set(queries)) == len(queries) >= 60
    return dict(zip(queries, answers(real_site, queries), strict=True))


def place(found: Found) -> str:
    """A unit by its zone's own names: block, note, entry, block of a page."""
    path, _, anchor = found.address.removesuffix(".html").partition(".html#")
    if found.zone == "entry":
        return path
    return f"{path.removeprefix('pages/')}#{anchor}" if found.zone == "page" else anchor.rpartition(".")[2]


@pytest.mark.parametrize("query", names())
def test_a_query_finds_the_places_of_the_table(query: dict[str, Any], asked: Mapping[str, Answer]) -> None:
    answer = asked[query["ask"]]
    assert answer.error == query.get("error", "")
    for zone in ZONES:
        if zone in query:
            assert [place(one) for one in answer.found if one.zone == zone] == query[zone]


@pytest.mark.parametrize(
    "query", [param for param in names() if ASKED & param.values[0].keys() or "error" not in param.values[0]]
)
def test_a_query_finds_what_a_count_of_its_own_finds(
    query: dict[str, Any], asked: Mapping[str, Answer]
) -> None:
    answer = asked[query["ask"]]
    if not ASKED & query.keys():
        assert query.keys() & set(ZONES), "a query has a list of places or something to count by"
        return
    here = {(one.zone, place(one)): one.spans for one in answer.found if one.zone in COUNTED}
    there = dict(counted(query))
    assert set(here) == set(there)
    if query.get("spans", True) and query.keys() & {"regex", "all"}:
        assert {at: set(spans) for at, spans in here.items()} == {
            at: set(spans) for at, spans in there.items()
        }


def counted(query: dict[str, Any]) -> Iterator[tuple[Place, Spans]]:
    """The places that have all a query asks for, and where in their texts the words are."""
    patterns = [
        re.compile(one) for one in (*query.get("all", ()), *([query["regex"]] if "regex" in query else ()))
    ]
    for (zone, name), text in texts().items():
        found = [[match.span() for match in pattern.finditer(text)] for pattern in patterns]
        if (
            all(found)
            and zone == query.get("zone", zone)
            and not ("none" in query and re.search(query["none"], text))
            and (zone == "text" or not query.keys() & {"tagged", "said"})
            and (zone != "text" or block_has(name, query))
        ):
            yield (zone, name), tuple(span for spans in found for span in spans)


def block_has(name: str, query: dict[str, Any]) -> bool:
    """Whether a block of the text names, quotes and tells what is asked."""
    block = blocks()[name]
    named = {pointer for one in block.iter() for pointer in one.get("ref", "").split()}
    said = {pointer for one in block.iter(*QUOTED) for pointer in (one.get("who"), work_of(one)) if pointer}
    if block.tag == f"{TEI}epigraph":
        said |= named
    words = dict(spoken(block))
    return (
        named.issuperset(query.get("tagged", ()))
        and query.get("untagged") not in named
        and ("said" not in query or not said.isdisjoint(query["said"]))
        and all(
            key not in query or re.search(query[key], words[key == "quoted"]) for key in ("quoted", "told")
        )
    )


def work_of(quotation: etree._Element) -> str | None:
    """The work that is quoted; what somebody says in it is not the author's."""
    return None if quotation.get("type") == "speech" else quotation.get("source")


def spoken(block: etree._Element) -> Iterator[tuple[bool, str]]:
    """What is quoted in a block, and what is told."""
    for inside in (True, False):
        pieces = (
            str(text)
            for text in block.xpath(".//text()")
            if any(above.tag in QUOTED for above in parents(text)) is inside
            and not any(above.tag in APART for above in parents(text))
        )
        yield inside, "".join(pieces)


def parents(text: Any) -> Iterator[etree._Element]:
    """The elements that a piece of text stands in."""
    element = text.getparent()
    if text.is_tail:
        element = element.getparent()
    while element is not None:
        yield element
        element = element.getparent()


@cache
def texts() -> Mapping[Place, str]:
    """The texts by zone and place, as the facts have them."""
    edition = edition_of(ROOT)
    found: dict[Place, str] = {}
    for article in edition.articles:
        found |= {("text", block.id): block.text for block in article.blocks}
    articles = {article.id for article in edition.articles}
    found |= {("note", note.id): note.text for note in edition.notes if note.article_id in articles}
    for page in edition.pages:
        found |= {("page", f"{page.id}#{block.id}"): block.text for block in page.blocks}
    return found


@cache
def blocks() -> Mapping[str, etree._Element]:
    """The elements of the texts by their ids."""
    found = {}
    for article in edition_of(ROOT).articles:
        for element in etree.parse(ROOT / article.path).iter(f"{TEI}*"):
            name = element.get("{http://www.w3.org/XML/1998/namespace}id")
            if name:
                found[name] = element
    return found
