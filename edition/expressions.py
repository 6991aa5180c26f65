"""Regular expressions that come with the data, matched in time that no expression can blow up.

Python tries one way through an expression after another: `(a+)+b` keeps it busy for years with forty letters. An
expression that has few ways is given to Python; of any other, all ways are followed at once, letter by letter
(R. Cox, Regular Expression Matching: the Virtual Machine Approach, 2009).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

_ENOUGH = 100_000  # ways that Python may try for one value: some milliseconds
_LONGEST = 500  # steps of a program; expressions of schemas have a dozen
_DEEPEST = 40  # parentheses in parentheses
_WIDEST = 200_000  # characters: a class of Unicode, written out, has some thousands
_COUNTED = re.compile(r"\{(\d{1,4})(?:(,)(\d{0,4}))?\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_WIDE = re.compile(r"\\(?:U[0-9A-Fa-f]{8}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^\dbBAZ])", re.DOTALL)
Groups = tuple[str, ...]


class UnknownError(ValueError):
    """An expression that is none, or is in no form that can be followed."""


class _Ways(NamedTuple):
    """How many ways there are through an expression: at most `factor` times length to the power of `degree`."""

    factor: int = 1
    degree: int = 0

    def then(self, other: _Ways) -> _Ways:
        return _Ways(min(self.factor * other.factor, _ENOUGH), self.degree + other.degree)

    def many(self, low: int, high: int | None) -> _Ways:
        if self != (1, 0):  # a choice inside what is repeated: as many ways as one likes
            return _Ways(_ENOUGH, 9) if high != 1 else _Ways(self.factor + 1, self.degree)
        return _Ways(1, 1) if high is None else _Ways(high - low + 1, 0)


@dataclass(frozen=True, slots=True)
class _Node:
    """A part of an expression. `kind`: letter, sequence, choice, repeat, group."""

    kind: str
    parts: tuple[_Node, ...] = ()
    letter: re.Pattern[str] | None = None
    low: int = 1
    high: int | None = 1  # None: without end
    group: int = 0

    def ways(self) -> _Ways:
        if self.kind == "letter":
            return _Ways()
        found = [part.ways() for part in self.parts]
        if self.kind == "repeat":
            return found[0] if (self.low, self.high) == (1, 1) else found[0].many(self.low, self.high)
        if self.kind == "choice":
            return _Ways(sum(one.factor for one in found), max(one.degree for one in found))
        product = _Ways()
        for one in found:
            product = product.then(one)
        return product


class Expression:
    """An expression, and what of a text its groups hold."""

    def __init__(self, source: str) -> None:
        if len(source) > _WIDEST:
            raise UnknownError("too long")
        reader = _Reader(source)
        try:
            node = reader.whole()
            self._python = _compiled(source)
        except (re.error, OverflowError, RecursionError) as error:
            raise UnknownError(str(error)) from error
        self._ways = node.ways()
        self._groups = reader.groups
        self._steps: list[_Step] = []
        if self._ways.degree > 1 or self._ways.factor >= _ENOUGH:
            self._emit(node)
            self._steps.append(_Step("end"))

    def fullmatch(self, text: str) -> Groups | None:
        """What the groups hold, "" for one that holds nothing, if the whole text has this form; else None."""
        ways = self._ways
        if ways.degree <= 1 or ways.factor * len(text) ** ways.degree <= _ENOUGH:
            found = self._python.fullmatch(text)
            return found.groups("") if found else None
        return self._followed(text)

    def _emit(self, node: _Node) -> None:
        """Add the steps of a part; every step leads to the next, or to those it names."""
        if len(self._steps) > _LONGEST:
            raise UnknownError("too long")
        if node.kind == "letter":
            self._steps.append(_Step("letter", letter=node.letter))
        elif node.kind == "choice":
            self._emit_choice(node.parts)
        elif node.kind == "repeat":
            self._emit_repeat(node)
        else:
            if node.group:
                self._steps.append(_Step("save", slot=2 * node.group - 2))
            for part in node.parts:
                self._emit(part)
            if node.group:
                self._steps.append(_Step("save", slot=2 * node.group - 1))

    def _emit_choice(self, parts: tuple[_Node, ...]) -> None:
        leaving = []
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            fork = len(self._steps)
            if not last:
                self._steps.append(_Step("fork"))
            self._emit(part)
            if not last:
                leaving.append(len(self._steps))
                self._steps.append(_Step("fork"))
                self._steps[fork] = _Step("fork", to=(fork + 1, len(self._steps)))
        for place in leaving:
            self._steps[place] = _Step("fork", to=(len(self._steps),))

    def _emit_repeat(self, node: _Node) -> None:
        (part,) = node.parts
        for _ in range(node.low):
            self._emit(part)
        if node.high is None:
            fork = len(self._steps)
            self._steps.append(_Step("fork"))
            self._emit(part)
            self._steps.append(_Step("fork", to=(fork,)))
            self._steps[fork] = _Step("fork", to=(fork + 1, len(self._steps)))
            return
        forks = []
        for _ in range(node.high - node.low):
            forks.append(len(self._steps))
            self._steps.append(_Step("fork"))
            self._emit(part)
        for fork in forks:
            self._steps[fork] = _Step("fork", to=(fork + 1, len(self._steps)))

    def _followed(self, text: str) -> Groups | None:
        threads = self._reached([(0, (-1,) * (2 * self._groups))], 0)
        for index, sign in enumerate(text):
            moved = [
                (place + 1, slots)
                for place, slots in threads.items()
                if (letter := self._steps[place].letter) and letter.fullmatch(sign)
            ]
            if not moved:
                return None
            threads = self._reached(moved, index + 1)
        slots = threads.get(len(self._steps) - 1)
        if slots is None:
            return None
        spans = zip(slots[::2], slots[1::2], strict=True)
        return tuple(text[start:end] if end >= 0 else "" for start, end in spans)

    def _reached(self, begun: list[tuple[int, tuple[int, ...]]], index: int) -> dict[int, tuple[int, ...]]:
        """The steps that wait for a letter, or the end, the preferred first, with what groups hold by then."""
        found: dict[int, tuple[int, ...]] = {}
        seen: set[int] = set()
        stack = begun[::-1]
        while stack:
            place, slots = stack.pop()
            if place in seen:
                continue
            seen.add(place)
            step = self._steps[place]
            if step.kind == "fork":
                stack += [(other, slots) for other in reversed(step.to)]
            elif step.kind == "save":
                stack.append((place + 1, (*slots[: step.slot], index, *slots[step.slot + 1 :])))
            else:
                found[place] = slots
        return found


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of the program: a letter that must come, a fork, a bound of a group, or the end."""

    kind: str
    letter: re.Pattern[str] | None = None
    to: tuple[int, ...] = ()
    slot: int = 0


class _Reader:
    """One pass over an expression."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0
        self._depth = 0
        self.groups = 0

    def whole(self) -> _Node:
        """The expression; UnknownError if anything is left."""
        node = self._choice()
        if self._place < len(self._source):
            raise UnknownError("parenthesis")
        return node

    def _ahead(self, signs: str) -> bool:
        return self._place < len(self._source) and self._source[self._place] in signs

    def _choice(self) -> _Node:
        parts = [self._sequence()]
        while self._ahead("|"):
            self._place += 1
            parts.append(self._sequence())
        return parts[0] if len(parts) == 1 else _Node("choice", tuple(parts))

    def _sequence(self) -> _Node:
        return _Node("sequence", tuple(self._pieces()))

    def _pieces(self) -> Iterator[_Node]:
        while self._place < len(self._source) and not self._ahead("|)"):
            if self._anchor():
                continue
            atom = self._group() if self._ahead("(") else self._letter()
            low, high = self._quantity()
            yield _Node("repeat", (atom,), low=low, high=high)

    def _anchor(self) -> bool:
        """Whether an anchor was passed over: the whole text is matched in any case."""
        at_edge = {"^": self._place == 0, "$": self._place == len(self._source) - 1}
        sign = self._source[self._place]
        if sign in at_edge and not at_edge[sign]:
            raise UnknownError("anchor")
        self._place += sign in at_edge
        return sign in at_edge

    def _group(self) -> _Node:
        self._place += 1
        self._depth += 1
        number = 0
        if self._ahead("?"):
            if not self._source.startswith("?:", self._place):
                raise UnknownError("extension")
            self._place += 2
        else:
            self.groups += 1
            number = self.groups
        if self._depth > _DEEPEST:
            raise UnknownError("too deep")
        inside = self._choice()
        if not self._ahead(")"):
            raise UnknownError("parenthesis")
        self._place += 1
        self._depth -= 1
        return _Node("group", (inside,), group=number)

    def _letter(self) -> _Node:
        rest = {"[": _CLASS, "\\": _WIDE}.get(self._source[self._place])
        found = rest.match(self._source, self._place) if rest else None
        if (rest and not found) or self._ahead("*+?{"):
            raise UnknownError("sign")
        written = found[0] if found else self._source[self._place]
        self._place += len(written)
        return _Node("letter", letter=_one(written))

    def _quantity(self) -> tuple[int, int | None]:
        counted = _COUNTED.match(self._source, self._place)
        signs: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if counted:
            self._place = counted.end()
            low = int(counted[1])
            high = None if counted[2] and not counted[3] else int(counted[3] or low)
            if high is not None and high < low:
                raise UnknownError("range")
        elif self._ahead("*+?"):
            low, high = signs[self._source[self._place]]
            self._place += 1
        else:
            return 1, 1
        if self._ahead("*+?{"):  # lazy or possessive: no matter of XML Schema
            raise UnknownError("quantifier")
        return low, high


@cache
def _one(written: str) -> re.Pattern[str]:
    return _compiled(written)


def _compiled(source: str) -> re.Pattern[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # what may mean something else one day means what it does
        return re.compile(source)


@cache
def expression(source: str) -> Expression:
    """The expression, read once. Raises UnknownError."""
    return Expression(source)
