"""The map: projections against values computed elsewhere, every place drawn and listed, labels apart, legs with grounds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import combinations
from math import cos, degrees, hypot, pi, radians, sqrt
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition import rendering, settings, urls, validation
from edition.model import Dating, Edition, Entity, Fact, Mention, Name
from edition.pages import map as page
from edition.pictures import maps
from edition.pictures.maps import grounds, itineraries, labels, located, names, outlines, places, stays
from edition.pictures.maps.frames import Sheet, fitted
from edition.pictures.maps.labels import Ground, Label, Wish
from edition.pictures.maps.projection import Azimuthal, EqualEarth, Projection, suited
from tests import chromium
from tests.conftest import ROOT

PATH = urls.MAP
# PROJ 9.5.1: +proj=eqearth +R=1 +lon_0=10, and +proj=laea +R=1 +lat_0=52 +lon_0=10.
KNOWN = {
    (10, 0): ((0.0, 0.0), (0.0, -0.876742294)),
    (-99.12766, 19.42847): ((-1.596110944, 0.389610403), (-1.217077978, 0.612362104)),
    (132.45, 34.4): ((1.685456133, 0.674400771), (0.909323522, 0.909873018)),
    (-71, -30): ((-1.139265754, -0.59293512), (-1.45689835, -0.706146565)),
    (90, 65): ((0.860864715, 1.15192448), (0.443748749, 0.533257461)),
    (30.31413, 59.93863): ((0.230261164, 1.08747519), (0.175169654, 0.163846127)),
    (76.9115, 43.25249): ((0.872940771, 0.830765709), (0.72336415, 0.212461365)),
    (10, 90): ((0.0, 1.317362759), (0.0, 0.651136309)),
}
PROJECTIONS: tuple[Projection, ...] = (EqualEarth(10), EqualEarth(-35), Azimuthal(10, 52), Azimuthal(-40, 12))
lons, lats = st.floats(-179, 179), st.floats(-80, 80)


@pytest.fixture(scope="module")
def edition() -> Edition:
    return validation.examine(ROOT, settings.load(ROOT), lambda _: None).edition


@pytest.fixture(scope="module")
def named(edition: Edition) -> tuple[places.Named, ...]:
    return places.named(edition)


@pytest.fixture(scope="module")
def plates(named: tuple[places.Named, ...]) -> tuple[places.Plate, ...]:
    return places.plates(named)


@pytest.fixture(scope="module")
def ways(edition: Edition) -> tuple[stays.Itinerary, ...]:
    return stays.itineraries(edition)


@pytest.fixture(scope="module")
def html(edition: Edition) -> str:
    (made,) = page.pages(edition)
    return rendering.render(made).content.decode()


# Projections.


@pytest.mark.parametrize("spot", KNOWN, ids=str)
def test_projections_give_the_values_of_another_program(spot: tuple[float, float]) -> None:
    for projection, known in zip((EqualEarth(10), Azimuthal(10, 52)), KNOWN[spot], strict=True):
        assert projection.at(*spot) == pytest.approx(known, abs=1e-8)


@pytest.mark.parametrize("projection", PROJECTIONS, ids=str)
@given(lon=lons, lat=lats)
def test_a_place_comes_back(projection: Projection, lon: float, lat: float) -> None:
    x, y = projection.at(lon, lat)
    if hypot(x, y) < 1.98 or isinstance(projection, EqualEarth):  # opposite the middle there is no one place
        back = projection.back(x, y)
        turn = abs((back[0] - lon + 180) % 360 - 180)
        assert turn * cos(radians(lat)) < 1e-5
        assert back[1] == pytest.approx(lat, abs=1e-5)


@pytest.mark.parametrize("projection", PROJECTIONS, ids=str)
@given(lon=st.floats(-120, 120), lat=st.floats(-75, 75))
def test_areas_are_kept(projection: Projection, lon: float, lat: float) -> None:
    """A small patch of the sphere has the area R² cos φ dφ dλ: so must its picture."""
    step = 1e-4
    middle = projection.at(lon, lat)
    east, north = projection.at(lon + degrees(step), lat), projection.at(lon, lat + degrees(step))
    a, b = ((point[0] - middle[0], point[1] - middle[1]) for point in (east, north))
    if hypot(*a) < 0.1:  # not across the seam
        assert (a[0] * b[1] - a[1] * b[0]) / step**2 == pytest.approx(cos(radians(lat)), rel=2e-3, abs=2e-3)


def test_the_world_is_as_large_as_the_sphere() -> None:
    """The area between the equator and a parallel, summed in strips, is 2π sin φ."""
    strips, top = 4000, EqualEarth().at(0, 60)[1]
    area = 0.0
    for n in range(strips):
        y = (n + 0.5) * top / strips
        lat = EqualEarth().back(0, y)[1]
        area += 2 * EqualEarth().at(180 - 1e-9, lat)[0] * top / strips
    assert area == pytest.approx(2 * pi * sqrt(3) / 2, rel=1e-5)


def test_far_places_are_laid_out_straight_and_near_ones_round_their_middle() -> None:
    assert suited([(-102, 23), (55, 51)]) == EqualEarth(-24)
    assert suited([(4, 50), (16, 48)]) == Azimuthal(10, 49)


# Land.


def test_the_outlines_are_small_and_say_where_they_are_from() -> None:
    assert outlines.FILE.stat().st_size <= 60_000
    told = json.loads(outlines.FILE.read_text(encoding="utf-8"))
    assert {"source", "licence", "changes", "made by"} <= set(told)
    assert "public domain" in told["licence"]
    assert (ROOT / told["made by"]).is_file()


def inside(spot: tuple[float, float], layer: str) -> bool:
    """Whether a place lies on land: a ray to the east crosses the coasts an odd number of times."""
    lon, lat = spot
    crossed = 0
    for ring in outlines.land(layer):
        for (a, b), (c, d) in zip(ring, (*ring[1:], ring[0]), strict=True):
            crossed += (b > lat) != (d > lat) and lon < a + (lat - b) * (c - a) / (d - b)
    return crossed % 2 == 1


# Known to be far from every coast, or far out at sea.
@pytest.mark.parametrize("layer", ["world", "europe"])
@pytest.mark.parametrize(
    ("spot", "dry"),
    [
        ((37.6, 55.75), True), ((2.35, 48.85), True), ((-4.0, 40.0), True), ((16.37, 48.2), True),
        ((4.0, 56.0), False), ((-20.0, 50.0), False), ((18.0, 35.0), False), ((34.0, 43.3), False),
    ],
)  # fmt: skip
def test_land_is_land_and_sea_is_sea(layer: str, spot: tuple[float, float], dry: bool) -> None:
    assert inside(spot, layer) is dry


@pytest.mark.parametrize("projection", [EqualEarth(15), EqualEarth(-170), Azimuthal(170, 60)], ids=str)
def test_no_edge_of_the_land_runs_across_the_sheet(projection: Projection) -> None:
    spots = [(projection.back(x, y)) for x, y in ((-0.6, -0.3), (0.6, 0.5))]
    frame = fitted(projection, spots, Sheet(700, 300, 500, 20, 20))
    for part in outlines.path(frame, "world").split("M")[1:]:
        numbers = [float(one) for one in re.findall(r"-?[\d.]+(?:e-?\d+)?", part)]
        x, y = numbers[:2]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            if frame.holds((x + dx / 2, y + dy / 2), 1):  # along the edge of the sheet they are long
                assert hypot(dx, dy) < 60
            x, y = x + dx, y + dy


def test_a_frame_shows_all_its_places_and_finds_them_again() -> None:
    spots = [(-102.0, 23.0), (55.0, 51.8), (5.4, 43.3)]
    frame = fitted(suited(spots), spots, Sheet(640, 260, 440, 60, 50))
    assert frame.height in range(260, 441)
    for spot in spots:
        assert frame.holds(frame.at(*spot), 49)
        assert frame.back(*frame.at(*spot)) == pytest.approx(spot, abs=1e-6)


# Labels.


def free(found: tuple[Label, ...], ground: Ground) -> None:
    """No label leaves the sheet, no two overlap."""
    for label in found:
        box = label.box
        assert 0 <= box.left < box.right <= ground.width, label.lines
        assert 0 <= box.top < box.bottom <= ground.height, label.lines
        assert box.right - box.left >= max(map(labels.width, label.lines)) - 1e-9
    for one, other in combinations(found, 2):
        assert not one.box.meets(other.box), (one.lines, other.lines)


points = st.lists(st.tuples(st.integers(60, 660), st.integers(40, 440)), min_size=1, max_size=24, unique=True)


@hypothesis.settings(max_examples=25)
@given(points)
def test_labels_never_overlap_nor_leave_the_sheet(spots: list[tuple[int, int]]) -> None:
    wishes = [Wish(str(n), x, y, 4 + n % 5, (f"Ort Nummer {n}",)) for n, (x, y) in enumerate(spots)]
    ground = Ground(720, 480, tuple((wish.x, wish.y, wish.radius) for wish in wishes))
    found = labels.placed(wishes, ground)
    free(found, ground)
    assert found == labels.placed(wishes, ground)


def test_a_label_alone_stands_to_the_right_and_far_ones_have_a_line() -> None:
    (alone,) = labels.placed([Wish("a", 300, 200, 5, ("Wien",))], Ground(720, 480, ((300, 200, 5),)))
    assert (alone.anchor, alone.leader) == ("start", None)
    assert alone.box.left > 305
    crowd = tuple((300 + dx, 200 + dy, 12.0) for dx in (-30, 0, 30) for dy in (-30, 0, 30) if dx or dy)
    (led,) = labels.placed([Wish("a", 300, 200, 5, ("Wien",))], Ground(720, 480, ((300, 200, 5), *crowd)))
    assert led.leader


# The map of places.


def test_every_located_place_that_is_named_stands_on_one_sheet(
    named: tuple[places.Named, ...], plates: tuple[places.Plate, ...]
) -> None:
    drawn = [circle.pointer for plate in plates for circle in plate.circles]
    assert sorted(drawn) == sorted(one.entity.pointer for one in named if one.spot)
    assert len(drawn) > 25
    for plate in plates:
        assert [label.key for label in plate.labels] == [circle.pointer for circle in plate.circles]
        assert all(plate.frame.holds((circle.x, circle.y), circle.radius) for circle in plate.circles)
        shown = {circle.pointer for circle in plate.elsewhere}
        assert not shown & {circle.pointer for circle in plate.circles}


def test_areas_of_circles_are_proportional_to_the_mentions(
    edition: Edition, plates: tuple[places.Plate, ...]
) -> None:
    texts = {text.id for text in edition.articles}
    for plate in plates:
        for circle in (*plate.circles, *plate.elsewhere):
            counted = sum(one.article_id in texts for one in edition.mentions[circle.pointer])
            assert circle.mentions == counted
            assert circle.radius**2 / counted == pytest.approx(places.UNIT**2, rel=5e-3)


def test_circles_stand_where_their_places_lie(edition: Edition, plates: tuple[places.Plate, ...]) -> None:
    for plate in plates:
        for circle in (*plate.circles, *plate.elsewhere):
            spot = located.own(edition.entities[circle.pointer])
            assert spot
            assert (circle.x, circle.y) == pytest.approx(plate.frame.at(*spot), abs=0.06)


def test_no_two_labels_overlap_and_none_leaves_the_sheet(
    plates: tuple[places.Plate, ...], ways: tuple[stays.Itinerary, ...]
) -> None:
    sheets = [(plate.frame, plate.labels) for plate in plates]
    drawn = [itineraries.route(way) for way in ways]
    for frame, found in [*sheets, *((one.frame, one.labels) for one in drawn)]:
        free(found, Ground(frame.width, frame.height, ()))


def test_the_same_places_make_the_same_map(
    named: tuple[places.Named, ...], plates: tuple[places.Plate, ...]
) -> None:
    assert places.plates(named) == plates
    assert places.plates(tuple(named)) == plates


def place(identifier: str, *facts: Fact, other: tuple[Name, ...] = (), kind: str = "settlement") -> Entity:
    return Entity(identifier, "place", identifier.capitalize(), kind, other, facts=facts)


def mention(form: str, direct: bool = True) -> Mention:
    return Mention("place:x", "t", "a", "p-1", form, "", "", direct)


def test_a_place_is_called_as_the_text_calls_it_most() -> None:
    city = place("newa", other=(Name("Petrograd", "historical"), Name("Leningrad", "historical")))
    forms = [mention(one) for one in ("Leningrad", "Petrograds", "Petrograder", "Stadt an der Newa")]
    assert names.used(city, [*forms, mention("dort", direct=False)]) == names.Naming(
        "Petrograd", ("Leningrad",)
    )
    assert names.used(city, [mention("dort", direct=False)]) == names.Naming("Newa")


def test_a_place_is_called_as_in_the_year_of_the_stay() -> None:
    city = place(
        "newa",
        other=(
            Name("Petrograd", "historical", dating=Dating(begin="1914", end="1924-01-26")),
            Name("Leningrad", "historical", dating=Dating(begin="1924-01-26", end="1991")),
        ),
    )
    assert names.at(city, Dating(when="1921-03-17")) == "Petrograd"
    assert names.at(city, Dating(begin="1934")) == "Leningrad"
    assert names.at(city, Dating(when="1890")) == "Newa"
    assert names.at(city, Dating(when="1890"), "Sankt Petersburg (Newa)") == "Sankt Petersburg"


def test_petrograd_is_told_with_all_its_names(plates: tuple[places.Plate, ...]) -> None:
    (label,) = (one for plate in plates for one in plate.labels if one.key == "place:petrograd")
    assert re.fullmatch(r"Petrograd \d+", label.lines[0])
    assert set(label.lines[1].strip("()").split(", ")) == {"Leningrad", "St. Petersburg"}


def test_few_places_make_one_sheet() -> None:
    def one(identifier: str, text: str) -> places.Named:
        entity = place(identifier, Fact("coordinates", text))
        return places.Named(entity, (mention("x"),), located.own(entity), names.Naming(identifier))

    near, far, nowhere = one("wien", "48.2 16.4"), one("mexiko", "19.4 -99.1"), one("westen", "")
    assert [plate.slug for plate in places.plates([near])] == ["europe"]
    assert [plate.slug for plate in places.plates([near, far])] == ["world"]
    assert [len(plate.circles) for plate in places.plates([near, far, nowhere])] == [2]
    assert places.plates([nowhere]) == ()


# The ways.


def test_those_are_followed_whom_the_list_lets_follow(ways: tuple[stays.Itinerary, ...]) -> None:
    followed = {way.person.id for way in ways}
    assert {
        "serge-victor",
        "trotzki-leo",
        "goldman-emma",
        "berkman-alexander",
        "balabanoff-angelica",
    } <= followed


def test_stays_are_the_dated_facts_of_the_list_and_nothing_else(
    edition: Edition, ways: tuple[stays.Itinerary, ...]
) -> None:
    for way in ways:
        stated = [fact for fact in way.person.facts if fact.slug in ("birth", "residence", "death")]
        assert {id(stay.fact) for stay in way.stays} <= {id(fact) for fact in stated}
        assert [stay.number for stay in way.stays] == list(range(1, len(way.stays) + 1))
        for stay in way.stays:
            assert stay.fact.dating
            if stay.spot:
                chain = (stay.fact.target, *located.around(edition, stay.fact.target or ""))
                assert stay.point in chain
                assert located.own(edition.entities[stay.point]) == stay.spot


def test_each_leg_rests_on_a_source_or_a_passage(edition: Edition, ways: tuple[stays.Itinerary, ...]) -> None:
    texts = grounds.read(edition)
    for way in ways:
        assert way.legs
        for leg in way.legs:
            assert leg.dating
            for stay in (leg.start, leg.end):
                told = grounds.passages(texts, way.person, stay)
                assert told, (way.person.id, stay.number)
                assert stay.fact.sources
                assert all(one in edition.references for one in stay.fact.sources)


def test_passages_are_those_a_reader_would_name(edition: Edition, ways: tuple[stays.Itinerary, ...]) -> None:
    """Examined by reading the text; what else is found is a change that somebody must look at."""
    texts = grounds.read(edition)
    found = {
        (way.person.id, stay.name): [one.block for one in grounds.passages(texts, way.person, stay)]
        for way in ways
        for stay in way.stays
    }
    assert found["trotzki-leo", "Türkei"] == ["p-22"]
    assert found["trotzki-leo", "Mexiko"] == ["p-3", "p-22"]
    assert found["serge-victor", "Orenburg"] == ["p-24", "p-25"]
    assert found["balabanoff-angelica", "New York"] == ["p-19"]
    assert found["goldman-emma", "Moskau"] == ["p-11"]
    assert found["berkman-alexander", "Schweden"] == ["p-18"]
    assert "p-8" not in found["serge-victor", "Frankreich"], "there he is young"
    assert "p-37" not in found["serge-victor", "Frankreich"], "there he is dead"


def person(*facts: Fact) -> Entity:
    return Entity("anna", "person", "Anna", facts=facts)


def small(*entities: Entity) -> Edition:
    config: Any = None
    return Edition(config, (), (), {one.pointer: one for one in entities}, {}, (), {}, (), (), ())


WIEN, LINZ = (place(name, Fact("coordinates", text)) for name, text in (("wien", "48 16"), ("linz", "48 14")))
HAUS = place("haus", Fact("located-in", "Wien", "place:wien"), kind="building")
WESTEN = place("westen", kind="region")


def stay(target: str, dating: Dating, slug: str = "residence") -> Fact:
    return Fact(slug, "", target, dating)


def followed(*facts: Fact) -> tuple[stays.Stay, ...]:
    return stays.stays(small(WIEN, LINZ, HAUS, WESTEN, person(*facts)), person(*facts))


def walked(*facts: Fact) -> list[tuple[int, int, bool]]:
    world = small(WIEN, LINZ, HAUS, WESTEN, person(*facts))
    return [(leg.start.number, leg.end.number, leg.direct) for leg in stays.legs(world, followed(*facts))]


def test_stays_stand_in_the_order_of_time() -> None:
    late = stay("place:wien", Dating(begin="1936", end="1940"))
    early = stay("place:linz", Dating(end="1935"))
    born = stay("place:haus", Dating(when="1890"), "birth")
    undated = stay("place:wien", Dating())
    assert [one.fact for one in followed(late, undated, early, born)] == [born, early, late]
    assert [one.point for one in followed(born)] == ["place:wien"]


def test_a_way_is_direct_only_if_nothing_lies_between() -> None:
    first, last = stay("place:wien", Dating(end="1935-05")), stay("place:linz", Dating(begin="1935-06"))
    assert walked(first, last) == [(1, 2, True)]
    assert walked(first, stay("place:linz", Dating(begin="1938"))) == [(1, 2, False)]
    between = stay("place:westen", Dating(when="1935-05-31"))
    assert walked(first, between, last) == [(1, 3, False)]
    assert walked(stay("place:wien", Dating(begin="1930")), stay("place:linz", Dating(begin="1938"))) == [
        (1, 2, True)
    ]


def test_nobody_leaves_a_place_for_what_lies_in_it() -> None:
    assert walked(stay("place:wien", Dating(end="1935")), stay("place:haus", Dating(when="1935"))) == []


def test_curves_run_from_one_stay_to_the_next(ways: tuple[stays.Itinerary, ...]) -> None:
    for way in ways:
        route = itineraries.route(way)
        nodes = {one.number: node for node in route.nodes for one in node.stays}
        assert [curve.leg for curve in route.curves] == list(way.legs)
        for curve in route.curves:
            numbers = [float(one) for one in re.findall(r"-?[\d.]+", curve.line)]
            ends = ((curve.leg.start, numbers[:2]), (curve.leg.end, numbers[-2:]))
            for one, (x, y) in ends:
                node = nodes[one.number]
                assert hypot(x - node.x, y - node.y) == pytest.approx(node.radius + itineraries.GAP, abs=2)


# The page.


def test_the_table_has_every_place_with_its_mentions_and_link(
    html: str, named: tuple[places.Named, ...]
) -> None:
    table = re.search(r"<table.*?</table>", html, re.DOTALL)
    assert table
    rows = {
        href: int(count)
        for href, count in re.findall(r'<tr><th[^>]*><a href="([^"]+)".*?<td[^>]*>(\d+)</td></tr>', table[0])
    }
    assert rows == {urls.entity(one.entity.pointer): len(one.mentions) for one in named}


def test_every_mark_is_a_link_with_a_name_and_every_sheet_says_what_it_shows(html: str) -> None:
    for sheet in re.findall(r"<svg viewBox.*?</svg>", html, re.DOTALL):
        assert re.match(r'<svg viewBox="0 0 \d+ \d+" role="group" aria-label="[^"]{20,}">', sheet)
        marks = re.findall(r'<a href="[^"]+"[^>]*>(<title>[^<]{4,}</title>)?', sheet)
        assert marks
        assert all(marks)
    assert "style=" not in html


def test_places_without_coordinates_are_told(html: str, named: tuple[places.Named, ...]) -> None:
    told = html.partition("Ohne Punkt auf der Karte")[2].partition("</p>")[0]
    assert all(urls.entity(one.entity.pointer) in told for one in named if not one.spot)


def test_there_is_a_map_only_if_there_is_something_to_draw(edition: Edition) -> None:
    assert maps.worth_drawing(edition)
    empty = small(WESTEN, person())
    assert not maps.worth_drawing(empty)
    assert list(page.pages(empty)) == []


# In the browser.


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


SIZES = """() => [...document.querySelectorAll('.map text')].map(text => {
  const svg = text.ownerSVGElement;
  return parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
})"""
# Labels that lie over one another or beyond the edge of their sheet, as the browser has set them.
CLASHES = """() => [...document.querySelectorAll('.map svg')].flatMap(svg => {
  const edge = svg.getBoundingClientRect();
  const lines = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
  const out = lines.filter(([, box]) =>
    box.left < edge.left || box.right > edge.right || box.top < edge.top - 1 || box.bottom > edge.bottom + 1);
  const over = lines.flatMap(([name, a], n) => lines.slice(n + 1).filter(([, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6).map(([other]) => `${name} / ${other}`));
  return [...out.map(([name]) => name), ...over];
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_letters_stay_legible_and_nothing_overflows(
    browser: Any, real_site: Path, width: int, scheme: str
) -> None:
    options = {
        "viewport": {"width": width, "height": 900},
        "color_scheme": scheme,
        "java_script_enabled": True,
    }
    with chromium.cut_off(browser, **options) as (context, foreign):
        tab = context.new_page()
        tab.goto((real_site / PATH).as_uri())
        sizes = tab.evaluate(SIZES)
        assert sizes
        assert min(sizes) >= 11
        assert tab.evaluate(CLASHES) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert foreign == []


def test_a_circle_leads_to_its_place_and_a_stay_to_its_row_without_script(
    browser: Any, real_site: Path
) -> None:
    with chromium.cut_off(browser, java_script_enabled=False) as (context, _):
        tab = context.new_page()
        tab.goto((real_site / PATH).as_uri())
        tab.locator(".way svg a").first.focus()
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/map.html#weg_*")
        tab.goto((real_site / PATH).as_uri())
        tab.locator("svg a[href='places/moskau.html'] circle").click()
        tab.wait_for_url("**/places/moskau.html")


def test_the_navigation_leads_to_the_map(real_site: Path) -> None:
    assert f'href="{PATH}"' in (real_site / "index.html").read_text(encoding="utf-8")


_SOMEWHERE = st.floats(0, 400, allow_nan=False, width=32)
_WISHES = st.lists(
    st.tuples(
        _SOMEWHERE, _SOMEWHERE, st.floats(1, 9, width=32), st.sampled_from(["Wien", "Paris am Fluss", "O"])
    ),
    min_size=2,
    max_size=6,
)


@hypothesis.settings(max_examples=25)
@given(_WISHES)
def test_what_is_left_out_of_the_choice_of_a_label_would_not_have_been_chosen(
    circles: list[tuple[float, float, float, str]],
) -> None:
    """Against looking at every position, and at every point of every line that leads to a circle."""
    wishes = [Wish(str(number), x, y, r, (name,)) for number, (x, y, r, name) in enumerate(circles)]
    ground = Ground(400, 400, tuple((one.x, one.y, one.radius) for one in wishes))
    others: list[Label] = []
    for wish in wishes:
        positions = labels._Positions(wish)
        costs = [price + labels._cost(label, others, ground, float("inf")) for label, price in positions]
        chosen = labels._cheapest(positions, others, ground)
        assert chosen == positions.made[costs.index(min(costs))]
        for other in others:
            assert labels._led_over(chosen, other) == _over(chosen, other)
            assert labels._led_over(other, chosen) == _over(other, chosen)
        others.append(chosen)


def _over(one: Label, other: Label) -> bool:
    points, theirs = ([*labels._along(each.leader)] if each.leader else [] for each in (one, other))
    return any(other.box.distance(x, y) < 1 for x, y in points) or any(
        hypot(x - v, y - w) < 4 for x, y in points for v, w in theirs
    )
