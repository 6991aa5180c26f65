"""Certain repairs, written into the files: everything else in them stays as it is, byte for byte.

A finding brings its repair along as edits (`Finding.edits`). All edits of a finding are made or none. Where two
findings want the same place, the first is mended and the next round sees to the other. A repair that makes the
schema complain is none, and is left out.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import re
import shutil
import stat
import tempfile
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from edition import corpus
from edition.errors import InputError
from edition.model import Bilingual, Config, Edit, Finding
from edition.validation import Examination, Rules, examine

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
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
    seen = _digests(root, config)
    examined = examine(root, config, step)
    for _ in range(ROUNDS):
        mendings = planned(root, examined.findings)
        for mending in mendings:
            if (
                not seen.get(mending.path)
                == _digest(mending.before)
                == _digest(corpus.read(root / mending.path))
            ):
                raise _changed(mending.path)
            write(root / mending.path, mending.after)
        done += mendings
        if not mendings:
            break
        seen = _digests(root, config)
        examined = examine(root, config, step)
    return tuple(done), examined


def _digests(root: Path, config: Config) -> Mapping[str, bytes]:
    """What the files are now: edits count the bytes that were examined, and fit no others."""
    paths = (path for path, _ in corpus.files(root, config))
    return {path.relative_to(root).as_posix(): _digest(corpus.read(path)) for path in paths}


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _changed(path: str) -> InputError:
    return InputError(
        Bilingual(
            f"{path} was changed while it was examined; nothing was written into it.",
            f"{path} wurde während der Prüfung geändert; hineingeschrieben wurde nichts.",
        ),
        Bilingual("Run the command again.", "Den Befehl noch einmal ausführen."),
    )


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
    taken: list[Edit] = []  # by place; they do not touch
    known: set[Edit] = set()
    chosen = []
    for finding in sorted(findings, key=lambda one: (one.edits[0].start, one.code)):
        fresh = [edit for edit in finding.edits if edit not in known]
        if not any(_clash(one, taken) for one in fresh):
            chosen.append(finding)
            known.update(fresh)
            for edit in fresh:
                insort(taken, edit, key=_start)
    return chosen


def _start(edit: Edit) -> int:
    return edit.start


def _clash(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit touches one of others; which of two insertions comes first at one place, nobody can say."""
    place = bisect_right(taken, edit.end, key=_start)
    return place > 0 and edit.start <= taken[place - 1].end


def _harmless(path: str, data: bytes, findings: list[Finding], rules: Rules) -> list[Finding]:
    """Without the findings whose repair would leave more complaints of the schema than there were."""
    limit = _complaints(path, data, rules)
    kept: list[Finding] = []
    waiting = [findings]
    while waiting:
        group = waiting.pop()
        count = _complaints(path, applied(data, _edits([*kept, *group])), rules)
        if count <= limit:
            kept += group
            limit = count
        elif len(group) > 1:  # halves, so that a few bad ones among many are found in few tries
            middle = len(group) // 2
            waiting += [group[middle:], group[:middle]]
    return kept


def _complaints(path: str, data: bytes, rules: Rules) -> float:
    try:
        return len(tuple(rules.check(corpus.from_bytes(data, path, "article"))))
    except InputError:
        return float("inf")


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with edits that do not touch each other."""
    parts, last = [], 0
    for edit in sorted(edits, key=_start):
        parts += [data[last : edit.start], edit.text.encode()]
        last = edit.end
    return b"".join([*parts, data[last:]])


def write(path: Path, data: bytes) -> None:
    """Put a file in place in one step, with the permissions it had; a link stays one.

    Another name of the same file (a hard link, as backups make them) keeps the old bytes.

    Raises:
        InputError: the file is write-protected.
    """
    target = path.resolve()
    if not target.stat().st_mode & _WRITABLE:
        raise InputError(
            Bilingual(f"{path} is write-protected.", f"{path} ist schreibgeschützt."),
            Bilingual(
                "Allow writing, or mend it by hand.", "Das Schreiben erlauben oder von Hand verbessern."
            ),
        )
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
