"""Where labels stand: beside what they name, on the sheet, over no other label; the same for the same map.

Positions around a point are tried from near to far, the usual ones of cartography first (E. Imhof: Positioning names
on maps, in: The American Cartographer 2 (1975), 128–144: right above all, then the diagonals, then above and below);
the cheapest is taken, label after label, the most important first, and then each once more with all others in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import cos, hypot, radians, sin

from msgspec import Struct

from edition.pictures.boxes import Box
from edition.pictures.maps.projection import Point

# Widths in parts of the size, by sign: those of Georgia rounded up, the widest of the serif faces that the pages name,
# so that a label set in Palatino or Charter is narrower than its box.
_WIDTHS = (
    ("iljt.,;:'’|! ", 0.33), ("frsI-–()/*†", 0.45), ("acezxyvkJ", 0.53), ("0123456789", 0.62),
    ("bdghnopqußöäüéáłŁ", 0.6), ("ABCDEFGHKLNOPQRSTUVXYZÄÖÜ", 0.76), ("mwM", 0.92), ("W…", 1.02),
)  # fmt: skip
_WIDTH = {sign: width for signs, width in _WIDTHS for sign in signs}
_OTHER = 0.62
SIZE = 13  # of all labels, in units of the picture
LEADING = 15
_RISE, _FALL = 10.5, 3.5  # of a line, above and below its base
EDGE = 3  # room to the edge of the sheet

# Degrees counter-clockwise from the right, and what a position costs.
_AROUND = (
    (0, 0), (25, 1), (-25, 1), (180, 3), (155, 4), (-155, 4), (40, 2), (-40, 2), (55, 3), (-55, 3), (140, 5), (-140, 5),
    (125, 5), (-125, 5), (72, 5), (-72, 5), (108, 5), (-108, 5), (90, 5), (-90, 5),
)  # fmt: skip
_DISTANCES = (3, 6, 9, 13, 18, 24, 30, 37, 45, 54, 64, 76, 90, 115, 145, 180)
_LED = 9  # from here on a line leads to the point
_STEP, _ON_CIRCLE, _ON_LINE, _CROSSING, _IMPOSSIBLE = 0.7, 60.0, 12.0, 40.0, 1e6
_ROUNDS = 4


class Wish(Struct, frozen=True):
    """What is to be labelled: a circle, and the lines of its label; the first wishes are served first."""

    key: str
    x: float
    y: float
    radius: float
    lines: tuple[str, ...]


class Label(Struct, frozen=True):
    """A label in its place: the base of its first line, how it is anchored, perhaps a line that leads to its circle."""

    key: str
    x: float
    y: float
    anchor: str  # of SVG: start, middle, end
    lines: tuple[str, ...]
    box: Box
    leader: tuple[Point, Point] | None


class Ground(Struct, frozen=True):
    """What labels keep clear of: the edge of the sheet, circles (with radius), lines as chains of points."""

    width: float
    height: float
    circles: tuple[tuple[float, float, float], ...]
    lines: tuple[Point, ...] = ()


def width(text: str) -> float:
    """How wide a line is at most, in units of the picture."""
    return SIZE * sum(_WIDTH.get(sign, _OTHER) for sign in text)


def placed(wishes: Sequence[Wish], ground: Ground) -> tuple[Label, ...]:
    """A label for every wish, in the order of the wishes."""
    return _all_placed(tuple(wishes), ground)


@lru_cache(maxsize=64)  # a page in another language has nearly always the same labels
def _all_placed(wishes: tuple[Wish, ...], ground: Ground) -> tuple[Label, ...]:
    found: dict[str, Label] = {}
    positions = {wish.key: _Positions(wish) for wish in wishes}
    for _ in range(_ROUNDS):
        before = dict(found)
        for wish in wishes:
            others = [label for key, label in found.items() if key != wish.key]
            found[wish.key] = _cheapest(positions[wish.key], others, ground)
        if found == before:  # further rounds would change nothing either
            break
    return tuple(found[wish.key] for wish in wishes)


def _cheapest(positions: _Positions, others: Sequence[Label], ground: Ground) -> Label:
    """The first of the cheapest positions; what costs more by its distance alone is not looked at."""
    best, least = None, float("inf")
    for label, price in positions:
        if price >= least:
            break
        cost = price + _cost(label, others, ground, least - price)
        if best is None or cost < least:
            best, least = label, cost
    assert best
    return best


class _Positions:
    """The positions of a label, the cheapest first, each made when it is first asked for: most never are."""

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self.wide = max(map(width, wish.lines))
        self.high = LEADING * (len(wish.lines) - 1) + _RISE + _FALL
        self.made: list[Label] = []

    def __iter__(self) -> Iterator[tuple[Label, float]]:
        for number, (price, distance, dx, dy) in enumerate(_by_price()):
            if number == len(self.made):
                self.made.append(self._label(distance, dx, dy))
            yield self.made[number], price

    def _label(self, distance: int, dx: float, dy: float) -> Label:
        wish, wide, high = self.wish, self.wide, self.high
        reach = wish.radius + distance
        x, y = wish.x + dx * reach, wish.y + dy * reach
        side = 0 if abs(dx) < 0.3 else 1 if dx > 0 else -1
        left = x if side > 0 else x - wide if side < 0 else x - wide / 2
        top = y - high / 2 + dy * high / 2
        box = Box(left, top, left + wide, top + high)
        anchor = {1: "start", -1: "end", 0: "middle"}[side]
        led = (wish.x + dx * wish.radius, wish.y + dy * wish.radius), (x - side * -1.5, y)
        return Label(wish.key, x, top + _RISE, anchor, wish.lines, box, led if distance >= _LED else None)


@cache
def _by_price() -> Sequence[tuple[float, int, float, float]]:
    """Where a label may stand, the cheapest first: what that costs, how far from the circle, in which direction."""
    found = [
        (price + _STEP * distance, distance, cos(radians(angle)), -sin(radians(angle)))
        for distance in _DISTANCES
        for angle, price in _AROUND
    ]
    return sorted(found, key=lambda one: one[0])


def _cost(label: Label, others: Sequence[Label], ground: Ground, enough: float) -> float:
    """What stands in the way of a position; when it is `enough` it may be more."""
    box = label.box
    if (
        box.left < EDGE
        or box.top < EDGE
        or box.right > ground.width - EDGE
        or box.bottom > ground.height - EDGE
    ):
        return _IMPOSSIBLE
    if any(box.meets(other.box, 1) for other in others):
        return _IMPOSSIBLE
    cost = sum(_ON_CIRCLE for x, y, radius in ground.circles if box.distance(x, y) < radius)
    if cost >= enough:
        return cost
    cost += sum(_ON_LINE for x, y in ground.lines if box.distance(x, y) < 1)
    if cost >= enough:
        return cost
    for other in others:
        cost += _CROSSING * (_led_over(label, other) + _led_over(other, label))
    if cost < enough and label.leader:
        cost += sum(_CROSSING for circle in ground.circles if _passes(label.leader, circle))
    return cost


@lru_cache(maxsize=1000)  # of the labels that stand, asked for each position of the others
def _along(leader: tuple[Point, Point]) -> Sequence[Point]:
    (a, b), (c, d) = leader
    steps = int(hypot(c - a, d - b) / 2) + 1
    return [(a + (c - a) * n / steps, b + (d - b) * n / steps) for n in range(1, steps + 1)]


def _led_over(one: Label, other: Label) -> bool:
    """Whether the line of a label runs over another label or near its line."""
    if not one.leader:
        return False
    if _near(one.leader, other.box, 1) and any(other.box.distance(x, y) < 1 for x, y in _along(one.leader)):
        return True
    if not other.leader or not _near(one.leader, _around(other.leader), 4):
        return False
    return any(hypot(x - v, y - w) < 4 for x, y in _along(one.leader) for v, w in _along(other.leader))


def _near(leader: tuple[Point, Point], box: Box, gap: float) -> bool:
    """Whether a line may come nearer to a box than a gap; a little room is left for what is rounded."""
    return _around(leader).meets(box, gap + 0.01)


def _around(leader: tuple[Point, Point]) -> Box:
    (a, b), (c, d) = leader
    return Box(min(a, c), min(b, d), max(a, c), max(b, d))


def _passes(leader: tuple[Point, Point], circle: tuple[float, float, float]) -> bool:
    """Whether a line runs through a circle; its own it only touches."""
    x, y, radius = circle
    return any(hypot(a - x, b - y) < radius - 1 for a, b in _along(leader))
