"""Edits of one file: which can be made together, and the bytes that come of them."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator

from edition.model import Edit, Finding

_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")


def in_utf8(data: bytes) -> bool:
    """Whether a file is in UTF-8 and says nothing else; other files are not mended."""
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    return declared is None or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii")


def edits_of(findings: Iterable[Finding]) -> Iterator[Edit]:
    """Each edit of the findings once, in their order."""
    yield from dict.fromkeys(edit for finding in findings for edit in finding.edits)


def chosen(findings: list[Finding]) -> list[Finding]:
    """The findings that can be mended together, the first in the file before later ones."""
    taken: list[Edit] = []  # by place; they do not touch
    known: set[Edit] = set()
    found = []
    for finding in sorted(findings, key=lambda one: (one.edits[0].start, one.code)):
        fresh = [edit for edit in finding.edits if edit not in known]
        if not any(_clash(one, taken) for one in fresh):
            found.append(finding)
            known.update(fresh)
            for edit in fresh:
                insort(taken, edit, key=_start)
    return found


def _start(edit: Edit) -> int:
    return edit.start


def _clash(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit touches one of others; which of two insertions comes first at one place, nobody can say."""
    place = bisect_right(taken, edit.end, key=_start)
    return place > 0 and edit.start <= taken[place - 1].end


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with edits that do not touch each other."""
    parts, last = [], 0
    for edit in sorted(edits, key=_start):
        parts += [data[last : edit.start], edit.text.encode()]
        last = edit.end
    return b"".join([*parts, data[last:]])
