"""What a grammar's annotations say about an element or attribute, and the first sentence of it.

ODD compilers copy the `desc`s of an ODD into the grammar as `a:documentation` (RELAX NG DTD Compatibility,
section 4), in one language or several.
"""

from __future__ import annotations

import re

from lxml import etree

from edition.model import LANGUAGES, SILENT, Bilingual

_TAG = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SECTIONS = re.compile(r"\s*\[[^\]]*\]$")  # TEI closes with the sections of its guidelines
_END = re.compile(r"(?P<word>\S+?)[.!?][)\"'»“”]*(?=\s+[^a-zäöüß]|$)")
_ABBREVIATED = frozenset("bd bzw ca cf etc hrsg nr resp usf usw vgl".split())
_LONGEST = 200  # characters


def of(node: etree._Element) -> Bilingual:
    """The documentation of a pattern; without words in a language, those of another stand for it."""
    said: dict[str, str] = {}
    for child in node.iterchildren(_TAG):
        language = child.get(_LANGUAGE, "").partition("-")[0]
        said.setdefault(language, " ".join("".join(child.itertext(with_tail=False)).split()))
    if not said:
        return SILENT
    otherwise = said.get("") or next(iter(said.values()))
    return Bilingual(*(said.get(language) or otherwise for language in LANGUAGES))


def first_sentence(documentation: Bilingual) -> Bilingual:
    """The first sentence in each language, with a full stop, and shortened if it is very long."""
    return Bilingual(*(_first(documentation.in_(language)) for language in LANGUAGES))


def _first(text: str) -> str:
    text = _SECTIONS.sub("", text)
    ends = (found.end() for found in _END.finditer(text) if not _abbreviated(found["word"]))
    sentence = text[: next(ends, len(text))]
    if len(sentence) > _LONGEST:
        return sentence[:_LONGEST].rpartition(" ")[0] + " …"
    return sentence if not sentence or _END.search(sentence) else f"{sentence}."


def _abbreviated(word: str) -> bool:
    """Whether a full stop after the word belongs to it: z. B., e.g., 3., vgl."""
    bare = word.lstrip("(»“\"'").lower()
    return len(bare) == 1 or "." in bare or bare.isdigit() or bare in _ABBREVIATED
