"""Regular expressions that come with the data, matched in time that no expression can blow up.

Python tries one way through an expression after another: `(a+)+b` keeps it busy for years with forty letters. An
expression that has few ways is given to Python; of any other, all ways are followed at once.

| module | answers |
|---|---|
| `reader` | an expression as a tree |
| `parts` | the tree, and how many ways lead through it |
| `program` | the tree as steps, and what they make of a text |
"""

from __future__ import annotations

import re
from functools import cache

from edition.expressions.parts import ENOUGH, UnknownError
from edition.expressions.program import Groups, Program
from edition.expressions.reader import Reader, compiled

__all__ = ["Expression", "UnknownError", "expression"]

_EFFORT = 2_000_000  # letters times steps for one value: a second or two
_WIDEST = 200_000  # characters: a class of Unicode, written out, has some thousands


class Expression:
    """An expression, and what of a text its groups hold."""

    def __init__(self, source: str) -> None:
        if len(source) > _WIDEST:
            raise UnknownError("too long")
        reader = Reader(source)
        try:
            node = reader.whole()
            self._python = compiled(source)
        except (re.error, OverflowError, RecursionError) as error:
            raise UnknownError(str(error)) from error
        self._ways = node.ways()
        many = self._ways.degree > 1 or self._ways.factor >= ENOUGH
        self._program = Program(node, reader.groups) if many else None

    def fullmatch(self, text: str) -> Groups | None:
        """What the groups hold, "" for one that holds nothing, if the whole text has this form; else None.

        Raises:
            UnknownError: the text is so long, and the expression so intricate, that it cannot be told.
        """
        ways = self._ways
        if not self._program or ways.factor * len(text) ** ways.degree <= ENOUGH:
            found = self._python.fullmatch(text)
            return found.groups("") if found else None
        if len(text) * len(self._program.steps) > _EFFORT:
            raise UnknownError("too long a text")
        return self._program.follow(text)


@cache
def expression(source: str) -> Expression:
    """The expression, read once. Raises UnknownError."""
    return Expression(source)
