"""Regular expressions of XML Schema (the facet `pattern`), translated to Python's."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from unicodedata import category

from edition import expressions
from edition.grammar import characters
from edition.grammar.characters import Characters
from edition.grammar.unusable import UnusableError

_QUANTIFIER = re.compile(r"[?*+]|\{[0-9]+(,[0-9]*)?\}")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}
_LITERAL = frozenset("\\|.-^?*+{}()[]")  # what a backslash makes literal
Lookup = Callable[[str], Characters]
_CLASSES: dict[str, Callable[[Lookup], Characters]] = {
    "s": lambda named: characters.SPACE,
    "i": lambda named: characters.name_start(),
    "c": lambda named: characters.name_more(),
    "d": lambda named: named("Nd"),
    "w": lambda named: characters.complement(characters.union(map(named, "PZC"))),
}
# Words made of characters of some categories, as in TEI's teidata.word: [^\p{C}\p{Z}]+. Asking for the
# category of each character of a value is quicker than building a set from 300,000 of them.
_CATEGORIES = re.compile(r"\[\^?(\\p\{\w+\})+\]\+|\(\\p\{\w+\}(\|\\p\{\w+\})*\)\+")


def check(expression: str) -> None:
    """ValueError with the reason if this is no expression; the sets of Unicode are not built for that."""
    _compile(expression, characters.known)


def matches(expression: str, text: str) -> bool:
    """Whether the whole text matches; a text of which that cannot be told does."""
    if _CATEGORIES.fullmatch(expression) and "\\p{Is" not in expression:
        return _of_categories(expression, text)
    try:
        return _compiled(expression, text.isascii()).fullmatch(text) is not None
    except expressions.UnknownError:
        return True


def _of_categories(expression: str, text: str) -> bool:
    wanted = tuple(re.findall(r"\w+(?=\})", expression))
    negative = expression.startswith("[^")
    return text != "" and all(category(letter).startswith(wanted) != negative for letter in text)


@cache
def _compiled(expression: str, plain: bool) -> expressions.Expression:
    """The expression; for texts in ASCII only, of which most values are, without all other characters: the classes of names
    alone take Python some twenty milliseconds."""
    if plain:
        return _compile(expression, characters.named_in_ascii, characters.ASCII)
    return _compile(expression, characters.named)


def _compile(expression: str, named: Lookup, wanted: Characters = characters.ALL) -> expressions.Expression:
    try:
        return expressions.Expression(_Translation(expression, named, wanted).text())
    except expressions.UnknownError as error:
        raise UnusableError("engine", reason=error) from error


class _Translation:
    """One pass over an expression."""

    def __init__(self, expression: str, named: Lookup, wanted: Characters) -> None:
        self._rest = expression
        self._named = named
        self._wanted = wanted
        self._depth = 0

    def text(self) -> str:
        """The whole expression."""
        result = []
        repeatable = False  # whether a quantifier may follow
        while self._rest:
            quantifier = _QUANTIFIER.match(self._rest)
            if quantifier and repeatable:
                self._rest = self._rest[quantifier.end() :]
                result.append(quantifier[0])
                repeatable = False
            else:
                piece = self._piece()
                result.append(piece)
                repeatable = piece not in ("(?:", "|")
        if self._depth:
            raise UnusableError("not closed")
        return "".join(result)

    def _next(self) -> str:
        if not self._rest:
            raise UnusableError("ends")
        first, self._rest = self._rest[0], self._rest[1:]
        return first

    def _piece(self) -> str:
        first = self._next()
        if first == "(":
            self._depth += 1
            return "(?:"
        if first == ")":
            self._depth -= 1
            if self._depth < 0:
                raise UnusableError("not opened")
            return first
        if first == "|":
            return first
        if first in "?*+{}]":
            raise UnusableError("nothing", sign=first)
        if first == ".":
            return self._written(characters.complement(characters.LINE_ENDS))
        if first == "[":
            return self._written(self._class())
        return self._written(self._escape()) if first == "\\" else re.escape(first)

    def _written(self, found: Characters) -> str:
        return characters.as_class(characters.both(found, self._wanted))

    def _escape(self) -> Characters:
        letter = self._next()
        if letter in _LITERAL or letter in _CONTROLS:
            code = ord(_CONTROLS.get(letter, letter))
            return ((code, code),)
        if letter in "pP":
            found = self._property()
        elif letter.lower() in _CLASSES:
            found = _CLASSES[letter.lower()](self._named)
        else:
            raise UnusableError("escape", letter=letter)
        return characters.complement(found) if letter.isupper() else found

    def _property(self) -> Characters:
        braced = re.match(r"\{([^}]*)\}", self._rest)
        if not braced:
            raise UnusableError("no category")
        self._rest = self._rest[braced.end() :]
        try:
            return self._named(braced[1])
        except LookupError as error:
            raise UnusableError("category", name=braced[1]) from error

    def _class(self) -> Characters:
        """What stands in brackets; the opening one is read."""
        negative = self._rest.startswith("^")
        if negative:
            self._next()
        found: list[Characters] = []
        removed: Characters = ()
        while not self._rest.startswith("]") or not found:
            if self._rest.startswith("-[") and found:
                self._rest = self._rest[2:]
                removed = self._class()
                break
            found.append(self._range())
        if self._next() != "]":
            raise UnusableError("subtraction")
        wanted = characters.union(found)
        return characters.difference(characters.complement(wanted) if negative else wanted, removed)

    def _range(self) -> Characters:
        first = self._member()
        if not re.match(r"-[^\[\]]", self._rest):
            return first
        self._next()
        last = self._member()
        if len(first) != 1 or len(last) != 1 or first[0][0] != first[0][1] or last[0][0] != last[0][1]:
            raise UnusableError("range ends")
        if last[0][0] < first[0][0]:
            raise UnusableError("upside down")
        return ((first[0][0], last[0][0]),)

    def _member(self) -> Characters:
        letter = self._next()
        if letter == "\\":
            return self._escape()
        if letter in "[]":
            raise UnusableError("backslash", sign=letter)
        return ((ord(letter), ord(letter)),)
