"""How much room words take, and boxes that must not meet.

No font is read in the build, and readers have different ones: the widths are those of the widest of the families in
the style sheet, so that a label is never wider than its box.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_NARROW, _WIDE = frozenset("fijltrIJ.,;:'’|!()-/ "), frozenset("mwMW")
_EM = {"narrow": 0.39, "wide": 0.95, "capital": 0.72, "plain": 0.565}
ASCENT, DESCENT = 0.8, 0.26  # of the size, above and below the base line


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether two boxes have a point in common, or are nearer than a gap."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def crossed(self, x1: float, y1: float, x2: float, y2: float) -> bool:
        """Whether the line between two points goes through (Liang and Barsky's clipping)."""
        first, last = 0.0, 1.0
        for step, before, after in (
            (x2 - x1, self.left - x1, self.right - x1),
            (y2 - y1, self.top - y1, self.bottom - y1),
        ):
            if step == 0:
                if before > 0 or after < 0:
                    return False
                continue
            enter, leave = (before / step, after / step) if step > 0 else (after / step, before / step)
            if enter > first:
                first = enter
            if leave < last:
                last = leave
        return first < last


@cache
def width(words: str, size: float) -> float:
    """The widest that words of a size can be, in the unit of the size."""
    return size * sum(_EM[_shape(sign)] for sign in words)


def _shape(sign: str) -> str:
    if sign in _NARROW:
        return "narrow"
    if sign in _WIDE:
        return "wide"
    return "capital" if sign.isupper() else "plain"


def box(words: str, size: float, x: float, y: float, anchor: str) -> Box:
    """The room of words set at a point of the base line; `anchor` is that of SVG."""
    wide = width(words, size)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, y - ASCENT * size, left + wide, y + DESCENT * size)
