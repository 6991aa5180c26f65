"""Sets of characters, as the regular expressions of XML Schema name them: `\\p{Lu}`, `\\i`, `[a-z-[aeiou]]`.

A set is a sorted tuple of ranges (first, last) of code points.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from itertools import compress
from operator import ne
from unicodedata import category

Characters = tuple[tuple[int, int], ...]

SPACE: Characters = ((9, 10), (13, 13), (32, 32))
LINE_ENDS: Characters = ((10, 10), (13, 13))
ASCII: Characters = ((0, 0x7F),)
ALL: Characters = ((0, sys.maxunicode),)
_NAME_START = (
    ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME_MORE = ".0-9\xb7\u0300-\u036f\u203f-\u2040\\-"  # in addition, after the first character
_CATEGORIES = frozenset(
    "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn".split()
)
# The blocks that schemas for European texts name; the Unicode tables of Python have no blocks.
_BLOCKS = {
    "BasicLatin": (0x0, 0x7F), "Latin-1Supplement": (0x80, 0xFF), "LatinExtended-A": (0x100, 0x17F),
    "LatinExtended-B": (0x180, 0x24F), "IPAExtensions": (0x250, 0x2AF),
    "SpacingModifierLetters": (0x2B0, 0x2FF), "CombiningDiacriticalMarks": (0x300, 0x36F),
    "Greek": (0x370, 0x3FF), "GreekandCoptic": (0x370, 0x3FF), "Cyrillic": (0x400, 0x4FF),
    "Armenian": (0x530, 0x58F), "Hebrew": (0x590, 0x5FF), "Arabic": (0x600, 0x6FF),
    "LatinExtendedAdditional": (0x1E00, 0x1EFF), "GreekExtended": (0x1F00, 0x1FFF),
    "GeneralPunctuation": (0x2000, 0x206F), "LetterlikeSymbols": (0x2100, 0x214F),
    "NumberForms": (0x2150, 0x218F), "PrivateUse": (0xE000, 0xF8FF),
}  # fmt: skip


def union(sets: Iterable[Characters]) -> Characters:
    """The characters in any of the sets."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(span for characters in sets for span in characters):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return tuple(merged)


def complement(characters: Characters) -> Characters:
    """All other characters."""
    firsts = [0, *(last + 1 for _, last in characters)]
    lasts = [*(first - 1 for first, _ in characters), sys.maxunicode]
    return tuple((first, last) for first, last in zip(firsts, lasts, strict=True) if first <= last)


def difference(characters: Characters, others: Characters) -> Characters:
    """The characters that are not in the other set."""
    return complement(union((complement(characters), others)))


def both(characters: Characters, others: Characters) -> Characters:
    """The characters in both sets."""
    return difference(characters, complement(others))


@cache
def _categories() -> dict[str, Characters]:
    # Planes 4 to 13 are empty and 15 to 16 are for private use: looking at each of their 800,000 characters
    # would cost a tenth of a second in the first check of every process.
    spans: dict[str, list[tuple[int, int]]] = {
        "Cn": [(0x40000, 0xDFFFF), (0xFFFFE, 0xFFFFF), (0x10FFFE, 0x10FFFF)],
        "Co": [(0xF0000, 0xFFFFD), (0x100000, 0x10FFFD)],
    }
    for start, end in ((0, 0x40000), (0xE0000, 0xF0000)):
        codes = list(map(category, map(chr, range(start, end))))
        changes = [0, *compress(range(1, len(codes)), map(ne, codes, codes[1:]))]
        for first, after in zip(changes, [*changes[1:], len(codes)], strict=True):
            spans.setdefault(codes[first], []).append((start + first, start + after - 1))
    return {name: tuple(sorted(found)) for name, found in spans.items()}


@cache
def named(name: str) -> Characters:
    """The characters of a category (`L`, `Lu`) or block (`IsGreek`); LookupError if there is none."""
    known(name)
    if name.startswith("Is"):
        return (_BLOCKS[name[2:]],)
    if name == "Nd":  # asked for by every \d, and worth the short way: digits live in the first two planes
        return union(((ord(digit), ord(digit)),) for digit in filter(str.isdecimal, map(chr, range(0x20000))))
    return union(spans for code, spans in _categories().items() if code.startswith(name))


@cache
def named_in_ascii(name: str) -> Characters:
    """As `named`, as far as it matters in ASCII: the tables of Unicode are not read."""
    known(name)
    if name.startswith("Is"):
        return named(name)
    return union(((code, code),) for code in range(0x80) if category(chr(code)).startswith(name))


def known(name: str) -> Characters:
    """Any characters, if there is a category or block of that name; LookupError if there is none."""
    if name not in _CATEGORIES and not (name.startswith("Is") and name[2:] in _BLOCKS):
        raise LookupError(name)
    return SPACE


@cache
def name_start() -> Characters:
    """The characters a name may begin with, colon included (`\\i`)."""
    return _spans(_NAME_START)


@cache
def name_more() -> Characters:
    """The characters a name may consist of (`\\c`)."""
    return _spans(_NAME_START + _NAME_MORE)


def _spans(text: str) -> Characters:
    found = re.finditer(r"\\?(.)(?:-(.))?", text)
    return union([((ord(span[1]), ord(span[2] or span[1])),) for span in found])


def as_class(characters: Characters) -> str:
    """The set as a character class of Python's regular expressions, said the shorter way."""
    others = complement(characters)
    if not others:
        return r"[\s\S]"
    negative = len(others) < len(characters)
    spans = "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in (others if negative else characters))
    return f"[{'^' if negative else ''}{spans}]" if characters else r"[^\s\S]"
