"""Are the identifiers what they claim to be? Shape, canonical address, check digit, and one owner each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from edition import codes, identifiers
from edition.checks.subject import Subject
from edition.corpus import every
from edition.model import Edition, Entity, Finding, Reading
from edition.transcript import flatten

_CODES = {"shape": ("I001", ""), "address": ("I001", "address"), "digit": ("I002", "")}


def in_file(subject: Subject) -> Iterator[Finding]:
    """I001 no such identifier, or not in its canonical form; I002 wrong check digit."""
    for node in every(subject.source.tree.getroot(), "//t:idno[@subtype or @type]"):
        scheme = node.get("subtype") or node.get("type")
        value = flatten(node).text.strip()
        wrong = identifiers.problem(scheme, value)
        if wrong:
            code, variant = _CODES[wrong]
            address = identifiers.BY_NAME[scheme].address.format("…")
            yield subject.find(node, code, variant=variant, value=value, scheme=scheme, address=address)


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """I003 two entries of one kind with the same identifier."""
    owners: dict[tuple[str, str, str], list[tuple[Entity, str]]] = defaultdict(list)
    for reading in readings:
        for entry in reading.entities:
            for one in entry.identifiers:
                owners[entry.kind, one.scheme, one.value].append((entry, reading.path))
    for (_, scheme, value), entries in owners.items():
        for entry, path in entries[1:]:
            yield codes.finding(
                "I003", path, entry.line, entry.column, pointer=entry.pointer, scheme=scheme, value=value,
                other=entries[0][0].pointer,
            )  # fmt: skip
