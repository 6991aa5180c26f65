"""The page of the search in a browser: by keyboard, by mouse, from disk, below a path, without scripts."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest

from edition import searching
from edition.searching import Words
from tests import chromium
from tests.asking import answers
from tests.both import edition_of
from tests.conftest import ROOT, TESTS

QUERIES = [one["ask"] for one in tomllib.loads((TESTS / "queries.toml").read_text(encoding="utf-8"))["query"]]
COUNTS = "[...document.querySelectorAll('#suche_bereiche button')].map(one => one.textContent)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@pytest.fixture
def page(browser: Any, real_site: Path) -> Iterator[Any]:
    """The search from disk, nothing asked yet."""
    with chromium.cut_off(browser, viewport={"width": 1000, "height": 800}) as (context, foreign):
        found = context.new_page()
        found.set_default_timeout(15_000)
        errors: list[str] = []
        found.on("pageerror", lambda error: errors.append(str(error)))
        found.goto((real_site / "search.html").as_uri())
        yield found
        assert foreign == []
        assert errors == []


def ask(page: Any, query: str) -> None:
    """Write a query, send it, wait until it is answered."""
    page.get_by_role("combobox").fill(query)
    page.keyboard.press("Enter")
    answered(page, query)


def answered(page: Any, query: str) -> None:
    """Wait until the page says what it has found for a query."""
    chromium.until(
        page,
        """query => (new URLSearchParams(location.hash.replace(/^#/, '')).get('q') ?? '') === query
          && document.getElementById('suche_feld').value === query
          && !/^$|…$/.test(document.getElementById('suche_stand').textContent)
          && (document.querySelector('#suche_ergebnisse li')
            || !document.querySelector('#suche_bereiche button') )""",
        arg=query,
    )
    settled(page)


def settled(page: Any) -> None:
    """Wait until the results that belong to what is said are there."""
    chromium.until(
        page,
        """() => /Nichts|Klammer|fehlt|gibt es nicht|laden/.test(document.getElementById('suche_stand').textContent)
          || document.querySelector('#suche_ergebnisse li')""",
    )


def said(page: Any) -> str:
    return str(page.locator("#suche_stand").inner_text())


def test_the_browser_finds_what_the_table_says(page: Any, real_site: Path) -> None:
    queries = QUERIES[::3]
    assert len(queries) >= 30
    for query, answer in zip(queries, answers(real_site, queries), strict=True):
        if answer.error == "empty":
            continue
        ask(page, query)
        if answer.error:
            assert page.get_by_role("combobox").get_attribute("aria-invalid") == "true"
            assert page.locator("#suche_ergebnisse li").count() == 0
            continue
        addresses = page.eval_on_selector_all(
            "#suche_ergebnisse h2 a",
            "all => all.map(one => one.getAttribute('href').replace(/&mark=.*|#?:~:.*/, ''))",
        )
        assert addresses == [one.address for one in answer.found[:20]]
        if len(answer.found) <= 20:
            marked = page.locator("#suche_ergebnisse mark").all_inner_texts()
            words = [one.text[start:end] for one in answer.found for start, end in outermost(one.spans)]
            assert [collapsed(one) for one in marked] == [collapsed(one) for one in words]
        assert re.match(r"Nichts|\d+ Stellen?|in \d+ Abs", said(page))


def outermost(spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Spans that begin after the one before ends; of those within one another the outer."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if not found or end > found[-1][1]:
            found.append((max(start, found[-1][1]) if found else start, end))
    return found


def collapsed(text: str) -> str:
    return " ".join(text.split())


def test_a_result_leads_to_the_very_words(page: Any) -> None:
    ask(page, '"gegenüber die Lazaro Cardenas" ODER "trotzkistisch war sie" ODER "Eine deutsche Übersetzung"')
    page.locator("li[data-zone=text] .spot").first.click()
    page.wait_for_url("**/texts/*.html#p-2&mark=*")
    chromium.until(page, "document.querySelector('mark.found')")
    marked = page.locator("#p-2 mark.found").all_inner_texts()
    assert " ".join("".join(marked).split()) == "gegenüber, die Lazaro Cardenas"
    assert page.locator("mark.found").first.is_visible()
    page.go_back()
    page.locator("li[data-zone=note] .spot").first.click()
    page.wait_for_url("**/texts/*.html#n-poum&mark=*")
    chromium.until(page, "document.querySelector('#n-poum mark.found')")
    assert "Trotzkistisch" in "".join(page.locator("#n-poum mark.found").all_inner_texts())


def test_an_entry_is_named_with_the_words_to_look_for(page: Any) -> None:
    ask(page, "in:eintrag Barcelona")
    links = page.eval_on_selector_all(
        "li[data-zone=entry] .spot", "all => all.map(one => one.getAttribute('href'))"
    )
    assert links
    assert all(re.fullmatch(r"\w+/[\w-]+\.html#:~:text=Barcelona", link) for link in links)


def test_marks_count_the_words_of_every_passage_as_the_index_does(browser: Any, real_site: Path) -> None:
    """Each passage with all its words marked: the marked words are those of the index."""
    places: dict[str, list[tuple[str, list[str]]]] = {}
    for unit in searching.units(edition_of(ROOT)):
        path, _, anchor = unit.address.partition("#")
        if anchor and path.startswith(("texts/", "pages/")):
            places.setdefault(path, []).append((anchor, Words(unit.text).forms))
    with chromium.cut_off(browser, viewport={"width": 1000, "height": 800}) as (context, _):
        page = context.new_page()
        for path, wanted in places.items():
            page.goto((real_site / path).as_uri())
            given = [[anchor, len(words)] for anchor, words in wanted]
            marked = page.evaluate(
                """async given => {
                  const found = [];
                  for (const [anchor, count] of given) {
                    const done = new Promise(ready => addEventListener('hashchange', () => setTimeout(ready), {once: true}));
                    location.hash = `${anchor}&mark=0.${count}`;
                    await done;
                    found.push([...document.querySelectorAll('mark.found')].map(one => one.textContent));
                  }
                  return found;
                }""",
                given,
            )
            for (anchor, words), pieces in zip(wanted, marked, strict=True):
                assert Words("".join(pieces)).forms == words, f"{path}#{anchor}"


def test_results_are_parted_by_zone_and_the_zone_stands_in_the_address(page: Any, real_site: Path) -> None:
    ask(page, "Trotzki")
    (answer,) = answers(real_site, ["Trotzki"])
    counts = {
        zone: sum(one.zone == zone for one in answer.found) for zone in ("text", "note", "entry", "page")
    }
    names = dict(zip(counts, ("Text", "Anmerkungen", "Register", "Seiten"), strict=True))
    assert page.evaluate(COUNTS) == [
        f"Alle {len(answer.found)}",
        *(f"{names[zone]} {count}" for zone, count in counts.items()),
    ]
    page.get_by_role("button", name="Anmerkungen").click()
    chromium.until(
        page, "document.querySelectorAll('#suche_ergebnisse li:not([data-zone=note])').length === 0"
    )
    chromium.until(
        page, "count => document.querySelectorAll('li[data-zone=note]').length === count", arg=counts["note"]
    )
    assert "zone=note" in page.url
    pressed = page.locator("#suche_bereiche [aria-pressed=true]")
    assert pressed.inner_text() == f"Anmerkungen {counts['note']}"
    chromium.until(page, "document.activeElement.getAttribute('aria-pressed') === 'true'")
    page.reload()
    chromium.until(
        page, "count => document.querySelectorAll('li[data-zone=note]').length === count", arg=counts["note"]
    )


def test_long_results_are_shown_piece_by_piece(page: Any, real_site: Path) -> None:
    (answer,) = answers(real_site, ["in:seite"])
    ask(page, "in:seite")
    assert page.locator("#suche_ergebnisse li").count() == 20
    more = page.locator("#suche_mehr")
    assert more.inner_text() == f"20 weitere zeigen (von noch {len(answer.found) - 20})"
    more.focus()
    page.keyboard.press("Enter")
    chromium.until(page, "document.querySelectorAll('#suche_ergebnisse li').length === 40")
    chromium.until(page, "document.activeElement === document.querySelectorAll('#suche_ergebnisse h2 a')[20]")
    page.locator("#suche_ergebnisse h2 a").nth(30).click()
    page.wait_for_url("**/pages/*")
    page.go_back()
    chromium.until(page, "document.querySelectorAll('#suche_ergebnisse li').length === 40")


def test_back_and_forward_ask_again(page: Any) -> None:
    ask(page, "Kasachstan")
    first = said(page)
    ask(page, "Orenburg")
    second = said(page)
    assert first != second
    page.go_back()
    answered(page, "Kasachstan")
    assert said(page) == first
    page.go_back()
    chromium.until(page, "document.getElementById('suche_feld').value === ''")
    assert page.locator("#suche_ergebnisse li").count() == 0
    page.go_forward()
    answered(page, "Kasachstan")


def test_the_skip_link_keeps_the_results(page: Any) -> None:
    ask(page, "Kasachstan")
    count = page.locator("#suche_ergebnisse li").count()
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html#seite_inhalt")
    assert page.locator("#suche_ergebnisse li").count() == count > 0


def test_suggestions_are_chosen_by_keyboard(page: Any) -> None:
    field = page.get_by_role("combobox")
    field.press_sequentially("Exil serg")
    page.locator("[role=option]").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert "Vorschläge" in page.locator("#suche_angebot").inner_text()
    names = page.locator("[role=option]").all_inner_texts()
    assert "Serge, Victor" in names[0]
    assert any(re.match(r"Serges?\s+\d+-mal", name) for name in names)
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.count() == 1
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert field.input_value() == "Exil person:serge-victor "
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    answered(page, "Exil person:serge-victor")
    assert page.locator("#suche_ergebnisse li").count() > 0


def test_suggestions_are_closed_by_escape_and_taken_by_mouse(page: Any) -> None:
    field = page.get_by_role("combobox")
    field.press_sequentially("Kronst")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("[role=listbox]").is_visible()
    assert field.input_value() == "Kronst"
    page.keyboard.press("a")
    page.get_by_role("option", name=re.compile(r"^Kronstadt\s.*-mal")).click()
    assert field.input_value() == "Kronstadt "
    assert field.evaluate("one => one === document.activeElement")


def test_a_field_offers_only_what_it_can_find(page: Any) -> None:
    field = page.get_by_role("combobox")
    field.press_sequentially("ort:ma")
    page.get_by_role("option", name=re.compile("^Marseille")).click()
    assert field.input_value() == "ort:marseille "
    field.press_sequentially("in:er")
    page.get_by_role("option", name="erzählung").click()
    assert field.input_value() == "ort:marseille in:erzählung "


def test_what_cannot_be_read_is_said(page: Any) -> None:
    ask(page, "(Lenin")
    assert said(page) == "Zu der Klammer »(« fehlt die andere."
    field = page.get_by_role("combobox")
    assert field.get_attribute("aria-invalid") == "true"
    assert page.locator(f"#{field.get_attribute('aria-describedby')}").get_attribute("role") == "status"
    ask(page, "qwxyz")
    assert said(page) == "Nichts gefunden."
    assert field.get_attribute("aria-invalid") is None


def test_an_index_that_is_not_there_is_said(browser: Any, real_site: Path, tmp_path: Path) -> None:
    shutil.copytree(real_site / "assets", tmp_path / "assets")
    shutil.copy(real_site / "search.html", tmp_path)
    with chromium.cut_off(browser) as (context, _):
        page = context.new_page()
        page.goto(f"{(tmp_path / 'search.html').as_uri()}#q=Lenin")
        chromium.until(page, "document.getElementById('suche_stand').textContent.includes('nicht laden')")
        assert page.get_by_role("link", name="Liste aller Wörter").is_visible()


def test_without_scripts_the_list_of_words_is_named(browser: Any, real_site: Path) -> None:
    with chromium.cut_off(browser, java_script_enabled=False) as (context, _):
        page = context.new_page()
        page.goto((real_site / "search.html").as_uri())
        assert not page.locator("#suche_form").is_visible()
        page.locator("noscript a").click()
        page.wait_for_url("**/words/index.html")
        page.locator(".letters a", has_text="K").click()
        page.wait_for_url("**/words/k.html")
        row = page.locator(".words > div", has_text="Kronstadt")
        row.first.locator("a", has_text="14").click()
        page.wait_for_url("**/texts/*.html#p-14")


@contextmanager
def served(site: Path, below: Path) -> Iterator[str]:
    """The site below a path of a server on this machine."""
    (below / "mine").symlink_to(site, target_is_directory=True)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(below))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/mine/"
        server.shutdown()


def test_it_works_below_a_path_of_a_server(browser: Any, real_site: Path, tmp_path: Path) -> None:
    with served(real_site, tmp_path) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}search.html#q={quote('Kronstadt NAHE/3 Matrosen')}")
        answered(page, "Kronstadt NAHE/3 Matrosen")
        page.locator("li[data-zone=text] .spot").first.click()
        page.wait_for_url(f"{address}texts/*mark=*")
        chromium.until(page, "document.querySelector('mark.found')")
        context.close()
