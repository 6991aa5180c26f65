"""The text of a TEI element as a reader meets it, and where in it each element and mark stands.

Two layers: `reading` (corrections applied) and `diplomatic` (as printed). Runs of white space are one
space; white space between the parts of a `choice` is none; notes are no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from edition.corpus import TEI, XML_ID

BLOCKS = frozenset({"head", "byline", "p", "epigraph", "item", "bibl"})
READING = frozenset({"sic", "orig", "note"})
DIPLOMATIC = frozenset({"corr", "reg", "note"})
OPENING = {"»": "«", "›": "‹"}
_OPENING = re.compile(f"[{''.join(OPENING)}]")
_PREFIX = "{" + TEI + "}"


@dataclass(slots=True)
class Flat:
    """Text of a block, the stretch each element covers, and its opening marks with their element."""

    text: str
    spans: dict[Any, tuple[int, int]]
    marks: list[tuple[int, str, Any]]

    def form(self, element: Any) -> str:
        """The words an element covers."""
        start, end = self.spans[element]
        return self.text[start:end].strip()

    def begin(self, element: Any) -> int:
        """Where these words begin."""
        start, end = self.spans[element]
        covered = self.text[start:end]
        return start + len(covered) - len(covered.lstrip())


def local(element: Any) -> str:
    """The local name of a TEI element; empty for comments, instructions and foreign elements."""
    return _local(element.tag)


@lru_cache(maxsize=1000)  # asked of every node several times over
def _local(tag: Any) -> str:
    return tag[len(_PREFIX) :] if isinstance(tag, str) and tag.startswith(_PREFIX) else ""


def is_block(element: Any) -> bool:
    """Whether an element is a citable unit: a paragraph, heading, list item or printed entry."""
    name = local(element)
    if name == "bibl":
        return local(element.getparent()) == "listBibl"
    return name in BLOCKS and element.get(XML_ID) is not None


def blocks(text: Any) -> Iterator[Any]:
    """The citable units below `text`, in document order, without those inside notes."""
    for element in text.iter(_PREFIX + "*"):
        if is_block(element) and not any(local(above) == "note" for above in element.iterancestors()):
            yield element


def block_of(element: Any) -> Any | None:
    """The citable unit an element stands in."""
    if is_block(element):
        return element
    return next((above for above in element.iterancestors() if is_block(above)), None)


def flatten(block: Any, left_out: frozenset[str] = READING) -> Flat:
    """The text of one block without its notes and without the blocks inside it."""
    builder = _Builder(left_out)
    builder.walk(block, block)
    return Flat("".join(builder.parts).rstrip(), builder.spans, builder.marks)


class _Builder:
    """Collects text while walking: white space must be folded across element boundaries."""

    def __init__(self, left_out: frozenset[str]) -> None:
        self.left_out = left_out
        self.parts: list[str] = []
        self.length = 0
        self.spans: dict[Any, tuple[int, int]] = {}
        self.marks: list[tuple[int, str, Any]] = []

    def walk(self, element: Any, block: Any) -> None:
        start = self.length
        self.add(element.text, element)
        for child in element:
            name = local(child)
            if name and name not in self.left_out and (child is block or not is_block(child)):
                self.walk(child, block)
            self.add(child.tail, element)
        self.spans[element] = (start, self.length)

    def add(self, text: str | None, owner: Any) -> None:
        if not text or (local(owner) == "choice" and not text.strip()):
            return
        words = " ".join(text.split())
        lead = " " if text[0].isspace() and self.length and self.parts[-1][-1] != " " else ""
        trail = " " if words and text[-1].isspace() else ""
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
