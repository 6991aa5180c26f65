"""The network, the circles of persons and the places along a text: the same facts as the exports, and legible."""

from __future__ import annotations

import ast
import gzip
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import combinations, pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from edition import graph, rendering, urls
from edition.graph import ties
from edition.graph.nearness import ends
from edition.kinds import KINDS
from edition.model import Edition, Entity, Mention
from edition.pages import circle, entities, navigation, network
from edition.pages.called import called
from edition.pictures import circle as ring
from edition.pictures import network as drawing
from edition.pictures import strip
from edition.pictures.boxes import Box
from edition.pictures.dots import GAP, ROUNDING, Dot
from edition.pictures.lines import Tie, lines
from edition.words import values
from tests import chromium
from tests.both import BOTH, edition_of, exported
from tests.conftest import ROOT, TOY

PICTURES = sorted((ROOT / "edition" / "pictures").glob("*.py"))
GRAPHML = "data/graphml/persons.graphml"
BUDGET = 40_000  # bytes of an entity page, compressed
Point = tuple[float, float]


class Seen(HTMLParser):
    """The links, ids and edges of a page, and what stands inside its pictures."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.edges: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.within: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "svg":
            self.within.append(given.get("class", "picture"))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "rect" and self.within[-1:] == ["strip"]:
            self.marks.append((given["x"], self.links[-1]))
        if "id" in given:
            self.ids.add(given["id"])
        if "data-edge" in given:
            self.edges.append(given["data-edge"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self.within.pop()


def shown(root: Path) -> Any:
    """The values of the page of the network."""
    (page,) = network.pages(edition_of(root))
    return page.context


@cache
def entries(root: Path) -> dict[str, Any]:
    """The values of each entry's page, by pointer."""
    return {pointer: page.context for pointer, page in pages_of(root).items()}


def pointer_of(href: str) -> str:
    """Which entity a link on a page in the root of the site leads to."""
    return next(
        f"{kind.slug}:{match[1]}"
        for kind in KINDS
        if (match := re.fullmatch(rf"{kind.plural}/(.+)\.html", href))
    )


@BOTH
def test_the_page_has_the_nodes_and_edges_of_the_export_by_id(root: Path) -> None:
    exports = networkx.parse_graphml(exported("graphml", root).text(GRAPHML), force_multigraph=True)
    page = shown(root)
    dots = [one.dot.id for one in page.shown]
    apart = [pointer_of(piece.href) for piece in page.apart]
    assert sorted(dots + apart) == sorted(exports)
    found = {key for *_, key in exports.edges(keys=True) if not key.endswith(".back")}
    html = rendering.render(next(network.pages(edition_of(root)))).content.decode()
    assert sorted(Seen(html).edges) == sorted(found)
    data = {key: kept for *_, key, kept in exports.edges(keys=True, data=True)}
    assert {line.id for line in page.lines} == {
        key for key in found if data[key]["kind"] == "stated" or data[key]["weight"] >= graph.OFTEN
    }
    assert {one.id: (one.source, one.target) for one in page.lines} == {
        key: (source, target)
        for source, target, key in exports.edges(keys=True)
        if key in {line.id for line in page.lines}
    }


@BOTH
def test_each_edge_in_the_tables_names_both_sides_and_all_that_is_stated(root: Path) -> None:
    page, edition = shown(root), edition_of(root)
    edges = {edge.id: edge for edge in graph.edges(edition)}
    for row in (*page.stated, *page.near):
        edge = edges[row.id]
        assert (pointer_of(row.one.href), pointer_of(row.other.href)) == (edge.source, edge.target)
    for row in page.stated:
        assert len(row.marks) == len(edges[row.id].sources.split())
        assert bool(row.dated) == bool(edges[row.id].dating)
        assert bool(row.certainty) == (edges[row.id].certainty not in ("", "high"))
    for row in page.near:
        assert len(row.spots) == row.count == edges[row.id].weight


def test_every_relation_has_a_group_and_every_group_words() -> None:
    assert {ties.group(name) for name in values.RELATIONS} == set(ties.GROUPS) - {ties.OTHER}
    assert set(values.TIES) == {*ties.GROUPS, ties.NEAR, ties.DOUBT}
    assert ties.group("unheard-of") == ties.OTHER


def rooms(dots: tuple[Dot, ...]) -> list[tuple[str, Box]]:
    """Discs and labels, each with whose they are."""
    return [(dot.id, room) for dot in dots for room in (dot.disc, dot.words)]


def legible(picture: drawing.Picture) -> None:
    """Nothing meets, and all stands in the frame."""
    for (one, room), (other, further) in combinations(rooms(picture.dots), 2):
        assert one == other or not room.meets(further, GAP - 2 * ROUNDING), (one, other)
    for one, room in rooms(picture.dots):
        assert min(room.left, room.top) >= 0, one
        assert room.right <= picture.width, one
        assert room.bottom <= picture.height, one


def course(path: str) -> list[Point]:
    """Points along a path: two, or with a bend some more."""
    figures = [float(one) for one in re.findall(r"-?[\d.]+", path)]
    x, y, *rest = figures
    if len(rest) == 2:
        return [(x, y), (rest[0], rest[1])]
    cx, cy, ex, ey = rest
    steps = [number / 24 for number in range(25)]
    return [
        (
            (1 - t) ** 2 * x + 2 * t * (1 - t) * cx + t * t * ex,
            (1 - t) ** 2 * y + 2 * t * (1 - t) * cy + t * t * ey,
        )
        for t in steps
    ]


@BOTH
def test_the_network_is_legible_and_no_line_runs_through_a_name_it_does_not_join(root: Path) -> None:
    page = shown(root)
    picture = drawing.Picture(page.width, page.height, tuple(one.dot for one in page.shown), page.lines)
    legible(picture)
    for line in page.lines:
        for dot in picture.dots:
            if dot.id not in (line.source, line.target):
                half = 0.7 * dot.radius
                core = Box(dot.x - half, dot.y - half, dot.x + half, dot.y + half)
                assert not any(core.crossed(*a, *b) for a, b in pairwise(course(line.path))), (
                    line.id,
                    dot.id,
                )
    assert len({line.path for line in page.lines}) == len(page.lines), "no line lies on another"


def test_a_line_swings_around_a_dot_that_stands_in_its_way() -> None:
    dots = [
        Dot(name, "person", x, 0.0, 6.0, "", 12, x, 0.0, "start")
        for name, x in (("a", 0.0), ("b", 50.0), ("c", 100.0))
    ]
    ties = [
        Tie("ab", "a", "b", "family", 1.0),
        Tie("ca", "c", "a", "family", 1.0),
        Tie("ac", "a", "c", "help", 1.0),
    ]
    straight, around, beyond = lines(dots, ties)
    assert "Q" not in straight.path
    for line in (around, beyond):
        assert not any(dots[1].disc.crossed(*a, *b) for a, b in pairwise(course(line.path)))
    assert {course(around.path)[12][1] > 0, course(beyond.path)[12][1] > 0} == {True, False}, (
        "one above, one below"
    )


@st.composite
def networks(draw: Any) -> tuple[list[drawing.Node], list[Tie]]:
    """Nodes with names of any length, and ties that join them all or leave parts apart."""
    count = draw(st.integers(2, 24))
    nodes = [
        drawing.Node(
            f"n{number}",
            draw(st.text("abcWM i", min_size=1, max_size=28)),
            draw(st.integers(0, 60)),
            "person",
        )
        for number in range(count)
    ]
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(
        lambda one: one[0] != one[1]
    )
    pairs = draw(st.lists(ends, min_size=1, max_size=40))
    return nodes, [
        Tie(
            f"e{number}",
            f"n{one}",
            f"n{other}",
            "family",
            1.0,
            directed=number % 2 == 0,
            drawn=number % 5 != 4,
        )
        for number, (one, other) in enumerate(pairs)
    ]


@given(networks())
def test_any_network_is_legible(made: tuple[list[drawing.Node], list[Tie]]) -> None:
    picture = drawing.picture(*made)
    legible(picture)
    assert [dot.id for dot in picture.dots] == [node.id for node in made[0]]
    assert [line.id for line in picture.lines] == [tie.id for tie in made[1] if tie.drawn]


DIGEST = (
    "import hashlib, sys; from pathlib import Path; from tests.both import edition_of; from edition import rendering;"
    "from edition.pages import circle, entities, navigation, network; edition = edition_of(Path(sys.argv[1]));"
    "pages = [*network.pages(edition), *(one for name in edition.entities for one in entities.pages(edition, name))];"
    "made = [rendering.render(page).content for page in pages];"
    "print(hashlib.sha256(b''.join(made)).hexdigest(), len(made))"
)


def test_the_pictures_are_the_same_in_every_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", DIGEST, str(ROOT)],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1
    assert int(found.pop().split()[1]) > 1


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_geometry_uses_only_what_every_machine_rounds_alike(path: Path) -> None:
    """IEEE 754 fixes the four operations and the root; sines, powers and logarithms are the library's."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert {one for one in imported if one.startswith("math.")} <= {"math.sqrt", "math.gcd"}
    assert not any(isinstance(node, ast.Import) for node in ast.walk(tree))
    assert not any(isinstance(node, ast.Pow) for node in ast.walk(tree))
    assert not any(one.startswith("random") for one in imported)


def test_what_is_doubted_has_a_ring_on_its_line() -> None:
    """Lines of relations that all say so themselves, in the network and in every circle; the key explains the ring."""
    stated: dict[tuple[str, ...], list[bool]] = {}
    by_id: dict[str, bool] = {}
    for edge in graph.edges(edition_of(ROOT)):
        if edge.kind == graph.STATED:
            said = edge.certainty in ("medium", "low", "unknown")
            stated.setdefault(tuple(sorted((edge.source, edge.target))), []).append(said)
            by_id[edge.id] = said
    page = shown(ROOT)
    rings = [line.id for line in page.lines if line.doubt]
    assert rings == [line.id for line in page.lines if by_id.get(line.id)]
    assert rings
    pictures = [(page.lines, page.key)]
    pictures += [(one.circle.drawn.lines, one.circle.key) for one in entries(ROOT).values() if one.circle]
    for made, key in pictures:
        assert any(line.doubt for line in made) == ("doubt" in dict(key))
        for line in made:
            said = stated.get(tuple(sorted((line.source, line.target))), [])
            if len(said) == 1:
                assert bool(line.doubt) == (said[0] and line.group != "near")
            if line.doubt:
                x, y = line.doubt
                ring_of = Box(x - 1, y - 1, x + 1, y + 1)
                assert any(ring_of.crossed(*a, *b) for a, b in pairwise(course(line.path)))


PASSAGES = st.lists(st.sets(st.sampled_from("abcd"), min_size=1), max_size=5)


@given(st.tuples(PASSAGES, PASSAGES, PASSAGES))
def test_whether_two_are_often_together_is_what_their_passages_say(named: tuple[list[set[str]], ...]) -> None:
    texts = [replace(edition_of(TOY).articles[0], id=f"t{number}") for number in range(3)]
    persons = {f"person:{name}": Entity(name, "person", name) for name in "abc"}
    mentions = {
        f"person:{name}": tuple(
            Mention(f"person:{name}", text.id, "a", f"p-{block}", name, "", "", True)
            for text, blocks in zip(texts, named, strict=True)
            for block, those in enumerate(blocks)
            if name in those
        )
        for name in "abcd"  # of whom one is in no list
    }
    edition = replace(
        edition_of(TOY),
        articles=tuple(texts[:2]), pages=(replace(texts[2], role="page"),), entities=persons, mentions=mentions,
    )  # fmt: skip
    often = any(len(passages) >= graph.OFTEN for passages in graph.persons_together(edition).values())
    assert graph.persons_often_together(edition) == often


@BOTH
def test_a_circle_has_whom_relations_and_nearness_join(root: Path) -> None:
    edition = edition_of(root)
    joined: dict[str, dict[str, int]] = {pointer: {} for pointer in edition.entities}
    for edge in graph.edges(edition):
        if edge.kind == graph.STATED or edge.weight >= graph.OFTEN:
            joined[edge.source].setdefault(edge.target, 0)
            joined[edge.target].setdefault(edge.source, 0)
    pictured = 0
    for pointer, entry in entries(root).items():
        if entry.circle is None:
            assert entry.kind != "person" or len(joined[pointer]) < circle.FEWEST
            continue
        pictured += 1
        members = [member.place.dot.id for member in entry.circle.members]
        assert len(set(members)) == len(members)
        assert set(members) <= set(joined[pointer])
        assert len(members) == min(len(joined[pointer]), circle.MOST)
        spokes = {one for line in entry.circle.drawn.lines for one in (line.source, line.target)}
        assert spokes == {pointer, *members}
    assert bool(pictured) == (root == ROOT)


def test_the_circles_are_legible() -> None:
    for pointer, entry in entries(ROOT).items():
        if entry.circle:
            drawn = entry.circle.drawn
            dots = (drawn.middle, *(place.dot for place in drawn.places))
            for one, other in combinations(dots, 2):
                assert not one.disc.meets(other.disc), pointer
                assert not one.label or not one.words.meets(other.disc), pointer
                assert not (one.label and other.label) or not one.words.meets(other.words), pointer
            for line in drawn.lines:
                for dot in dots[1:]:
                    crossed = any(dot.words.crossed(*a, *b) for a, b in pairwise(course(line.path)))
                    assert not crossed, (pointer, line.id, dot.id)


@given(st.lists(st.text("aWi", max_size=20), min_size=1, max_size=30))
def test_any_circle_stands_in_its_frame(names: list[str]) -> None:
    members = [ring.Neighbour(f"n{number}", "person", name, (name,)) for number, name in enumerate(names)]
    drawn = ring.circle("middle", members, [Tie(one.id, "middle", one.id, "near", 1.0) for one in members])
    assert [place.dot.id for place in drawn.places if place.dot.anchor == "start"][:1] == ["n0"]
    assert sorted(place.dot.id for place in drawn.places) == sorted(one.id for one in members)
    for place in drawn.places:
        assert 0 <= place.dot.words.top < place.dot.words.bottom <= drawn.height
        assert drawn.left - 1 <= place.dot.words.left
        assert place.dot.words.right <= drawn.left + drawn.width + 1


@BOTH
def test_the_marks_of_a_strip_are_the_mentions_by_anchor_and_place(root: Path) -> None:
    edition = edition_of(root)
    before: dict[tuple[str, str], int] = {}
    whole: dict[str, int] = {}
    for text in edition.articles:
        for block in text.blocks:
            before[text.id, block.id] = whole.get(text.id, 0)
            whole[text.id] = whole.get(text.id, 0) + len(block.text)
    blocks = {(text.id, block.id): block.text for text in edition.articles for block in text.blocks}
    for pointer, entry in entries(root).items():
        page = rendering.render(pages_of(root)[pointer]).content.decode()
        expected = []
        for mention in graph.mentioned(edition, pointer):
            assert blocks[mention.article_id, mention.block][mention.start :].startswith(mention.form[:5])
            at = before[mention.article_id, mention.block] + mention.start
            href = urls.relative(f"{urls.article(mention.article_id)}#{mention.anchor}", urls.entity(pointer))
            expected.append((f"{100 * at / whole[mention.article_id]:.2f}%", href))
        assert Seen(page).marks == expected, pointer
        lines = [
            line.href
            for one in (entry.concordance.passages if entry.concordance else ())
            for line in one.lines
        ]
        assert lines == [href for _, href in expected], (
            "what a mark leads to, a keyboard reaches in the concordance"
        )


@cache
def pages_of(root: Path) -> dict[str, Any]:
    edition = edition_of(root)
    made = {pointer: tuple(entities.pages(edition, pointer)) for pointer in edition.entities}
    return {pointer: page for pointer, (page,) in made.items()}


@BOTH
def test_the_forms_of_a_name_add_up_to_its_mentions(root: Path) -> None:
    edition, several = edition_of(root), 0
    for pointer, entry in entries(root).items():
        mentions = graph.mentioned(edition, pointer)
        counted = Counter((one.form, entry_paraphrased(entry, one.anchor)) for one in mentions)
        rows = entry.concordance.forms if entry.concordance else ()
        if len(counted) < 2:
            assert rows == ()
            continue
        several += 1
        (row,) = rows
        told = Counter(
            {
                (stated.pieces[0].words, bool(stated.note)): int(
                    re.findall(r"\((\d+)\)", stated.pieces[1].words)[0]
                )
                for stated in row.statements
            }
        )
        assert told == counted
        assert sum(told.values()) == len(mentions)
        assert list(told.values()) == sorted(told.values(), reverse=True)
        anchors = {
            piece.href.partition("#")[2] for stated in row.statements for piece in stated.pieces if piece.href
        }
        assert anchors <= {one.anchor for one in mentions}
        assert {anchor.partition(".")[0] for anchor in anchors} == {
            one.anchor.partition(".")[0] for one in mentions
        }
    assert several


def entry_paraphrased(entry: Any, anchor: str) -> bool:
    """Whether the concordance calls a place a paraphrase."""
    return next(
        line.paraphrased
        for passage in entry.concordance.passages
        for line in passage.lines
        if line.href.partition("#")[2] == anchor
    )


@BOTH
def test_neighbours_are_those_of_the_same_paragraph_and_sentence(root: Path) -> None:
    edition = edition_of(root)
    blocks = {
        pointer: {(one.article_id, one.block) for one in graph.mentioned(edition, pointer)}
        for pointer in edition.entities
    }
    for pointer, entry in entries(root).items():
        told: set[str] = set()
        for row in entry.neighbours:
            names = [piece.href for stated in row.statements for piece in stated.pieces if piece.href]
            those = {pointer_of(normpath(join(dirname(urls.entity(pointer)), href))) for href in names}
            assert those
            assert not those & told
            told |= those
            shared = {len(blocks[pointer] & blocks[one]) for one in those}
            number = re.search(r"\d+", row.label)
            assert shared == {int(number[0])} if number else shared == {1}, (pointer, row.label)
        others = any(blocks[pointer] & blocks[one] for one in edition.entities if one != pointer)
        assert bool(told) == others, pointer


def test_a_sentence_ends_at_its_mark_and_not_at_an_ordinal() -> None:
    text = "Am 17. November 1947 starb er. »Wer war er?« Viele, bzw. Anarchisten, kannten J. Gorkin! Ende"
    begins = [0, *ends(text)]
    assert [text[one:other].strip() for one, other in pairwise([*begins, len(text)])] == [
        "Am 17. November 1947 starb er.", "»Wer war er?«", "Viele, bzw. Anarchisten, kannten J. Gorkin!", "Ende",
    ]  # fmt: skip


@given(st.lists(st.integers(0, 400), min_size=1, max_size=300))
def test_the_numbers_below_a_line_have_room(lengths: list[int]) -> None:
    line = strip.Line(tuple(lengths), tuple(str(number) for number in range(1, len(lengths) + 1)))
    ground = strip.ground(line)
    assert 1 <= len(ground.numbers) <= strip.FIGURES + 1
    assert len(re.findall("M", ground.ticks)) == len(lengths) + 1
    for place, text in enumerate(lengths):
        assert 0 <= float(line.at(place, text).rstrip("%")) <= 100


def test_names_are_as_short_as_can_be_without_being_mistaken() -> None:
    edition = edition_of(ROOT)
    for wanted in (graph.nodes(edition.config, edition), graph.nodes(edition.config, edition)[:9]):
        labels = called(edition, [node.id for node in wanted])
        assert len(set(labels.values())) == len(labels)
        assert all(labels.values())


@pytest.mark.parametrize("root", [TOY, ROOT], ids=["toy", "real"])
def test_every_link_leads_to_an_anchor_that_exists(root: Path, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue("toy_site" if root == TOY else "real_site")

    @cache
    def page(path: str) -> Seen:
        return Seen((site / path).read_text("utf-8"))

    files = {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()}
    ours = [urls.NETWORK, *(urls.entity(pointer) for pointer in edition_of(root).entities)]
    for path in ours:
        for link in (one for one in page(path).links if "://" not in one and not one.startswith("mailto:")):
            target, _, fragment = link.partition("#")
            found = normpath(join(dirname(path), target)) if target else path
            assert found in files, (path, link)
            if fragment and found.endswith(".html"):
                assert fragment in page(found).ids, (path, link)


def without(edition: Edition, *, persons: bool, relations: bool) -> Edition:
    """An edition that lacks persons or relations; the texts name nobody then."""
    kept: dict[str, Entity] = {
        pointer: one for pointer, one in edition.entities.items() if persons or one.kind != "person"
    }
    return replace(
        edition, entities=kept, relations=edition.relations if relations else (), mentions={}, quotations=()
    )


@BOTH
def test_an_edition_without_relations_or_persons_has_no_network(root: Path) -> None:
    edition = edition_of(root)
    bare = without(edition, persons=True, relations=False)
    assert list(network.pages(bare)) == []
    assert list(network.pages(without(edition, persons=False, relations=False))) == []
    for made, listed in ((bare, False), (edition, True)):
        links = {link.href for group in navigation.foot(made) for link in group.links}
        assert (urls.NETWORK in links) == listed


def test_nearness_alone_makes_a_network() -> None:
    edition = replace(edition_of(ROOT), relations=())
    page = next(network.pages(edition)).context
    assert {line.group for line in page.lines} == {ties.NEAR}
    assert page.stated == page.sources == ()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


SERGE = "persons/serge-victor.html"
BOXES = """() => [...document.querySelectorAll('.net svg text')].map(one => {
  const box = one.getBoundingClientRect();
  return [one.textContent.trim(), box.left, box.top, box.right, box.bottom];
})"""


@pytest.mark.parametrize("path", [urls.NETWORK, SERGE])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_pictures_fit_the_screen_and_names_do_not_meet(
    browser: Any, real_site: Path, path: str, width: int
) -> None:
    with chromium.cut_off(browser, viewport={"width": width, "height": 900}) as (context, foreign):
        page = context.new_page()
        page.goto((real_site / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        names = page.evaluate(BOXES)
        assert names
        for (one, *room), (other, *further) in combinations(names, 2):
            assert not Box(*room).meets(Box(*further), -2), (
                one,
                other,
            )  # the line's height is more than its letters
        height = page.evaluate(
            "parseFloat(getComputedStyle(document.querySelector('.net svg text')).fontSize)"
        )
        scale = page.evaluate("document.querySelector('.net svg').getScreenCTM().a")
        assert height * scale >= 9, "legible without zooming"
        assert foreign == []


# How the lines of a picture look, by their group, and how the key says they do.
LOOKS = """selector => Object.fromEntries([...document.querySelectorAll(selector)].map(one => {
  const { stroke, strokeDasharray, strokeWidth } = getComputedStyle(one.querySelector('path'));
  return [one.getAttribute('class'), [stroke, strokeDasharray, strokeWidth]];
}))"""


@pytest.mark.parametrize("path", [urls.NETWORK, SERGE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_look_as_the_key_says_and_no_two_groups_alike(
    browser: Any, real_site: Path, path: str, scheme: str
) -> None:
    with chromium.cut_off(browser, color_scheme=scheme) as (context, _):
        page = context.new_page()
        page.goto((real_site / path).as_uri())
        drawn, key = page.evaluate(LOOKS, ".net .tie"), page.evaluate(LOOKS, ".key .tie")
        assert drawn == {group: look for group, look in key.items() if group != "tie doubt"}
        assert len({tuple(look) for look in drawn.values()}) == len(drawn) > 2


@pytest.mark.parametrize("path", [urls.NETWORK, SERGE])
@pytest.mark.parametrize("width", [320, 1440])
def test_every_name_in_a_picture_is_reached_by_keyboard(
    browser: Any, real_site: Path, path: str, width: int
) -> None:
    with chromium.cut_off(browser, viewport={"width": width, "height": 900}) as (context, _):
        page = context.new_page()
        page.goto((real_site / path).as_uri())
        page.locator(".net").first.focus()
        wanted = page.evaluate(
            "[...document.querySelectorAll('.net svg a')].map(one => one.getAttribute('href'))"
        )
        reached = []
        for _ in wanted:
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
            assert page.evaluate(
                "(() => { const box = document.activeElement.getBoundingClientRect();"
                "return box.right > 0 && box.left < innerWidth; })()"
            ), "what has the focus is seen"
        assert reached == wanted
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{wanted[-1].rpartition('/')[2]}")


def test_a_mark_on_the_line_leads_to_its_mention(browser: Any, real_site: Path) -> None:
    with chromium.cut_off(browser, viewport={"width": 1440, "height": 900}) as (context, _):
        page = context.new_page()
        page.goto((real_site / "persons/gorkin-julian.html").as_uri())
        mark = page.locator(".strip a").nth(1)
        href = mark.get_attribute("href") or ""
        mark.locator("rect").click()
        page.wait_for_url(f"**/{href.rpartition('/')[2]}")
        assert page.locator(":target").count() == 1


def test_an_entry_keeps_to_its_budget(real_site: Path) -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in real_site.glob("*s/*.html")}
    assert {
        name: size for name, size in sizes.items() if size > BUDGET and not name.startswith("wenn-")
    } == {}
