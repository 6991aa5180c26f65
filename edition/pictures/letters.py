"""How much room words take.

No font is read in the build, and readers have different ones: the widths are those of the widest of the families in
the style sheet, so that a label is never wider than its box.
"""

from __future__ import annotations

from functools import cache

from edition.pictures.boxes import Box

_NARROW, _WIDE = frozenset("fijltrIJ.,;:'’|!()-/ "), frozenset("mwMW")
_EM = {"narrow": 0.39, "wide": 0.95, "capital": 0.72, "plain": 0.565}
ASCENT, DESCENT = 0.8, 0.26  # of the size, above and below the base line


@cache
def width(words: str, size: float) -> float:
    """The widest that words of a size can be, in the unit of the size."""
    return size * sum(_EM[_shape(sign)] for sign in words)


def _shape(sign: str) -> str:
    if sign in _NARROW:
        return "narrow"
    if sign in _WIDE:
        return "wide"
    return "capital" if sign.isupper() else "plain"


def box(words: str, size: float, x: float, y: float, anchor: str) -> Box:
    """The room of words set at a point of the base line; `anchor` is that of SVG."""
    wide = width(words, size)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, y - ASCENT * size, left + wide, y + DESCENT * size)
