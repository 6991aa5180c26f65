"""Do quotation marks come in pairs, each where its level is?

In `text` of the edition's own files the rules of the ODD decide that, for there every pair belongs to an
element (Q001, Q004, Q005). This check reads the words alone: in `standOff`, where marks need no element, and
in TEI from elsewhere. A document has one style, that of most of its blocks; what is in another language than
the document may follow another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from lxml import etree

from edition import codes
from edition.checks.subject import Subject
from edition.corpus import XML_LANG
from edition.model import Finding
from edition.transcript import local

# Outer and inner pair. Where the inner closing mark looks like an apostrophe, only the outer pair is read.
STYLES = ("»«›‹", "«»‹›", "„“‚‘", "“”", "„”")
_MARKS = re.compile(f"[{''.join(sorted({*''.join(STYLES)}))}]")
_BLOCKS = frozenset("p ab head item note byline bibl epigraph cell label argument figDesc desc".split())
_WHOLES = frozenset("quote q said cit lg sp floatingText".split())  # may hold several blocks
_SILENT = frozenset("sic orig code val gi att tag egXML".split())
_PARTS = {"foreign": frozenset({"text", "standOff"})}
_OWN = frozenset({"standOff"})


class Place(NamedTuple):
    """Where text stands: what its marks must be closed in, its block, and whether it is read at all."""

    unit: Any
    block: Any
    counts: bool


class Mark(NamedTuple):
    """A quotation mark; `number` counts all marks of the file, `first` says that its block begins with it."""

    sign: str
    number: int
    first: bool


Slip = tuple[str, Mark, str]  # variant, the mark, the sign that was wanted


def in_file(subject: Subject) -> Iterator[Finding]:
    """Q010 a quotation mark without its partner, or of another level than its place."""
    units = list(_units(subject).values())
    style = _style(units)
    found: list[Slip] = []
    for unit, after in zip_longest(units, units[1:], fillvalue=()):
        found += _slips(unit, style, after)
    places = _places(subject) if found else []
    for variant, mark, wanted in found:
        line, column = places[mark.number]
        yield codes.finding(
            "Q010", subject.source.path, line, column, variant=variant, sign=mark.sign, wanted=wanted
        )


def _units(subject: Subject) -> dict[Any, list[Mark]]:
    """The marks of each stretch of text that must close what it opens, in document order."""
    root = subject.source.tree.getroot()
    parts = _PARTS.get(subject.source.role, _OWN)
    language = next((one.get(XML_LANG) for one in root.iter("*") if one.get(XML_LANG)), None)
    units: dict[Any, list[Mark]] = {}
    begun: set[Any] = set()
    number = 0
    above = [Place(root, root, False)]
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            above.append(_entered(element, above[-1], parts, language))
        elif event == "end":
            above.pop()
        text, place = (element.text if event == "start" else element.tail) or "", above[-1]
        for match in _MARKS.finditer(text):
            if place.counts:
                first = place.block not in begun and not text[: match.start()].strip()
                units.setdefault(place.unit, []).append(Mark(match[0], number, first))
            number += 1
        if text.strip():
            begun.add(place.block)
    return units


def _entered(element: Any, outer: Place, parts: frozenset[str], language: str | None) -> Place:
    """The place of an element's own text."""
    name = local(element)
    if name in parts and not outer.counts:
        return Place(element, element, True)
    counts = outer.counts and name not in _SILENT and element.get(XML_LANG, language) == language
    inside = local(outer.unit) in _WHOLES
    if name == "note" or (name in _BLOCKS and not inside):
        return Place(element, element, counts)
    if name in _BLOCKS:
        return Place(outer.unit, element, counts)
    if name in _WHOLES and local(outer.block) not in _BLOCKS and not inside:
        return Place(element, element, counts)
    return Place(outer.unit, outer.block, counts)


def _style(units: Sequence[Sequence[Mark]]) -> str:
    """The style in which most units open with their first mark and close with their last.

    Where none does both, it is the first style that opens as the first mark does; without marks ''.
    """
    edges = [(unit[0].sign, unit[-1].sign) for unit in units]
    votes = Counter(style for edge in edges for style in STYLES if edge == (style[0], style[1]))
    if votes:
        return max(STYLES, key=lambda style: votes[style])
    return next((style for edge in edges[:1] for style in STYLES if edge[0] == style[0]), "")


def _slips(unit: Sequence[Mark], style: str, after: Sequence[Mark]) -> Iterator[Slip]:
    """What is wrong among the marks of one unit; a quotation that the next one takes up again may stay open."""
    closing = dict(zip(style[::2], style[1::2], strict=True))
    opened: list[Mark] = []
    for mark in unit:
        if mark.sign in closing:
            if mark.first and any(one.sign == mark.sign for one in opened):
                continue  # repeated at the beginning of a block, as in older printing
            wanted = style[0::2][len(opened) % (len(style) // 2)]
            if mark.sign != wanted:
                yield "level", mark, wanted
            opened.append(mark)
        elif mark.sign in closing.values():
            yield from _closed(mark, opened, closing)
    taken_up = bool(after) and after[0].first and bool(opened) and after[0].sign == opened[0].sign
    if not taken_up:
        yield from (("", one, closing[one.sign]) for one in opened)


def _closed(mark: Mark, opened: list[Mark], closing: dict[str, str]) -> Iterator[Slip]:
    """What a closing mark leaves behind: marks inside it without partner, or itself alone."""
    partner = next((at for at in reversed(range(len(opened))) if closing[opened[at].sign] == mark.sign), None)
    if partner is None:
        wanted = next(sign for sign, close in closing.items() if close == mark.sign)
        yield "unopened", mark, wanted
        return
    yield from (("", one, closing[one.sign]) for one in opened[partner + 1 :])
    del opened[partner:]


def _places(subject: Subject) -> list[tuple[int, int]]:
    """Line and column of every mark of the file."""
    found = []
    for event in subject.source.events:
        if event.kind == "text":
            for match in _MARKS.finditer(event.text):
                found.append((event.position.line, event.position.column + match.start()))
    return found
