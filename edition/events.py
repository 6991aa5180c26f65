"""One expat pass over a file: well-formedness, safety, and where everything stands.

lxml has no columns, and its line is that of a tag's end; expat has both, at the start of the tag. The table
of positions is in document order, so the n-th element of an lxml tree is the n-th row here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.parsers import expat

from edition.errors import InputError
from edition.model import SILENT, Bilingual

NAMESPACE_MARK = " "
_XML_ID = f"http://www.w3.org/XML/1998/namespace{NAMESPACE_MARK}id"
_ENTITY = re.compile(r"&[^\s;<&]+;")
_NAME = re.compile(r"[^\s>/]+")
_OTHER_KIND = Bilingual("Is it another kind of file?", "Ist es eine Datei anderer Art?")


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


def stream(data: bytes, path: str, *, text: bool = True) -> tuple[Event, ...]:
    """The events of a file, in order; the position of a text run is where expat handed it over.

    Args:
        text: with the runs of text; a file of line ends alone has millions.

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
        place = f"{path}:{parser.CurrentLineNumber}:{parser.CurrentColumnNumber + 1}"
        raise InputError(
            Bilingual(
                f"{place} The file has a DOCTYPE. Nothing of it was read.",
                f"{place} Die Datei hat eine DOCTYPE-Deklaration. Nichts davon wurde gelesen.",
            ),
            Bilingual(
                "Remove the <!DOCTYPE …> declaration: entities and external DTDs are not supported.",
                "Die Deklaration <!DOCTYPE …> entfernen: Entitäten und externe DTDs werden nicht unterstützt.",
            ),
        )

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = lambda name, attributes: found.append(
        Event("start", name, "", here(), attributes.get(_XML_ID, ""))
    )
    parser.EndElementHandler = lambda name: found.append(Event("end", name, "", here()))
    if text:
        parser.CharacterDataHandler = lambda run: found.append(Event("text", "", run, here()))
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise _not_well_formed(error, data, path, found) from None
    finally:  # they know the parser and it knows them: without this the events would outlive their use
        parser.StartDoctypeDeclHandler = parser.CharacterDataHandler = None
        parser.StartElementHandler = parser.EndElementHandler = None
    return tuple(found)


def _guard(data: bytes, path: str) -> None:
    if not data.strip():
        raise InputError(
            Bilingual(f"{path} is empty.", f"{path} ist leer."),
            Bilingual(
                "Put a TEI document there, or remove the file.",
                "Dort ein TEI-Dokument ablegen oder die Datei entfernen.",
            ),
        )
    if b"\x00" in data[:200] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(
            Bilingual(
                f"{path} is not XML: it contains NUL bytes.",
                f"{path} ist kein XML: Die Datei enthält NUL-Bytes.",
            ),
            _OTHER_KIND,
        )
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        raise InputError(
            Bilingual(
                f"{path} is not XML: it does not begin with '<'.",
                f"{path} ist kein XML: Die Datei beginnt nicht mit »<«.",
            ),
            _OTHER_KIND,
        )


def _not_well_formed(error: expat.ExpatError, data: bytes, path: str, found: list[Event]) -> InputError:
    """What is wrong in words, and what to do, from where the parser stopped and what was open there."""
    place = f"{path}:{error.lineno}:{error.offset + 1}"
    bad = _undecodable(data)
    if bad:
        return InputError(
            Bilingual(f"{place} {bad.en}", f"{place} {bad.de}"),
            Bilingual(
                "Save the file as UTF-8 and try again.", "Die Datei als UTF-8 speichern und neu versuchen."
            ),
        )
    sentence = expat.ErrorString(error.code)
    entity = _ENTITY.match(_from(data, error.lineno, error.offset))
    if sentence == "undefined entity" and entity:
        return _undefined(place, entity[0])
    sign = _sign_at(data, error.lineno, error.offset)
    unclosed = _last_open(found)
    if sentence in ("mismatched tag", "no element found", "unclosed token") and unclosed:
        return InputError(
            Bilingual(
                f"{place} {unclosed.en} is not closed where it should be.",
                f"{place} {unclosed.de} ist nicht geschlossen, wo es sein müsste.",
            ),
            _closing(sentence, _from(data, error.lineno, error.offset), unclosed),
        )
    if sentence == "not well-formed (invalid token)" and _follows_ampersand(data, error.lineno, error.offset):
        return InputError(
            Bilingual(
                f"{place} The & before this place begins no entity.",
                f"{place} Das & vor dieser Stelle beginnt keine Entität.",
            ),
            Bilingual("Write & itself as &amp;.", "Das Zeichen & selbst als &amp; schreiben."),
        )
    if sentence == "not well-formed (invalid token)" and sign:
        number = f"U+{ord(sign):04X}"
        named = (
            Bilingual(f"The sign {sign!r}", f"Das Zeichen »{sign}«")
            if sign.isprintable()
            else Bilingual(f"The control character {number}", f"Das Steuerzeichen {number}")
        )
        return InputError(
            Bilingual(
                f"{place} {named.en} may not stand here.", f"{place} {named.de} darf hier nicht stehen."
            ),
            Bilingual(
                "Write & as &amp; and < as &lt;; control characters must go.",
                "& als &amp; und < als &lt; schreiben; Steuerzeichen entfernen.",
            ),
        )
    return InputError(
        Bilingual(
            f"{place} The file is not well-formed XML: {sentence}.",
            f"{place} Die Datei ist kein wohlgeformtes XML: {sentence}.",
        ),
        Bilingual(
            "Open it in an XML editor at this place.",
            "Die Datei an dieser Stelle in einem XML-Editor öffnen.",
        ),
    )


def _closing(sentence: str, rest: str, unclosed: Bilingual) -> Bilingual:
    """What to do about an element that is open where another one ends."""
    name, other = unclosed.en[1:].partition(">")[0], _NAME.match(rest)
    if sentence != "mismatched tag" or not other:
        return Bilingual(f"Add its end tag </{name}>.", f"Das Endtag </{name}> ergänzen.")
    return Bilingual(
        f"Here stands </{other[0]}>: put </{name}> before it, or correct the name of one of the two.",
        f"Hier steht </{other[0]}>: </{name}> davorsetzen oder einen der beiden Namen berichtigen.",
    )


def _last_open(found: list[Event]) -> Bilingual:
    """The innermost element that was open, with its place."""
    above: list[Event] = []
    for event in found:
        if event.kind == "start":
            above.append(event)
        elif event.kind == "end":
            above.pop()
    if not above:
        return SILENT
    name, at = above[-1].name.rpartition(NAMESPACE_MARK)[2], above[-1].position
    return Bilingual(
        f"<{name}>, opened in line {at.line}, column {at.column},",
        f"<{name}>, geöffnet in Zeile {at.line}, Spalte {at.column},",
    )


def _undefined(place: str, entity: str) -> InputError:
    """An entity of another vocabulary, most often of HTML."""
    return InputError(
        Bilingual(
            f"{place} The entity {entity} is not defined: XML has only &amp;, &lt;, &gt;, &quot; and &apos;.",
            f"{place} Die Entität {entity} ist nicht definiert: XML kennt nur &amp;, &lt;, &gt;, &quot; und &apos;.",
        ),
        Bilingual(
            "Write the character itself, or its number: a no-break space is &#xA0;.",
            "Das Zeichen selbst schreiben oder seine Nummer: Ein geschütztes Leerzeichen ist &#xA0;.",
        ),
    )


def _from(data: bytes, line: int, column: int) -> str:
    """The rest of a line, from a column on."""
    lines = data.decode("utf-8", "replace").split("\n")
    return lines[line - 1][column:] if line <= len(lines) else ""


def _sign_at(data: bytes, line: int, column: int) -> str:
    return _from(data, line, column)[:1]


def _follows_ampersand(data: bytes, line: int, column: int) -> bool:
    """Whether a run of name characters before this place begins with an ampersand."""
    before = _from(data, line, 0)[:column]
    return re.search(r"&#?[\w.-]*$", before) is not None


def _undecodable(data: bytes) -> Bilingual:
    """A sentence about the first byte that is not UTF-8, or nothing."""
    head = data[:200]
    if b"encoding=" in head and b"utf-8" not in head.lower():
        return Bilingual(
            "The encoding that the XML declaration names does not fit the bytes of the file.",
            "Die Kodierung, die die XML-Deklaration nennt, passt nicht zu den Bytes der Datei.",
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"{error.start} (0x{data[error.start]:02x})"
        return Bilingual(
            f"The file says it is UTF-8, but byte {byte} is not.",
            f"Die Datei gibt sich als UTF-8 aus, aber Byte {byte} ist es nicht.",
        )
    return SILENT
