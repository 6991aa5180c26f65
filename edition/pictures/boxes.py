"""The room that something takes in a picture."""

from __future__ import annotations

from math import sqrt

from msgspec import Struct


class Box(Struct, frozen=True):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether two rectangles share a point, or come nearer than a gap; a negative gap is what they may share."""
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

    def holds(self, other: Box) -> bool:
        """Whether another one lies inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def distance(self, x: float, y: float) -> float:
        """How far a point lies from the rectangle; 0 inside."""
        beside, above = max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom)
        return sqrt(beside * beside + above * above)
