"""The pages of genres as a browser has them: accessible, whole on a narrow screen, valid, the same on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edition import site
from tests import chromium
from tests.kinds import kinds
from tests.others import OTHERS
from tests.test_accessibility import NARROW, SPACED, UNSEEN, WIDE, examined, fits
from tests.test_markup import checked, founded

FOLDERS = ("calendar", "letters", "cast", "texts/date")
ALSO = ("texts/index.html",)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The sites of a diary, of letters and of two plays."""
    folder = tmp_path_factory.mktemp("genres")
    (play,) = (OTHERS / "drama").rglob("*.xml")
    (folder / "plays").mkdir()
    for number in ("1", "2"):
        (folder / "plays" / f"stueck-{number}.xml").write_bytes(play.read_bytes())
    sources = (OTHERS / "diary", OTHERS / "letters", folder / "plays")
    for source in sources:
        site.build(source, folder / f"site-{source.name}", exports=False)
    return tuple(folder / f"site-{source.name}" for source in sources)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    options = {"bypass_csp": True, "has_touch": True, "reduced_motion": "reduce"}
    with chromium.cut_off(browser, **options) as (context, foreign):
        yield context.new_page()
        assert foreign == []


def ours(root: Path) -> list[Path]:
    """One page of each kind that genres bring."""
    found = [name for name in kinds(root) if name.startswith(FOLDERS) or name in ALSO]
    return [root / name for name in found]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_they_are_accessible_whole_and_in_the_light_and_the_dark(
    page: Any, sites: tuple[Path, ...], width: int
) -> None:
    paths = [path for root in sites for path in ours(root)]
    assert {path.parent.name for path in paths} >= {"calendar", "letters", "cast", "date"}
    assert any(path.match("cast/index.html") for path in paths)
    for path in paths:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(path.as_uri())
        assert examined(page) == [], path
        assert fits(page) == [], path
        assert page.evaluate(UNSEEN) == [], path
        page.add_style_tag(content=SPACED)
        assert fits(page) == [], path


def test_they_are_valid(sites: tuple[Path, ...]) -> None:
    paths = [path for root in sites for path in ours(root)]
    found = [one for one in checked(*sites) if founded(one)]
    wrong = [one["message"] for one in found for path in paths if one["url"].endswith(path.as_posix())]
    assert wrong == []


def test_one_leafs_by_the_links_at_the_end_of_a_text(page: Any, sites: tuple[Path, ...]) -> None:
    page.goto((sites[0] / "calendar/1901.html").as_uri())
    page.get_by_role("table", name="April").get_by_role("link", name="12").click()
    page.wait_for_url("**/entry__1901-04-12.html")
    page.locator("nav.leaf a[rel=next]").click()
    page.wait_for_url("**/entry__1901-08-30.html")
    page.get_by_role("navigation", name="Kalender 1901").get_by_role("link", name="Kalender 1901").click()
    page.wait_for_url("**/calendar/1901.html")


def test_what_stands_above_a_letter_stands_above_its_heading(page: Any, sites: tuple[Path, ...]) -> None:
    for width in (NARROW, WIDE, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((sites[1] / "texts/brief-003.html").as_uri())
        way, heading = (page.locator(one).bounding_box() for one in ("main > .document", "main h1"))
        assert way["y"] + way["height"] <= heading["y"] < way["y"] + way["height"] + 100
        assert abs(way["x"] - heading["x"]) < 2


def test_paper_has_no_way_to_leaf(page: Any, sites: tuple[Path, ...]) -> None:
    page.goto((sites[1] / "texts/brief-003.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator("main > .document").is_visible()
    assert not page.locator("nav.leaf").first.is_visible()
