"""A keyword in its context: what is kept of the words around it, cut between words, never inside one."""

from __future__ import annotations

import re

ELLIPSIS = "…"
# A full stop ends a sentence after a word of some length or a year: not after ordinals (»am 13.«) and
# abbreviations.
_SENTENCE = re.compile(
    r".*?(?:[A-Za-zÄÖÜäöüßé]{3,}|\b\d{4})(?<!bzw)(?<!usw)(?<!vgl)(?<!Vgl)(?<!Prof)(?<!Hrsg)"
    r"[»«)]?\.(?= [A-ZÄÖÜ»])"
)

_CLAUSE = re.compile(r".*[^\s\d](?=[,;] )")  # not a comma between figures
NEAR = 0.65


def before(text: str, limit: int) -> str:
    """The last words of a text, at most `limit` characters; an ellipsis shows that something precedes."""
    if len(text) <= limit:
        return text
    kept = text[-limit:]
    if not text[-limit - 1].isspace():
        kept = kept.partition(" ")[2]
    return f"{ELLIPSIS} {kept.lstrip()}"


def after(text: str, limit: int) -> str:
    """The first words of a text, at most `limit` characters; an ellipsis shows that something follows."""
    if len(text) <= limit:
        return text
    kept = text[:limit]
    if not text[limit].isspace():
        kept = kept.rpartition(" ")[0]
    return f"{kept.rstrip()} {ELLIPSIS}"


def shorten(text: str, limit: int) -> str:
    """The beginning of a description for a list: its first sentence if that fits, else its first words, up to a
    comma where one is near."""
    if len(text) <= limit:
        return text
    sentence = _SENTENCE.match(text)
    if sentence and len(sentence[0]) <= limit:
        return sentence[0]
    kept = after(text, limit).removesuffix(f" {ELLIPSIS}").rstrip(",;:–")
    clause = _CLAUSE.match(kept)
    return f"{clause[0] if clause and len(clause[0]) > limit * NEAR else kept} {ELLIPSIS}"
