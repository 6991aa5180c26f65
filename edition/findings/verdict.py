"""What every format is given: all that was found, all that was asked, and how it is to be said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from edition.codes import Code
from edition.model import SILENT, Bilingual, Finding, Silenced

_END = re.compile(r"\r\n|\r|\n")  # what XML counts as the end of a line


class Style(Struct, frozen=True):
    """How findings are said: language, width in columns of a terminal, and whether in colour."""

    language: str = "en"
    width: int = 100
    colour: bool = False


class Verdict(Struct, frozen=True, eq=False):
    """The result of a validation. `read` gives the text of a file by the path that findings name."""

    findings: tuple[Finding, ...]
    codes: Mapping[str, Code]  # what was asked
    read: Callable[[str], str]
    silenced: tuple[Silenced, ...] = ()
    files: int | None = None  # how many, where they were named one by one
    remarks: tuple[Bilingual, ...] = ()
    title: Bilingual = SILENT  # what was examined
    address: str = ""  # where the codes are explained, up to the code
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def line(self, finding: Finding) -> str:
        """The line of the file that a finding stands in, as it is; '' where there is none."""
        if finding.path not in self._lines:
            self._lines.clear()  # findings come file by file
            self._lines[finding.path] = _END.split(self.read(finding.path))
        lines = self._lines[finding.path]
        return lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""

    def count(self, severity: str) -> int:
        """How many findings are errors, or warnings."""
        return sum(finding.severity == severity for finding in self.findings)
