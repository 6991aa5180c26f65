"""A text as one line: where its paragraphs begin, which numbers to set below, where something stands."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate

from msgspec import Struct

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
FIGURES = 12  # numbers that have room below a line on a small screen
TICKS = 500  # that can be told apart


class Line(Struct, frozen=True, dict=True):
    """A text by the lengths of its blocks, in signs; the blocks that are counted have their number."""

    lengths: tuple[int, ...]
    numbers: tuple[str, ...]  # one for each block, empty where it has none

    def at(self, block: int, sign: int) -> str:
        """Where a sign of a block stands, in hundredths of the line."""
        return hundredths(self.begins[block] + sign, self.begins[-1])

    @cached_property
    def begins(self) -> tuple[int, ...]:
        """Before how many signs each block begins, and how many there are."""
        return (0, *accumulate(self.lengths))


class Ground(Struct, frozen=True):
    """What is the same for everything in a text: ticks as a path a thousand units long, numbers with their places."""

    ticks: str
    numbers: tuple[tuple[str, str], ...]  # where, in hundredths, and the number


def ground(line: Line) -> Ground:
    """The line of a text: a tick at the beginning of each block, of very many of some, and as many numbers as have room."""
    begins = line.begins
    whole = max(1, begins[-1])
    ticks = "".join(
        f"M{round(1000 * begin / whole, 1):g} 0v1" for begin in begins[:: 1 + len(begins) // TICKS]
    )
    counted = [(place, number) for place, number in enumerate(line.numbers) if number]
    numbers = tuple(
        (hundredths(begins[place], whole), number)
        for order, (place, number) in enumerate(counted, 1)
        if order == 1 or order % step(len(counted)) == 0
    )
    return Ground(ticks, numbers)


def step(count: int) -> int:
    """Each how-manieth of some numbers is set, so that they have room."""
    return next((one for one in STEPS if count <= one * FIGURES), max(1, count))


def hundredths(part: int, whole: int) -> str:
    """A place on a line that stretches: »12.34%«."""
    return f"{100 * part / max(1, whole):.2f}%"
