"""Are the identifiers what they claim to be? Shape, canonical address, check digit, and one owner each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from edition import identifiers
from edition.checks.subject import Subject
from edition.corpus import every
from edition.model import Edition, Entity, Finding, Reading
from edition.transcript import flatten


def in_file(subject: Subject) -> Iterator[Finding]:
    """I001 no such identifier, or not in its canonical form; I002 wrong check digit."""
    for node in every(subject.source.tree.getroot(), "//t:idno[@subtype or @type]"):
        scheme = node.get("subtype") or node.get("type")
        value = flatten(node).text.strip()
        wrong = identifiers.problem(scheme, value)
        if wrong:
            digit = wrong.startswith("fails")
            yield subject.error(
                node, "I002" if digit else "I001", f"{value} {wrong}.",
                "Copy it again from the authority file: a digit is wrong."
                if digit else "Write the address exactly as the authority file gives it.",
            )  # fmt: skip


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """I003 two entries of one kind with the same identifier."""
    owners: dict[tuple[str, str, str], list[tuple[Entity, str]]] = defaultdict(list)
    for reading in readings:
        for entry in reading.entities:
            for one in entry.identifiers:
                owners[entry.kind, one.scheme, one.value].append((entry, reading.path))
    for (_, scheme, value), entries in owners.items():
        for entry, path in entries[1:]:
            yield Finding(
                "I003", "error", path, entry.line, entry.column,
                f"{entry.pointer} has the same {scheme} ({value}) as {entries[0][0].pointer}.",
                "Two entries are one, or one of the identifiers is wrong.",
            )  # fmt: skip
