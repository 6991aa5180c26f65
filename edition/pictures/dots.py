"""Dots with labels, moved apart until nothing meets and everything stands in the frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from msgspec import Struct
from msgspec.structs import replace

from edition.pictures import letters
from edition.pictures.boxes import Box

EDGE = 4.0  # free at the borders
GAP = 2.5  # between what must not meet
ROUNDING = 0.3  # how much nearer rounded places may be
ROUNDS = 160
MAJOR, SIZE, SIZE_MAJOR = 5, 12.0, 15.0  # from which weight on a label is large; sizes of labels
Side = tuple[int, int, str]
Segment = tuple[float, float, float, float]
# Where a label may stand: the side, in multiples of the distance from the middle of its dot, and the anchor.
SIDES: tuple[Side, ...] = ((1, 0, "start"), (-1, 0, "end"), (0, 1, "middle"), (0, -1, "middle"))
SLANTED: tuple[Side, ...] = ((1, 1, "start"), (1, -1, "start"), (-1, 1, "end"), (-1, -1, "end"))


class Frame(Struct, frozen=True):
    """The size of a picture."""

    width: float
    height: float

    def holds(self, room: Box) -> bool:
        """Whether a box stands inside, with some room at the borders."""
        return not any(self.inwards(room))

    def inwards(self, room: Box) -> tuple[float, float]:
        """How far a box must be moved to stand inside."""
        return (
            max(EDGE - room.left, 0.0) - max(room.right - (self.width - EDGE), 0.0),
            max(EDGE - room.top, 0.0) - max(room.bottom - (self.height - EDGE), 0.0),
        )


class Dot(Struct, frozen=True):
    """A node in its place, and the base point of its label."""

    id: str
    kind: str
    x: float
    y: float
    radius: float
    label: str
    size: float
    label_x: float
    label_y: float
    anchor: str

    @property
    def disc(self) -> Box:
        """The room of the dot."""
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)

    @property
    def words(self) -> Box:
        """The room of the label."""
        return letters.box(self.label, self.size, self.label_x, self.label_y, self.anchor)

    @property
    def room(self) -> Box:
        """The room of both."""
        disc, words = self.disc, self.words
        return Box(
            min(disc.left, words.left), min(disc.top, words.top),
            max(disc.right, words.right), max(disc.bottom, words.bottom),
        )  # fmt: skip


def dot(id: str, kind: str, label: str, weight: int, x: float, y: float) -> Dot:
    """A dot whose area grows with its weight, with its label at the right."""
    size = SIZE_MAJOR if weight >= MAJOR else SIZE
    radius = 2.2 + 1.25 * sqrt(weight)
    return _labelled(Dot(id, kind, x, y, radius, label, size, x, y, "start"), SIDES[0])


def _labelled(dot: Dot, side: Side) -> Dot:
    """The dot with its label at a side."""
    right, down, anchor = side
    away = dot.radius + 3 if not (right and down) else 0.7 * dot.radius + 1.5
    base = {0: 0.3 * dot.size, 1: away + 0.72 * dot.size, -1: -away}[down]
    return replace(dot, label_x=dot.x + right * away, label_y=dot.y + base, anchor=anchor)


def _moved(dot: Dot, dx: float, dy: float) -> Dot:
    return replace(dot, x=dot.x + dx, y=dot.y + dy, label_x=dot.label_x + dx, label_y=dot.label_y + dy)


def spread(dots: Sequence[Dot], joined: Mapping[str, Sequence[str]], frame: Frame) -> tuple[Dot, ...]:
    """The dots moved until nothing meets; nothing where the frame is too small."""
    by_id = {dot.id: dot for dot in dots}
    placed = [_labelled(dot, _outward(dot, [by_id[one] for one in joined[dot.id]])) for dot in dots]
    if not _pushed(placed, frame):
        return ()
    placed = [_rounded(dot) for dot in placed]
    at = {dot.id: (dot.x, dot.y) for dot in placed}
    segments = [(*at[one], *at[other]) for one in at for other in joined[one] if one < other]
    rooms = {dot.id: dot.room for dot in placed}
    for place, dot in enumerate(placed):
        placed[place] = _best(dot, rooms, segments, frame)
        rooms[dot.id] = placed[place].room
    return tuple(placed)


def _outward(dot: Dot, others: Sequence[Dot]) -> Side:
    """The side away from what a dot is joined to."""
    if not others:
        return SIDES[0]
    dx = dot.x - sum(one.x for one in others) / len(others)
    dy = dot.y - sum(one.y for one in others) / len(others)
    if abs(dy) > 2 * abs(dx):
        return SIDES[2] if dy > 0 else SIDES[3]
    return SIDES[0] if dx >= 0 else SIDES[1]


def _pushed(dots: list[Dot], frame: Frame) -> bool:
    """Push apart what meets, along the way that is shorter; whether nothing meets in the end."""
    for _ in range(ROUNDS):
        for place, dot in enumerate(dots):
            dots[place] = _moved(dot, *frame.inwards(dot.room))
        rooms = [dot.room for dot in dots]
        met = False
        for one in range(len(dots)):
            for other in range(one + 1, len(dots)):
                if rooms[one].meets(rooms[other], GAP):
                    met = True
                    _part(dots, rooms, one, other)
        if not met:
            return True
    return False


def _part(dots: list[Dot], rooms: list[Box], one: int, other: int) -> None:
    """Move two apart, each by half of what they share and a little more."""
    a, b = rooms[one], rooms[other]
    right = (a.right + GAP - b.left, b.right + GAP - a.left)
    down = (a.bottom + GAP - b.top, b.bottom + GAP - a.top)
    dx, dy = 0.0, 0.0
    if min(right) < min(down):
        dx = -(right[0] / 2 + 0.1) if right[0] < right[1] else right[1] / 2 + 0.1
    else:
        dy = -(down[0] / 2 + 0.1) if down[0] < down[1] else down[1] / 2 + 0.1
    dots[one], dots[other] = _moved(dots[one], dx, dy), _moved(dots[other], -dx, -dy)
    rooms[one], rooms[other] = dots[one].room, dots[other].room


def _rounded(dot: Dot) -> Dot:
    return replace(
        dot, x=round(dot.x, 1), y=round(dot.y, 1), radius=round(dot.radius, 1),
        label_x=round(dot.label_x, 1), label_y=round(dot.label_y, 1),
    )  # fmt: skip


def _best(dot: Dot, rooms: Mapping[str, Box], segments: Sequence[Segment], frame: Frame) -> Dot:
    """The dot with its label at the side where the fewest lines run through the label and nothing meets it."""
    others = [room for one, room in rooms.items() if one != dot.id]
    found = [dot]
    for side in (*SIDES, *SLANTED):
        tried = _rounded(_labelled(dot, side))
        room = tried.room
        if frame.holds(room) and not any(room.meets(one, GAP - ROUNDING) for one in others):
            found.append(tried)
    return min(found, key=lambda one: _crossed(one.words, segments))


def _crossed(words: Box, segments: Sequence[Segment]) -> int:
    return sum(
        words.crossed(x1, y1, x2, y2)
        for x1, y1, x2, y2 in segments
        if (x1 < words.right or x2 < words.right) and (x1 > words.left or x2 > words.left)
    )
