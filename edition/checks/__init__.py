"""CHECKS: what is asked of one file, and of all files together. Order is the order of execution.

The grammar and the constraints of the schema are checks as well; they need compiled schemas and are run by
`edition.validation`. Codes: a letter for the family and three digits, never renumbered, never reused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from edition.checks import dates, identifiers, references, text, versions
from edition.checks.subject import Subject
from edition.model import Edition, Finding, Reading

IN_FILE: tuple[Callable[[Subject], Iterable[Finding]], ...] = (
    references.in_file,
    identifiers.in_file,
    dates.in_file,
    text.in_file,
)

ACROSS: tuple[Callable[[Edition, tuple[Reading, ...]], Iterable[Finding]], ...] = (
    references.across,
    identifiers.across,
    versions.across,
)

# Codes of the checks written in Python; those of the schema stand in edition.odd, those of grammar G001–G006.
CODES: dict[str, str] = {
    "H001": "file name and TEI/@xml:id differ",
    "H020": "header and edition.toml name different versions",
    "R001": "pointer inside the file without its target",
    "R002": "prefix not declared",
    "R003": "pointer does not fit the pattern of its prefix",
    "R004": "xml:id used twice in a file",
    "R010": "pointer to an entry that does not exist",
    "R011": "entry that nothing points to",
    "R012": "id shared by two entries",
    "R013": "reserved id",
    "I001": "identifier malformed or not canonical",
    "I002": "identifier with a wrong check digit",
    "I003": "identifier shared by two entries",
    "D011": "no date of the calendar",
    "D012": "range that ends before it begins",
    "D013": "relative date that does not come out",
    "D014": "relative date without a dated anchor",
    "T001": "text differs from the copy text",
    "T002": "text not in Unicode form NFC",
    "T003": "article without copy text",
}
