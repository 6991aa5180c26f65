"""Where the tags of a document begin, to tell at which of them somebody reports an error."""

from __future__ import annotations

from bisect import bisect_left
from xml.parsers import expat

Place = tuple[int, int]  # line and column, both from 1


def places(document: bytes) -> list[Place]:
    """The beginnings of all start and end tags, in the order of the document; `<x/>` counts once."""
    parser = expat.ParserCreate()
    found: list[Place] = []

    def start(*_: object) -> None:
        found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def end(_: str) -> None:
        if document.startswith(b"</", parser.CurrentByteIndex):
            start()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(document, True)
    return found


def at(tags: list[Place], line: int, column: int) -> int:
    """The number of the last tag that begins before this place; 0 if there is none."""
    return bisect_left(tags, (line, column))
