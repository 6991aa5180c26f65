"""Certain repairs, written into the files: everything else in them stays as it is, byte for byte.

A finding brings its repair along as edits (`Finding.edits`). All edits of a finding are made or none. Where two
findings want the same place, the first is mended and the next round sees to the other. A repair that makes the
schema complain is none, and is left out.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from edition import corpus
from edition.errors import InputError
from edition.model import Bilingual, Config, Edit, Finding
from edition.validation import Examination, Rules, examine

ROUNDS = 5  # mending one finding may bring another to light
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")
_SUMMARY = Bilingual("{repairs} in {files}", "{repairs} in {files}")
_ONE_REPAIR = Bilingual("1 repair", "1 Verbesserung")
_REPAIRS = Bilingual("{count} repairs", "{count} Verbesserungen")
_ONE_FILE = Bilingual("1 file", "1 Datei")
_FILES = Bilingual("{count} files", "{count} Dateien")


@dataclass(frozen=True, slots=True)
class Mending:
    """What the repairs of one file come to."""

    path: str
    before: bytes
    after: bytes
    mended: tuple[Finding, ...]

    def difference(self) -> str:
        """The change as a unified diff."""
        old, new = (data.decode("utf-8", "replace").splitlines(True) for data in (self.before, self.after))
        lines = difflib.unified_diff(old, new, f"a/{self.path}", f"b/{self.path}")
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
        )


def mend(
    root: Path, config: Config, step: Callable[[str], None] = lambda _: None
) -> tuple[tuple[Mending, ...], Examination]:
    """Write the certain repairs of an edition: what was mended, and what validation says of it now."""
    done: list[Mending] = []
    examined = examine(root, config, step)
    for _ in range(ROUNDS):
        mendings = planned(root, examined.findings)
        for mending in mendings:
            write(root / mending.path, mending.after)
        done += mendings
        if not mendings:
            break
        examined = examine(root, config, step)
    return tuple(done), examined


def planned(root: Path, findings: Iterable[Finding]) -> tuple[Mending, ...]:
    """What can be mended at once, file by file; nothing is written."""
    rules: Rules | None = None
    found: list[Mending] = []
    ordered = sorted((one for one in findings if one.edits), key=lambda one: one.path)
    for path, group in groupby(ordered, lambda one: one.path):
        data = corpus.read(root / path)
        chosen = _chosen(list(group)) if in_utf8(data) else []
        if chosen:
            rules = rules or Rules.of_edition(root)
            chosen = _harmless(path, data, chosen, rules)
        if chosen:
            found.append(Mending(path, data, applied(data, _edits(chosen)), tuple(chosen)))
    return tuple(found)


def in_utf8(data: bytes) -> bool:
    """Whether a file is in UTF-8 and says nothing else; other files are not mended."""
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    return declared is None or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii")


def _edits(findings: Iterable[Finding]) -> Iterator[Edit]:
    yield from dict.fromkeys(edit for finding in findings for edit in finding.edits)


def _chosen(findings: list[Finding]) -> list[Finding]:
    """The findings that can be mended together, the first in the file before later ones."""
    taken: list[Edit] = []
    chosen = []
    for finding in sorted(findings, key=lambda one: (one.edits[0].start, one.code)):
        fresh = [edit for edit in finding.edits if edit not in taken]
        if not any(_clash(one, other) for one in fresh for other in taken):
            chosen.append(finding)
            taken += fresh
    return chosen


def _clash(one: Edit, other: Edit) -> bool:
    """Whether two edits touch; which of two insertions comes first at one place, nobody can say."""
    return one.start <= other.end and other.start <= one.end


def _harmless(path: str, data: bytes, findings: list[Finding], rules: Rules) -> list[Finding]:
    """Without the findings whose repair would leave more complaints of the schema than there were."""
    limit = _complaints(path, data, rules)
    if _complaints(path, applied(data, _edits(findings)), rules) <= limit:
        return findings
    kept: list[Finding] = []
    for finding in findings:
        count = _complaints(path, applied(data, _edits([*kept, finding])), rules)
        if count <= limit:
            kept.append(finding)
            limit = count
    return kept


def _complaints(path: str, data: bytes, rules: Rules) -> float:
    try:
        return len(tuple(rules.check(corpus.from_bytes(data, path, "article"))))
    except InputError:
        return float("inf")


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with edits that do not touch each other."""
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        data = data[: edit.start] + edit.text.encode() + data[edit.end :]
    return data


def write(path: Path, data: bytes) -> None:
    """Put a file in place in one step, with the permissions it had; a link stays one."""
    target = path.resolve()
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        shutil.copymode(target, name)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def summary(mendings: Iterable[Mending]) -> Bilingual:
    """How many repairs in how many files: "3 repairs in 2 files"."""
    listed = tuple(mendings)
    repairs = sum(len(one.mended) for one in listed)
    files = len({one.path for one in listed})
    parts: Mapping[str, Bilingual] = {
        "repairs": _ONE_REPAIR if repairs == 1 else _REPAIRS.filled({"count": repairs}),
        "files": _ONE_FILE if files == 1 else _FILES.filled({"count": files}),
    }
    return _SUMMARY.filled(parts)


def beyond(root: Path, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The files that could be mended if they were in UTF-8."""
    paths = sorted({one.path for one in findings if one.edits})
    return tuple(path for path in paths if not in_utf8(corpus.read(root / path)))
