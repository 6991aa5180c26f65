"""The pages that documents get by their genre: lists, calendar, letters, plays, and the way from one to the next."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html
from msgspec.structs import replace

from edition import interface, rendering, settings, site, urls
from edition.model import (
    RECEIVED,
    SENT,
    Action,
    Article,
    Character,
    Dating,
    Edition,
    Entity,
    Letter,
    Named,
    Page,
    Play,
    Scene,
)
from edition.pages import PAGES, calendar, cast, documents, home, letters, navigation, order
from edition.pages.neighbours import around
from tests import others
from tests.conftest import TOY
from tests.others import OTHERS

MOST = 100_000  # bytes of a page
ALL = (documents.pages, calendar.pages, letters.pages, cast.pages)


def text(number: int, dating: Dating | None = None, **more: object) -> Article:
    return replace(
        Article(
            id=f"t{number}", role="article", path=f"t{number}.xml", title=f"Text {number}", authors=(), language="de",
            source_citation="", version="", date="", published=Dating(), dated=dating or Dating(),
        ),
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def edition_of(*texts: Article, adopted: bool = True, people: tuple[str, ...] = ()) -> Edition:
    config = replace(settings.load(TOY), adopted=adopted, interface=("de",))
    entities = {f"person:{one}": Entity(one, "person", f"{one.title()}, Vorname") for one in people}
    nothing: dict[str, tuple[()]] = {}
    return Edition(config, texts, (), entities, {}, (), nothing, (), (), ())


def made(edition: Edition, *makes: Callable[[Edition], Iterator[Page]]) -> dict[str, html.HtmlElement]:
    """The pages as trees, by their paths."""
    return {
        page.path: html.fromstring(rendering.render(page).content.decode("utf-8"))
        for make in makes or ALL
        for page in make(edition)
    }


def linked(page: html.HtmlElement, path: str, xpath: str = "//main//a/@href") -> list[str]:
    """Where links lead, as paths from the root."""
    found = []
    for href in page.xpath(xpath):
        target, fragment = urldefrag(unquote(href))
        place = (Path("/") / path).parent / target if target else Path("/") / path
        parts: list[str] = []
        for part in place.parts[1:]:
            parts = parts[:-1] if part == ".." else [*parts, part]
        found.append("/".join(parts) + (f"#{fragment}" if fragment else ""))
    return found


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@cache
def built(name: str, folder: Path) -> dict[str, html.HtmlElement]:
    site.build(OTHERS / name, folder / name, exports=False)
    return {
        path.relative_to(folder / name).as_posix(): html.fromstring(path.read_text(encoding="utf-8"))
        for path in (folder / name).rglob("*.html")
    }


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, html.HtmlElement]]:
    folder = tmp_path_factory.mktemp("sites")
    return lambda name: built(name, folder)


Sites = Callable[[str], dict[str, html.HtmlElement]]


# What exists


def test_an_edition_of_ours_has_none_of_them() -> None:
    dating = Dating(when="1900-01-01")
    few = edition_of(text(1, dating), text(2, dating), adopted=False)
    assert made(few) == {}
    assert navigation.registers(few) == ()
    assert around(few, few.articles[0], "texts/t1.html").leaves == ()


def test_many_texts_of_ours_are_listed_like_those_of_others() -> None:
    many = edition_of(*(text(number) for number in range(order.FEW + 1)), adopted=False)
    assert list(made(many)) == [urls.TEXTS]


def test_a_single_text_has_no_list_and_books_have_no_calendar() -> None:
    assert made(edition_of(text(1, Dating(when="1900-01-01")))) == {}
    books = edition_of(*(text(number, Dating(when=str(1900 + number))) for number in range(5)))
    assert set(made(books)) == {urls.TEXTS, urls.TEXTS_BY_DATE}


def test_every_register_leads_to_a_page_that_exists(sites: Sites) -> None:
    for name in ("diary", "letters", "drama", "critical"):
        pages = sites(name)
        listed = linked(pages["index.html"], "index.html", "//ul[@class='computed']//a/@href")
        assert listed
        assert {urldefrag(one)[0] for one in listed} <= set(pages), name


# Calendar


def test_each_day_of_the_diary_leads_to_its_entry(sites: Sites) -> None:
    pages, days = sites("diary"), {}
    for path, page in pages.items():
        if re.fullmatch(r"calendar/\d{4}\.html", path):
            for month, table in enumerate(page.xpath("//table[@class='month']"), 1):
                assert len(table.xpath(".//th[@scope='col']")) == 7
                for cell in table.xpath(".//td[a]"):
                    day = date(int(path[9:13]), month, int(said(cell)))
                    weekday = len(cell.xpath("preceding-sibling::td"))
                    assert day.weekday() == weekday
                    days[day.isoformat()] = cell[0].get("href")
    assert {day: f"../texts/entry__{day}.html" for day in days} == days
    assert len(days) == others.expected("diary")["documents"]


def test_a_year_has_all_its_days() -> None:
    page = made(edition_of(text(1, Dating(when="1904-02-29")), text(2, Dating(when="1904-12-31"))))[
        "calendar/1904.html"
    ]
    tables = page.xpath("//table[@class='month']")
    assert [sum(bool(said(cell)) for cell in one.xpath(".//td")) for one in tables] == [
        31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]  # fmt: skip
    assert {len(row.xpath("td")) for row in page.xpath("//table[@class='month']/tbody/tr")} == {7}


def test_nothing_dated_is_left_out_of_the_calendar() -> None:
    datings = [
        Dating(when="1900-01-02"), Dating(when="1900-01-02"), Dating(when="1900-03"), Dating(when="1900"),
        Dating(begin="1900-02-01", end="1900-02-03"), Dating(not_before="1900", not_after="1910"),
        Dating(not_after="1901-05-05"), Dating(begin="1901-06"), Dating(when="1901-07-07"), Dating(), Dating(),
    ]  # fmt: skip
    edition = edition_of(*(text(number, dating) for number, dating in enumerate(datings)))
    pages = made(edition, calendar.pages)
    assert list(pages) == ["calendar/index.html", "calendar/1900.html", "calendar/1901.html"]
    named = [
        target for path, page in pages.items() for target in linked(page, path) if target.startswith("texts/")
    ]
    assert sorted(named) == sorted(f"texts/t{number}.html" for number in range(len(datings)))
    index = pages["calendar/index.html"]
    assert [said(one) for one in index.xpath("//td[@class='figure']")] == ["6", "3"]
    assert "2 Dokumente" in said(index.xpath("//h2[@id='ohne-datum']")[0])
    assert "Nicht auf den Tag datiert" in said(pages["calendar/1900.html"])


def test_several_documents_of_a_day_stand_in_a_list_below() -> None:
    same = Dating(when="1900-01-02")
    page = made(edition_of(text(1, same), text(2, same), text(3, Dating(when="1900-01-03"))))[
        "calendar/1900.html"
    ]
    cell = page.xpath("//a[@class='several']")[0]
    assert (said(cell), cell.get("title")) == ("2", "2. Januar 1900: 2 Dokumente")
    (heading,) = page.xpath(f"//*[@id='{cell.get('href')[1:]}']")
    assert [said(one) for one in heading.getnext().xpath("li/a")] == ["Text 1", "Text 2"]


def test_a_day_with_very_many_documents_leads_to_the_list_of_all() -> None:
    same = Dating(when="1848-03-18")
    edition = edition_of(
        *(text(number, same) for number in range(2000)), text(3000, Dating(when="1848-03-19"))
    )
    pages = made(edition)
    (target,) = linked(pages["calendar/1848.html"], "calendar/1848.html", "//a[@class='several']/@href")
    path, fragment = urldefrag(target)
    assert pages[path].xpath(f"//li[@id='{fragment}']")
    listed = [
        one
        for path, page in pages.items()
        if "date/" in path
        for one in page.xpath("//ul[@class='documents']/li")
    ]
    assert len(listed) == 2001


# Lists


def test_titles_stand_in_the_order_of_a_german_lexicon() -> None:
    titles = ("Zürich", "Ärger", "Arger Weg", "Straße", "Strasse 2", "10 Briefe", "Apfel")
    pages = made(
        edition_of(*(text(number, title=title) for number, title in enumerate(titles))), documents.pages
    )
    page = pages[urls.TEXTS]
    assert [said(one) for one in page.xpath("//ul[@class='documents']//a")] == [
        "Apfel", "Ärger", "Arger Weg", "Straße", "Strasse 2", "Zürich", "10 Briefe",
    ]  # fmt: skip
    assert [said(one) for one in page.xpath("//h2[starts-with(@id, 'seite_') and parent::section[@class='letter']]")] == [
        "A", "S", "Z", "0–9",
    ]  # fmt: skip


def test_authors_have_a_list_only_if_there_are_several() -> None:
    named = [
        text(1, filed=("Beta, B",), authors=("B Beta",)),
        text(2, filed=("Alpha, A", "Beta, B")),
        text(3),
    ]
    page = made(edition_of(*named), documents.pages)[urls.TEXTS_BY_AUTHOR]
    groups = {
        said(one.xpath("h2")[0]): [said(a) for a in one.xpath(".//a")]
        for one in page.xpath("//section[@class='letter']")
    }
    assert groups == {
        "Alpha, A": ["Text 2"],
        "Beta, B": ["Text 1", "Text 2"],
        "Ohne Verfasserangabe": ["Text 3"],
    }
    assert urls.TEXTS_BY_AUTHOR not in made(edition_of(named[0], replace(named[0], id="x")), documents.pages)


def test_home_and_foot_name_no_more_than_twelve_texts() -> None:
    for number in (order.FEW, order.FEW + 1):
        edition = edition_of(*(text(one) for one in range(number)))
        page = made(edition, home.pages)[urls.HOME]
        named = {
            one for one in linked(page, urls.HOME, "//a/@href") if re.fullmatch(r"texts/t\d+\.html", one)
        }
        assert len(named) == (number if number == order.FEW else 0)
        assert urls.TEXTS in linked(page, urls.HOME, "//footer//a/@href")
        assert (urls.TEXTS in linked(page, urls.HOME, "//section[@class='texts']//a/@href")) == (
            number > order.FEW
        )


# Letters


def test_letters_are_listed_by_date_and_by_correspondent(sites: Sites) -> None:
    pages, expected = sites("letters"), others.expected("letters")["correspondence"]
    rows = pages[urls.LETTERS].xpath("//table//tbody/tr")
    assert len(rows) == len(expected)
    slugs = [linked(row, urls.LETTERS, ".//th/a/@href")[0] for row in rows]
    assert slugs == [
        f"texts/brief-00{number}.html" for number in (1, 2, 3, 5, 6, 7, 8, 4)
    ]  # the undated one last
    for row, slug in zip(rows, slugs, strict=True):
        header = expected[f"letters/{slug[6:-5]}.xml"]
        for column, side in ((2, SENT), (3, RECEIVED)):
            people = linked(row, urls.LETTERS, f"td[{column}]/a/@href")
            assert people == [urls.letters(one) for one in header.get(side, ())], (slug, side)
    for pointer in {
        one for row in expected.values() for side in (SENT, RECEIVED) for one in row.get(side, ())
    }:
        path = urls.letters(pointer)
        theirs = {f"texts/{name.split('/')[1][:-4]}.html" for name, row in expected.items()
                  if pointer in (*row.get(SENT, ()), *row.get(RECEIVED, ()))}  # fmt: skip
        assert set(linked(pages[path], path, "//tbody//th/a/@href")) == theirs
        assert path in linked(pages[urls.entity(pointer)], urls.entity(pointer))


def test_a_letter_says_its_way_in_its_head(sites: Sites) -> None:
    pages = sites("letters")
    heads = {path: said(page.xpath("//div[@class='document']/p")[0]) for path, page in pages.items()
             if page.xpath("//div[@class='document']")}  # fmt: skip
    assert (
        heads["texts/brief-001.html"] == "Von Amalie Rothacker an Johann Caspar Wyss, Hohenrain, 3. Mai 1824"
    )
    assert heads["texts/brief-004.html"] == "Von Amalie Rothacker an Étienne Maréchal"
    assert heads["texts/brief-007.html"] == "Von Johann Caspar Wyss an Unbekannt, unterwegs, September 1827"
    assert heads["texts/brief-006.html"].startswith(
        "Von Amalie Rothacker an Clara Whitcombe und Johann Caspar Wyss, "
    )


def test_letters_of_the_same_people_follow_each_other() -> None:
    def letter(sender: str, receiver: str, **more: str) -> Letter:
        return Letter(
            (
                Action(SENT, (Named(sender, f"person:{sender}"),)),
                Action(RECEIVED, (Named(receiver, f"person:{receiver}"),)),
            ),
            **more,
        )

    pairs = [("a", "b"), ("a", "c"), ("b", "a"), ("c", "a"), ("a", "b")]
    texts = [
        text(number, Dating(when=f"1900-01-0{number + 1}"), letter=letter(*pair))
        for number, pair in enumerate(pairs)
    ]
    texts[4] = replace(texts[4], letter=letter("a", "b", former="t1"))  # the header knows better
    edition = edition_of(*texts, people=("a", "b", "c"))

    def beside(number: int) -> tuple[str, str]:
        leaf = around(edition, texts[number], f"texts/t{number}.html").leaves[1]
        return (leaf.before.label if leaf.before else "", leaf.behind.label if leaf.behind else "")

    assert [beside(number) for number in range(5)] == [
        ("", "Text 2"), ("", "Text 3"), ("Text 0", "Text 4"), ("Text 1", ""), ("Text 1", ""),
    ]  # fmt: skip


def test_letters_of_an_organisation_stand_apart_from_those_of_persons() -> None:
    assert urls.letters("person:x") == "letters/x.html"
    assert urls.letters("org:x") == "letters/orgs/x.html"
    paths = {urls.letters(f"{kind}:{name}", number) for kind in ("person", "org")
             for name in ("a", "a.2", "more", "years", "orgs") for number in (1, 2, 3)}  # fmt: skip
    assert len(paths) == 30


# Plays


def test_the_cast_says_how_much_everybody_speaks(sites: Sites) -> None:
    pages, expected = sites("drama"), others.expected("drama")
    path = "cast/ammerthal-der-brunnenstreit.html"
    rows = {
        said(row.xpath("th")[0]).partition(",")[0]: said(row.xpath("td")[0])
        for row in pages[path].xpath("//table[contains(@class, 'cast')]/tbody/tr")
    }
    assert sorted(rows.values()) == sorted([*map(str, expected["speeches_by_person"].values()), "–"])
    assert path in linked(
        pages["texts/ammerthal-der-brunnenstreit.html"], "texts/ammerthal-der-brunnenstreit.html"
    )
    targets = [
        urldefrag(one) for one in linked(pages[path], path, "//table[contains(@class, 'scenes')]//th/a/@href")
    ]
    assert len(targets) == 6
    for target, fragment in targets:
        assert pages[target].xpath(f"//*[@id='{fragment}']")


def test_a_character_leads_to_its_own_entry_and_not_to_that_of_another_play(tmp_path: Path) -> None:
    (play,) = (OTHERS / "drama").rglob("*.xml")
    words = play.read_text(encoding="utf-8")
    (tmp_path / "a.xml").write_text(words, encoding="utf-8")
    (tmp_path / "b.xml").write_text(
        words.replace("<persName>Jost</persName>", "<persName>Jost der Jüngere</persName>"), "utf-8"
    )
    edition = others.read(tmp_path).edition
    pages = made(edition, cast.pages)
    for slug, name in (("a", "Jost"), ("b", "Jost der Jüngere")):
        link = pages[f"cast/{slug}.html"].xpath("//table[contains(@class, 'cast')]//th//a")[0]
        (target,) = linked(link, f"cast/{slug}.html", "@href")
        assert said(link) == name
        assert [one.name for pointer, one in edition.entities.items() if urls.entity(pointer) == target] == [
            name
        ]


def test_several_plays_have_a_list_and_untitled_scenes_a_name() -> None:
    play = Play((Character("a", "Anna", 1, 2),), (Scene("p-1", "", 0, "scene", "3", (("a", 1),)),), 1)
    pages = made(edition_of(text(1, play=play), text(2, play=play)), cast.pages)
    assert linked(pages[urls.CAST], urls.CAST) == ["cast/t1.html", "cast/t2.html"]
    assert said(pages["cast/t1.html"].xpath("//table[contains(@class, 'scenes')]//th/a")[0]) == "3. Szene"


# From one to the next


@pytest.mark.parametrize("name", ["diary", "letters", "critical"])
def test_one_leafs_from_the_first_document_to_the_last_and_back(name: str, sites: Sites) -> None:
    pages = sites(name)
    texts = {path for path in pages if re.fullmatch(r"texts/[^/]+(?<!\.diplomatic)\.html", path)} - {
        urls.TEXTS
    }

    def next_of(path: str, rel: str) -> str:
        found = linked(pages[path], path, f"(//nav[@class='leaf'])[1]//a[@rel='{rel}']/@href")
        return found[0] if found else ""

    (first,) = [path for path in texts if not next_of(path, "prev")]
    walked = [first]
    while next_of(walked[-1], "next"):
        walked.append(next_of(walked[-1], "next"))
    assert len(walked) == len(texts)
    assert set(walked) == texts
    assert [next_of(path, "prev") for path in walked[1:]] == walked[:-1]


# At any size


def many(number: int) -> Edition:
    """Letters of sixty years, as far apart as they can be; every fiftieth without a date."""

    def one(place: int) -> Article:
        day = date(1860, 1, 1) + timedelta(days=place * 21_915 // number)
        steps = (
            Action(SENT, (Named("x", f"person:p{place % 60}"),)),
            Action(RECEIVED, (Named("y", "person:p0"),)),
        )
        dating = Dating(when=day.isoformat()) if place % 50 else Dating()
        title = f"{calendar.DAYS[day.weekday()][1]}, {day.day}. {day.month}. {day.year}, an einen Freund"
        return text(place, dating, title=title, letter=Letter(steps))

    return edition_of(*map(one, range(number)), people=tuple(f"p{number}" for number in range(60)))


def test_sixteen_thousand_documents_stay_on_small_pages() -> None:
    edition, sizes = many(16_000), {}
    for make in (*ALL, home.pages):
        for page in make(edition):
            file = rendering.render(page)
            assert file.path not in sizes
            sizes[file.path] = len(file.content)
    assert max(sizes.values()) < MOST
    assert sum(path.startswith("calendar/") for path in sizes) == 61


def test_the_pages_of_documents_take_time_in_proportion_to_their_number() -> None:
    def taken(number: int) -> float:
        edition, begun = many(number), time.process_time()
        for make in ALL:
            for _page in make(edition):
                pass
        for one in edition.articles:
            around(edition, one, urls.article(one.id))
        return time.process_time() - begun

    taken(500)
    once = min(taken(1000) for _ in range(3))
    assert taken(8000) < 8 * once * 2.5  # twice as much for each would be 64


def test_every_document_is_in_every_list_once() -> None:
    edition = many(3000)
    pages = made(edition, documents.pages)
    for index, folder in ((urls.TEXTS, "texts/title/"), (urls.TEXTS_BY_DATE, "texts/date/")):
        listed = [one for path, page in pages.items() if path == index or path.startswith(folder)
                  for one in linked(page, path, "//ul[@class='documents']//a/@href")]  # fmt: skip
        assert sorted(listed) == sorted(urls.article(one.id) for one in edition.articles)
        for path, page in pages.items():
            if path == index or path.startswith(folder):
                parts = linked(page, path, "//nav[@class='letters']//a/@href")
                assert set(parts) <= set(pages)
                assert len(parts) == len(set(parts)) > 1


def test_addresses_are_the_same_in_every_language() -> None:
    edition = many(3000)
    german = {page.path for make in ALL for page in make(edition)}
    with interface.speaking("en", "en/"):
        assert {page.path for make in ALL for page in make(edition)} == german


def test_all_of_them_are_pages_of_the_site() -> None:
    assert set(ALL) <= set(PAGES)


def test_only_pages_of_documents_load_their_style_sheet(sites: Sites) -> None:
    for name in ("diary", "letters", "drama"):
        for path, page in sites(name).items():
            made_so = page.xpath(
                "//*[contains(@class, 'documents-page') or contains(@class, 'calendar-page') or contains(@class, 'letters-page') or contains(@class, 'cast-page')]"
            )
            wanted = bool(made_so or page.xpath("//*[@class='leaf' or @class='document']"))
            sheets = [href.rpartition("/")[2] for href in page.xpath("//link[@rel='stylesheet']/@href")]
            assert ("documents.css" in sheets) == wanted, path
