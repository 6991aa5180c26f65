"""The text of a file with the place of every sign: what checks on words and signs are made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from edition.events import Position
from edition.model import Edit, Source


class Run(Struct, frozen=True):
    """The text between two tags; `node` is the element it stands in, `pieces` where each part of it begins.

    A piece is what expat hands over at once: part of a line, a line end, or the sign of a reference.
    """

    node: Any
    text: str
    pieces: tuple[tuple[int, Position], ...]  # offset in the text, place in the file

    def place(self, offset: int) -> Position:
        """Where the sign at `offset` stands."""
        begin, at = self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1]
        before = self.text[begin:offset]
        return Position(at.line, at.column + len(before), at.byte + len(before.encode()))

    def edit(self, data: bytes, start: int, end: int, text: str) -> tuple[Edit, ...]:
        """The edit that writes `text` for the signs from `start` to `end`; none if they are written as references."""
        old = self.text[start:end].encode()
        first = self.place(start).byte
        return (Edit(first, first + len(old), text),) if data[first : first + len(old)] == old else ()


def of_source(source: Source) -> Iterator[Run]:
    """The runs of text of a file, in order."""
    nodes = source.tree.getroot().iter("*")
    above: list[Any] = []
    pieces: list[tuple[int, Position]] = []
    words: list[str] = []
    length = 0
    for event in source.events:
        if event.kind == "text":
            pieces.append((length, event.position))
            words.append(event.text)
            length += len(event.text)
            continue
        if pieces:
            yield Run(above[-1], "".join(words), tuple(pieces))
            pieces, words, length = [], [], 0
        if event.kind == "start":
            above.append(next(nodes))
        else:
            above.pop()
