"""No stream of a PDF may end in a carriage return.

Before `endstream` stands an end of line that does not count for the stream's length; after a carriage return a reader
cannot tell where it begins (ISO 19005-2, 6.1.7.1: the length must be exact), and validators take it for wrong. Typst
compresses its streams, so one in 256 ends so. To the content of these a line feed is added, which means nothing there.
"""

from __future__ import annotations

import re
import zlib

_STREAM = re.compile(rb"<</Length (\d+)((?:(?!>>stream\n).)*?)>>\s*stream\n", re.DOTALL)
_FILTER = b"/FlateDecode"
_ROW = re.compile(rb"\d{10} \d{5} n")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


def closed(pdf: bytes) -> bytes:
    """The same document, its streams told apart from what ends them."""
    parts: list[bytes] = []
    shifts: list[tuple[int, int]] = []  # where what stands after it has moved, and by how much
    done = place = 0
    while found := _STREAM.search(pdf, place):
        place = found.end() + int(found[1])
        if pdf[place - 1 : place] == b"\r" and _FILTER in found[2]:
            changed = _longer(pdf[found.end() : place], found[2])
            parts += [pdf[done : found.start()], changed]
            shifts.append((place, len(changed) - (place - found.start())))
            done = place
    return _referred(b"".join((*parts, pdf[done:])), shifts)


def _longer(data: bytes, rest: bytes) -> bytes:
    content = zlib.decompress(data)
    while data.endswith(b"\r"):
        content += b"\n"
        data = zlib.compress(content, 9)
    return b"<</Length %d%b>>stream\n%b" % (len(data), rest, data)


def _referred(pdf: bytes, shifts: list[tuple[int, int]]) -> bytes:
    """With every place in the table of objects moved as the objects have been."""

    def moved(place: int) -> int:
        return place + sum(by for start, by in shifts if start <= place)

    found = _START.search(pdf)
    if not shifts or not found:
        return pdf
    table = moved(int(found[1]))
    rows = _ROW.sub(
        lambda row: b"%010d%b" % (moved(int(row[0][:10])), row[0][10:]), pdf[table : found.start()]
    )
    return pdf[:table] + rows + b"startxref\n%d\n%%%%EOF" % table
