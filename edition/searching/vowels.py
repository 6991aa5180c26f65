"""Whether two German words of one stem may differ in an umlaut: the stemmer takes ä, ö and ü for a, o and u.

Nouns change the vowel in the plural (Haus, Häuser), adjectives where they compare (lang, länger), verbs in the
subjunctive (hatte, hätte). Others are two words: Forderung and Förderung, gefordert and gefördert, Führer and fuhr.
"""

from __future__ import annotations

import re

_PLAIN = str.maketrans("äöü", "aou")
_COMPARED = re.compile(r"(?:er|ere[rmns]?|st|ste[rmns]?)$")
_NOUN_COMPARED = re.compile(r"ere[rmns]?$")  # Jüngerer
_ACTION = re.compile(r"ung(?:en|s)?$")  # no such noun changes its vowel
_PARTICIPLE = re.compile(r"^ge.*t(?:e[rmns]?)?$")
_ENDING = re.compile(r"(?:est|en|et|st|e|t)$")  # of a verb


def agree(one: str, two: str) -> bool:
    """Whether two words as they are written, which share a stem, are forms of one word."""
    low, high = sorted((one, two), key=_umlauts)
    if not _differ(low.lower(), high.lower()):
        return True
    nouns = low[:1].isupper() + high[:1].isupper()
    if nouns == 2:
        return not (_ACTION.search(low) and _ACTION.search(high))
    if nouns == 1:
        return bool(_NOUN_COMPARED.search(high))
    return bool(_COMPARED.search(high)) or (not _PARTICIPLE.search(high) and _verb(low) == _verb(high))


def _umlauts(word: str) -> int:
    return sum(sign in "äöü" for sign in word.lower())


def _differ(low: str, high: str) -> bool:
    return any(
        sign != other and sign == other.translate(_PLAIN) for sign, other in zip(low, high, strict=False)
    )


def _verb(word: str) -> str:
    return _ENDING.sub("", word.translate(_PLAIN))
