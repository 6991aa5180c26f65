"""What is silenced on purpose, and why."""

from __future__ import annotations

from msgspec import Struct

from edition.model.files import Finding


class Suppression(Struct, frozen=True):
    """A row of `tei/suppressions.toml`: which warning is accepted, where, and for what reason."""

    code: str
    file: str
    at: str  # xml:id of the innermost element with one around the place; '' outside all of them
    reason: str
    words: str = ""  # part of the message, in either language
    line: int = 1  # of the row

    def fits(self, finding: Finding) -> bool:
        """Whether a finding is meant."""
        message = finding.message
        return (finding.code, finding.path, finding.at) == (self.code, self.file, self.at) and (
            self.words in message.en or self.words in message.de
        )


class Silenced(Struct, frozen=True):
    """A warning that is accepted."""

    finding: Finding
    reason: str
