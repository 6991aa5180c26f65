"""Which repairs can be made at once: a repair that makes the schema complain is none, and is left out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from edition import corpus
from edition.errors import InputError
from edition.fixes.edits import applied, chosen, edits_of, in_utf8
from edition.model import Finding
from edition.validation import Rules


class Mending(Struct, frozen=True):
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


def planned(root: Path, findings: Iterable[Finding]) -> tuple[Mending, ...]:
    """What can be mended at once, file by file; nothing is written."""
    rules: Rules | None = None
    found: list[Mending] = []
    ordered = sorted((one for one in findings if one.edits), key=lambda one: one.path)
    for path, group in groupby(ordered, lambda one: one.path):
        data = corpus.read(root / path)
        together = chosen(list(group)) if in_utf8(data) else []
        if together:
            rules = rules or Rules.of_edition(root)
            together = harmless(path, data, together, rules)
        if together:
            found.append(Mending(path, data, applied(data, edits_of(together)), tuple(together)))
    return tuple(found)


def beyond(root: Path, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The files that could be mended if they were in UTF-8."""
    paths = sorted({one.path for one in findings if one.edits})
    return tuple(path for path in paths if not in_utf8(corpus.read(root / path)))


def harmless(path: str, data: bytes, findings: list[Finding], rules: Rules) -> list[Finding]:
    """Without the findings whose repair would leave more complaints of the schema than there were."""
    limit = _complaints(path, data, rules)
    kept: list[Finding] = []
    waiting = [findings]
    while waiting:
        group = waiting.pop()
        count = _complaints(path, applied(data, edits_of([*kept, *group])), rules)
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
