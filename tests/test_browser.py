"""The built site in a browser with the network blocked, from `file://`, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import chromium

SLUG = "wenn-stalin-sich-entschlossen-hat"
READING = f"texts/{SLUG}.html"
KINDS = {
    "home": "index.html",
    "reading": READING,
    "person": "persons/serge-victor.html",
    "place": "places/petrograd.html",
    "index": "persons/index.html",
    "works": "works/index.html",
    "downloads": "downloads.html",
    "guidelines": "guidelines.html",
    "sources": "sources.html",
    "about": "pages/ueber.html",
    "quotations": "quotations.html",
    "voices": "voices.html",
    "chronology": "chronology.html",
    "apparatus": "apparatus.html",
    "authority-data": "authority-data.html",
    "imprint": "imprint.html",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])
@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_a_page_asks_nobody_and_fits_the_screen(
    browser: Any, real_site: Path, path: str, width: int, javascript: bool
) -> None:
    options = {"viewport": {"width": width, "height": 900}, "java_script_enabled": javascript}
    with chromium.cut_off(browser, **options) as (context, foreign):
        page = context.new_page()
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto((real_site / path).as_uri())
        assert foreign == []
        assert errors == []
        assert page.title()
        if javascript:
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_name_leads_to_its_entry_and_the_entry_back_to_the_very_mention(
    browser: Any, real_site: Path
) -> None:
    with chromium.cut_off(browser, viewport={"width": 1200, "height": 800}) as (context, _):
        page = context.new_page()
        page.goto((real_site / READING).as_uri())
        page.locator("#p-1 a.person", has_text="Gorkin").first.click()
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
            texts.append(page.locator("main").text_content())
    assert texts[0] == texts[1]
    assert "Die Taxifahr" in (texts[0] or "")
