"""Names, numbers, addresses and encoded bytes of XML Schema: from text to value, `None` if it is none."""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Callable, Hashable
from decimal import Decimal

from edition.grammar import regex
from edition.model import Bilingual

Reader = Callable[[str], Hashable | None]

_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|-?INF|NaN")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")
# Brackets are for addresses of hosts (http://[::1]/); after // there must be something.
_PATH = re.compile(r"(//([^/@\[\]]*@)?\[[0-9A-Fa-f:.]+\](:[0-9]*)?(?=/|$))?(?!//$)[^\[\]]*")
_BASE64 = re.compile(r"([A-Za-z0-9+/] ?){2,}(= ?){0,2}|")


def _matching(expression: str) -> Reader:
    return lambda text: text if regex.matches(expression, text) else None


def _several(reader: Reader) -> Reader:
    def read(text: str) -> Hashable | None:
        items = tuple(reader(word) for word in text.split(" "))
        return None if not items or None in items else items

    return read


def _integer(least: int | None = None, greatest: int | None = None) -> Reader:
    def read(text: str) -> Hashable | None:
        if not _INTEGER.fullmatch(text):
            return None
        value = Decimal(text)
        low = least is not None and value < least
        return None if low or (greatest is not None and value > greatest) else value

    return read


def _decimal(text: str) -> Hashable | None:
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def _double(text: str) -> Hashable | None:
    if not _DOUBLE.fullmatch(text):
        return None
    return "NaN" if text == "NaN" else float(text)  # NaN is equal to itself here, and beyond every bound


def _float(text: str) -> Hashable | None:
    value = _double(text)
    if not isinstance(value, float):
        return value
    try:
        return float(struct.unpack("f", struct.pack("f", value))[0])
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def _boolean(text: str) -> Hashable | None:
    return {"true": True, "1": True, "false": False, "0": False}.get(text)


def _address(text: str) -> Hashable | None:
    place = re.split("[?#]", text, maxsplit=1)[0]
    scheme, colon, path = place.partition(":")
    if not colon or "/" in scheme:  # a colon after a slash belongs to the path
        colon, path = "", place
    if _ESCAPE.search(text) or text.count("#") > 1 or (colon and not _SCHEME.match(text)):
        return None
    opaque = colon and not path.startswith("/")
    return text if opaque or _PATH.fullmatch(path) else None


def _base64(text: str) -> Hashable | None:
    bare = text.replace(" ", "")
    if not _BASE64.fullmatch(text) or len(bare) % 4:
        return None
    value = base64.b64decode(bare)
    return value if base64.b64encode(value).decode() == bare else None


def _hexadecimal(text: str) -> Hashable | None:
    return bytes.fromhex(text) if re.fullmatch("([0-9A-Fa-f]{2})*", text) else None


_NCNAME = r"[\i-[:]][\c-[:]]*"
TYPES: dict[str, tuple[Bilingual, Reader]] = {
    "Name": (Bilingual("a name", "ein Name"), _matching(r"\i\c*")),
    "NCName": (Bilingual("a name without a colon", "ein Name ohne Doppelpunkt"), _matching(_NCNAME)),
    "ID": (
        Bilingual("an identifier (a name without a colon)", "ein Bezeichner (Name ohne Doppelpunkt)"),
        _matching(_NCNAME),
    ),
    "IDREF": (
        Bilingual("an identifier (a name without a colon)", "ein Bezeichner (Name ohne Doppelpunkt)"),
        _matching(_NCNAME),
    ),
    "IDREFS": (
        Bilingual("identifiers, separated by spaces", "Bezeichner, durch Leerzeichen getrennt"),
        _several(_matching(_NCNAME)),
    ),
    "NMTOKEN": (
        Bilingual("a word of letters, digits and . - _ :", "ein Wort aus Buchstaben, Ziffern und . - _ :"),
        _matching(r"\c+"),
    ),
    "NMTOKENS": (
        Bilingual("words of letters, digits and . - _ :", "Wörter aus Buchstaben, Ziffern und . - _ :"),
        _several(_matching(r"\c+")),
    ),
    "language": (
        Bilingual("a language tag such as de or de-CH", "ein Sprachkürzel wie de oder de-CH"),
        _matching("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"),
    ),
    "anyURI": (Bilingual("an address (URI)", "eine Adresse (URI)"), _address),
    "boolean": (Bilingual("true or false", "true oder false"), _boolean),
    "decimal": (Bilingual("a number such as 12.5", "eine Zahl wie 12.5"), _decimal),
    "float": (Bilingual("a number such as 12.5 or 1e3", "eine Zahl wie 12.5 oder 1e3"), _float),
    "double": (Bilingual("a number such as 12.5 or 1e3", "eine Zahl wie 12.5 oder 1e3"), _double),
    "hexBinary": (Bilingual("bytes in hexadecimal digits", "Bytes in hexadezimalen Ziffern"), _hexadecimal),
    "base64Binary": (Bilingual("bytes in base 64", "Bytes in Base 64"), _base64),
    "integer": (Bilingual("a whole number", "eine ganze Zahl"), _integer()),
    "nonNegativeInteger": (Bilingual("a whole number, 0 or greater", "eine ganze Zahl ab 0"), _integer(0)),
    "positiveInteger": (Bilingual("a whole number, 1 or greater", "eine ganze Zahl ab 1"), _integer(1)),
    "nonPositiveInteger": (
        Bilingual("a whole number, 0 or less", "eine ganze Zahl bis 0"),
        _integer(None, 0),
    ),
    "negativeInteger": (
        Bilingual("a whole number, -1 or less", "eine ganze Zahl bis -1"),
        _integer(None, -1),
    ),
}
for _bits, _signed, _unsigned in (
    (8, "byte", "unsignedByte"),
    (16, "short", "unsignedShort"),
    (32, "int", "unsignedInt"),
    (64, "long", "unsignedLong"),
):
    _half = 2 ** (_bits - 1)
    TYPES[_signed] = (
        Bilingual(f"a whole number of at most {_bits} bits", f"eine ganze Zahl von höchstens {_bits} Bit"),
        _integer(-_half, _half - 1),
    )
    TYPES[_unsigned] = (
        Bilingual(f"a whole number from 0 to {2 * _half - 1}", f"eine ganze Zahl von 0 bis {2 * _half - 1}"),
        _integer(0, 2 * _half - 1),
    )
