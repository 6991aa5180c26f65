"""The built site in a browser with the network blocked, from `file://`, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import chromium

SLUG = "wenn-stalin-sich-entschlossen-hat"
READING = f"texts/{SLUG}.html"
PATHS = (
    "index.html",
    READING,
    "persons/serge-victor.html",
    "places/petrograd.html",
    "persons/index.html",
    "works/index.html",
    "downloads.html",
    "guidelines.html",
    "sources.html",
    "pages/ueber.html",
    "quotations.html",
    "voices.html",
    "chronology.html",
    "map.html",
    "network.html",
    "time.html",
    "apparatus.html",
    "authority-data.html",
    "imprint.html",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_pages_ask_nobody_and_fit_the_screen(
    browser: Any, real_site: Path, width: int, javascript: bool
) -> None:
    options = {"viewport": {"width": width, "height": 900}, "java_script_enabled": javascript}
    found = {}
    with chromium.one_after_another(browser, **options) as (page, said):
        for path in PATHS:
            page.goto((real_site / path).as_uri())
            fits = not javascript or page.evaluate("document.documentElement.scrollWidth") <= width
            found[path] = said(), bool(page.title()), fits
    assert found == dict.fromkeys(PATHS, ([], True, True))


def test_a_name_leads_to_its_entry_and_the_entry_back_to_the_very_mention(
    browser: Any, real_site: Path
) -> None:
    with chromium.cut_off(browser, viewport={"width": 1200, "height": 800}) as (context, _):
        page = context.new_page()
        page.goto((real_site / READING).as_uri())
        page.locator("#p-1 a.person", has_text="Gorkin").first.click()
        page.get_by_role("dialog").get_by_role("link", name="Zum Eintrag").click()
        page.wait_for_url("**/persons/gorkin-julian.html")
        link = page.locator(f"a[href*='{SLUG}.html#p-1.gorkin-julian.1']").first
        link.click()
        page.wait_for_url("**/*#p-1.gorkin-julian.1")
        assert page.locator(":target").inner_text() == "Julián Gorkin"


def test_the_target_is_marked(browser: Any, real_site: Path) -> None:
    colour = "getComputedStyle(document.getElementById('p-2.gorkin-julian.1')).backgroundColor"
    with chromium.cut_off(browser, viewport={"width": 1200, "height": 800}) as (context, _):
        page = context.new_page()
        page.goto((real_site / READING).as_uri())
        before = page.evaluate(colour)
        page.goto((real_site / READING).as_uri() + "#p-2.gorkin-julian.1")
        page.wait_for_function(f"before => {colour} !== before", arg=before, timeout=5000)


def test_the_page_reads_the_same_without_style_and_script(browser: Any, real_site: Path) -> None:
    texts = []
    for javascript in (True, False):
        with chromium.cut_off(browser, java_script_enabled=javascript) as (context, _):
            page = context.new_page()
            page.goto((real_site / READING).as_uri())
            texts.append(page.locator("article").text_content())
    assert texts[0] == texts[1]
    assert "Die Taxifahr" in (texts[0] or "")


# Links that are all their block says, apart from numbers of sources, and are less than 24 pixels high or wide.
SMALL = """() => [...document.querySelectorAll('a[href], summary')].filter(link => {
  if (link.closest('sup, .visually-hidden, .skip, svg, .prose, .back-matter')) return false;
  const box = link.getBoundingClientRect();
  if (!box.width || (box.height >= 23.5 && box.width >= 23.5)) return false;
  let block = link.parentElement;
  while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
  const words = [...block.querySelectorAll('a, sup')].filter(one => !one.parentElement.closest('sup'))
    .reduce((left, one) => left - one.textContent.trim().length, block.textContent.trim().length);
  return words < 3;
}).map(link => `${link.textContent.trim()} in ${link.parentElement.className || link.parentElement.tagName}`)"""


def test_links_that_stand_by_themselves_can_be_touched(browser: Any, real_site: Path) -> None:
    small = {}
    with chromium.one_after_another(browser, viewport={"width": 320, "height": 800}) as (page, _):
        for path in PATHS:
            if path != "guidelines.html":
                page.goto((real_site / path).as_uri())
                small[path] = page.evaluate(SMALL)
    assert {path: links for path, links in small.items() if links} == {}


@pytest.mark.parametrize("width", [1440, 768, 320])
def test_the_head_leads_to_the_list_of_registers_and_to_the_search(
    browser: Any, real_site: Path, width: int
) -> None:
    with chromium.cut_off(browser, viewport={"width": width, "height": 800}) as (context, _):
        page = context.new_page()
        page.goto((real_site / "index.html").as_uri())
        head = page.locator(".site-head")
        assert head.get_by_role("link", name="Suche").is_visible()
        head.get_by_role("link", name="Register").click()
        page.wait_for_url("**/index.html#register")
        assert page.locator("#register").is_visible()
