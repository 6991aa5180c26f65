"""Which part of a file a place lies in: the innermost element with an `xml:id` around a line and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.parsers import expat

_XML_ID = "http://www.w3.org/XML/1998/namespace id"

Place = tuple[int, int]  # line and column, both from 1


def enclosing(data: bytes, places: Iterable[Place]) -> Mapping[Place, str]:
    """For each place the `xml:id` of the innermost element with one that it lies in, or ''.

    A start tag lies in its own element. What expat cannot read has no places inside.
    """
    waiting = sorted(set(places), reverse=True)
    found = dict.fromkeys(waiting, "")
    above = [""]
    parser = expat.ParserCreate(namespace_separator=" ")

    def pass_by(after: int) -> None:
        here = (parser.CurrentLineNumber, parser.CurrentColumnNumber + after)
        while waiting and waiting[-1] < here:
            found[waiting.pop()] = above[-1]

    def start(_: str, attributes: dict[str, str]) -> None:
        pass_by(1)
        above.append(attributes.get(_XML_ID, above[-1]))

    def end(_: str) -> None:
        pass_by(2)  # an end tag lies in its element too
        above.pop()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return found
    return found
