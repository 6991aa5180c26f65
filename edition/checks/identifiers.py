"""Are the identifiers what they claim to be? Shape, canonical address, check digit, and one owner each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from edition import codes, identifiers
from edition.checks.subject import Subject
from edition.corpus import TEI, every
from edition.model import Edit, Edition, Entity, Finding, Reading
from edition.transcript import flatten, local

_CODES = {"shape": ("I001", ""), "address": ("I001", "address"), "digit": ("I002", "")}
_ATTRIBUTES = ("ref", "sameAs", "target")
_LINKS = "//t:*[@ref[contains(., '://')] or @sameAs[contains(., '://')] or @target[contains(., '://')]]"


def in_file(subject: Subject) -> Iterator[Finding]:
    """I001 no such identifier, or not in its canonical form; I002 wrong check digit; I004 the same in a link."""
    root = subject.source.tree.getroot()
    for node in every(root, "//t:idno[@subtype or @type]"):
        yield from _of_idno(subject, node)
    for node in every(root, _LINKS):
        yield from _of_link(subject, node)


def _of_idno(subject: Subject, node: Any) -> Iterator[Finding]:
    names = (node.get("subtype"), node.get("type"))
    known = next((one for one in map(identifiers.scheme_of, filter(None, names)) if one), None)
    value = flatten(node).text.strip()
    if known is None or not value:
        return
    wrong = identifiers.problem(known.name, value, bare=_elsewhere(subject))
    if wrong:
        code, variant = _CODES[wrong]
        meant = identifiers.canonical(known.name, value) or ""
        yield subject.find(
            node, code, variant=variant, near=meant, edits=_edit(subject, node, value, meant), value=value,
            scheme=known.name, address=known.address.format("…") or known.name,
        )  # fmt: skip


def _elsewhere(subject: Subject) -> bool:
    """Whether the file is of another edition: a bare number, or another address, is good practice there."""
    return subject.source.role == "foreign"


def _of_link(subject: Subject, node: Any) -> Iterator[Finding]:
    for name in _ATTRIBUTES:
        for value in (node.get(name) or "").split():
            scheme = identifiers.recognise(value)
            wrong = identifiers.problem(scheme, value, bare=_elsewhere(subject)) if scheme else ""
            if wrong == "digit":
                yield subject.find(node, "I002", value=value, scheme=scheme)
            elif wrong:
                meant = identifiers.canonical(scheme, value) or ""
                yield subject.find(
                    node, "I004", near=meant, edits=_edit(subject, node, value, meant), value=value,
                    scheme=scheme, attribute=name, element=local(node),
                )  # fmt: skip


def _edit(subject: Subject, node: Any, value: str, meant: str) -> tuple[Edit, ...]:
    """The canonical form in the place of the value, if that stands there once as it is, up to the end tag."""
    data, start = subject.source.data, subject.locate(node).byte
    close = data.find(b"</", start)
    end = data.find(b">", start) if node.tag != f"{{{TEI}}}idno" or close < 0 else close
    old = value.encode()
    if not meant or data.count(old, start, end) != 1:
        return ()
    place = data.find(old, start, end)
    return (Edit(place, place + len(old), meant),)


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """I003 two entries with the same identifier; a number of a book or a journal may serve several kinds."""
    owners: dict[tuple[str, str, str], list[tuple[Entity, str]]] = defaultdict(list)
    for reading in readings:
        for entry in reading.entities:
            for one in entry.identifiers:
                kind = "" if one.uri and identifiers.scheme_of(one.scheme) else entry.kind
                owners[kind, one.scheme.lower(), one.value].append((entry, reading.path))
    for (_, _, value), entries in owners.items():
        first = entries[0][0]
        scheme = next(one.scheme for one in first.identifiers if one.value == value)
        for entry, path in entries[1:]:
            if entry.pointer != first.pointer:
                yield codes.finding(
                    "I003", path, entry.line, entry.column, pointer=entry.pointer, scheme=scheme, value=value,
                    other=first.pointer,
                )  # fmt: skip
