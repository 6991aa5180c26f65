"""A line of a file around a place, as wide as there is room, and how far in the place is.

Columns of a terminal are counted: wide characters take two, combining ones none (Unicode: East Asian Width, general
categories); a tab becomes blanks. Characters that would steer the terminal are replaced.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from msgspec import Struct

TAB = 4
_CUT = "…"
_REPLACED = "\ufffd"
_STEERING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Excerpt(Struct, frozen=True):
    """Words of a line; how many of its characters, and columns of a terminal, lie before the place."""

    text: str
    index: int
    before: int


@lru_cache(maxsize=10_000)
def cells(sign: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1


def harmless(text: str) -> str:
    """A text without control characters, marks that turn its direction, and what no encoding has."""
    if text.isprintable():
        return text
    return "".join(_replaced(sign) for sign in text)


@lru_cache(maxsize=10_000)
def _replaced(sign: str) -> str:
    return _REPLACED if unicodedata.category(sign) in ("Cc", "Cs") or sign in _STEERING else sign


def excerpt(line: str, column: int, width: int) -> Excerpt:
    """What fits into `width` columns around the character at `column` (from 1); cuts are marked."""
    begin = max(0, column - 1 - 4 * width)  # a file may be one long line: only what can be shown is looked at
    cut, line = bool(line[:begin].strip()), line[begin : column + 4 * width]
    column -= begin
    signs, sizes = _shown(line.rstrip())
    here = max(0, min(column - 1, len(signs)))
    first = 0
    while first < here and signs[first].isspace():
        first += 1
    if not cut and sum(sizes[first:]) <= width:
        return Excerpt("".join(signs[first:]), len("".join(signs[first:here])), sum(sizes[first:here]))
    first = _beginning(sizes, first, here, width)
    lead = _CUT if cut or (first and "".join(signs[:first]).strip()) else ""
    last = _end(sizes, first, width - 2)
    tail = _CUT if last < len(signs) else ""
    text = lead + "".join(signs[first:last]) + tail
    index = len(lead) + len("".join(signs[first:here]))
    return Excerpt(text, index, len(lead) + sum(sizes[first:here]))


def _shown(line: str) -> tuple[list[str], list[int]]:
    """The characters of a line as they are shown, and how wide each is."""
    if line.isascii() and line.isprintable():
        return list(line), [1] * len(line)
    signs = [" " * TAB if sign == "\t" else _replaced(sign) for sign in line]
    return signs, [TAB if sign.startswith(" " * TAB) else cells(sign) for sign in signs]


def _beginning(sizes: list[int], first: int, here: int, width: int) -> int:
    """Where to begin so that two thirds of the room lie before the place, at a character with a width."""
    room = width * 2 // 3
    start, used = here, 0
    while start > first and used + sizes[start - 1] <= room:
        start -= 1
        used += sizes[start]
    while start < here and sizes[start] == 0:
        start += 1
    return start


def _end(sizes: list[int], first: int, room: int) -> int:
    last, used = first, 0
    while last < len(sizes) and used + sizes[last] <= room:
        used += sizes[last]
        last += 1
    return last
