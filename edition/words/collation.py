"""In which order do German readers expect names? DIN 5007-1, as in a lexicon: ä is a, ß is ss.

Words are compared one after the other, so that a short first word comes first (»Rote Armee« before
»Rotes Kreuz«). A hyphen parts words as a space does, a comma ends the surname (»Rühle, Otto« before
»Rühle-Gerstel, Alice«); other signs count for nothing. Digits stand after letters, and a number counts
by its value.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import combining, normalize

Word = tuple[tuple[int, str, int], ...]
SortKey = tuple[tuple[tuple[Word, ...], ...], tuple[str, ...], str]

# Letters that Unicode does not take apart into a base letter and a sign.
_BASE = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_APART = re.compile(r"[\s;:/\-‐‑–—]+")
_RUNS = re.compile(r"\d+|\D+")
_COUNTED = 18  # digits of a number that is one; longer ones are signs
_OTHER = "#"  # where names without a letter or a figure at the beginning are filed


@cache
def _bare(name: str) -> str:
    """Lower-case letters without their accents, figures and word spaces; all other signs gone."""
    letters = normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in letters if not combining(sign)).translate(_BASE)
    spaced = _APART.sub(" ", plain)
    return "".join(sign for sign in spaced if sign.isalnum() or sign == " ").strip()


def _run(text: str) -> tuple[int, str, int]:
    if not text.isdecimal():
        return (0, text, 0)
    return (1, "", int(text)) if len(text) <= _COUNTED else (1, text, 0)


@cache  # every page sorts the same few hundred names
def sort_key(name: str) -> SortKey:
    """The key that sorts a name by DIN 5007-1; equal names stand plain before accented, small before capital."""
    parts = tuple(
        tuple(tuple(_run(run) for run in _RUNS.findall(word)) for word in _bare(part).split())
        for part in name.split(",")
    )
    accents = tuple(normalize("NFKD", name.lower()))
    return parts, accents, name.swapcase()


def initial(name: str) -> str:
    """The capital letter under which a name is filed; `0–9` for figures, `#` for anything else."""
    first = _bare(name)[:1]
    if first.isdecimal():
        return "0–9"
    return first.upper() if first.isalpha() else _OTHER
