"""Reads the edition's own tables in TOML: settings, suppressions, what is no text of a copy text."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from edition.errors import InputError
from edition.model import Bilingual

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_QUOTES = re.compile(r"[ \t\"']+")
_BETWEEN = re.compile(r"[^\w.-]+")
_PARTS = 200
_HINT = Bilingual(
    'Correct it there, or just before: name = "text" has a line of its own, a table begins with [name] or [[name]].',
    'Dort oder kurz davor berichtigen: name = "Text" steht auf einer Zeile für sich, eine Tabelle beginnt mit '
    "[name] oder [[name]].",
)


def parsed(text: str, shown: str) -> dict[str, Any]:
    """What a file says; `shown` is its path in messages.

    Raises:
        InputError: it is not TOML; the sentence begins with the place, as that of every error in a file does.
    """
    try:
        _refuse_endless(text)
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        found = _PLACE.search(reason)
        place = ":".join((shown, *found.groups())) if found else shown
        reason = _PLACE.sub("", reason)
        raise InputError(
            Bilingual(
                f"{place} The file is not valid TOML here: {reason}.",
                f"{place} Die Datei ist hier kein gültiges TOML.",
            ),
            _HINT,
        ) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, tables in tables without end
        raise InputError(
            Bilingual(
                f"{shown} The file is not valid TOML: a name, number or list in it goes beyond all measure.",
                f"{shown} Die Datei ist kein gültiges TOML: Ein Name, eine Zahl oder Liste darin sprengt jedes Maß.",
            ),
            _HINT,
        ) from None


def _refuse_endless(text: str) -> None:
    """ValueError for a dotted name of very many parts: the library looks at all of them for each of them."""
    words = _BETWEEN.split(_QUOTES.sub("", text))
    if any(word.count(".") > _PARTS for word in words):
        raise ValueError("a name of very many parts")
