"""The network of persons: a picture, everything in it as tables, and who is not in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from edition import cited, graph, urls, words
from edition.graph import OFTEN, Edge, Node, Pairs, ties
from edition.interface import N_, _
from edition.kinds import KINDS
from edition.model import Edition, Page
from edition.pages import facts, navigation, nearest, seeing
from edition.pages.called import called, spoken
from edition.pages.facts import Mark, Piece, Place
from edition.pages.frame import Frame, frame
from edition.pages.nearest import drawn
from edition.pages.spots import Spot, Spots, seen_from
from edition.pictures import network as drawing
from edition.pictures.dots import Dot
from edition.pictures.lines import Line, Tie

TITLE = N_("Netz")
DESCRIPTION = N_(
    "Wer mit wem verbunden ist, und wer neben wem genannt wird: ein Bild und alle Beziehungen als Tabelle."
)
LINES = N_("Linien: {relations}, wie die Einträge sie angeben")
HAIRLINES = N_("Haarlinien: {pairs}, die mindestens {number} Absätze gemeinsam nennen")
SUMMARY = N_(
    "{shown}. Punkte sind Personen, Quadrate andere Einträge; je öfter die Texte jemanden nennen, desto größer. Pfeile gehen "
    "von dem aus, der handelt."
)
PICTURE = N_(
    "Netz aus {dots}; die meisten Linien haben {first}. Die Namen führen zu den Einträgen, was die Linien bedeuten, "
    "steht in den Tabellen darunter."
)
NUMBERS = {2: N_("zwei"), 3: N_("drei"), 4: N_("vier"), 5: N_("fünf")}
LENGTHS = {1: 2.0, 2: 1.5}  # of nearness by the number of paragraphs; more are CLOSE, a stated relation is 1
CLOSE = 1.2
FIRST = 3
LARGEST = 100  # mentions whose area has room; where somebody has more, all are drawn smaller
ROWS, PAIRS, ONCE, APART = 160, 90, 250, 150  # that the tables list, and names that are not in the picture
SPOTS = 8  # paragraphs of a pair
LIMIT = N_("Gezeigt sind die {shown} am engsten Verbundenen von {all}; das ganze Netz steht in den Daten.")
FIRSTS = N_("die ersten {shown} von {all}")
OFTENEST = N_("die häufigsten {shown} von {all}")
REST = N_("und {number} weitere")
LEAST = N_("Haarlinien ab so vielen gemeinsamen Absätzen:")


class Shown(Struct, frozen=True):
    """A node in the picture: its dot, where it leads, and its name in full."""

    dot: Dot
    href: str
    title: str
    language: str  # of the name, where it is not the page's


class Stated(Struct, frozen=True):
    """A stated relation of two: from one side to the other, with its time and what it rests on."""

    id: str
    one: Piece
    relation: str
    other: Piece
    dated: str
    certainty: str
    marks: tuple[Mark, ...]


class Together(Struct, frozen=True):
    """Two persons that paragraphs name together."""

    id: str
    one: Piece
    other: Piece
    count: int
    spots: tuple[Spot, ...]


class Once(Struct, frozen=True):
    """A person, and with whom one paragraph alone names them."""

    one: Piece
    others: tuple[Together, ...]


class Network(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    summary: str
    label: str
    width: float
    height: float
    lines: tuple[Line, ...]
    counts: Mapping[str, int]  # how many paragraphs a line stands for, by its id
    shown: tuple[Shown, ...]
    key: tuple[tuple[str, str], ...]
    apart: tuple[Piece, ...]
    limits: Mapping[
        str, str
    ]  # what of each part is shown, where that is not all: picture, stated, near, once, apart
    stated: tuple[Stated, ...]
    near: tuple[Together, ...]
    once: tuple[Once, ...]
    sources: tuple[Mark, ...]
    aids: Mapping[str, Any]


def pages(edition: Edition) -> Iterator[Page]:
    """The page; none where nobody is joined with anybody."""
    if not navigation.offers(edition, urls.NETWORK):
        return
    edges = graph.edges(edition)
    stated = [edge for edge in edges if edge.kind == graph.STATED]
    near = [edge for edge in edges if edge.kind == graph.NEARNESS]
    used = (pointer for edge in stated for pointer in edge.sources.split())
    place = Place(edition, urls.NETWORK, facts.marks(edition, urls.NETWORK, used))
    nodes = graph.nodes(edition.config, edition)
    ranked = nearest.ranked(edges)
    lines = nearest.lines(edges, frozenset(ranked[: nearest.MOST]))
    joined = frozenset(one for edge in lines if drawn(edge) for one in (edge.source, edge.target))
    by_id = {node.id: node for node in nodes}
    picture = _picture(
        [node for node in nodes if node.id in joined],
        nearest.among(lines, joined),
        called(edition, sorted(joined)),
    )
    often = sorted((edge for edge in near if edge.weight >= OFTEN), key=lambda edge: -edge.weight)
    once = [edge for edge in near if edge.weight < OFTEN]
    drawable = frozenset(ranked)
    apart = [node for node in nodes if node.id not in drawable]
    together = partial(
        _together, place, seen_from(edition, urls.NETWORK), pairs=graph.persons_together(edition)
    )
    groups = {line.group for line in picture.lines} | {ties.DOUBT for line in picture.lines if line.doubt}
    context = Network(
        frame=frame(
            edition,
            urls.NETWORK,
            _(TITLE),
            description=_(DESCRIPTION),
            data=_files(edition, nodes),
            script="pictures",
        ),
        summary=_summary(nodes, stated, [edge for edge in near if drawn(edge)]),
        label=_label(edition, picture),
        width=picture.width,
        height=picture.height,
        lines=tuple(sorted(picture.lines, key=lambda line: line.group != ties.NEAR)),
        counts={edge.id: edge.weight for edge in near},
        shown=tuple(_shown(place, by_id[dot.id], dot) for dot in picture.dots),
        key=tuple((one, words.tie(one)) for one in (*ties.GROUPS, ties.NEAR, ties.DOUBT) if one in groups),
        apart=tuple(place.piece(node.id) for node in _sorted(apart)[:APART]),
        limits=dict(
            _limits((ranked, len(joined)), {"stated": stated, "near": often, "once": once, "apart": apart})
        ),
        stated=tuple(_stated(place, edge) for edge in stated[:ROWS]),
        near=tuple(map(together, often[:PAIRS])),
        once=tuple(_once(tuple(map(together, once[:ONCE])))),
        sources=tuple(place.marks.values()),
        aids=seeing.aids(_(LEAST)),
    )
    yield Page(urls.NETWORK, "network.html", context)


def _limits(
    picture: tuple[Sequence[str], int], tables: Mapping[str, Sequence[object]]
) -> Iterator[tuple[str, str]]:
    everybody, most = picture
    over = len(everybody) > most
    yield "picture", _(LIMIT).format(shown=most, all=len(everybody)) if over else ""
    for name, (shown, message) in _TABLES.items():
        found = len(tables[name])
        said = _(message).format(shown=shown, all=found, number=found - shown)
        yield name, said if found > shown else ""


_TABLES = {
    "stated": (ROWS, FIRSTS),
    "near": (PAIRS, OFTENEST),
    "once": (ONCE, FIRSTS),
    "apart": (APART, REST),
}


def _files(edition: Edition, nodes: Sequence[Node]) -> tuple[str, ...]:
    """The files that the nodes are from, and the texts."""
    paths = [edition.entities[node.id].path for node in nodes] + [text.path for text in edition.articles]
    return tuple(dict.fromkeys(path for path in paths if path))


def _picture(nodes: Sequence[Node], edges: Sequence[Edge], labels: Mapping[str, str]) -> drawing.Picture:
    known = {node.id for node in nodes}
    scale = min(1.0, LARGEST / max(1, *(node.mentions for node in nodes)))
    drawn_nodes = [
        drawing.Node(node.id, labels[node.id], round(node.mentions * scale), node.kind) for node in nodes
    ]
    return drawing.picture(drawn_nodes, [_tie(edge) for edge in edges if {edge.source, edge.target} <= known])


def _tie(edge: Edge) -> Tie:
    if edge.kind == graph.STATED:
        group, doubted = ties.group(edge.relation), bool(words.certainty(edge.certainty))
        return Tie(edge.id, edge.source, edge.target, group, 1.0, not edge.mutual, doubted=doubted)
    length = LENGTHS.get(edge.weight, CLOSE)
    return Tie(edge.id, edge.source, edge.target, ties.NEAR, length, drawn=drawn(edge))


def _sorted(nodes: Sequence[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: words.sort_key(node.label))


def _shown(place: Place, node: Node, dot: Dot) -> Shown:
    entry = place.piece(dot.id)
    title = f"{spoken(entry.words)}, {words.count(node.mentions, 'Stelle', 'Stellen')}"
    short = dot.label if dot.label not in title else ""
    return Shown(dot, entry.href, f"{title} ({short})" if short else title, entry.language)


def _summary(nodes: Sequence[Node], stated: Sequence[Edge], near: Sequence[Edge]) -> str:
    """How many of each kind, and how many lines."""
    kinds = Counter(node.kind for node in nodes)
    entries = ", ".join(
        words.count(kinds[kind.slug], kind.singular, kind.title) for kind in KINDS if kinds[kind.slug]
    )
    shown = [entries]
    if stated:
        shown.append(_(LINES).format(relations=words.count(len(stated), "Beziehung", "Beziehungen")))
    if near:
        often = _(NUMBERS.get(OFTEN, str(OFTEN)))
        shown.append(_(HAIRLINES).format(pairs=words.count(len(near), "Paar", "Paare"), number=often))
    return _(SUMMARY).format(shown=". ".join(shown))


def _label(edition: Edition, picture: drawing.Picture) -> str:
    """The picture in one sentence: how many, and who has most lines."""
    ends = [end for line in picture.lines for end in (line.source, line.target)]
    ranked = sorted({dot.id for dot in picture.dots}, key=lambda one: (-ends.count(one), one))[:FIRST]
    return _(PICTURE).format(
        dots=words.count(len(picture.dots), "Eintrag", "Einträgen"),
        first=", ".join(spoken(edition.entities[one].name) for one in ranked),
    )


def _stated(place: Place, edge: Edge) -> Stated:
    relation = place.edition.relations[int(edge.statement[1:]) - 1]
    return Stated(
        edge.id,
        place.piece(edge.source),
        edge.label,
        place.piece(edge.target),
        words.dating(relation.dating),
        words.certainty(relation.certainty),
        place.cited(relation.sources),
    )


def _together(place: Place, spots: Spots, edge: Edge, *, pairs: Pairs) -> Together:
    passages = pairs[edge.source, edge.target]
    where = tuple(_numbered(spots.at(text, block, block)) for text, block, _ in passages[:SPOTS])
    return Together(edge.id, place.piece(edge.source), place.piece(edge.target), edge.weight, where)


def _numbered(spot: Spot) -> Spot:
    """A place with its bare number: the head of the column says what is counted."""
    return replace(spot, label=spot.label.removeprefix(_(cited.PARAGRAPH).format(number="")))


def _once(rows: Sequence[Together]) -> Iterator[Once]:
    for one, others in groupby(rows, key=lambda row: row.one):
        yield Once(one, tuple(others))
