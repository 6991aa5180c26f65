"""Where the sentences of a German text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSED = re.compile(r"[.?!…][«‹“‘)]*(?= [»›„‚(]*[A-ZÄÖÜ])")
# What a full stop belongs to without ending a sentence: ordinals (»am 17. November«), initials, and abbreviations,
# which have no vowel (»bzw.«, »St.«, »Dr.«).
_SHORT = re.compile(r"(?:\b\d{1,2}|\b[^\W\d_]|\b[^\Waeiouyäöüéà\d]+)$", re.IGNORECASE)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """First and last place of each sentence; together they are the text but for the spaces between them."""
    begin = 0
    for match in _CLOSED.finditer(text):
        if text[match.start()] == "." and _SHORT.search(text, 0, match.start()):
            continue
        yield begin, match.end()
        begin = match.end() + 1
    if begin < len(text):
        yield begin, len(text)
