"""An expression as a tree, and how many ways lead through it."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct

ENOUGH = 100_000  # ways that Python may try for one value: some milliseconds


class UnknownError(ValueError):
    """An expression that is none, or is in no form that can be followed."""


class Ways(NamedTuple):
    """How many ways there are through an expression: at most `factor` times length to the power of `degree`."""

    factor: int = 1
    degree: int = 0

    def then(self, other: Ways) -> Ways:
        """Of two parts, one after the other."""
        return Ways(min(self.factor * other.factor, ENOUGH), self.degree + other.degree)

    def many(self, low: int, high: int | None) -> Ways:
        """Of a part that is repeated; `high` is None where that has no end."""
        if self != (1, 0):  # a choice inside what is repeated: as many ways as one likes
            return Ways(ENOUGH, 9) if high != 1 else Ways(self.factor + 1, self.degree)
        return Ways(1, 1) if high is None else Ways(high - low + 1, 0)


class Node(Struct, frozen=True):
    """A part of an expression. `kind`: letter, sequence, choice, repeat, group."""

    kind: str
    parts: tuple[Node, ...] = ()
    letter: re.Pattern[str] | None = None
    low: int = 1
    high: int | None = 1  # None: without end
    group: int = 0

    def ways(self) -> Ways:
        """How many there are through this part."""
        if self.kind == "letter":
            return Ways()
        found = [part.ways() for part in self.parts]
        if self.kind == "repeat":
            return found[0] if (self.low, self.high) == (1, 1) else found[0].many(self.low, self.high)
        if self.kind == "choice":
            return Ways(sum(one.factor for one in found), max(one.degree for one in found))
        product = Ways()
        for one in found:
            product = product.then(one)
        return product
