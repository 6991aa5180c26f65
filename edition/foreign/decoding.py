"""The characters of an XML file: from the byte order mark, the XML declaration, or as UTF-8 (XML 1.0, appendix F).

What is examined is UTF-8; a declaration of another encoding is rewritten, without moving what stands after it.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from xml.parsers import expat

from msgspec import Struct

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DOCTYPE = b"<!DOCTYPE"
_UNMARKED = ((b"<\x00?\x00", "utf-16-le"), (b"\x00<\x00?", "utf-16-be"))
_DECLARED = re.compile(rb"""^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DECLARATION = re.compile(r"""^(<\?xml\s[^>]*?encoding\s*=\s*)(["'])([A-Za-z0-9._-]+)\2""")
# Encodings of characters; Python has others under such names, which are none (rot13, idna, unicode_escape).
_KNOWN = re.compile(
    r"utf-(8|8-sig|16|16-le|16-be|32|32-le|32-be)|ascii|iso8859-\d+|iso2022_\w+|cp\d+|koi8-\w|mac-\w+|big5\w*|"
    r"gb\w+|euc_\w+|shift_jis\w*|tis-620|hz|johab|ptcp154|kz1048"
)


class Undecodable(Exception):  # noqa: N818 (it is what is told of the file)
    """Bytes that are not what they are said to be; `variant` is that of the code X003."""

    def __init__(self, encoding: str, variant: str = "", before: str = "") -> None:
        super().__init__(encoding)
        self.encoding = encoding
        self.variant = variant
        self.before = before  # the characters up to the first wrong byte


class Doctype(Struct, frozen=True):
    """Where the DOCTYPE stands, as bytes of the UTF-8 text and as a place; `declares` when it is not empty."""

    start: int
    end: int
    line: int
    column: int
    declares: bool


def encoding_of(data: bytes) -> str:
    """The encoding a file claims."""
    for mark, name in (*_MARKS, *_UNMARKED):
        if data.startswith(mark):
            return name
    declared = _DECLARED.match(data)
    return declared[1].decode("ascii") if declared else "utf-8"


def text_of(data: bytes) -> str:
    """The characters of a file, without its byte order mark.

    Raises:
        Undecodable: the encoding is unknown, or the bytes do not fit it.
    """
    encoding = encoding_of(data)
    try:
        codec = codecs.lookup(encoding)
    except LookupError:
        raise Undecodable(encoding, "unknown") from None
    if not _KNOWN.fullmatch(codec.name):
        raise Undecodable(encoding, "unknown")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        raise Undecodable(encoding, before=before.removeprefix("\ufeff")) from None


def utf8(data: bytes) -> bytes:
    """The file in UTF-8; the very bytes if they are already. Raises Undecodable."""
    text = text_of(data)
    declared = _DECLARATION.match(text)
    if declared and declared[3].lower() not in ("utf-8", "us-ascii", "ascii"):
        lead, mark, name = declared.groups()
        text = f"{lead}{mark}UTF-8{mark}{' ' * (len(name) - 5)}{text[declared.end() :]}"
    return text.encode("utf-8")


def place(text: str) -> tuple[int, int]:
    """Line and column, both from 1, of what follows a text."""
    lines = re.split(r"\r\n|\r|\n", text)
    return len(lines), len(lines[-1]) + 1


def doctype(data: bytes) -> Doctype | None:
    """The document type declaration of a file in UTF-8, if it has one."""
    if _DOCTYPE not in data:
        return None
    declares = False
    places: list[int] = []
    parser = expat.ParserCreate()

    def start(_name: str, _system: str | None, _public: str | None, internal: int) -> None:
        nonlocal declares
        declares = bool(internal)
        places.append(data.rindex(_DOCTYPE, 0, parser.CurrentByteIndex))

    def end() -> None:
        places.append(data.index(b">", parser.CurrentByteIndex) + 1)

    parser.StartDoctypeDeclHandler = start
    parser.EndDoctypeDeclHandler = end
    with suppress(expat.ExpatError):  # whatever is wrong is said when the file is read
        parser.Parse(data, True)
    if len(places) != 2:
        return None
    line, column = place(data[: places[0]].decode("utf-8"))
    return Doctype(places[0], places[1], line, column, declares)


def without(data: bytes, found: Doctype) -> bytes:
    """The file with blanks in the place of its DOCTYPE, so that everything else stays where it is."""
    blank = bytes(byte if byte in b"\r\n" else 0x20 for byte in data[found.start : found.end])
    return data[: found.start] + blank + data[found.end :]
