"""Ties as lines between dots: bent only where a straight one would run through another dot or over another line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt

from msgspec import Struct

from edition.pictures.boxes import Box
from edition.pictures.dots import Dot
from edition.pictures.layout import Point

TIP, TIP_HALF = 6.5, 2.6  # length and half width of an arrow head
BENDS = (0.0, 10.0, -10.0, 20.0, -20.0, 34.0, -34.0, 50.0, -50.0)  # how far a line swings out
SAMPLES = 10


class Tie(Struct, frozen=True):
    """What joins two nodes; one that is not drawn only draws its ends nearer."""

    id: str
    source: str
    target: str
    group: str
    length: float
    directed: bool = False
    drawn: bool = True
    doubted: bool = False


class Line(Struct, frozen=True):
    """A tie as a path, and its arrow head as one; the latter is empty where it has no direction.

    `doubt` is the middle of the path, where a doubted tie has its ring.
    """

    id: str
    group: str
    source: str
    target: str
    path: str
    tip: str
    doubt: Point | None = None


def lines(dots: Sequence[Dot], ties: Sequence[Tie]) -> Iterator[Line]:
    """The ties, each bent only as far as it must be to pass by other dots and by the ties before it."""
    by_id = {dot.id: dot for dot in dots}
    discs = {dot.id: dot.disc for dot in dots}
    used: dict[tuple[str, str], set[float]] = {}
    for tie in ties:
        first, last = sorted((tie.source, tie.target))
        taken = used.setdefault((first, last), set())
        others = [disc for one, disc in discs.items() if one not in (first, last)]
        bend = _bend(by_id[first], by_id[last], taken, others)
        taken.add(bend)
        yield _line(tie, by_id[tie.source], by_id[tie.target], bend if tie.source == first else -bend)


def _bend(one: Dot, other: Dot, taken: set[float], discs: Sequence[Box]) -> float:
    """The least bend that is free and passes by all discs; if there is none, the one that meets the fewest."""
    found: dict[float, int] = {}
    for bend in BENDS:
        if bend not in taken:
            found[bend] = _hits((one, other), bend, discs)
            if not found[bend]:
                return bend
    return min(found, key=lambda bend: found[bend], default=BENDS[-1])


def _control(one: Dot, other: Dot, bend: float) -> Point:
    """The point that a line between two dots swings out to."""
    dx, dy = other.x - one.x, other.y - one.y
    long = sqrt(dx * dx + dy * dy)
    return (one.x + other.x) / 2 - 2 * bend * dy / long, (one.y + other.y) / 2 + 2 * bend * dx / long


def _hits(ends: tuple[Dot, Dot], bend: float, discs: Sequence[Box]) -> int:
    """How many other dots a line runs through."""
    one, other = ends
    cx, cy = _control(one, other, bend)
    course = []
    samples = SAMPLES if bend else 1
    for sample in range(samples + 1):
        t = sample / samples
        a, b, c = (1 - t) * (1 - t), 2 * t * (1 - t), t * t
        course.append((a * one.x + b * cx + c * other.x, a * one.y + b * cy + c * other.y))
    xs, ys = [x for x, _ in course], [y for _, y in course]
    around = Box(min(xs), min(ys), max(xs), max(ys))
    return sum(
        any(disc.crossed(*start, *end) for start, end in pairwise(course))
        for disc in discs
        if disc.meets(around)
    )


def _line(tie: Tie, source: Dot, target: Dot, bend: float) -> Line:
    control = _control(source, target, bend)
    begin = _towards(source, control, source.radius + 1)
    head = ""
    if tie.directed:
        end = _towards(target, control, target.radius + TIP)
        head = tip(_towards(target, control, target.radius + 0.6), end)
    else:
        end = _towards(target, control, target.radius + 1)
    way = f"Q{figure(control[0])} {figure(control[1])} " if bend else "L"
    path = f"M{figure(begin[0])} {figure(begin[1])}{way}{figure(end[0])} {figure(end[1])}"
    doubt = _middle(begin, control, end) if tie.doubted else None
    return Line(tie.id, tie.group, tie.source, tie.target, path, head, doubt)


def _middle(begin: Point, control: Point, end: Point) -> Point:
    """The middle of a line that swings out to `control`, which for a straight one lies on it."""
    return (
        round((begin[0] + 2 * control[0] + end[0]) / 4, 1),
        round((begin[1] + 2 * control[1] + end[1]) / 4, 1),
    )


def _towards(dot: Dot, point: Point, far: float) -> Point:
    """The point at a distance from the middle of a dot, towards another."""
    dx, dy = point[0] - dot.x, point[1] - dot.y
    long = sqrt(dx * dx + dy * dy)
    return dot.x + dx * far / long, dot.y + dy * far / long


def tip(head: Point, tail: Point) -> str:
    """An arrow head as a path, from its point to the middle of its base."""
    dx, dy = head[0] - tail[0], head[1] - tail[1]
    long = sqrt(dx * dx + dy * dy)
    ax, ay = -dy * TIP_HALF / long, dx * TIP_HALF / long
    corners = (head, (tail[0] + ax, tail[1] + ay), (tail[0] - ax, tail[1] - ay))
    return "M" + "L".join(f"{figure(x)} {figure(y)}" for x, y in corners) + "Z"


def figure(value: float) -> str:
    """A coordinate with one decimal, without a needless one."""
    return f"{round(value, 1):g}"
