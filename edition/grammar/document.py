"""A document as expat reads it: tags and text with their places, and nothing from outside the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from edition.errors import InputError
from edition.grammar import names
from edition.grammar.complaints import say

_UNKNOWN_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]
_HANDLERS = (
    "StartElementHandler", "EndElementHandler", "CharacterDataHandler", "ExternalEntityRefHandler", "SkippedEntityHandler",
)  # fmt: skip
Place = tuple[int, int]  # line and column, both from 1


class Document:
    """One document, read once."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._data = data
        self._parser = parser = expat.ParserCreate(namespace_separator=names.SEPARATOR)
        parser.ordered_attributes = True
        parser.ExternalEntityRefHandler = self._external
        parser.SkippedEntityHandler = self._skipped

    def read(
        self,
        start: Callable[[str, list[str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None],
    ) -> None:
        """Hand every tag and text to these functions; InputError if the document is not well-formed."""
        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end
        self._parser.CharacterDataHandler = text
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            place = f"{self.path}:{error.lineno}:{error.offset + 1}"
            reason = expat.ErrorString(error.code)
            raise InputError(say("not well-formed", place=place, reason=reason)) from error
        except (LookupError, ValueError) as error:
            if self._parser.ErrorCode != _UNKNOWN_ENCODING:
                raise
            message = say("encoding", path=self.path, reason=error)
            raise InputError(message, say("utf-8")) from error
        finally:  # they know the document and it knows them: without this it would outlive its use
            for handler in _HANDLERS:
                setattr(self._parser, handler, None)

    def place(self) -> Place:
        """Where the tag or text begins that is being handed over; after `<x/>` for the end of x."""
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def after_empty_tag(self) -> bool:
        """Whether `/>` has just been read."""
        here = self._parser.CurrentByteIndex
        return self._data[here - 2 : here] == b"/>"

    def _external(self, context: str, base: str | None, system: str | None, public: str | None) -> NoReturn:
        self._refuse("external", system or public or context, "put in")

    def _skipped(self, name: str, parameter: bool) -> NoReturn:
        self._refuse("undeclared", name, "write character")

    def _refuse(self, key: str, name: str, hint: str) -> NoReturn:
        line, column = self.place()
        raise InputError(say(key, place=f"{self.path}:{line}:{column}", name=name), say(hint))
