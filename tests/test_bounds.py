"""No page grows without bounds: a large edition made of nothing but facts, all its pages, and how many bytes they have."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from posixpath import dirname, join, normpath
from random import Random
from urllib.parse import unquote

import pytest
from lxml import etree, html
from msgspec.structs import replace

from edition import graph, pages, rendering, settings, traces, urls
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

TEXTS, BLOCKS, PERSONS, PLACES, EVENTS = 240, 6, 1200, 500, 60
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
    (main,) = tree(path).xpath("//main")
    return " ".join(main.text_content().split())


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


def test_no_page_leads_to_a_page_or_a_place_that_is_not_there() -> None:
    """Of the pages that were made; entries and texts are left out, of which only some were."""
    ids = {path: set(tree(path).xpath("//@id")) for path in made()}
    checked = 0
    for path in made():
        for href in map(unquote, tree(path).xpath("//main//a/@href")):
            target, _, fragment = href.partition("#")
            page = normpath(join(dirname(path), target)) if target else path
            if page in ids and traces.place_of(fragment):
                assert fragment in ids[page], (path, href)
                checked += 1
            several = LISTS.match(page) or page.partition("/")[0] in {"chronology", "quotations", "apparatus"}
            assert page in ids or not several or page.startswith("texts/"), (path, href)
    assert checked > 1000


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("network.html", "am engsten Verbundenen von "),
        ("network.html", "die häufigsten 90 von "),
        ("network.html", "die ersten 160 von 800"),
        ("map.html", "Gezeigt sind die 150 am häufigsten genannten von 4"),
        ("map.html", "Gezeichnet sind die Wege der 12 am häufigsten Genannten von "),
        ("time.html", f" von {2 * TEXTS * BLOCKS} Zeitangaben, die der Texte mit den meisten"),
        ("time.html", "am häufigsten Genannten von "),
        ("voices.html", f" von {TEXTS} Texten, die mit den meisten Zitaten"),
        ("authority-data.html", f"und {PERSONS - 300} weitere"),
        ("validation.html", f"Gezeigt sind {5 * EACH} von 3000, von jeder Prüfung höchstens {EACH}"),
        ("words/index.html", "Von Wörtern an mehr als 5 Stellen ist nur gesagt, wie oft"),
        ("places/o0000.html", f"und {PERSONS - 300} weitere"),
    ],
)
def test_what_is_not_shown_is_said(path: str, said: str) -> None:
    assert said in words_of(path)


def test_everybody_in_the_picture_of_a_large_network_has_a_line_and_there_are_not_too_many() -> None:
    page = tree("network.html")
    ends = {one for tie in page.xpath("//*[@data-ends]/@data-ends") for one in tie.split()}
    shown = page.xpath("//div[@class='net']//a/@data-id")
    assert 20 < len(shown) <= 120
    assert set(shown) == ends
    assert len(page.xpath("//*[@data-ends]")) <= 300
    assert f"Gezeigt sind die {len(shown)} am engsten" in words_of("network.html")


def test_downloads_of_many_texts_name_the_folder() -> None:
    (section,) = tree("downloads.html").xpath("//section[h2[@id='texte']]")
    assert f"{TEXTS} Dateien" in section.text_content()
    assert "data/" in section.xpath(".//code/text()")
    assert not section.xpath(".//li")


@pytest.mark.parametrize(
    ("index", "entries", "number"),
    [
        ("persons/index.html", "//ul[@class='entries']/li//a/@href", PERSONS),
        ("places/index.html", "//ul[@class='entries']/li//a/@href", PLACES),
        ("chronology.html", "//section[@class='year']/ol/li/@id", None),
        ("quotations.html", "//section[h2[@id='folge']]/ol/li/@id", TEXTS * BLOCKS),
        ("apparatus.html", "//ol[@class='register']/li", TEXTS * BLOCKS),
        ("words/index.html", "//dl[@class='words']/div", None),
    ],
)
def test_the_pages_of_a_list_hold_all_of_it_and_lead_to_each_other(
    index: str, entries: str, number: int | None
) -> None:
    seen, waiting = {index}, [index]
    while waiting:
        one = waiting.pop()
        waiting += [path for path in led_to(one, "//main/nav[@class='letters']//a/@href") if path not in seen]
        seen.update(waiting)
    parts = {
        path for path in made() if dirname(path) == dirname(index) and "/p" not in path and "/o" not in path
    }
    folder = index.removesuffix(".html")
    assert len(seen) > 2
    assert seen == (parts if "/" in index else {index} | {path for path in made() if dirname(path) == folder})
    found = [
        str(one) if isinstance(one, str) else "" for path in sorted(seen) for one in tree(path).xpath(entries)
    ]
    assert number is None or len(found) == number
    if index == "chronology.html":
        assert len(found) == len(large().dates) + EVENTS
    for path in seen:
        assert tree(path).xpath("count(//main/nav[@class='letters']//a[@aria-current='page'])") >= 1, path


def test_the_words_of_a_large_edition_lead_to_their_places_or_to_the_search() -> None:
    counted = Counter(one for text in large().articles for block in text.blocks for one in block.text.split())
    assert counted.total() > wordlist.ALL
    told: Counter[str] = Counter()
    searched = 0
    for path in (one for one in made() if one.startswith("words/")):
        for row in tree(path).xpath("//dl[@class='words']/div"):
            (name,) = row.xpath("dt/text()[1]")
            links = row.xpath("dd/a/@href")
            count = counted[name.strip()]
            told[name.strip()] = count
            if count > wordlist.RARE:
                searched += 1
                assert [unquote(one) for one in links] == [f'../search.html#q="{name.strip()}"']
                texts = {
                    text.id
                    for text in large().articles
                    for block in text.blocks
                    if name.strip() in block.text.split()
                }
                assert f"{len(texts)} Dokumenten" in row.text_content() or len(texts) == 1
            else:
                assert 1 <= len(links) <= count
                assert all(one.startswith("../texts/") for one in links)
    assert told == counted
    assert 0 < searched < len(counted)


def test_a_small_edition_lists_every_place_of_every_word() -> None:
    texts = large().articles[:20]
    small = replace(large(), articles=texts, dates=(), corrections=(), quotations=(), mentions={})
    shown = {page.path: rendering.render(page).content.decode("utf-8") for page in wordlist.pages(small)}
    assert not any("search.html#q" in text or "nur gesagt" in text for text in shown.values())
    assert max(map(len, shown.values())) < LIST


def test_the_places_of_an_entity_are_divided_and_none_is_lost() -> None:
    total = len(large().mentions[STAR])
    several = [path for path in made() if re.fullmatch(r"persons/p0000(?:/\d+)?\.html", path)]
    assert len(several) > 3
    anchors = [
        href.partition("/texts/")[2] or href.partition("texts/")[2]
        for path in several
        for href in tree(path).xpath("//ol[@class='concordance']/li/a/@href")
    ]
    expected = [f"{one.article_id}.html#{one.anchor}" for one in large().mentions[STAR]]
    assert sorted(anchors) == sorted(expected)
    assert f"{total} Stellen" in words_of("persons/p0000.html")
    listed = led_to("persons/p0000.html", "//nav[@class='portions']//a/@href")
    assert sorted(listed) == sorted(several)
    assert "1. Januar 1850" in words_of("persons/p0000.html"), "each part says what it holds"
    assert led_to("persons/p0000/2.html", "//a[@rel='prev']/@href")[0] == "persons/p0000.html"
    assert led_to("persons/p0000/2.html", "//a[@rel='next']/@href")[0] == "persons/p0000/3.html"
    assert not tree(
        max(several, key=lambda one: int(re.findall(r"\d+", one)[-1]) if "/p0000/" in one else 0)
    ).xpath("//a[@rel='next']")


def test_the_forms_of_a_divided_concordance_are_the_most_frequent_with_some_places() -> None:
    counted = Counter(one.form for one in large().mentions[STAR])
    (row,) = tree("persons/p0000.html").xpath("//section[@class='places']/dl/div")
    told = re.findall(r"(\w+) \((\d+)\)", " ".join(one.text_content() for one in row.xpath("dd")))
    assert [int(number) for _form, number in told] == sorted(counted.values(), reverse=True)[:40]
    assert f"und {len(counted) - 40} weitere Formen" in row.text_content()
    assert all(len(one.xpath("a")) <= 8 for one in row.xpath("dd"))


def test_most_entities_have_one_page_for_all_their_places() -> None:
    edition = replace(large(), mentions={STAR: large().mentions[STAR][:60]})
    several = portions(edition, edition.entities[STAR], {})
    assert [(one.number, one.first, one.last) for one in several] == [(1, 1, 60)]


def test_beside_a_crowd_nobody_stands() -> None:
    def near(number: int) -> Counter[str]:
        pointers = [f"person:p{one:04}" for one in range(number)]
        mentions = {one: (Mention(one, "t0", "a", "p-1", "X", "", "", True),) for one in pointers}
        return graph.Beside(replace(large(), mentions=mentions)).counted(STAR)

    assert len(near(60)) == 59
    assert not near(61)


def test_names_under_their_letters_each_letter_once() -> None:
    names = [", Otto", "Adler", "Otter", "Zahn"]
    found = lettered.parts(names, "persons/index.html", len, str)
    assert [(part.label, part.path, part.items) for part in found] == [
        ("A", "persons/index.html", ("Adler",)),
        ("O", "persons/index-o.html", (", Otto", "Otter")),
        ("Z", "persons/index-z.html", ("Zahn",)),
    ]


def test_a_long_letter_says_where_its_pages_begin_and_end() -> None:
    names = ["Sand", "Sau", "Schaf", "Schuh", "Stier"]
    found = lettered.parts(names, "words/index.html", lambda _: 10, str, 20)
    assert [(part.path, part.said) for part in found] == [
        ("words/index.html", "S–Sa"),
        ("words/s-2.html", "Sc"),
        ("words/s-3.html", "St–Stier"),
    ]


def test_of_very_many_pages_those_near_are_linked() -> None:
    several: list[Part[str]] = [Part("", number, f"words/{number}.html", ()) for number in range(500)]
    linked = [link.href for link in nav(several, "words/250.html")]
    assert linked == ["0.html", *(f"{one}.html" for one in range(250 - BESIDE, 251 + BESIDE)), "499.html"]


def test_a_script_without_letters_is_counted() -> None:
    names = [chr(0x4E00 + number) for number in range(lettered.LETTERS + 1)]
    found = lettered.parts(names, "words/index.html", lambda _: 10, str, 300)
    assert [part.path for part in found] == ["words/index.html", "words/2.html", "words/3.html"]


def test_the_sitemap_of_many_pages_is_an_index_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "ADDRESSES", 4)
    config = large().config
    subjects = [Subject(f"words/{number}.html", "", "de", "") for number in range(10)]
    index, *parts = sitemap.sitemap(config, subjects)
    root = etree.fromstring(index.content)
    assert index.path == urls.SITEMAP
    assert etree.QName(root).localname == "sitemapindex"
    assert [one[0].text for one in root] == [f"{config.base_url}{part.path}" for part in parts]
    listed = [[one[0].text for one in etree.fromstring(part.content)] for part in parts]
    assert [len(one) for one in listed] == [4, 4, 2]
    assert [one for each in listed for one in each] == [f"{config.base_url}{one.path}" for one in subjects]
    monkeypatch.setattr(sitemap, "BYTES", 1)
    assert len(list(sitemap.sitemap(config, subjects))) == 11


def test_what_is_free_is_told_by_folders_where_these_hold_nothing_else() -> None:
    edition = large()
    free = [Subject(f"words/{number}.html", "", "de", "") for number in range(200)]
    mixed = [
        Subject(urls.entity(one), "", "de", "", edition.entities[one])
        for one in ("person:p0000", "event:e00")
    ]
    further = [
        Subject(path, "", "de", "") for path in ("persons/p0000/2.html", "chronology/1850.html", "map.html")
    ]
    (file,) = reservation.rules(edition, (*free, *mixed, *further), {})
    told = file.content.decode("utf-8")
    assert 'words/"' in told
    assert "words/1.html" not in told
    assert 'events/e00.html$"' in told
    assert 'map.html$"' in told
    assert "p0000" not in told, "further places of an entity are passages too"
    assert "chronology" not in told
    assert [reservation.of_page(edition, one) for one in further] == ["1", "1", "0"]


def test_addresses_of_the_site_itself_are_given_to_no_entry() -> None:
    slugs = Slugs()
    assert [slugs.take(one) for one in ("index", "index-a", "indexed", "x.html")] == [
        "index-2", "x-index-a", "indexed", "x-x-html",
    ]  # fmt: skip


def test_a_card_file_keeps_to_its_limit_and_to_those_named_most() -> None:
    named = {f"person:p{one:04}": 2 if one < 50 else 1 for one in range(PERSONS)}
    mentions = {
        one: tuple(
            Mention(one, "t0", f"{one[-5:]}.{number}", "p-1", "X", "", "", True) for number in range(count)
        )
        for one, count in named.items()
    }
    entities = {one: replace(large().entities[one], description="Wort " * 60) for one in named}
    edition = replace(large(), mentions=mentions, entities=entities)
    content = pages.card(edition, edition.articles[0]).content.decode("utf-8")
    assert len(content) < LONG * 1.2
    assert all(f"/{one[-5:]}.html" in content for one, count in named.items() if count == 2)
    assert f"/p{PERSONS - 1:04}.html" not in content


def test_all_findings_are_listed_where_they_are_few() -> None:
    few = replace(large(), articles=large().articles[:1])
    page = pages.validation_page(few, Verdict(findings()[:MOST], CODES, lambda _: ""))
    told = rendering.render(page).content.decode("utf-8")
    assert told.count('<span class="place">') == MOST
    assert "Gezeigt sind" not in told
