"""What pictures can do besides being seen: grow, be drawn along, leave things out, light up; by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import chromium
from tests.test_reading_browser import opened

PAGES = ("map.html", "network.html", "time.html")
WIDTHS = [320, 768, 1440]
LARGER, SMALLER, WHOLE = "Größer", "Kleiner", "Ganzes Bild"
SEEN = "figure svg[role='group']:visible"
SERGE = "svg a[data-id='person:serge-victor']"
# Lines of the network that are seen, as the pairs they join. (Of groups in a drawing `checkVisibility` says nothing.)
LINES = """() => [...document.querySelectorAll('[data-ends]')]
  .filter(one => getComputedStyle(one).display !== 'none').map(one => [one.getAttribute('class'), one.dataset.ends])"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


def width(page: Any) -> float:
    return float(page.locator(SEEN).first.evaluate("one => one.getBoundingClientRect().width"))


def button(page: Any, name: str) -> Any:
    return page.get_by_role("button", name=name).first


@pytest.mark.parametrize("wide", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_a_picture_grows_within_its_frame_and_becomes_whole_again(
    browser: Any, real_site: Path, path: str, wide: int
) -> None:
    with opened(browser, real_site, path, wide) as page:
        before = width(page)
        assert button(page, SMALLER).is_disabled()
        for _ in range(2):
            button(page, LARGER).click()
        stage = page.locator(".stage:visible").first
        assert width(page) > before * 1.2
        assert stage.evaluate("one => one.scrollWidth > one.clientWidth && one.scrollLeft > 0")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        button(page, SMALLER).press("Enter")
        button(page, WHOLE).press("Enter")
        assert width(page) == pytest.approx(before, abs=1)
        assert button(page, WHOLE).is_disabled()


def test_marks_grow_less_than_the_distances_between_them(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, "network.html") as page:
        mark = page.locator(f"{SERGE} circle")
        before, whole = mark.bounding_box()["width"], width(page)
        for _ in range(3):
            button(page, LARGER).click()
        times = width(page) / whole
        assert times == pytest.approx(3, abs=0.2)
        assert mark.bounding_box()["width"] / before == pytest.approx(times**0.5, rel=0.05)


def test_the_wheel_enlarges_with_the_control_key_where_it_points(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, "network.html") as page:
        page.locator(SERGE).scroll_into_view_if_needed()
        box = page.locator(f"{SERGE} circle").bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.wheel(0, 40)  # without the key the page scrolls
        chromium.until(page, "() => !document.querySelector('.grown')")
        page.locator(SERGE).scroll_into_view_if_needed()
        box = page.locator(f"{SERGE} circle").bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.keyboard.down("Control")
        page.mouse.wheel(0, -100)
        page.keyboard.up("Control")
        chromium.until(page, "() => document.querySelector('.grown')")
        after = page.locator(f"{SERGE} circle").bounding_box()
        assert after["x"] + after["width"] / 2 == pytest.approx(x, abs=3)


def test_a_grown_picture_is_drawn_along_and_its_links_are_not_followed(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, "network.html") as page:
        for _ in range(3):
            button(page, LARGER).click()
        stage = page.locator(".stage").first
        stage.scroll_into_view_if_needed()
        before = stage.evaluate("one => one.scrollLeft")
        box = page.locator(f"{SERGE} circle").bounding_box()
        page.mouse.move(box["x"] + 4, box["y"] + 4)
        page.mouse.down()
        page.mouse.move(box["x"] - 96, box["y"] + 4, steps=5)
        page.mouse.up()
        assert stage.evaluate("one => one.scrollLeft") == pytest.approx(before + 100, abs=8)
        assert page.url.endswith("network.html")
        page.locator(SERGE).click()
        page.wait_for_url("**/persons/serge-victor.html")


def test_ties_are_shown_and_hidden_by_the_key_and_the_address_says_so(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, "network.html") as page:
        kinds = {name.split()[1] for name, _ in page.evaluate(LINES)}
        assert {"family", "politics", "near"} <= kinds
        page.get_by_role("checkbox", name="Politik").uncheck()
        page.get_by_role("checkbox", name="im selben Absatz").press("Space")
        assert page.url.endswith("#hide=near,politics")
        assert {name.split()[1] for name, _ in page.evaluate(LINES)} == kinds - {"politics", "near"}
        joined = {one for _, ends in page.evaluate(LINES) for one in ends.split()}
        seen = page.evaluate(
            "() => [...document.querySelectorAll('[data-id]:not(.alone)')].map(one => one.dataset.id)"
        )
        assert set(seen) == joined
        address = page.url
        page.goto("about:blank")
        page.goto(address)
        assert {name.split()[1] for name, _ in page.evaluate(LINES)} == kinds - {"politics", "near"}
        assert not page.get_by_role("checkbox", name="Politik").is_checked()
        page.get_by_role("checkbox", name="Politik").check()
        assert page.url.endswith("#hide=near")


def test_the_slider_leaves_out_who_is_seldom_named_together(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, "network.html") as page:
        near = [ends for name, ends in page.evaluate(LINES) if "near" in name]
        stated = len(page.evaluate(LINES)) - len(near)
        slider = page.get_by_role("slider")
        slider.focus()
        slider.press("ArrowRight")
        assert page.url.endswith("#least=3")
        assert page.locator(".picture-least output").text_content() == "3"
        left = [ends for name, ends in page.evaluate(LINES) if "near" in name]
        counted = {
            row.get_attribute("data-ends"): int(row.get_attribute("data-count"))
            for row in page.locator("[data-count]").all()
        }
        assert 0 < len(left) < len(near)
        assert sorted(left) == sorted(ends for ends in near if counted[ends] >= 3)
        assert len(page.evaluate(LINES)) - len(left) == stated
        slider.press("Home")
        assert "#" not in page.url


def test_places_are_left_out_by_kind_and_by_number(browser: Any, real_site: Path) -> None:
    shown = "() => [...document.querySelectorAll('.map a[data-count]')].filter(one => getComputedStyle(one).display !== 'none').length"
    with opened(browser, real_site, "map.html") as page:
        every = page.evaluate(shown)
        page.get_by_role("checkbox", name="Länder").uncheck()
        spots = page.evaluate(shown)
        assert 0 < spots < every
        page.get_by_role("slider").fill("3")
        assert 0 < page.evaluate(shown) < spots
        assert page.url.endswith("#hide=lands&least=3")


def test_dates_of_a_kind_leave_with_their_captions(browser: Any, real_site: Path) -> None:
    seen = "() => [...document.querySelectorAll('.telling .quoted')].filter(one => getComputedStyle(one).display !== 'none').length"
    with opened(browser, real_site, "time.html") as page:
        assert page.evaluate(seen) > 0
        page.get_by_role("checkbox", name="Zitat").uncheck()
        assert page.evaluate(seen) == 0


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_neighbours_stand_out(browser: Any, real_site: Path, way: str) -> None:
    lit = "() => [...document.querySelectorAll('[data-id].lit')].map(one => one.dataset.id).sort()"
    with opened(browser, real_site, "network.html") as page:
        ends = [ends.split() for _, ends in page.evaluate(LINES)]
        page.locator(SERGE).hover() if way == "mouse" else page.locator(SERGE).focus()
        chromium.until(page, "() => document.querySelector('.lighting')")
        assert page.evaluate(lit) == sorted(
            {one for pair in ends if "person:serge-victor" in pair for one in pair}
        )
        page.mouse.move(1, 1) if way == "mouse" else page.keyboard.press("Tab")
        chromium.until(
            page,
            "() => !document.querySelector('[data-id=\"person:serge-victor\"].lit') || document.activeElement.dataset.id",
        )


@pytest.mark.parametrize("path", PAGES)
def test_without_scripts_there_is_the_picture_and_no_dead_button(
    browser: Any, real_site: Path, path: str
) -> None:
    with opened(browser, real_site, path, java_script_enabled=False) as page:
        assert page.locator(SEEN).count() > 0
        assert page.locator("main :is(button, input)").count() == 0
