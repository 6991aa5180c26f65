"""REPAIRS: what the certain repair of a finding is, for the checks whose findings do not bring it along.

A repair is certain when it can mean nothing else: an id or a number that is missing, a sign in its Unicode form
NFC. A copied text is never repaired, but proved.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from edition.checks import runs
from edition.checks.subject import Subject
from edition.corpus import XML_ID, every
from edition.model import Edit, Finding
from edition.transcript import local

Edits = tuple[Edit, ...]
_START_TAG = re.compile(rb"<[^\s/>]+")
_PARAGRAPHS = "//t:div[@type = 'article']//t:p[not(ancestor::t:note)]"
_CLUSTER = re.compile(r"[^\W\d_][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]*")


class _File:
    """What the repairs of one file share: its elements by their place, and the ids that are taken."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.root = subject.source.tree.getroot()
        self.paragraphs = every(self.root, _PARAGRAPHS)
        self.order = {node: number for number, node in enumerate(self.paragraphs)}
        self._next: dict[str, int] = {}
        self.taken = {str(one) for one in every(self.root, "//@xml:id")}
        self._places = {
            (at.line, at.column): node for node in self.root.iter("*") for at in [subject.locate(node)]
        }

    def node(self, finding: Finding) -> Any:
        """The element a finding is at, or nothing."""
        return self._places.get((finding.line, finding.column))

    def fresh(self, base: str) -> str:
        """An id made of `base` and the next number after those that are taken."""
        number = self._next.get(base, 1)
        while f"{base}-{number}" in self.taken:
            number += 1
        self._next[base] = number
        return f"{base}-{number}"

    def attributes(self, node: Any, values: dict[str, str]) -> Edits:
        """The edit that writes attributes behind the name in a start tag; an id among them is taken then."""
        data, start = self.subject.source.data, self.subject.locate(node).byte
        name = _START_TAG.match(data, start)
        if name is None or not values:
            return ()
        self.taken.update(value for key, value in values.items() if key == "xml:id")
        text = "".join(f' {key}="{value}"' for key, value in values.items())
        return (Edit(name.end(), name.end(), text),)


def with_edits(subject: Subject, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same findings, each with its repair where there is a certain one."""
    file: _File | None = None
    for finding in findings:
        repair = REPAIRS.get(finding.code)
        if repair and not finding.edits:
            file = file or _File(subject)
            finding = replace(finding, edits=repair(file, finding))
        yield finding


def _number(file: _File, finding: Finding) -> Edits:
    """P001: `n` and `xml:id` where they are missing; a wrong one may be what others point to."""
    node = file.node(finding)
    place = file.order.get(node)
    if place is None:
        return ()
    last = file.paragraphs[place - 1].get("n", "") if place else ""
    expected = int(last) + 1 if last.isascii() and last.isdigit() and len(last) < 10 else place + 1
    wanted = {XML_ID: f"p-{expected}", "n": str(expected)}
    missing = {name: value for name, value in wanted.items() if node.get(name) is None}
    present = [name for name in wanted if name not in missing]
    if any(node.get(name) != wanted[name] for name in present) or missing.get(XML_ID) in file.taken:
        return ()
    return file.attributes(node, {name.replace(XML_ID, "xml:id"): value for name, value in missing.items()})


def _name(file: _File, finding: Finding) -> Edits:
    """P002: an id after the next element with one; that of a numbered paragraph is its number's (P001)."""
    node = file.node(finding)
    if node is None or node.get(XML_ID) is not None:
        return ()
    if node in file.order:
        return _number(file, finding)
    around = next((one for one in node.iterancestors() if one.get(XML_ID) is not None), None)
    if around is None or local(around) == "TEI":
        return file.attributes(node, {"xml:id": file.fresh(local(node))})
    head = f"{around.get(XML_ID)}-head"
    fits = local(node) == "head" and head not in file.taken
    return file.attributes(node, {"xml:id": head if fits else file.fresh(around.get(XML_ID))})


def _normal_form(file: _File, _: Finding) -> Edits:
    """T002: every letter with its accents, in the text of a file that is not proved against a copy text."""
    source = file.subject.source
    edits: list[Edit] = []
    if source.role == "article":
        return ()
    for run in runs.of_source(source):
        if not unicodedata.is_normalized("NFC", run.text):
            for hit in _CLUSTER.finditer(run.text):
                normal = unicodedata.normalize("NFC", hit[0])
                if normal != hit[0]:
                    edits += run.edit(source.data, hit.start(), hit.end(), normal)
    return tuple(edits)


REPAIRS: dict[str, Callable[[_File, Finding], Edits]] = {
    "P001": _number,
    "P002": _name,
    "T002": _normal_form,
}
