"""`tei/suppressions.toml`: which warnings an edition accepts, and why.

    [[suppress]]
    code = "T003"
    file = "tei/articles/x.xml"
    at = "p-12"
    words = "part of the message"   # only where several warnings fit
    reason = "Why this is right as it is."

Only warnings can be accepted; a row that silences nothing is a finding itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct

from edition import codes, stored, toml
from edition.codes import Code
from edition.errors import InputError
from edition.model import Bilingual, Finding, Silenced, Suppression

FILE = "tei/suppressions.toml"
_KEYS = ("code", "file", "at", "reason", "words")
_REQUIRED = ("code", "file", "at", "reason")
_MAY_BE_EMPTY = frozenset({"at", "words"})
_ROW = re.compile(r"\s*\[\[\s*suppress\s*\]\]")


class Applied(Struct, frozen=True):
    """What remains of the findings, and what was silenced."""

    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]


class Suppressions(Struct, frozen=True):
    """The rows of an edition that can be used, and what is wrong with the others."""

    rows: tuple[Suppression, ...] = ()
    faults: tuple[Finding, ...] = ()

    def apply(self, findings: Iterable[Finding], *, complete: bool) -> Applied:
        """Split findings into those that stay and those that are silenced.

        Rows that silence nothing are reported when the findings are `complete`: as long as grammar errors keep
        checks from running, nobody knows what a row would have silenced.
        """
        kept: list[Finding] = []
        silenced: list[Silenced] = []
        used: set[Suppression] = set()
        for finding in findings:
            fitting = [row for row in self.rows if finding.severity == "warning" and row.fits(finding)]
            used.update(fitting)
            if fitting:
                silenced.append(Silenced(finding, fitting[0].reason))
            else:
                kept.append(finding)
        unused = (row for row in self.rows if row not in used) if complete else ()
        kept += [_finding("S001", row.line, code=row.code, file=row.file, at=row.at) for row in unused]
        return Applied((*kept, *self.faults), tuple(silenced))


def load(root: Path, known: Mapping[str, Code], files: Iterable[str]) -> Suppressions:
    """The suppressions of the edition in `root`; none if it has no such file."""
    path = root / FILE
    if not path.is_file():
        return Suppressions()
    text = _decoded(path)
    table = toml.parsed(text, FILE)
    rows = table.pop("suppress", [])
    places = _lines(text, rows)
    faults = [_finding("S005", _line_of(text, key), variant="unknown", key=key) for key in table]
    if not isinstance(rows, list):
        return Suppressions(faults=(*faults, _finding("S005", 1, variant="unknown", key="suppress")))
    good: list[Suppression] = []
    paths = frozenset(files)
    for row, line in zip(rows, places, strict=True):
        wrong = list(_wrong(row, line, known, paths, root))
        faults += wrong
        if not wrong:
            good.append(Suppression(**row, line=line))
    return Suppressions(tuple(good), tuple(faults))


def _wrong(
    row: Any, line: int, known: Mapping[str, Code], files: frozenset[str], root: Path
) -> Iterator[Finding]:
    """What keeps a row from being used; the form first, for the rest is read from it."""
    form = list(_malformed(row, line))
    yield from form
    if form:
        return
    code, file = row["code"], row["file"]
    if code not in known:
        yield _finding("S003", line, near=_near(code, known), code=code)
    elif known[code].severity == "error":
        yield _finding("S002", line, code=code)
    if file not in files and not (root / file).is_file():
        yield _finding("S004", line, near=_near(file, files), file=file)


def _malformed(row: Any, line: int) -> Iterator[Finding]:
    if not isinstance(row, dict):
        yield _finding("S005", line, variant="unknown", key=str(row))
        return
    for key, value in row.items():
        if key not in _KEYS:
            yield _finding("S005", line, variant="unknown", near=_near(key, _KEYS), key=key)
        elif not isinstance(value, str):
            yield _finding("S005", line, variant="type", key=key)
        elif not value.strip() and key not in _MAY_BE_EMPTY:
            yield _finding("S005", line, key=key)
    for key in _REQUIRED:
        if key not in row:
            yield _finding("S005", line, key=key)


def _finding(code: str, line: int, /, **values: Any) -> Finding:
    return codes.finding(code, FILE, line, 1, **values)


def _near(value: str, known: Iterable[str]) -> str:
    close = get_close_matches(value, list(known), 1, 0.75)
    return close[0] if close else ""


def _lines(text: str, rows: Any) -> list[int]:
    """The line of each row, which the TOML reader does not tell; 1 where rows are written in another way."""
    found = [number for number, line in enumerate(text.split("\n"), 1) if _ROW.match(line)]
    count = len(rows) if isinstance(rows, list) else 0
    return found if len(found) == count else [1] * count


def _line_of(text: str, key: str) -> int:
    start = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}\b")
    return next((number for number, line in enumerate(text.split("\n"), 1) if start.match(line)), 1)


def _decoded(path: Path) -> str:
    try:
        return stored.read(path).decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(
            Bilingual(f"{FILE} is not UTF-8.", f"{FILE} ist nicht in UTF-8."),
            Bilingual("Save it as UTF-8.", "Die Datei als UTF-8 speichern."),
        ) from None
    except OSError as error:
        raise InputError(
            Bilingual(
                f"{FILE} cannot be read: {error.strerror}.", f"{FILE} ist nicht zu lesen: {error.strerror}."
            ),
            Bilingual("Check its permissions.", "Die Rechte der Datei prüfen."),
        ) from None
