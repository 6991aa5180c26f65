"""The words of a text, and the form under which a word is looked up: Göring and Goering, Straße and STRASSE are one.

`scripts/search-words.js` does the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

# Letters and figures with their accents; an apostrophe within a word belongs to it, a hyphen parts words.
_SIGN = r"(?:[^\W_]|[\u0300-\u036f])"
_WORD = re.compile(rf"{_SIGN}+(?:['’ʼ]{_SIGN}+)*")
_UMLAUT = re.compile(r"([aou])\u0308")
_MARKS = re.compile(r"[\u0300-\u036f'’ʼ]")
# Letters that Unicode does not take apart into a base letter and a sign.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


class Words:
    """The words of a text in their order: as they are written, and the forms under which they are looked up."""

    __slots__ = ("_places", "forms", "text", "written")

    def __init__(self, text: str) -> None:
        self.text = text
        self.written = written(text)
        self.forms = list(map(fold, self.written))
        self._places: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where each begins and ends in the text; most texts are never asked."""
        if not self._places:
            self._places = [found.span() for found in _WORD.finditer(self.text)]
        return self._places


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word in lower case without accents, umlauts written out: »Göring« → "goering"."""
    lower = word.lower()
    if lower.isascii():  # as most are: there is nothing to take apart
        return lower.replace("'", "")
    apart = normalize("NFKD", lower).translate(_LETTERS)
    return _MARKS.sub("", _UMLAUT.sub(r"\1e", apart))


def written(text: str) -> list[str]:
    """The words of a text as they are written, in their order."""
    return _WORD.findall(text)
