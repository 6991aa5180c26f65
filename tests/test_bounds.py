"""No page grows without bounds: a large edition made of nothing but facts, all its pages, and how many bytes they have."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from posixpath import dirname, join, normpath
from random import Random
from urllib.parse import unquote

import pytest
from lxml import etree, html

from edition import graph, metadata, pages, rendering, settings, traces, urls, validation
from edition.adopting.slugs import Slugs
from edition.codes import CODES
from edition.findings import Verdict
from edition.findings.page import EACH, MOST
from edition.metadata import reservation, sitemap
from edition.metadata.subject import Subject
from edition.model import (
    Article,
    Bilingual,
    Block,
    Correction,
    DateRef,
    Dating,
    Edition,
    Entity,
    Fact,
    Finding,
    Listing,
    Mention,
    Page,
    Quotation,
    Relation,
)
from edition.pages import lettered, wordlist
from edition.pages.concordance import portions
from edition.pages.parts import BESIDE, Part, nav
from tests.conftest import TOY

TEXTS, BLOCKS, PERSONS, PLACES, EVENTS = 300, 6, 1200, 500, 60
STAR = "person:p0000"  # every block names it
LONG, LIST = 300_000, 100_000  # bytes that a page may have; a page of a list
LISTS = re.compile(r"(?:(?:persons|places|orgs|works|events|objects)/index|words/|texts/|letters/|calendar/)")
SYLLABLES = ("ba", "de", "ge", "hu", "ka", "lo", "mi", "no", "ru", "sa", "to", "wi")


def word(number: int) -> str:
    """One of many words."""
    made = ""
    while True:
        number, rest = divmod(number, len(SYLLABLES))
        made += SYLLABLES[rest]
        if not number:
            return made


def person(number: int) -> Entity:
    born = 1800 + number % 150
    facts = (
        Fact("birth", "", "place:o0000", Dating(when=str(born))),
        Fact("death", "", None, Dating(when=str(born + 70))),
        Fact("residence", "", f"place:o{number % PLACES:04}", Dating(begin=str(born + 1), end=str(born + 9))),
        Fact(
            "residence",
            "",
            f"place:o{(number + 7) % PLACES:04}",
            Dating(begin=str(born + 9), end=str(born + 20)),
        ),
    )
    name = f"{word(number * 7 + 1000).title()}, {word(number).title()}"
    return Entity(f"p{number:04}", "person", name, facts=facts, path="persons.xml")


def place(number: int) -> Entity:
    spot = Fact("coordinates", f"{30 + number % 40} {number % 60}")
    facts = (spot,) if number % 3 else ()
    return Entity(
        f"o{number:04}", "place", word(number + 2000).title(), "settlement", facts=facts, path="places.xml"
    )


def event(number: int) -> Entity:
    facts = (Fact("dating", "", None, Dating(when=f"{1850 + number}")),)
    named = tuple(f"person:p{one:04}" for one in range(40))
    return Entity(f"e{number:02}", "event", f"Ereignis {number}", named=named, facts=facts, path="events.xml")


def texts(chance: Random) -> Iterator[Article]:
    for number in range(TEXTS):
        blocks = tuple(
            Block(
                f"p-{one}", str(one), " ".join(word(int(chance.paretovariate(0.3)) % 8000) for _ in range(40))
            )
            for one in range(1, BLOCKS + 1)
        )
        yield Article(
            id=f"t{number}", role="article", path=f"t{number}.xml", title=f"Text {number}", authors=(), language="de",
            source_citation="", version="", date="", published=Dating(), blocks=blocks,
            dated=Dating(when=f"{1850 + number // 10}-{number % 10 + 1:02}-01"),
        )  # fmt: skip


@cache
def large() -> Edition:
    """Many of everything, none of which a page may show whole."""
    chance = Random(7)
    articles = tuple(texts(chance))
    entities = [*map(person, range(PERSONS)), *map(place, range(PLACES)), *map(event, range(EVENTS))]
    mentions: dict[str, list[Mention]] = defaultdict(list)
    dates, quotations, corrections = [], [], []
    for text in articles:
        for block in text.blocks:
            others = [f"person:p{min(int(chance.paretovariate(0.4)), PERSONS - 1):04}" for _ in range(5)]
            places = [f"place:o{chance.randrange(PLACES):04}" for _ in range(2)]
            for pointer in dict.fromkeys(
                (STAR, STAR.replace("0000", "0001"), *others, *places, "place:o0001")
            ):
                name = pointer.partition(":")[2]
                for count in (1, 2) if pointer == STAR else (1,):
                    form = word(chance.randrange(90))
                    anchor = f"{block.id}.{name}.{count}"
                    mentions[pointer].append(
                        Mention(
                            pointer, text.id, anchor, block.id, form, "x " * 40, " y" * 40, True, start=count
                        )
                    )
            for count in (1, 2):
                dating = Dating(when=f"{1700 + chance.randrange(250)}")
                dates.append(
                    DateRef(
                        text.id,
                        f"{block.id}.date.{count}",
                        block.id,
                        "damals",
                        dating,
                        before="a " * 40,
                        after=" b" * 40,
                    )
                )
            corrections.append(Correction(text.id, f"{block.id}.corr.1", block.id, "teh", "the", None, None))
            speaker = f"person:p{chance.randrange(200):04}"
            quotations.append(
                Quotation(
                    f"q-{block.id}", text.id, block.id, ((f"q-{block.id}", block.text[:60]),), "source", speaker, None, "de",
                    1, ((block.id, 0),),
                )
            )  # fmt: skip
    relations = tuple(
        Relation(
            "friend", (f"person:p{one % PERSONS:04}",), (f"person:p{(one * 7 + 1) % PERSONS:04}",), False
        )
        for one in range(800)
    )
    config = replace(
        settings.load(TOY), adopted=True, interface=("de",), licence_text="https://example.org/terms"
    )
    return Edition(
        config, articles, (), {one.pointer: one for one in entities}, {}, relations,
        {pointer: tuple(found) for pointer, found in mentions.items()}, tuple(quotations), tuple(dates), tuple(corrections),
    )  # fmt: skip


def findings() -> tuple[Finding, ...]:
    codes = [code for code in sorted(CODES) if CODES[code].severity == "warning"][:5]
    said = Bilingual("A word.", "Ein Wort.")
    return tuple(
        Finding(codes[number % len(codes)], "warning", f"t{number}.xml", 1, 1, said, said)
        for number in range(3000)
    )


def computed(edition: Edition) -> Iterator[Page]:
    for make in pages.PAGES:
        yield from make(edition)
    yield from pages.entity_pages(edition, STAR)
    yield from pages.entity_pages(edition, "place:o0000")
    yield from pages.entity_pages(edition, "place:o0001")
    yield pages.validation_page(edition, Verdict(findings(), CODES, lambda _: ""))
    listing = Listing(
        "tei", Bilingual("TEI", "TEI"), Bilingual("TEI", "TEI"), Bilingual("all", "alles"), "application/tei+xml", Bilingual(),
        tuple((urls.data(text.path), 1000) for text in edition.articles),
    )  # fmt: skip
    yield pages.downloads_page(edition, (listing,))


@cache
def made() -> dict[str, bytes]:
    """Every computed page of the large edition, and those of some entries."""
    return {page.path: rendering.render(page).content for page in computed(large())}


def tree(path: str) -> html.HtmlElement:
    return html.fromstring(made()[path].decode("utf-8"))


def words_of(path: str) -> str:
    return " ".join(tree(path).find(".//main").text_content().split())


def led_to(path: str, xpath: str) -> list[str]:
    """The pages that links lead to."""
    found = (unquote(one).partition("#")[0] for one in tree(path).xpath(xpath))
    return [normpath(join(dirname(path), one)) if one else path for one in found]


def test_no_page_is_too_long() -> None:
    over = {
        path: len(data) for path, data in made().items() if len(data) > (LIST if LISTS.match(path) else LONG)
    }
    assert not over
    assert len(made()) > 100
