"""What the scripts do on pages in English: they speak English, find what is written in German, and say which is which."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests import chromium

SLUG = "wenn-stalin-sich-entschlossen-hat"
STATE, CARD = "#suche_stand", ".entry-card:not([hidden])"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@contextmanager
def opened(browser: Any, site: Path, path: str) -> Iterator[Any]:
    """A page from disk; nothing may ask another host or complain."""
    with chromium.opened(browser, f"{site.as_uri()}/{path}", 1200) as page:
        page.set_default_timeout(15_000)
        yield page


def ask(page: Any, query: str, said: str) -> None:
    """Write a query, send it, wait until the page says this of it."""
    page.get_by_role("combobox").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_function(
        "([place, said]) => new RegExp(said).test(document.querySelector(place).textContent)",
        arg=[STATE, said],
    )


def count(page: Any, query: str) -> str:
    """What the page says of a query that finds something."""
    ask(page, "", "^$")
    ask(page, query, r"^(\d+ match|in \d+ section)")
    return str(page.locator(STATE).inner_text())


def test_the_search_speaks_english_and_leads_to_english_pages(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, "en/search.html") as page:
        ask(page, "Orenburg", r"^\d+ matches in \d+ sections$")
        page.locator("#suche_ergebnisse li[data-zone=text]").first.wait_for()
        first = page.locator("li[data-zone=text]").first
        assert first.locator("h2 a").inner_text().startswith("Paragraph ")
        assert first.locator("h2 a").get_attribute("lang") is None
        assert first.locator("p.line").first.get_attribute("lang") == "de"
        heading = page.locator("li[data-zone=entry] h2", has=page.locator("a[href^='places/orenburg.html']"))
        assert heading.locator(".summary").inner_text() == "Place"
        assert heading.locator("a").get_attribute("lang") == "de"
        first.locator(".spot").first.click()
        page.wait_for_url(f"**/en/texts/{SLUG}.html#*&mark=*")
        page.locator("mark.found").first.wait_for()


def test_an_own_page_in_english_is_found_as_english(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, "en/search.html") as page:
        ask(page, "in:page newspaper", r"^\d+ match")
        line = page.locator("li[data-zone=page] p.line").first
        line.wait_for()
        assert line.get_attribute("lang") is None


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Serge AND Mexiko", "Serge UND Mexiko"),
        ("Mexiko OR Paris", "Mexiko ODER Paris"),
        ("Stalin NOT Mexiko", "Stalin NICHT Mexiko"),
        ("Serge NEAR/9 Mexiko", "Serge NAHE/9 Mexiko"),
        ("in:quotation Partei", "in:zitat Partei"),
        ("in:narration Partei", "in:erzählung Partei"),
        ("in:note Partei", "in:anmerkung Partei"),
        ("in:entry Partei", "in:eintrag Partei"),
        ("in:page Artikel", "in:seite Artikel"),
        ("speaker:serge", "sprecher:serge"),
        ("place:marseille", "ort:marseille"),
        ("work:erinnerungen", "werk:erinnerungen"),
        ("event:kronst", "ereignis:kronst"),
    ],
)
def test_queries_may_be_written_in_english(browser: Any, real_site: Path, english: str, german: str) -> None:
    with opened(browser, real_site, "en/search.html") as page:
        assert count(page, english) == count(page, german)


def test_a_query_that_cannot_be_read_is_answered_in_english(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, "en/search.html") as page:
        ask(page, "Stalin OR", "A word is missing beside “OR”")
        ask(page, "in:nowhere Stalin", "There is no “in:nowhere”")


def test_suggestions_write_fields_in_english(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, "en/search.html") as page:
        page.get_by_role("combobox").press_sequentially("marsei")
        offer = page.get_by_role("option", name="Marseille", exact=False).first
        offer.wait_for()
        assert "Place, in" in offer.inner_text()
        assert offer.locator(".offered").get_attribute("lang") == "de"
        offer.click()
        page.wait_for_function("document.getElementById('suche_feld').value === 'place:marseille '")


def test_cards_and_keys_speak_english(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, f"en/texts/{SLUG}.html") as page:
        page.locator(".legend.switches").wait_for()
        page.locator("#p-2 a.mention.place").first.click()
        card = page.locator(CARD)
        card.wait_for()
        assert card.get_attribute("lang") == "en"
        assert "Mention" in card.locator(".mentioned").inner_text()
        assert card.locator("h2").get_attribute("lang") == "de"
        page.keyboard.press("Escape")
        page.keyboard.press("n")
        page.wait_for_function("document.activeElement?.matches('.note-mark')")
        page.keyboard.press("?")
        panel = page.locator("dialog.keys")
        panel.wait_for()
        assert panel.get_attribute("lang") == "en"
        assert panel.locator("div", has_text="to the next quotation").locator("kbd").inner_text() == "q"


def test_a_passage_is_cited_in_english(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, f"en/texts/{SLUG}.html") as page:
        page.locator("#p-2 a.number").click()
        panel = page.locator(".citing")
        panel.wait_for()
        assert panel.get_attribute("lang") == "en"
        assert "Paragraph 2" in panel.inner_text()
        assert ", Paragraph 2." in panel.locator("textarea").input_value()
        assert "/en/" not in panel.locator("textarea").input_value()
