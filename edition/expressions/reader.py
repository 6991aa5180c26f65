"""The text of an expression, read into a tree."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import cache

from edition.expressions.parts import Node, UnknownError

_DEEPEST = 40  # parentheses in parentheses
_COUNTED = re.compile(r"\{(\d{1,4})(?:(,)(\d{0,4}))?\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_WIDE = re.compile(r"\\(?:U[0-9A-Fa-f]{8}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^\dbBAZ])", re.DOTALL)


class Reader:
    """One pass over an expression."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0
        self._depth = 0
        self.groups = 0

    def whole(self) -> Node:
        """The expression; UnknownError if anything is left."""
        node = self._choice()
        if self._place < len(self._source):
            raise UnknownError("parenthesis")
        return node

    def _ahead(self, signs: str) -> bool:
        return self._place < len(self._source) and self._source[self._place] in signs

    def _choice(self) -> Node:
        parts = [self._sequence()]
        while self._ahead("|"):
            self._place += 1
            parts.append(self._sequence())
        return parts[0] if len(parts) == 1 else Node("choice", tuple(parts))

    def _sequence(self) -> Node:
        return Node("sequence", tuple(self._pieces()))

    def _pieces(self) -> Iterator[Node]:
        while self._place < len(self._source) and not self._ahead("|)"):
            if self._anchor():
                continue
            atom = self._group() if self._ahead("(") else self._letter()
            low, high = self._quantity()
            yield Node("repeat", (atom,), low=low, high=high)

    def _anchor(self) -> bool:
        """Whether an anchor was passed over: the whole text is matched in any case."""
        at_edge = {"^": self._place == 0, "$": self._place == len(self._source) - 1}
        sign = self._source[self._place]
        if sign in at_edge and not at_edge[sign]:
            raise UnknownError("anchor")
        self._place += sign in at_edge
        return sign in at_edge

    def _group(self) -> Node:
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
        return Node("group", (inside,), group=number)

    def _letter(self) -> Node:
        rest = {"[": _CLASS, "\\": _WIDE}.get(self._source[self._place])
        found = rest.match(self._source, self._place) if rest else None
        if (rest and not found) or self._ahead("*+?{"):
            raise UnknownError("sign")
        written = found[0] if found else self._source[self._place]
        self._place += len(written)
        return Node("letter", letter=_one(written))

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
    return compiled(written)


def compiled(source: str) -> re.Pattern[str]:
    """The expression for Python."""
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", FutureWarning
        )  # what may mean something else one day means what it does
        return re.compile(source)
