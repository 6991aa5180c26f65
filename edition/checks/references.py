"""Do the pointers lead somewhere, and does every entry have a reader?

Inside a file: `#id`, declared prefixes, ids that occur once. Across files: every pointer has its entry,
every entry is used, no id names two entries.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from edition import codes, expressions, urls
from edition.checks.nearest import Nearest
from edition.checks.subject import Subject
from edition.corpus import XML_ID, every
from edition.kinds import BY_SLUG
from edition.model import Edition, Finding, Pointer, Reading, Source
from edition.transcript import local

POINTERS = frozenset(
    "ref corresp target source who resp next prev datingPoint active passive mutual where ana sameAs copyOf "
    "scheme wit".split()
)
RESERVED = "index"
LEADING_OUT = frozenset(BY_SLUG) | {"source", "page"}
_ADDRESS = re.compile(r"(https?|mailto|urn):")


def pointers(source: Source) -> Iterator[tuple[Any, str, str]]:
    """Every pointer of a file: element, attribute, value."""
    for element in source.tree.getroot().iter("{*}*"):
        for name in element.keys():  # noqa: SIM118 (lxml looks up each value anew when asked for both)
            if name in POINTERS:
                yield from ((element, name, token) for token in element.get(name).split())


def in_file(subject: Subject) -> Iterator[Finding]:
    """R001 `#id` without its target, R002 undeclared prefix, R003 pattern, R004 id twice, H001 file name."""
    yield from _own_name(subject)
    yield from _double_ids(subject)
    root = subject.source.tree.getroot()
    ids = set(root.xpath("//@xml:id"))
    prefixes = {
        node.get("ident"): node.get("matchPattern", "")
        for node in every(root, "//t:listPrefixDef/t:prefixDef")
    }
    nearest = Nearest()
    for element, name, target in pointers(subject.source):
        finding = _pointer(subject, element, name, target, ids, prefixes, nearest)
        if finding:
            yield finding


def _pointer(
    subject: Subject,
    element: Any,
    name: str,
    target: str,
    ids: set[str],
    prefixes: dict[str, str],
    nearest: Nearest,
) -> Finding | None:
    place = {"attribute": name, "element": local(element), "target": target}
    if target.startswith("#"):
        if target[1:] in ids:
            return None
        near = nearest(target[1:], ids)
        return subject.find(element, "R001", near=near and f"#{near}", **place)
    prefix, colon, value = target.partition(":")
    if not colon or _ADDRESS.match(target):
        return None
    if prefix not in prefixes:
        return subject.find(element, "R002", prefix=prefix, **place)
    if not _fits(prefixes[prefix], value):
        return subject.find(element, "R003", pattern=prefixes[prefix], **place)
    return None


def _fits(pattern: str, value: str) -> bool:
    """Whether a value has the form of a prefix; a pattern that is none fits nothing."""
    try:
        return expressions.expression(pattern).fullmatch(value) is not None
    except expressions.UnknownError:
        return False


def _double_ids(subject: Subject) -> Iterator[Finding]:
    seen: dict[str, Any] = {}
    for element in every(subject.source.tree.getroot(), "//*[@xml:id]"):
        name = element.get(XML_ID)
        if name in seen:
            first = subject.locate(seen[name])
            yield subject.find(element, "R004", id=name, first=first.line)
        seen.setdefault(name, element)


def _own_name(subject: Subject) -> Iterator[Finding]:
    source = subject.source
    slug = source.path.rpartition("/")[2].removesuffix(".xml")
    if source.id != slug:
        yield subject.find(source.tree.getroot(), "H001", slug=slug, id=source.id)


def leading_out(subject: Subject) -> tuple[Pointer, ...]:
    """The pointers of a file that lead to entries of the authority files, with their places."""
    found = []
    for element, name, target in pointers(subject.source):
        if target.partition(":")[0] in LEADING_OUT:
            place = subject.locate(element)
            found.append(Pointer(target, name, local(element), place.line, place.column))
    return tuple(found)


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """R010 pointer without entry, R011 entry never used, R012 an id that two entries share, R013 reserved."""
    texts = {text.id for text in (*edition.articles, *edition.pages)}
    known = set(edition.entities) | set(edition.references)
    known |= {f"page:{name}" for name in texts | set(urls.named())}
    yield from _leading_nowhere(readings, known)
    yield from _unused(readings, {pointer.target for reading in readings for pointer in reading.pointers})
    yield from _shared_ids(readings)
    yield from _reserved_ids(readings)


def _leading_nowhere(readings: tuple[Reading, ...], known: set[str]) -> Iterator[Finding]:
    """R010; where a whole list is missing, once for all that points there."""
    kinds = {target.partition(":")[0] for target in known}
    astray = [
        (reading.path, pointer)
        for reading in readings
        for pointer in reading.pointers
        if pointer.target not in known
    ]
    counts = Counter(pointer.target.partition(":")[0] for _, pointer in astray)
    nearest = Nearest()
    for path, pointer in astray:
        prefix = pointer.target.partition(":")[0]
        place: dict[str, Any] = {
            "attribute": pointer.attribute, "element": pointer.element, "target": pointer.target,
        }  # fmt: skip
        if prefix in kinds:
            near = nearest(pointer.target, known)
            yield codes.finding("R010", path, pointer.line, pointer.column, near=near, **place)
        elif counts[prefix]:
            yield codes.finding(
                "R010", path, pointer.line, pointer.column, variant="list", count=counts.pop(prefix),
                file=f"tei/authority/{_plural(prefix)}.xml", **place,
            )  # fmt: skip


def _plural(prefix: str) -> str:
    return BY_SLUG[prefix].plural if prefix in BY_SLUG else f"{prefix}s"


def _unused(readings: tuple[Reading, ...], used: set[str]) -> Iterator[Finding]:
    for reading in readings:
        for entry in reading.entities:
            if entry.pointer not in used:
                yield codes.finding(
                    "R011", reading.path, entry.line, entry.column, pointer=entry.pointer, name=entry.name
                )
        for reference in reading.references:
            if f"source:{reference.id}" not in used:
                yield codes.finding(
                    "R011", reading.path, reference.line, reference.column, variant="source",
                    pointer=f"source:{reference.id}",
                )  # fmt: skip


def _shared_ids(readings: tuple[Reading, ...]) -> Iterator[Finding]:
    entries = [(entry, reading.path) for reading in readings for entry in reading.entities]
    counts = Counter(entry.id for entry, _ in entries)
    for entry, path in entries:
        if counts[entry.id] > 1:
            yield codes.finding("R012", path, entry.line, entry.column, id=entry.id, count=counts[entry.id])


def _reserved_ids(readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """R013: the page of an entity with the id `index` would stand where the index of its kind stands."""
    for reading in readings:
        for entry in reading.entities:
            if entry.id == RESERVED:
                yield codes.finding("R013", reading.path, entry.line, entry.column, id=RESERVED)
