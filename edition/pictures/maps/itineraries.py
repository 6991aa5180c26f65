"""The way of a person on a sheet: stays as numbered points, legs as curves that bend to their right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from msgspec import Struct

from edition.interface import _
from edition.model import Dating
from edition.pictures.maps import labels, outlines
from edition.pictures.maps.frames import Frame, Sheet, fitted
from edition.pictures.maps.labels import Ground, Label, Wish
from edition.pictures.maps.projection import Point, suited
from edition.pictures.maps.stays import BIRTH, DEATH, Itinerary, Leg, Stay

SHEET = Sheet(width=640, lowest=260, highest=440, beside=76, above=60)
RADIUS, RING = 4.0, 6.0  # of a place, of a country
BEND = 0.08  # how far a curve leaves the straight line, in parts of its length
HEAD, HALF = 8.0, 3.2  # length of an arrowhead, half its width
GAP = 2.0  # between a curve and the circle it leaves or reaches
STEPS = 240
EVERY = 10  # of these points a line is drawn through
_SIGNS = {BIRTH: "*\N{NO-BREAK SPACE}", DEATH: "†\N{NO-BREAK SPACE}"}


class Node(Struct, frozen=True):
    """A point of the way: one stay or several at the same place."""

    x: float
    y: float
    radius: float
    area: bool
    stays: tuple[Stay, ...]


class Curve(Struct, frozen=True):
    """A leg as the data of two SVG paths: the line and its arrowhead."""

    leg: Leg
    line: str
    head: str


class Route(Struct, frozen=True):
    """The picture of a way."""

    frame: Frame
    land: str
    curves: tuple[Curve, ...]
    nodes: tuple[Node, ...]
    labels: tuple[Label, ...]


def route(itinerary: Itinerary) -> Route:
    """The picture of the stays that have coordinates."""
    spots = tuple(dict.fromkeys(stay.spot for stay in itinerary.stays if stay.spot))
    frame = fitted(suited(spots), spots, SHEET)
    nodes = tuple(_nodes(frame, itinerary.stays))
    by_point = {stay.number: node for node in nodes for stay in node.stays}
    bends = [(leg, _bend(by_point[leg.start.number], by_point[leg.end.number])) for leg in itinerary.legs]
    wishes = [Wish(str(node.stays[0].number), node.x, node.y, node.radius, _lines(node)) for node in nodes]
    ground = Ground(
        frame.width,
        frame.height,
        tuple((node.x, node.y, node.radius + 1) for node in nodes),
        tuple(point for _leg, bend in bends for point in bend[::EVERY]),
    )
    return Route(
        frame=frame,
        land=outlines.path(frame, "world"),
        curves=tuple(Curve(leg, _line(bend), _head(bend)) for leg, bend in bends if len(bend) > 2),
        nodes=nodes,
        labels=labels.placed(wishes, ground),
    )


def _nodes(frame: Frame, stays: Sequence[Stay]) -> Iterator[Node]:
    placed = [stay for stay in stays if stay.spot]
    for spot in dict.fromkeys(stay.spot for stay in placed):
        here = tuple(stay for stay in placed if stay.spot == spot)
        x, y = frame.at(*(spot or (0, 0)))
        area = here[0].area
        yield Node(round(x, 1), round(y, 1), RING if area else RADIUS, area, here)


def _lines(node: Node) -> tuple[str, ...]:
    """»1 · 4 Brüssel«, and below when."""
    numbers = " · ".join(str(stay.number) for stay in node.stays)
    names = " / ".join(dict.fromkeys(stay.name for stay in node.stays))
    return f"{numbers} {names}", "; ".join(_years(stay) for stay in node.stays)


def _years(stay: Stay) -> str:
    return _SIGNS.get(stay.fact.slug, "") + years(stay.fact.dating)


def years(dating: Dating) -> str:
    """The years of a dating, as short as a map needs them: »1937–1941«, »bis 1919«, »ab 1936«."""
    if dating.when:
        return dating.when[:4]
    first, last = dating.begin or dating.not_before, dating.end or dating.not_after
    if first and last:
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"
    if first:
        return _("ab {date}").format(date=first[:4])
    return _("bis {date}").format(date=last[:4]) if last else ""


def _bend(start: Node, end: Node) -> list[Point]:
    """The points of a curve between two circles."""
    dx, dy = end.x - start.x, end.y - start.y
    cx, cy = (start.x + end.x) / 2 + dy * BEND * 2, (start.y + end.y) / 2 - dx * BEND * 2
    points = []
    for n in range(STEPS + 1):
        t = n / STEPS
        x = (1 - t) ** 2 * start.x + 2 * t * (1 - t) * cx + t * t * end.x
        y = (1 - t) ** 2 * start.y + 2 * t * (1 - t) * cy + t * t * end.y
        far = all(hypot(x - node.x, y - node.y) >= node.radius + GAP for node in (start, end))
        points += [(round(x, 1), round(y, 1))] if far else []
    return points


def _line(points: Sequence[Point]) -> str:
    kept = [*points[:-1:EVERY], points[-1]]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept)


def _head(points: Sequence[Point]) -> str:
    """An arrowhead whose point is the end of the curve; a short curve has a small one."""
    (x, y), (first_x, first_y) = points[-1], points[0]
    part = min(1, hypot(x - first_x, y - first_y) / (2 * HEAD))
    long, half = HEAD * part, HALF * part
    a, b = next((one for one in reversed(points) if hypot(x - one[0], y - one[1]) >= long), points[0])
    length = hypot(x - a, y - b) or 1
    ux, uy = (x - a) / length, (y - b) / length
    base_x, base_y = x - ux * long, y - uy * long
    corners = ((base_x - uy * half, base_y + ux * half), (base_x + uy * half, base_y - ux * half))
    return f"M{x:g} {y:g}" + "".join(f"L{p:.1f} {q:.1f}" for p, q in corners) + "z"
