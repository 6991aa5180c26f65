"""Does every note belong to a passage, and does its passage begin before it ends?

A note inside the running text stands at its passage. One that stands apart, in the back or in a group of
notes, needs a pointer: @target of its own, or a mark in the text that points to it.
Rules on the notes of the edition's commentary stand in the ODD (K001 and following).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition.checks.references import pointers
from edition.checks.subject import Subject
from edition.corpus import XML_ID, every
from edition.model import Finding

_APART = "//t:back//t:div/t:note | //t:back/t:note | //t:noteGrp/t:note | //t:standOff/t:note"
_RANGES = "//t:note[@target][@targetEnd]"


def in_file(subject: Subject) -> Iterator[Finding]:
    """K010 a note that no passage leads to, K011 a range that ends before it begins."""
    root = subject.source.tree.getroot()
    apart = [note for note in every(root, _APART) if not note.get("target")]
    if apart:
        marked = {target for _, _, target in pointers(subject.source)}
        for note in apart:
            if f"#{note.get(XML_ID)}" not in marked:
                yield subject.find(
                    note, "K010", id=note.get(XML_ID, ""), variant="" if note.get(XML_ID) else "bare"
                )
    ranges = every(root, _RANGES)
    if ranges:
        order = {f"#{node.get(XML_ID)}": at for at, node in enumerate(root.iter("*")) if node.get(XML_ID)}
        yield from (finding for note in ranges for finding in _range(subject, note, order))


def _range(subject: Subject, note: Any, order: dict[str, int]) -> Iterator[Finding]:
    begin, end = note.get("target").split()[:1], note.get("targetEnd").split()[-1:]
    known = begin and end and begin[0] in order and end[0] in order
    if known and order[begin[0]] > order[end[0]]:
        yield subject.find(note, "K011", begin=begin[0], end=end[0])
