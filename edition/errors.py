"""What can go wrong, by cause. Every error carries a sentence and what to do about it."""

from __future__ import annotations

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
