"""Which units a request to the Navigation endpoint means (DTS 1.0, »Usage of down, ref, start and end«).

| down | ref | start, end | units |
|---|---|---|---|
| – | – | – | refused |
| – | one | – | none: the unit itself is all that is asked |
| – | – | both | none |
| 0 | – | – | refused |
| 0 | one | – | those beside it, and itself |
| 0 | – | both | refused |
| n, -1 | – | – | all, to depth n or to the deepest |
| n, -1 | one | – | it and those inside it, to n levels below it |
| n, -1 | – | both | those from the one to the other, to n levels below the deeper of them |
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from edition.dts.catalogue import Unit
from edition.dts.faults import missing, wrong
from edition.dts.parameters import BOTTOM, Values


class Passage(Struct, frozen=True):
    """What `ref`, or `start` and `end`, name in a text: places in its units; for the whole text none."""

    first: int = -1
    last: int = -1
    single: bool = False  # named by `ref`

    @property
    def named(self) -> bool:
        """Whether this is a part of the text."""
        return self.first >= 0


def passage(units: Sequence[Unit], values: Values) -> Passage:
    """What is named.

    Raises:
        RequestError: parameters that do not go together, or name no unit, or a range that runs backwards.
    """
    ref, start, end = (values.get(name) for name in ("ref", "start", "end"))
    if ref and (start or end):
        raise wrong("ref does not go with start and end.", "ref verträgt sich nicht mit start und end.")
    if bool(start) != bool(end):
        raise wrong("start and end go together.", "start und end gehören zusammen.")
    if ref:
        place = _place(units, ref)
        return Passage(place, place, single=True)
    if not (start and end):
        return Passage()
    first, last = _place(units, start), _place(units, end)
    if last < first:
        raise missing(f"{end} stands before {start}.", f"{end} steht vor {start}.")
    return Passage(first, last)


def members(units: Sequence[Unit], named: Passage, down: int | None) -> Sequence[Unit] | None:
    """The units that are meant, in document order; None where only the named ones are asked for.

    Raises:
        RequestError: a combination that the table refuses.
    """
    if down is None and named.named:
        return None
    if down is None or (down == 0 and not named.single):
        raise wrong("down is missing, or 0 without ref.", "down fehlt oder ist 0 ohne ref.")
    if down == 0:
        return [unit for unit in units if unit.parent == units[named.first].parent]
    if not named.named:
        return _to(units, 0, down)
    deeper = max(units[named.first].level, units[named.last].level)
    return _to(units[named.first : _end(units, named.last)], deeper, down)


def depth(units: Sequence[Unit]) -> int:
    """How many levels there are."""
    return max((unit.level for unit in units), default=0)


def _to(units: Sequence[Unit], level: int, down: int) -> list[Unit]:
    return [unit for unit in units if down == BOTTOM or unit.level <= level + down]


def _end(units: Sequence[Unit], place: int) -> int:
    """The place behind a unit and all those inside it."""
    level = units[place].level
    behind = range(place + 1, len(units))
    return next((other for other in behind if units[other].level <= level), len(units))


def _place(units: Sequence[Unit], identifier: str) -> int:
    for place, unit in enumerate(units):
        if unit.identifier == identifier:
            return place
    raise missing(
        f"The text has no citable unit {identifier}.", f"Der Text hat keine Zitiereinheit {identifier}."
    )
