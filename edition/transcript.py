"""The text of a TEI element as a reader meets it, and where in it each element and mark stands.

Two layers, which `layers` tells apart. Runs of white space are one space; what stands on a line of its own is apart
from the words before and behind it; notes are no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from edition.corpus import TEI, XML_ID
from edition.layers import (
    ANNOTATED,
    DIPLOMATIC,
    READING,
    SPACE,
    UNIT,
    Layer,
    is_laid_out,
    is_shown,
    joined,
    local,
    parts,
    stands_alone,
)

__all__ = [
    "ANNOTATED", "DIPLOMATIC", "READING", "Flat", "Layer", "block_of", "blocks", "flatten", "is_block", "local",
]  # fmt: skip

BLOCKS = frozenset({"head", "byline", "p", "epigraph", "item", "bibl"})
OPENING = {"»": "«", "›": "‹"}
_WORDS = re.compile(f"[^{SPACE}]+")
_OPENING = re.compile(f"[{''.join(OPENING)}]")
_PREFIX = "{" + TEI + "}"


class Flat(Struct):
    """Text of a block, the stretch each element covers, and its opening marks with their element."""

    text: str
    spans: dict[Any, tuple[int, int]]
    marks: list[tuple[int, str, Any]]

    def form(self, element: Any) -> str:
        """The words an element covers."""
        start, end = self.spans[element]
        return self.text[start:end].strip(" ")

    def begin(self, element: Any) -> int:
        """Where these words begin."""
        start, end = self.spans[element]
        covered = self.text[start:end]
        return start + len(covered) - len(covered.lstrip(" "))


def is_block(element: Any) -> bool:
    """Whether an element is a citable unit: a paragraph, heading, list item or printed entry, or marked as one."""
    if element.get(UNIT) is not None:
        return True
    name = local(element)
    if name == "bibl":
        return local(element.getparent()) == "listBibl"
    return name in BLOCKS and element.get(XML_ID) is not None


def blocks(text: Any, layer: Layer = READING) -> Iterator[Any]:
    """The citable units of a layer below `text`, in document order, without those inside notes."""
    for element in text.iter("{*}*"):
        if is_block(element) and is_shown(element, layer):
            yield element


def block_of(element: Any) -> Any | None:
    """The citable unit an element stands in."""
    if is_block(element):
        return element
    return next((above for above in element.iterancestors() if is_block(above)), None)


def flatten(block: Any, layer: Layer = READING) -> Flat:
    """The text of one block in a layer, without its notes and without the blocks inside it."""
    builder = _Builder(layer)
    builder.walk(block, block)
    return Flat("".join(builder.parts).rstrip(" "), builder.spans, builder.marks)


class _Builder:
    """Collects text while walking: white space must be folded across element boundaries."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self.parts: list[str] = []
        self.length = 0
        self.spans: dict[Any, tuple[int, int]] = {}
        self.marks: list[tuple[int, str, Any]] = []

    def walk(self, element: Any, block: Any) -> None:
        start = self.length
        self.add(element.text, element, None, element[0] if len(element) else None)
        for child, shown in parts(element, self.layer):
            if shown:
                self.child(child, block)
            self.add(child.tail, element, child, child.getnext())
        self.spans[element] = (start, self.length)

    def child(self, child: Any, block: Any) -> None:
        apart = stands_alone(child)
        if apart:
            self.part()
        if not is_block(child):
            self.walk(child, block)
        if apart:
            self.part()

    def part(self) -> None:
        """Words before and behind are different words."""
        if self.length and self.parts[-1][-1] != " ":
            self.parts.append(" ")
            self.length += 1

    def add(self, text: str | None, owner: Any, before: Any, behind: Any) -> None:
        text = joined(text or "", before, behind)
        if not text or (is_laid_out(owner) and not text.strip(SPACE)):
            return
        words = " ".join(_WORDS.findall(text))
        lead = " " if text[:1] in SPACE and self.length and self.parts[-1][-1] != " " else ""
        trail = " " if words and text[-1] in SPACE else ""
        piece = lead + words + trail
        if not piece:
            return
        for mark in _OPENING.finditer(piece):
            self.marks.append((self.length + mark.start(), mark[0], _mark_owner(owner)))
        self.parts.append(piece)
        self.length += len(piece)


def _mark_owner(owner: Any) -> Any:
    """The element a mark belongs to: a corrected mark belongs to what stands around the `choice`."""
    while local(owner) in ("sic", "corr", "orig", "reg", "choice"):
        owner = owner.getparent()
    return owner
