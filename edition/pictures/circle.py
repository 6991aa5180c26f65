"""One node among its neighbours: these stand on an oval, one to a row, so that their labels never meet.

Rows of equal height give the places their height, the oval how far they lie from the middle: no angles, no search.
Labels stand outside the oval, lines inside: they never meet either.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from edition.pictures import letters
from edition.pictures.dots import Dot
from edition.pictures.lines import Line, Tie, lines

WIDTH, ROW, HEAD = 760.0, 19.0, 12.0
OVAL = 86.0  # from the middle to the side
FLAT = 0.82  # how much of its height the oval uses: the outermost rows stay away from the middle
CENTRE, DOT = 7.0, 3.4
SIZE, SIZE_WORDS = 12.5, 11.0
GAP = 6.0  # between dot, label and words
SLANT = 0.9  # how wide italics are beside upright letters
FEWEST_ROWS = 3


class Neighbour(Struct, frozen=True):
    """A neighbour: its kind, its label, and in words what joins it with the middle."""

    id: str
    kind: str
    label: str
    words: tuple[str, ...]


class Place(Struct, frozen=True):
    """A neighbour in its place; `words` are those that have room."""

    dot: Dot
    words: str


class Circle(Struct, frozen=True):
    """A finished picture."""

    left: float
    width: float
    height: float
    middle: Dot
    places: tuple[Place, ...]
    lines: tuple[Line, ...]


def circle(middle: str, neighbours: Sequence[Neighbour], ties: Sequence[Tie]) -> Circle:
    """The neighbours clockwise from the top right, and the ties among them and with the middle."""
    right = (len(neighbours) + 1) // 2
    height = HEAD * 2 + ROW * max(right, FEWEST_ROWS)
    sides = (neighbours[:right], neighbours[: right - 1 : -1])
    places = tuple(
        _place(one, side, (row - (len(side_of) - 1) / 2) * ROW, height)
        for side, side_of in zip((1, -1), sides, strict=True)
        for row, one in enumerate(side_of)
    )
    centre = Dot(middle, "person", WIDTH / 2, round(height / 2, 1), CENTRE, "", SIZE, 0, 0, "start")
    dots = [centre, *(place.dot for place in places)]
    left, right_end = min(_reach(place)[0] for place in places), max(_reach(place)[1] for place in places)
    return Circle(round(left), round(right_end - left), height, centre, places, tuple(lines(dots, ties)))


def _place(one: Neighbour, side: int, down: float, height: float) -> Place:
    share = FLAT * down / (height / 2)
    x, y = round(WIDTH / 2 + side * OVAL * sqrt(1 - share * share), 1), round(height / 2 + down, 1)
    begin = round(x + side * (DOT + GAP), 1)
    dot = Dot(
        one.id, one.kind, x, y, DOT, one.label, SIZE, begin, round(y + 4, 1), "start" if side > 0 else "end"
    )
    room = (WIDTH - begin if side > 0 else begin) - letters.width(one.label, SIZE) - GAP
    return Place(dot, _fitting(one.words, room / (SIZE_WORDS * SLANT)))


def _reach(place: Place) -> tuple[float, float]:
    """From where to where a neighbour with its words may reach."""
    dot = place.dot
    long = letters.width(dot.label, SIZE) + GAP + letters.width(place.words, SIZE_WORDS * SLANT)
    return (dot.x, dot.label_x + long) if dot.anchor == "start" else (dot.label_x - long, dot.x)


def _fitting(words: Sequence[str], room: float) -> str:
    """As many of the words as have room, the first in any case; dots show that there are more."""
    for count in range(len(words), 1, -1):
        said = ", ".join(words[:count]) + (" …" if count < len(words) else "")
        if letters.width(said, 1.0) <= room:
            return said
    return f"{words[0]} …" if len(words) > 1 else next(iter(words), "")
