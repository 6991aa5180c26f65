"""The pictures of time: everything dated is in them once and where it belongs, leads somewhere, and can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from edition import datings, pages, rendering, settings, urls, validation, words
from edition.model import DateRef, Dating, Edition, Page
from edition.pictures import axis, captions, lives, telling
from edition.pictures.boxes import Box
from tests import chromium
from tests.conftest import ROOT, TOY

SHEETS = ("wide", "narrow")
ROUNDED = 0.11  # places are written with one decimal
DAYS = st.dates(date(2, 1, 1), date(9900, 1, 1))
DATED = st.lists(st.dates(date(1500, 1, 1), date(2100, 1, 1)), min_size=1, max_size=40)


def examined(root: Path) -> Edition:
    return validation.examine(root, settings.load(root)).edition


@pytest.fixture(scope="module", params=[TOY, ROOT], ids=["toy", "real"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return examined(request.param)


def page_of(edition: Edition) -> Page | None:
    return next((page for make in pages.PAGES for page in make(edition) if page.path == urls.TIME), None)


def rendered(edition: Edition) -> Any:
    page = page_of(edition)
    assert page is not None
    return html.fromstring(rendering.render(page).content)


def dates(edition: Edition, text: str) -> list[DateRef]:
    return [one for one in edition.dates if one.article_id == text and datings.span(one.dating)]


def classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split())


def plates(tree: Any, kind: str, form: str) -> list[Any]:
    return [one for one in tree.iter("svg") if {"plate", kind, form} <= classes(one)]


def marks(plate: Any) -> list[Any]:
    return [one for one in plate.iter("a") if one.find("rect") is not None]


def scale(plate: Any) -> list[tuple[int, float]]:
    """Years and their places as a reader sees them: the figures above the field."""
    top = min(float(one.get("y")) for one in plate.iter("text") if "figure" in classes(one))
    return [
        (int(one.text), float(one.get("x")))
        for one in plate.iter("text")
        if "figure" in classes(one) and float(one.get("y")) == top
    ]


def read_off(figures: list[tuple[int, float]], day: date) -> float:
    """Where a day stands between the figures of two years."""
    for (first, left), (last, right) in pairwise(figures):
        a, b = date(first, 1, 1), date(last, 1, 1)
        if a <= day <= b:
            return left + (right - left) * ((day - a) / (b - a))
    raise AssertionError(f"{day} is not on the scale {figures}")


def numbers(path: str) -> list[float]:
    return [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", path)]


def extent(mark: Any) -> tuple[float, float] | None:
    """First and last place of what is drawn besides the head of a mark."""
    for one in mark.iter("path"):
        if classes(one) & {"lasting", "extent", "box", "open"}:
            found = [float(x) for x in re.findall(r"[MH](-?[\d.]+)", one.get("d"))]
            return min(found), max(found)
    return None


def head_of(mark: Any) -> tuple[float, float]:
    reach = mark.find("rect")
    return float(reach.get("x")) + 6, float(reach.get("y")) + 6


# The order of telling against the order of history.


@pytest.mark.parametrize("form", SHEETS)
def test_every_resolved_date_is_one_mark_in_the_order_of_the_text(edition: Edition, form: str) -> None:
    drawn = plates(rendered(edition), "telling", form)
    texts = [text.id for text in edition.articles if dates(edition, text.id)]
    assert len(drawn) == len(texts) > 0
    for plate, text in zip(drawn, texts, strict=True):
        anchors = [one.get("href") for one in marks(plate)]
        assert anchors == [f"{urls.article(text)}#{one.anchor}" for one in dates(edition, text)]


@pytest.mark.parametrize("form", SHEETS)
def test_a_mark_stands_where_the_figures_say(edition: Edition, form: str) -> None:
    for plate, text in zip(plates(rendered(edition), "telling", form), edition.articles, strict=True):
        figures = scale(plate)
        for mark, one in zip(marks(plate), dates(edition, text.id), strict=True):
            first, last = datings.span(one.dating) or (date.min, date.max)
            x, drawn = head_of(mark)[0], extent(mark)
            if first != date.min and last != date.max:
                begin, end = read_off(figures, first), read_off(figures, last)
                assert begin - ROUNDED <= x <= end + ROUNDED, one
                slack = telling.HEAD if "frame" in classes(mark) else 0
                if drawn:
                    assert drawn[0] == pytest.approx(min(begin, x - slack), abs=ROUNDED), one
                    assert drawn[1] == pytest.approx(max(end, x + slack), abs=ROUNDED), one
                else:
                    assert end - begin <= 2 * telling.HEAD + ROUNDED, one
            else:
                known = last if first == date.min else first
                assert x == pytest.approx(read_off(figures, known), abs=ROUNDED), one
                assert drawn is not None
                assert (drawn[0] < x) == (first == date.min), one
                assert (drawn[1] > x) == (last == date.max), one


@pytest.mark.parametrize("form", SHEETS)
def test_down_the_page_runs_the_text(edition: Edition, form: str) -> None:
    for plate, text in zip(plates(rendered(edition), "telling", form), edition.articles, strict=True):
        before: dict[str, int] = {}
        signs = 0
        for block in text.blocks:
            before[block.id] = signs
            signs += len(block.text)
        height = float(plate.get("viewbox", plate.get("viewBox")).split()[3]) - telling.TOP - telling.BOTTOM
        for mark, one in zip(marks(plate), dates(edition, text.id), strict=True):
            wanted = telling.TOP + height * (before[one.block] + one.start) / signs
            assert head_of(mark)[1] == pytest.approx(wanted, abs=ROUNDED), one


@pytest.mark.parametrize("form", SHEETS)
def test_what_is_uncertain_open_or_somewhere_between_looks_so(edition: Edition, form: str) -> None:
    for plate, text in zip(plates(rendered(edition), "telling", form), edition.articles, strict=True):
        for mark, one in zip(marks(plate), dates(edition, text.id), strict=True):
            looks, dating = classes(mark), one.dating
            assert ("uncertain" in looks) == (one.certainty in ("medium", "low", "unknown")), one
            assert ("frame" in looks) == bool(not dating.when and not dating.begin and not dating.end), one
            assert ("period" in looks) == bool(dating.begin or dating.end), one
            block = next(block for block in text.blocks if block.id == one.block)
            assert ("beside" in looks) == (block.element != "p"), one


def test_dates_in_quotations_are_told_apart(real: Edition) -> None:
    quoted = {one.get("href").partition("#")[2] for one in marks(plates(rendered(real), "telling", "wide")[0])
              if "quoted" in classes(one)}  # fmt: skip
    texts = {block.id: block.text for text in real.articles for block in text.blocks}
    spoken = {
        one.anchor
        for one in real.dates
        for quotation in real.quotations
        if quotation.kind in ("source", "speech", "epigraph")
        for (_, part), (block, begin) in zip(quotation.parts, quotation.places, strict=True)
        if block == one.block and texts[block].find(part, begin) <= one.start < begin + len(part)
    }
    assert quoted == spoken != set()


@pytest.fixture(scope="module")
def real() -> Edition:
    return examined(ROOT)


def test_the_thread_joins_what_is_told_and_nothing_else(edition: Edition) -> None:
    for plate in plates(rendered(edition), "telling", "wide"):
        thread = next(one for one in plate.iter("path") if "thread" in classes(one))
        places = numbers(thread.get("d"))
        told = [head_of(one) for one in marks(plate) if "beside" not in classes(one)]
        assert [round(one, 1) for one in places] == [round(one, 1) for pair in told for one in pair]


def test_the_table_has_every_date_in_words(edition: Edition) -> None:
    tree = rendered(edition)
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.iter("td", "th")]
        for table in tree.iter("table")
        if "lives-data" not in classes(table)
        for row in table.find("tbody")
    ]
    wanted = [one for text in edition.articles for one in dates(edition, text.id)]
    assert [row[1] for row in rows] == [" ".join(one.form.split()) for one in wanted]
    assert all(row[2].startswith(words.dating(one.dating)) for row, one in zip(rows, wanted, strict=True))


# Lives.


@pytest.mark.parametrize("form", SHEETS)
def test_every_person_named_with_a_date_of_life_has_a_line_and_the_others_are_said(
    real: Edition, form: str
) -> None:
    tree, texts = rendered(real), {text.id for text in real.articles}
    named = [
        one
        for one in real.entities.values()
        if one.kind == "person" and any(m.article_id in texts for m in real.mentions.get(one.pointer, ()))
    ]
    dated = {
        urls.entity(one.pointer)
        for one in named
        if any(fact.slug in ("birth", "death") and datings.span(fact.dating) for fact in one.facts)
    }
    (plate,) = plates(tree, "lives", form)
    lines = [one.get("href") for one in plate.iter("a") if "name" in classes(one)]
    assert len(lines) == len(set(lines))
    assert set(lines) == dated
    table = next(one for one in tree.iter("table") if "lives-data" in classes(one))
    rows = [row.find("th/a").get("href") for row in table.find("tbody")]
    assert sorted(rows) == sorted(urls.entity(one.pointer) for one in named)


@pytest.mark.parametrize("form", SHEETS)
def test_a_line_of_life_runs_from_birth_to_death(real: Edition, form: str) -> None:
    (plate,) = plates(rendered(real), "lives", form)
    figures = scale(plate)
    facts: Mapping[str, Mapping[str, Any]] = {
        urls.entity(one.pointer): {fact.slug: fact for fact in reversed(one.facts) if fact.dating}
        for one in real.entities.values()
    }
    before = -1
    for row in (one for one in plate.iter("g") if one.find("a") is not None):
        (name,) = (one for one in row.iter("a") if "name" in classes(one))
        own = facts[name.get("href")]
        ends = [datings.span(own[slug].dating) if slug in own else None for slug in ("birth", "death")]
        drawn = [float(x) for path in row.iter("path") if "life" in classes(path)
                 for x in re.findall(r"[MH](-?[\d.]+)", path.get("d"))]  # fmt: skip
        birth, death = ends
        assert birth, name.get("href")
        assert birth[0].toordinal() >= before, "in the order of birth"
        before = birth[0].toordinal()
        assert min(drawn) == pytest.approx(read_off(figures, birth[0]), abs=1.0)
        if death:
            assert max(drawn) == pytest.approx(read_off(figures, death[1]), abs=1.0)
        doubtful = [slug for slug in ("birth", "death") if slug in own and own[slug].certainty]
        assert len([one for one in row.iter("circle") if "end" in classes(one)]) == len(doubtful)
        broken = any("uncertain" in classes(path) for path in row.iter("path"))
        assert broken or all(end and (end[1] - end[0]).days < 366 for end in ends)


def test_a_dot_is_a_year_that_stands_in_one_sentence_with_the_person(real: Edition) -> None:
    (plate,) = plates(rendered(real), "lives", "wide")
    figures, (text,) = scale(plate), real.articles
    blocks = {block.id: block.text for block in text.blocks}
    by_anchor = {m.anchor: m for found in real.mentions.values() for m in found if m.article_id == text.id}
    dots = [one for one in plate.iter("a") if "told" in classes(one)]
    assert dots
    for dot in dots:
        mention = by_anchor[dot.get("href").partition("#")[2]]
        year = int(re.search(r": (\d+), ", dot.get("aria-label"))[1])  # type: ignore[index]
        assert float(dot.find("circle").get("cx")) == pytest.approx(
            read_off(figures, date(year, 7, 1)), abs=ROUNDED
        )
        within = [
            datings.span(one.dating)
            for begin, end in words.sentences(blocks[mention.block])
            if begin <= mention.start < end
            for one in dates(real, text.id)
            if one.block == mention.block and begin <= one.start < end
        ]
        assert any(span and span[0].year <= year <= span[1].year for span in within), dot.get("href")


# Both.


def test_every_link_of_the_page_leads_to_something_that_is_there(toy_site: Path, real_site: Path) -> None:
    for site in (toy_site, real_site):
        ids: dict[Path, set[str]] = {}
        tree = html.fromstring((site / urls.TIME).read_bytes())
        links = [one.get("href") for one in tree.iter("a")]
        assert any("texts/" in link for link in links)
        for link in links:
            target, _, fragment = link.partition("#")
            if "://" in link or link.startswith("mailto:") or not fragment:
                continue
            file = site / (target or urls.TIME)
            if file not in ids:
                ids[file] = set(re.findall(r'\bid="([^"]+)"', file.read_text(encoding="utf-8")))
            assert fragment in ids[file], link


def test_the_same_bytes_twice(edition: Edition) -> None:
    made = [rendering.render(page).content for page in (page_of(edition), page_of(edition)) if page]
    assert made[0] == made[1]


def test_without_dates_there_is_no_page(edition: Edition) -> None:
    assert page_of(replace(edition, dates=())) is None
    unknown = tuple(replace(one, dating=Dating(when="--11-09")) for one in edition.dates)
    assert page_of(replace(edition, dates=unknown)) is None


def test_without_lives_the_page_has_the_other_picture(real: Edition) -> None:
    tree = rendered(replace(real, mentions={}))
    assert plates(tree, "telling", "wide")
    assert not plates(tree, "lives", "wide")


def test_a_sentence_ends_neither_at_an_ordinal_nor_at_an_abbreviation() -> None:
    text = "Am 17. November 1947 starb er. »Es war kalt.« Dr. Muster bzw. A. Beispiel kam 1948. Und dann?"
    assert [text[begin:end] for begin, end in words.sentences(text)] == [
        "Am 17. November 1947 starb er.", "»Es war kalt.«", "Dr. Muster bzw. A. Beispiel kam 1948.", "Und dann?",
    ]  # fmt: skip


@given(DATED, DATED)
def test_a_scale_rises_and_holds_every_day(days: list[date], beyond: list[date]) -> None:
    for made in (axis.even(days, 10, 500), axis.focused(days, [*days, *beyond], 10, 500, 40)):
        ordered = sorted({*days, *(beyond if made.seams else ())})
        places = [made.at(day) for day in ordered]
        assert all(a < b for a, b in pairwise(places))
        assert all(10 <= place <= 500 for place in places)
        ticks = axis.ticks(made, 40)
        assert all(b.x - a.x >= 40 - 1e-6 for a, b in pairwise(ticks))
        assert {tick.x for tick in ticks} & {*made.seams, 10, 500}


@given(DAYS)
def test_a_scale_can_begin_and_end_with_the_calendar(day: date) -> None:
    made = axis.even([day], 0, 100)
    assert 0 <= made.at(day) <= 100
    assert made.at(date.min) <= made.at(day) <= made.at(date.max)


TOLD = st.builds(
    telling.Told,
    st.integers(0, 20_000),
    st.dates(date(1900, 1, 1), date(1930, 1, 1)),
    st.dates(date(1930, 1, 1), date(2000, 1, 1)),
    st.sampled_from(["point", "period", "frame"]),
    event=st.text("abc defgh ", max_size=50),
    weight=st.integers(0, 5),
)


@given(st.lists(TOLD, min_size=1, max_size=60), st.sampled_from([telling.WIDE, telling.NARROW]))
def test_no_words_of_the_telling_meet_others_or_leave_the_frame(
    told: list[telling.Told], form: telling.Format
) -> None:
    plate = telling.plate(told, [telling.Stretch(0, 20_000, "1")], [], (date(2007, 1, 1), "erschienen"), form)
    found = [mark.caption for mark in plate.marks if mark.caption]
    frame = Box(0, 0, plate.width, plate.height)
    assert plate.now
    assert all(frame.holds(one.box) for one in (*found, plate.now[1]))
    assert not any(one.box.meets(other.box, -captions.EDGE) for one, other in combinations(found, 2))


EVENTS = st.builds(
    lives.Happening,
    st.text("abcdefgh ", min_size=1, max_size=60),
    st.dates(date(1890, 1, 1), date(1940, 1, 1)),
)


@given(st.lists(EVENTS, max_size=30), st.sampled_from([lives.WIDE, lives.NARROW]))
def test_no_line_of_an_event_crosses_the_name_of_another(
    events: list[lives.Happening], form: lives.Format
) -> None:
    life = lives.Life("Muster, Änne", lives.End(date(1880, 1, 1), date(1880, 12, 31)), None)
    plate = lives.plate(
        [life, replace(life, birth=lives.End(date(1950, 1, 1), date(1950, 1, 1)))], events, form
    )
    frame = Box(0, 0, plate.width, plate.top)
    for one in plate.verticals:
        assert frame.holds(one.caption.box)
    for one, other in combinations(plate.verticals, 2):
        assert not one.caption.box.meets(other.caption.box, -captions.EDGE)
        for a, b in ((one, other), (other, one)):
            line = Box(a.x - 0.5, a.top, a.x + 0.5, plate.bottom)
            assert not line.meets(b.caption.box, -captions.EDGE)


# In a browser.


@dataclass(frozen=True)
class Measured:
    """Boxes of words, as a browser sets them, in units of the picture."""

    box: Box
    words: str


MEASURE = """plate => [...plate.querySelectorAll('text')].map(text => {
  const box = text.getBBox();
  return [box.x, box.y, box.x + box.width, box.y + box.height, text.textContent, text.getAttribute('class')];
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@pytest.mark.parametrize(("width", "form"), [(320, "narrow"), (768, "wide"), (1440, "wide")])
def test_words_as_they_are_set_fit_and_do_not_meet(
    browser: Any, real_site: Path, width: int, form: str
) -> None:
    with chromium.cut_off(browser, viewport={"width": width, "height": 900}) as (context, _):
        page = context.new_page()
        page.goto((real_site / urls.TIME).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for kind in ("telling", "lives"):
            shown = page.locator(f"svg.plate.{kind}.{form}")
            other = page.locator(f"svg.plate.{kind}.{next(one for one in SHEETS if one != form)}")
            assert shown.is_visible()
            assert not other.is_visible()
            box = shown.evaluate("plate => [plate.viewBox.baseVal.width, plate.viewBox.baseVal.height]")
            found = [(Box(*each[:4]), each[4]) for each in shown.evaluate(MEASURE)]
            # The box of a line reaches over its letters by the leading of the type: a third is not ink.
            inner = [
                (
                    Box(
                        one.left,
                        one.top + (one.bottom - one.top) / 5,
                        one.right,
                        one.bottom - (one.bottom - one.top) / 5,
                    ),
                    text,
                )
                for one, text in found
            ]
            frame = Box(-1, 0, box[0] + 1, box[1])
            assert [text for one, text in inner if not frame.holds(one)] == []
            met = [(a[1], b[1]) for a, b in combinations(inner, 2) if a[0].meets(b[0], -captions.EDGE)]
            assert met == []
            scale = shown.evaluate(
                "plate => plate.getBoundingClientRect().width / plate.viewBox.baseVal.width"
            )
            assert scale * 10 >= 9, "figures of 10 units are legible"


@pytest.mark.parametrize("width", [320, 1440])
def test_by_keyboard_one_passes_the_picture_or_goes_from_a_mark_to_its_passage(
    browser: Any, real_site: Path, width: int
) -> None:
    with chromium.cut_off(browser, viewport={"width": width, "height": 900}) as (context, _):
        page = context.new_page()
        page.goto((real_site / urls.TIME).as_uri())
        skip = page.locator(".skip-picture").first
        skip.focus()
        assert skip.bounding_box()["height"] > 10
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.getAttribute('href')")
        assert first.startswith("texts/")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{first}")
        assert page.locator(":target").inner_text()
        page.go_back()
        page.wait_for_url(f"**/{urls.TIME}*")
        page.locator(".skip-picture").first.press("Enter")
        page.wait_for_url("**/time.html#erzaehlung_ende")


def test_on_paper_the_wide_pictures_are_whole(browser: Any, real_site: Path) -> None:
    hidden = "plate => [...plate.querySelectorAll('*')].filter(one => !one.checkVisibility() && one.tagName !== 'title').length"
    with chromium.cut_off(browser, viewport={"width": 620, "height": 900}) as (context, _):
        page = context.new_page()
        page.emulate_media(media="print")
        page.goto((real_site / urls.TIME).as_uri())
        for kind in ("telling", "lives"):
            plate = page.locator(f"svg.plate.{kind}.wide")
            assert plate.is_visible()
            assert plate.evaluate(hidden) == 0
            assert plate.bounding_box()["height"] < 930, "higher than a sheet"
            assert not page.locator(f"svg.plate.{kind}.narrow").is_visible()
        assert not page.locator(".skip-picture").first.is_visible()
