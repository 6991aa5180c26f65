"""The commentary in a browser: beside the text, below it, and on paper; by keyboard; and the diplomatic text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests import chromium

SLUG = "wenn-stalin-sich-entschlossen-hat"
READING, DIPLOMATIC = f"texts/{SLUG}.html", f"texts/{SLUG}.diplomatic.html"
MARGIN = 1  # pixels by which boxes may touch

# Pairs of boxes that overlap, in words; a box that is not shown has none.
OVERLAPS = """selectors => {
  const boxes = [...document.querySelectorAll(selectors)].flatMap(element =>
    [...element.getClientRects()].filter(box => box.width > 1 && box.height > 1)
      .map(box => [element, box]));
  const found = [];
  boxes.forEach(([one, a], place) => boxes.slice(place + 1).forEach(([other, b]) => {
    if (one.contains(other) || other.contains(one)) return;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1)
      found.push(`${one.className} »${one.textContent.slice(0, 30)}« ${other.className} »${other.textContent.slice(0, 30)}«`);
  }));
  return found;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@contextmanager
def opened(browser: Any, site: Path, path: str, width: int = 1440, **options: Any) -> Iterator[Any]:
    with chromium.cut_off(browser, viewport={"width": width, "height": 900}, **options) as (context, _):
        page = context.new_page()
        page.goto((site / path).as_uri())
        yield page


@pytest.mark.parametrize("path", [READING, DIPLOMATIC], ids=["reading", "diplomatic"])
@pytest.mark.parametrize("width", [320, 768, 1088, 1200, 1344, 1440, 2200])
def test_nothing_beside_the_text_overlaps_anything(
    browser: Any, real_site: Path, path: str, width: int
) -> None:
    with opened(browser, real_site, path, width) as page:
        blocks = ".prose p.paragraph, .title-block > :not(aside), aside.notes, details.note, .legend, .layers"
        assert page.evaluate(OVERLAPS, blocks) == []
        margins = "aside.notes, .printed, .edited, .number, .legend"
        assert page.evaluate(OVERLAPS, margins) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_notes_stand_beside_their_paragraph_where_there_is_room_and_below_it_where_not(
    browser: Any, real_site: Path
) -> None:
    for width, beside in ((1440, True), (1100, True), (900, False), (320, False)):
        with opened(browser, real_site, READING, width) as page:
            block, notes = (page.locator(name).bounding_box() for name in ("#p-1", "#p-1 + aside.notes"))
            if beside:
                assert notes["x"] >= block["x"] + block["width"]
                assert abs(notes["y"] - block["y"]) < 16
            else:
                assert notes["y"] >= block["y"] + block["height"] - MARGIN
                assert notes["x"] > block["x"]


def test_a_note_is_closed_and_opened_by_keyboard(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, READING) as page:
        note = page.locator("details.note").first
        assert note.evaluate("node => node.open") is True
        note.locator("summary").focus()
        page.keyboard.press("Enter")
        assert note.evaluate("node => node.open") is False
        assert not note.locator(".note-body").is_visible()
        page.keyboard.press("Space")
        assert note.evaluate("node => node.open") is True


def test_mark_and_note_lead_to_each_other_and_show_where_one_is(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, READING) as page:
        mark = page.locator(".prose a.note-mark").first
        target = mark.get_attribute("href").removeprefix("#")
        plain = page.evaluate("id => getComputedStyle(document.getElementById(id)).backgroundColor", target)
        mark.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url.endswith(f"#{target}"))
        marked = "plain => getComputedStyle(document.querySelector(':target')).backgroundColor !== plain"
        page.wait_for_function(marked, arg=plain, timeout=5000)
        page.locator(f"[id='{target}'] a.back").click()
        page.wait_for_url(lambda url: url.endswith(f"#{target}.mark"))
        page.wait_for_function(marked, arg=plain, timeout=5000)
        assert page.evaluate("document.querySelector(':target').classList.contains('note-mark')")


def test_what_has_the_focus_shows_it(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, READING) as page:
        for name in ("a.note-mark", "details.note summary", "a.back", "a.report"):
            page.locator(name).first.focus()
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Tab")
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", name


def test_on_paper_the_notes_are_endnotes_numbered_like_their_marks(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, READING) as page:
        assert not page.locator("section.endnotes").is_visible()
        numbers = page.locator("details.note .note-number").all_text_contents()
        page.emulate_media(media="print")
        assert page.locator("section.endnotes").is_visible()
        for hidden in ("aside.notes", "a.report", "a.back", ".layers"):
            assert page.locator(f"{hidden}:visible").count() == 0, hidden
        marks = page.locator("main a.note-mark")
        assert marks.first.is_visible()
        assert page.locator("section.endnotes li").count() == len(numbers)
        ids = page.evaluate(
            "[...document.querySelectorAll('section.endnotes li')].map(one => one.id.slice(0, -'.end'.length))"
        )
        shown = page.evaluate(
            "[...document.querySelectorAll('main a.note-mark')].map(one => [one.hash.slice(1), one.textContent])"
        )
        assert {str(ids.index(note) + 1) for note, _ in shown} == set(numbers)
        assert all(str(ids.index(note) + 1) == number for note, number in shown)


def test_an_error_is_reported_from_the_margin_and_from_touch_screens(browser: Any, real_site: Path) -> None:
    opacity = "getComputedStyle(document.querySelector('#p-2 > .report')).opacity"

    def wait_for(page: Any, value: int) -> None:
        page.wait_for_function(f"value => Number({opacity}) === value", arg=value, timeout=5000)

    with opened(browser, real_site, READING) as page:
        link = page.locator("#p-2 > .report")
        wait_for(page, 0)
        page.locator("#p-2").hover()
        wait_for(page, 1)
        page.mouse.move(0, 0)
        wait_for(page, 0)
        link.focus()
        wait_for(page, 1)
        assert page.get_by_role("link", name="Fehler in Absatz 2 melden", exact=True).count() == 1
    with opened(browser, real_site, READING, 400, has_touch=True, is_mobile=True) as page:
        wait_for(page, 1)


@pytest.mark.parametrize("width", [740, 800, 1090, 1280, 1440])
def test_the_word_to_the_editors_is_on_the_page(browser: Any, real_site: Path, width: int) -> None:
    with opened(browser, real_site, READING, width) as page:
        link = page.locator("#p-2 > .report")
        link.focus()
        box = link.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width, box


def test_the_two_texts_lead_to_each_other_without_script(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, READING, java_script_enabled=False) as page:
        page.get_by_role("link", name="Diplomatischer Text").first.click()
        page.wait_for_url(lambda url: url.endswith(DIPLOMATIC))
        current = page.locator(".layers [aria-current=page]")
        assert current.all_text_contents() == ["Diplomatischer Text"]
        assert page.locator("#join-1").is_visible()
        page.get_by_role("link", name="Lesetext").first.click()
        page.wait_for_url(lambda url: url.endswith(READING))


@pytest.mark.parametrize(("width", "lines"), [(1440, 1), (768, 2), (320, 3)])
def test_the_head_takes_few_lines(browser: Any, real_site: Path, width: int, lines: int) -> None:
    with opened(browser, real_site, READING, width) as page:
        tops = page.evaluate(
            "[...document.querySelectorAll('.site-head a')].map(one => one.getBoundingClientRect())"
            ".filter(box => box.width).map(box => Math.round(box.bottom / 20))"
        )
        assert len(set(tops)) <= lines


# Of the reading text: the height of what is blank between blocks, the height of all, and how far below the
# beginning of its block each column of notes begins.
RUN_ON = """() => {
  const blocks = [...document.querySelectorAll('.prose > div > :not(aside), .prose > section > :not(aside)')]
    .map(one => one.getBoundingClientRect());
  const blank = blocks.slice(1).reduce((sum, box, place) => sum + Math.max(0, box.top - blocks[place].bottom), 0);
  const drifts = [...document.querySelectorAll('.prose aside.notes')]
    .map(one => one.getBoundingClientRect().top - one.previousElementSibling.getBoundingClientRect().top);
  return [blank, blocks.at(-1).bottom - blocks[0].top, drifts];
}"""


@pytest.mark.parametrize("width", [1200, 1344, 1440, 1920])
def test_the_text_runs_on_beside_long_notes_and_the_notes_stay_near(
    browser: Any, real_site: Path, width: int
) -> None:
    with opened(browser, real_site, READING, width) as page:
        blank, whole, drifts = page.evaluate(RUN_ON)
        assert blank < whole / 20
        assert drifts
        assert min(drifts) >= 0
        assert max(drifts) < 900, "what a mark leads to is on the next screen at most"


def test_a_further_entry_of_a_mention_has_a_letter_that_names_it(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, READING) as page:
        links = page.locator(".also a")
        marks = set(page.locator("a.note-mark").all_text_contents())
        assert links.count()
        for link in links.all():
            assert link.inner_text() not in marks
            name = link.get_attribute("aria-label")
            assert name and name == link.get_attribute("title")
            assert ":" not in name.removeprefix("auch gemeint: "), "a name, not a pointer"
