"""CODES: what a check may say, once for all: how grave it is, why it is asked, and the words in both languages.

A code is a letter for the family and three digits; it is never renumbered and never reused. The rules that
the ODD states have their words there; their codes are not in this table.
"""

from __future__ import annotations

from edition.codes import (
    adopting,
    authority,
    dates,
    files,
    foreign,
    grammar,
    identifiers,
    mentions,
    notes,
    quotations,
    references,
    relations,
    signs,
    suppressions,
    text,
)
from edition.codes.code import Code, Words
from edition.model import Bilingual, Edit, Finding

__all__ = ["CODES", "Code", "Words", "finding"]

CODES: dict[str, Code] = {
    **grammar.CODES,
    **files.CODES,
    **references.CODES,
    **identifiers.CODES,
    **dates.CODES,
    **authority.CODES,
    **relations.CODES,
    **text.CODES,
    **signs.CODES,
    **mentions.CODES,
    **quotations.CODES,
    **notes.CODES,
    **suppressions.CODES,
    **foreign.CODES,
    **adopting.CODES,
}
_DID_YOU_MEAN = Bilingual("Did you mean {near}?", "War {near} gemeint?")


def finding(
    code: str,
    path: str,
    line: int,
    column: int,
    /,
    variant: str = "",
    near: str = "",
    edits: tuple[Edit, ...] = (),
    **values: object,
) -> Finding:
    """What a check found, in the words of its code, filled with the values.

    `variant` chooses among the sentences of a code; `near` is a name that was probably meant and takes the
    place of the hint; `edits` is the repair, if it is certain.
    """
    row = CODES[code]
    words = row.variants[variant] if variant else row.words
    hint = _DID_YOU_MEAN.filled({"near": near}) if near else words.hint.filled(values)
    return Finding(code, row.severity, path, line, column, words.message.filled(values), hint, edits=edits)
