"""A network as dots, lines and labels: none covers another, none leaves the frame, no line runs through a dot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from edition.pictures.dots import Dot, Frame, dot, spread
from edition.pictures.layout import Point, crossings, pairs, stress
from edition.pictures.lines import Line, Tie, lines

WIDTH = 760.0
SIDE, HEAD = 70.0, 24.0  # between the borders and the outermost dots, before anything is moved
ROOM = 11.0  # height of the frame for each node, and for none
REACH = 90.0  # how far from end to end, for each node: few do not fill the frame
LOW = 70.0
GROW = 1.06  # of the height, where there is no room yet
STARTS, MANY = (0, 7, 20, 50, 101), 100  # layouts that are tried; for more nodes the first alone
EVEN = 0.6  # how far places are drawn to even steps


class Node(Struct, frozen=True):
    """What is drawn as a dot: how much it weighs, and of which kind it is."""

    id: str
    label: str
    weight: int
    kind: str


class Picture(Struct, frozen=True):
    """A finished picture."""

    width: float
    height: float
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]


def picture(nodes: Sequence[Node], ties: Sequence[Tie]) -> Picture:
    """The network drawn; ties join these nodes and no others."""
    return _picture(tuple(nodes), tuple(ties))


@lru_cache(maxsize=8)  # a page in another language has the same picture
def _picture(nodes: tuple[Node, ...], ties: tuple[Tie, ...]) -> Picture:
    drawn = [tie for tie in ties if tie.drawn]
    points = _points(nodes, ties)
    joined: dict[str, list[str]] = {node.id: [] for node in nodes}
    for tie in drawn:
        joined[tie.source].append(tie.target)
        joined[tie.target].append(tie.source)
    height = LOW + ROOM * len(nodes)
    while True:
        dots = spread(_placed(nodes, points, height), joined, Frame(WIDTH, height))
        if dots:
            return Picture(WIDTH, round(height), dots, tuple(lines(dots, drawn)))
        height *= GROW


def _points(nodes: Sequence[Node], ties: Sequence[Tie]) -> list[Point]:
    """Of several layouts the one with the fewest crossings."""
    number = {node.id: place for place, node in enumerate(nodes)}
    lengths: dict[tuple[int, int], float] = {}
    shown: set[tuple[int, int]] = set()
    for tie in ties:
        one, other = sorted((number[tie.source], number[tie.target]))
        lengths[one, other] = min(tie.length, lengths.get((one, other), tie.length))
        if tie.drawn:
            shown.add((one, other))
    starts = STARTS if len(nodes) <= MANY else STARTS[:1]
    apart = pairs(len(nodes), lengths)
    layouts = [stress(len(nodes), apart, start) for start in starts]
    return (
        min(layouts, key=lambda points: crossings(points, sorted(shown))) if len(layouts) > 1 else layouts[0]
    )


def _placed(nodes: Sequence[Node], points: Sequence[Point], height: float) -> list[Dot]:
    """The layout stretched to the frame."""
    xs, ys = _fit([x for x, _ in points], WIDTH, SIDE), _fit([y for _, y in points], height, HEAD)
    return [
        dot(node.id, node.kind, node.label, node.weight, x, y)
        for node, x, y in zip(nodes, xs, ys, strict=True)
    ]


def _fit(values: Sequence[float], size: float, margin: float) -> list[float]:
    """Values stretched to a size: between where they are and where they would be in even steps, in their order;
    so a dense middle gets room, and what lies far out comes nearer."""
    low, high = min(values), max(values)
    if low == high:
        return [size / 2 for _ in values]
    span = min(size - 2 * margin, REACH * len(values))
    rank = {value: place / (len(values) - 1) for place, value in enumerate(sorted(values))}
    return [
        (size - span) / 2 + span * ((1 - EVEN) * (value - low) / (high - low) + EVEN * rank[value])
        for value in values
    ]
