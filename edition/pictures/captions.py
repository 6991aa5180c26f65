"""Where words find room in a picture: no two over each other, none beyond the frame.

The type is that of the reader, so its width is not known here; it is reckoned generously, and a test measures it
in a browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Literal

from msgspec import Struct

from edition.pictures.boxes import Box

Anchor = Literal["start", "middle", "end"]
SIGN = 0.56  # width of a sign, in sizes of the type
ASCENT, LEADING = 0.8, 1.15  # in sizes of the type
EDGE = 0.01  # what two boxes beside each other may share


class Caption(Struct, frozen=True):
    """Words in a picture: `y` is the line the first of them stands on."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: Anchor
    size: float

    @property
    def rows(self) -> tuple[tuple[str, float], ...]:
        """Each line with its place."""
        return tuple((line, self.y + LEADING * self.size * row) for row, line in enumerate(self.lines))

    @property
    def box(self) -> Box:
        """The room it takes."""
        wide = max(width(line, self.size) for line in self.lines)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        top = self.y - ASCENT * self.size
        return Box(left, top, left + wide, top + LEADING * self.size * len(self.lines))


def width(words: str, size: float) -> float:
    """How wide words may be."""
    return SIGN * size * len(words)


def wrapped(words: str, signs: int, lines: int) -> tuple[str, ...]:
    """Words in lines of at most so many signs; empty where they do not fit into so many lines."""
    found = wrap(words, signs, break_long_words=False)
    return tuple(found) if len(found) <= lines and all(len(line) <= signs for line in found) else ()


def beside(lines: tuple[str, ...], left: float, right: float, y: float, size: float) -> Iterator[Caption]:
    """Words to the right of something, or to its left; then a little higher or lower."""
    middle = y + (ASCENT - LEADING * len(lines) / 2) * size
    for shift in (0.0, -0.6 * size, 0.6 * size):
        yield Caption(lines, right, middle + shift, "start", size)
        yield Caption(lines, left, middle + shift, "end", size)


def first(choices: Iterable[tuple[int, Caption]], frame: Box, taken: Sequence[Box]) -> dict[int, Caption]:
    """The first of some captions that has room in the frame, by its number; or none."""
    for number, one in choices:
        if frame.holds(one.box) and not any(one.box.meets(box, -EDGE) for box in taken):
            return {number: one}
    return {}
