"""One expat pass over a file: well-formedness, safety, and where everything stands.

lxml has no columns, and its line is that of a tag's end; expat has both, at the start of the tag. The table
of positions is in document order, so the n-th element of an lxml tree is the n-th row here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.parsers import expat

from edition.errors import InputError

NAMESPACE_MARK = " "
_XML_ID = f"http://www.w3.org/XML/1998/namespace{NAMESPACE_MARK}id"


class Position(NamedTuple):
    """Line and column (both from 1) and byte offset of the start of a tag or a run of text."""

    line: int
    column: int
    byte: int = 0


class Event(NamedTuple):
    """A start tag, an end tag or a run of text. `name` is "namespace local" for tags, empty for text.

    `id` is the xml:id of a start tag. An end tag stands where it begins, that of an empty element where it ends.
    """

    kind: str  # "start", "end", "text"
    name: str
    text: str
    position: Position
    id: str = ""


def positions(found: Iterable[Event]) -> tuple[Position, ...]:
    """Where each element's start tag begins, in document order."""
    return tuple(event.position for event in found if event.kind == "start")


def stream(data: bytes, path: str) -> tuple[Event, ...]:
    """The events of a file, in order; the position of a text run is where expat handed it over.

    Raises:
        InputError: the file is empty, not XML, in a wrong encoding, or declares a DTD.
    """
    _guard(data, path)
    found: list[Event] = []
    parser = expat.ParserCreate(namespace_separator=NAMESPACE_MARK)
    parser.buffer_text = False

    def here() -> Position:
        return Position(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, parser.CurrentByteIndex)

    def doctype(*_: object) -> None:
        raise InputError(
            f"{path}:{parser.CurrentLineNumber}:{parser.CurrentColumnNumber + 1} The file has a DOCTYPE. "
            "Nothing of it was read.",
            "Remove the <!DOCTYPE …> declaration: entities and external DTDs are not supported.",
        )

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = lambda name, attributes: found.append(
        Event("start", name, "", here(), attributes.get(_XML_ID, ""))
    )
    parser.EndElementHandler = lambda name: found.append(Event("end", name, "", here()))
    parser.CharacterDataHandler = lambda text: found.append(Event("text", "", text, here()))
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise _not_well_formed(error, data, path, found) from None
    return tuple(found)


def _guard(data: bytes, path: str) -> None:
    if not data.strip():
        raise InputError(f"{path} is empty.", "Put a TEI document there, or remove the file.")
    if b"\x00" in data[:200] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"{path} is not XML: it contains NUL bytes.", "Is it another kind of file?")
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"{path} is not XML: it does not begin with '<'.", "Is it another kind of file?")


def _not_well_formed(error: expat.ExpatError, data: bytes, path: str, found: list[Event]) -> InputError:
    """What is wrong in words, and what to do, from where the parser stopped and what was open there."""
    place = f"{path}:{error.lineno}:{error.offset + 1}"
    bad = _undecodable(data)
    if bad:
        return InputError(f"{place} {bad}", "Save the file as UTF-8 and try again.")
    sentence = expat.ErrorString(error.code)
    sign = _sign_at(data, error.lineno, error.offset)
    unclosed = _last_open(found)
    if sentence in ("mismatched tag", "no element found", "unclosed token") and unclosed:
        return InputError(
            f"{place} {unclosed} is not closed where it should be.", "Add its end tag, or remove it."
        )
    if sentence == "not well-formed (invalid token)" and sign:
        named = f"The sign {sign!r}" if sign.isprintable() else f"The control character U+{ord(sign):04X}"
        return InputError(
            f"{place} {named} may not stand here.",
            "Write & as &amp; and < as &lt;; control characters must go.",
        )
    return InputError(
        f"{place} The file is not well-formed XML: {sentence}.", "Open it in an XML editor at this place."
    )


def _last_open(found: list[Event]) -> str:
    """The innermost element that was open, with its place."""
    above: list[Event] = []
    for event in found:
        if event.kind == "start":
            above.append(event)
        elif event.kind == "end":
            above.pop()
    if not above:
        return ""
    name = above[-1].name.rpartition(NAMESPACE_MARK)[2]
    return f"<{name}>, opened in line {above[-1].position.line}, column {above[-1].position.column},"


def _sign_at(data: bytes, line: int, column: int) -> str:
    lines = data.decode("utf-8", "replace").split("\n")
    return lines[line - 1][column : column + 1] if line <= len(lines) else ""


def _undecodable(data: bytes) -> str:
    """A sentence about the first byte that is not UTF-8, or nothing."""
    head = data[:200]
    if b"encoding=" in head and b"utf-8" not in head.lower():
        return "The encoding that the XML declaration names does not fit the bytes of the file."
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"The file says it is UTF-8, but byte {error.start} (0x{data[error.start]:02x}) is not."
    return ""
