"""Passages of a TEI file, cut out of its bytes: what is quoted stands there letter by letter.

A passage keeps the elements around it, the head of the file keeps `fileDesc` (title, version, licences, source). What
belongs to the whole, as commentary and encoding description, is in the whole file; a pointer to it leads there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from msgspec import Struct

from edition import events

NAMESPACE = "https://w3id.org/api/dts#"
_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


class _Element(Struct):
    """Where an element stands in the bytes, and the number of the one around it."""

    name: str
    around: int
    start: int
    inner: int  # behind its start tag
    end: int = 0


class Document:
    """A TEI file, well-formed and in UTF-8, and where its elements stand in it."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self._elements = _elements(data, name)

    def passage(self, first: int, last: int, attributes: Mapping[str, str]) -> bytes:
        """The file from the start of one element to the end of another, by their numbers, in a `dts:wrapper`.

        The wrapper stands in the innermost element around both; elements around only one of them stand in it,
        without what does not belong to the passage.
        """
        from xml.sax.saxutils import (
            quoteattr,
        )  # loads a client for HTTP, which no other module of a build needs

        before, behind = list(self._around(first)), list(self._around(last))
        shared = [
            one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, behind, strict=False))
        ]
        region = self.data[self._elements[first].start : self._elements[last].end]
        given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
        parts = (
            _DECLARATION,
            self._open(shared[:1]),
            self._head(),
            self._open(shared[1:]),
            f'<dts:wrapper xmlns:dts="{NAMESPACE}"{given}>'.encode(),
            self._open(before[len(shared) :]),
            region,
            self._close(behind[len(shared) :]),
            b"</dts:wrapper>",
            self._close(shared),
            b"\n",
        )
        return b"".join(parts)

    def _around(self, number: int) -> Iterator[int]:
        """The numbers of the elements around one, the root first."""
        around = self._elements[number].around
        if around >= 0:
            yield from self._around(around)
            yield around

    def _head(self) -> bytes:
        """The file's own `fileDesc` in a `teiHeader`."""
        number = next((n for n, one in enumerate(self._elements) if one.name == "fileDesc"), None)
        if number is None:
            return b""
        one = self._elements[number]
        header = [one.around]
        return b"\n" + self._open(header) + self.data[one.start : one.end] + self._close(header) + b"\n"

    def _open(self, numbers: list[int]) -> bytes:
        return b"".join(self.data[self._elements[n].start : self._elements[n].inner] for n in numbers)

    def _close(self, numbers: list[int]) -> bytes:
        return b"".join(b"</" + self._tag(n) + b">" for n in reversed(numbers))

    def _tag(self, number: int) -> bytes:
        """The name as the file writes it, with its prefix."""
        one = self._elements[number]
        return self.data[one.start + 1 : one.inner - 1].split(maxsplit=1)[0]


def _elements(data: bytes, name: str) -> list[_Element]:
    """The elements of a file in document order."""
    found: list[_Element] = []
    above: list[int] = []
    for event in events.stream(data, name):
        if event.kind == "start":
            tag = _TAG.match(data, event.position.byte)
            assert tag, event
            local = event.name.rpartition(events.NAMESPACE_MARK)[2]
            around = above[-1] if above else -1
            above.append(len(found))
            found.append(_Element(local, around, tag.start(), tag.end()))
        elif event.kind == "end":
            one = found[above.pop()]
            empty = data[one.inner - 2 : one.inner] == b"/>"
            one.end = one.inner if empty else data.index(b">", event.position.byte) + 1
    return found
