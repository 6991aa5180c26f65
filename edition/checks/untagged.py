"""What a text names with a tag, and the words that no tag covers: the facts that checks on mentions compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from edition import kinds
from edition.checks import runs
from edition.checks.subject import Subject
from edition.corpus import XML_ID, every
from edition.kinds import BY_SLUG
from edition.model import Naming, Piece, Stretch
from edition.transcript import block_of, blocks, flatten, is_block, local

NAMES = frozenset(kind.mention for kind in kinds.KINDS if kind.mention != "rs") | {"name"}
_SILENT = frozenset({"sic", "orig", "note"})
_APART = NAMES - {"title"} | {"idno", "ref", "code", "formula"}  # what stands in them is one name, or none


class _Around(Struct, frozen=True):
    """What is known of an element: whether its text counts, its block, and what is tagged around it."""

    kind: str = "outside"  # "outside", "silent" (no text of the reading layer), "apart" (a name), "text"
    block: Any = None
    within: tuple[str, ...] = ()
    whole: str = ""  # the words of the innermost paraphrase, date or passage with a note


def namings(subject: Subject) -> Iterator[Naming]:
    """The tagged names in the blocks of a text."""
    for text in every(subject.source.tree.getroot(), "t:text"):
        for block in blocks(text):
            flat, name = flatten(block), block.get(XML_ID, "")
            for node in flat.spans:
                if local(node) in NAMES and block_of(node) is block:
                    place = subject.locate(node)
                    for pointer in _pointers(node):
                        yield Naming(pointer, flat.form(node), name, place.line, place.column)


def _pointers(node: Any) -> tuple[str, ...]:
    tokens = (node.get("ref") or "").split()
    return tuple(token for token in tokens if token.partition(":")[0] in BY_SLUG)


def stretches(subject: Subject) -> Iterator[Stretch]:
    """The words of an article that no name covers, in the order of the text."""
    if subject.source.role != "article":
        return
    known: dict[Any, _Around] = {}
    noted = _noted(subject.source.tree.getroot())
    gathered = _Gathered()
    for run in runs.of_source(subject.source):
        around = _around(run.node, known, noted)
        if around.kind == "silent" or (local(run.node) == "choice" and not run.text.strip()):
            continue
        if around.kind != "text" or around.block is not gathered.block:
            yield from gathered.close(around.block if around.kind == "text" else None)
        if around.kind == "text":
            gathered.add(run, around, subject.source.data)
    yield from gathered.close(None)


def _noted(root: Any) -> frozenset[str]:
    """The ids of the passages that a note of the edition explains."""
    targets = every(root, "//t:standOff//t:annotation/@target")
    return frozenset(token.lstrip("#") for target in targets for token in target.split())


def _around(node: Any, known: dict[Any, _Around], noted: frozenset[str]) -> _Around:
    path = []
    while node is not None and node not in known:
        path.append(node)
        node = node.getparent()
    around = known[node] if node is not None else _Around()
    for one in reversed(path):
        around = known[one] = _of_child(one, around, noted)
    return around


def _of_child(node: Any, outer: _Around, noted: frozenset[str]) -> _Around:
    name = local(node)
    if outer.kind in ("silent", "apart"):
        return outer
    if name in _SILENT:
        return _Around("silent")
    if is_block(node) and any(local(one) == "text" for one in node.iterancestors()):
        return _Around("text", node)
    if outer.kind == "text" and name in _APART:
        return _Around("apart", outer.block)
    if outer.kind == "text" and name in ("rs", "date", "title") and _pointers(node):
        whole = flatten(node).text.strip()
        return _Around("text", outer.block, (*outer.within, *_pointers(node)), whole)
    if outer.kind == "text" and name == "seg" and node.get(XML_ID) in noted:
        return _Around("text", outer.block, outer.within, flatten(node).text.strip())
    return outer


class _Gathered:
    """Collects the runs of one stretch."""

    def __init__(self) -> None:
        self.block: Any = None
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0

    def add(self, run: runs.Run, around: _Around, data: bytes) -> None:
        ends = [offset for offset, _ in run.pieces[1:]] + [len(run.text)]
        for (begin, at), end in zip(run.pieces, ends, strict=True):
            raw = run.text[begin:end].encode()
            literal = raw == b"\n" or data[at.byte : at.byte + len(raw)] == raw
            self.pieces.append(
                Piece(
                    self.length + begin, at.line, at.column, at.byte if literal else -1, around.within,
                    around.whole,
                )
            )  # fmt: skip
        self.parts.append(run.text)
        self.length += len(run.text)

    def close(self, block: Any) -> Iterator[Stretch]:
        if self.block is not None and self.parts:
            prefix = f"{self.block.prefix}:" if self.block.prefix else ""
            yield Stretch(self.block.get(XML_ID, ""), "".join(self.parts), tuple(self.pieces), prefix)
        self.block, self.parts, self.pieces, self.length = block, [], [], 0
