"""Datatypes: whether a text is a value, and when two texts mean the same value.

Those of XML Schema (all but QName, NOTATION, ENTITY and ENTITIES, which need the declarations of the
document) and the two that RELAX NG has itself. `ID`, `IDREF` and `IDREFS` say what an identifier looks like;
that it is unique and that its target exists is the business of other checks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from msgspec import Struct

from edition.grammar import dates, facets, lexical
from edition.grammar.dates import Reader
from edition.grammar.unusable import UnusableError
from edition.model import Bilingual

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
Facet = Callable[[str, Hashable], bool]


class Datatype(Struct, frozen=True, eq=False):
    """A datatype with its facets. `description` completes "expected: …"."""

    name: str
    description: Bilingual
    read: Reader
    space: Callable[[str], str]
    facets: tuple[Facet, ...] = ()

    def meaning(self, text: str) -> Hashable | None:
        """The value a text stands for, `None` if it stands for none."""
        text = self.space(text)
        value = self.read(text)
        if value is None or not all(facet(text, value) for facet in self.facets):
            return None
        return value

    def allows(self, text: str) -> bool:
        """Whether the text stands for a value."""
        return self.meaning(text) is not None


_SPACES = str.maketrans("\t\r\n", "   ")


def _keep(text: str) -> str:
    return text


def _spaces(text: str) -> str:
    return text.translate(_SPACES)


def words(text: str) -> list[str]:
    """The words of a text: XML knows four white-space characters, and no-break space is none of them."""
    return [word for word in _spaces(text).split(" ") if word]


def collapse(text: str) -> str:
    """The words with one space between them."""
    return " ".join(words(text))


_ANY_TEXT = Bilingual("any text", "beliebiger Text")
_PLAIN = {
    "string": Datatype("string", _ANY_TEXT, _keep, _keep),
    "normalizedString": Datatype("normalizedString", _ANY_TEXT, _keep, _spaces),
    "token": Datatype("token", _ANY_TEXT, _keep, collapse),
}
_READERS: dict[str, tuple[Bilingual, Reader]] = {**lexical.TYPES, **dates.TYPES}
_NEED_DECLARATIONS = {"QName", "NOTATION", "ENTITY", "ENTITIES"}


def find(library: str, name: str, params: tuple[tuple[str, str], ...] = ()) -> Datatype:
    """The datatype of a library with its facets; UnusableError if there is none."""
    if library == "":
        return _builtin(name, params)
    if library != XSD:
        raise UnusableError("library", name=library)
    plain = _PLAIN.get(name) or _read(name)
    if not params:
        return plain
    made = tuple(facets.make(plain.name, facet, literal, plain.meaning) for facet, literal in params)
    description = facets.description(plain.description, params)
    return Datatype(plain.name, description, plain.read, plain.space, made)


def _builtin(name: str, params: tuple[tuple[str, str], ...]) -> Datatype:
    if name not in ("string", "token") or params:
        raise UnusableError("builtin", name=name)
    return _PLAIN[name]


def _read(name: str) -> Datatype:
    if name in _NEED_DECLARATIONS:
        raise UnusableError("declarations", name=name)
    if name not in _READERS:
        raise UnusableError("datatype", name=name)
    description, reader = _READERS[name]
    return Datatype(name, description, reader, collapse)
