"""What is printed: nothing is folded away, nothing is there that only a screen can use, nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests import chromium

PAGES = (
    "index.html",
    "texts/wenn-stalin-sich-entschlossen-hat.html",
    "texts/wenn-stalin-sich-entschlossen-hat.diplomatic.html",
    "quotations.html",
    "voices.html",
    "chronology.html",
    "map.html",
    "network.html",
    "time.html",
    "apparatus.html",
    "sources.html",
    "persons/index.html",
    "persons/serge-victor.html",
    "guidelines.html",
    "imprint.html",
    "pages/hilfe.html",
    "pages/introduction.html",
)
SHEET = 620  # pixels between the margins of a sheet of A4, rounded up

# What a reader of paper cannot use.
SCREEN = ".site-head nav, .tongues, .site-foot nav, .skip, .letters, .contents, .legend, .layers, a.report, a.back, .screen"

# Boxes that reach beyond the page at the right; what is hidden for the eye alone has one pixel.
CUT_OFF = """() => [...document.querySelectorAll('main *, .site-foot *')].filter(element => {
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.right > document.documentElement.clientWidth + 1;
}).map(element => `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`)"""

UNDERLINED = """() => [...document.querySelectorAll('main a, .site-foot a')].filter(link =>
  link.checkVisibility() && getComputedStyle(link).textDecorationLine !== 'none').map(link => link.textContent)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@contextmanager
def printed(browser: Any, site: Path, path: str) -> Iterator[Any]:
    """The page as it is laid out for a sheet of paper."""
    with chromium.cut_off(browser, viewport={"width": SHEET, "height": 900}) as (context, _):
        page = context.new_page()
        page.emulate_media(media="print")
        page.goto(f"{site.as_uri()}/{path}")
        yield page


def test_paper_has_what_can_be_read_and_nothing_to_click_or_cut_off(browser: Any, real_site: Path) -> None:
    found = {}
    with chromium.one_after_another(browser, viewport={"width": SHEET, "height": 900}) as (page, said):
        page.emulate_media(media="print")
        for path in PAGES:
            page.goto((real_site / path).as_uri())
            found[path] = (
                page.locator(f":is({SCREEN}):visible").all_text_contents(),
                page.evaluate(UNDERLINED),
                page.evaluate(CUT_OFF),
                page.locator(".site-foot .cite").is_visible(),
                said(),
            )
    assert found == dict.fromkeys(PAGES, ([], [], [], True, []))


def test_a_printed_search_says_what_was_asked_and_what_was_found(browser: Any, real_site: Path) -> None:
    with printed(browser, real_site, "search.html#q=Trotzki") as page:
        page.locator("#suche_ergebnisse li").first.wait_for()
        assert page.locator("main :is(button, .zones, .search-help):visible").count() == 0
        assert page.get_by_role("combobox").input_value() == "Trotzki"
        assert page.locator("mark.found").first.evaluate("one => getComputedStyle(one).fontWeight") == "700"


def test_long_quotations_are_printed_in_full(browser: Any, real_site: Path) -> None:
    with printed(browser, real_site, "quotations.html") as page:
        folded = page.locator(".register details")
        assert folded.count()
        assert not page.locator(".register details[open]").count()
        for quotation in folded.all():
            assert not quotation.locator("summary").is_visible()
            for words in quotation.locator("p").all():
                assert words.is_visible()
