"""What can go wrong, by cause. Every error carries a sentence and what to do about it."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

from edition.model import SILENT, Bilingual


class EditionError(Exception):
    """A failure the user can understand: `message` says what happened and where, `hint` what to do."""

    exit_code = 1

    def __init__(self, message: Bilingual, hint: Bilingual = SILENT, findings: tuple[Any, ...] = ()) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint
        self.findings = findings  # what checks had found by then

    @property
    def said(self) -> Bilingual:
        """Message and hint in one."""
        if not self.hint:
            return self.message
        english, german = self.message.en, self.message.de
        return Bilingual(f"{english} Hint: {self.hint.en}", f"{german} Hinweis: {self.hint.de}")

    def __str__(self) -> str:
        return str(self.said)


class InputError(EditionError):
    """An input cannot be read at all: missing, unreadable, not XML, refused for safety."""

    exit_code = 3


class UseError(EditionError):
    """A command names what there is not."""

    exit_code = 2


class SchemaError(EditionError):
    """A schema or ODD cannot be understood or compiled."""

    exit_code = 3


class StylesheetError(EditionError):
    """A stylesheet failed, or met something it does not know."""


class ExportError(EditionError):
    """A format could not be made."""


class BuildError(EditionError):
    """The site could not be assembled, verified or put in place."""


REPORT = Bilingual("Please report it.", "Bitte melden.")
_NO_FILE = Bilingual("A file", "Eine Datei")
_UNUSABLE = Bilingual("{name} cannot be used: {why}.", "{name} ist nicht zu verwenden: {why}.")
_CHECK = Bilingual(
    "Check that it exists, that you may write there and that there is space.",
    "Prüfen, ob es sie gibt, ob dort geschrieben werden darf und ob Platz ist.",
)
_FAULT = Bilingual(
    "A fault of this program, not of your files: {what}.",
    "Ein Fehler dieses Programms, nicht der Dateien: {what}.",
)


def unusable(error: OSError) -> EditionError:
    """What the system says of a file, in a sentence."""
    return EditionError(_UNUSABLE.filled({"name": error.filename or _NO_FILE, "why": error.strerror}), _CHECK)


def fault(error: Exception) -> Bilingual:
    """An error nobody has foreseen, with the place in the program where it arose."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
    return _FAULT.filled({"what": what})
