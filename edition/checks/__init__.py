"""CHECKS: what is asked of one file, and of all files together. Order is the order of execution.

The grammar and the constraints of the schema are checks as well; they need compiled schemas and are run by
`edition.validation`. What a check may say stands in `edition.codes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from edition.checks import (
    dateclaims,
    dates,
    entries,
    identifiers,
    lives,
    mentions,
    notes,
    quotations,
    references,
    relations,
    signs,
    text,
    versions,
    weekdays,
)
from edition.checks.subject import Subject
from edition.model import Edition, Finding, Reading

IN_FILE: tuple[Callable[[Subject], Iterable[Finding]], ...] = (
    references.in_file,
    identifiers.in_file,
    dates.in_file,
    dateclaims.in_file,
    weekdays.in_file,
    text.in_file,
    signs.in_file,
    quotations.in_file,
    notes.in_file,
)

ACROSS: tuple[Callable[[Edition, tuple[Reading, ...]], Iterable[Finding]], ...] = (
    references.across,
    identifiers.across,
    dateclaims.across,
    entries.across,
    lives.across,
    relations.across,
    versions.across,
    mentions.across,
)
