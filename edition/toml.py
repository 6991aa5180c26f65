"""Reads the edition's own tables in TOML: settings, suppressions, what is no text of a copy text."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from edition.errors import InputError
from edition.model import Bilingual

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
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
                f"{shown} The file is not valid TOML: a number or a list in it goes beyond all measure.",
                f"{shown} Die Datei ist kein gültiges TOML: Eine Zahl oder eine Liste darin sprengt jedes Maß.",
            ),
            _HINT,
        ) from None
