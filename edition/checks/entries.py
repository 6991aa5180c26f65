"""Is every entry one thing, and in its place? Names, coordinates, and where places lie."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from edition import codes
from edition.checks.relations import leads
from edition.model import Edition, Entity, Finding, Reading

_NUMBER = r"-?\d{1,3}(?:\.\d+)?"
_GEO = re.compile(rf"({_NUMBER})[\s,]+({_NUMBER})")
_NAMELESS = frozenset({"transliteration", "original"})  # other writings of a name, not other names


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """A001 one name, two entries; A012 no such point on the earth; A013 no point; A014 a place in itself."""
    entries = tuple(edition.entities.values())
    yield from _names(entries)
    places = [entry for entry in entries if entry.kind == "place"]
    for entry in places:
        yield from _coordinates(entry)
    yield from _within_themselves(places)


def _say(entry: Entity, code: str, **values: Any) -> Finding:
    return codes.finding(
        code, entry.path, entry.line, entry.column, pointer=entry.pointer, name=entry.name, **values
    )


def _names(entries: tuple[Entity, ...]) -> Iterator[Finding]:
    """A001: what an entry is filed under is a name of another entry of its kind, too."""
    owners: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for name in {_folded(one) for one in (entry.name, *_others(entry))}:
            owners[_key(entry, name)].append(number)
    for number, entry in enumerate(entries):
        heading = _folded(entry.name)
        for other in owners[_key(entry, heading)]:
            said_there = other > number and _folded(entries[other].name) == heading
            if other != number and not said_there:
                yield _say(entry, "A001", other=entries[other].pointer)


def _key(entry: Entity, name: str) -> tuple[str, ...]:
    """Works are told apart by their authors as well."""
    authors = sorted(fact.target or fact.text for fact in entry.facts if fact.slug == "author")
    return (entry.kind, name, *authors)


def _others(entry: Entity) -> list[str]:
    return [name.text for name in entry.other_names if name.type not in _NAMELESS]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _coordinates(entry: Entity) -> Iterator[Finding]:
    points = [fact.text for fact in entry.facts if fact.slug == "coordinates"]
    for point in points:
        found = _GEO.fullmatch(point.strip())
        if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
            yield _say(entry, "A012", point=point)
    if not points and any(one.scheme.lower() == "geonames" for one in entry.identifiers):
        yield _say(entry, "A013")


def _within_themselves(places: list[Entity]) -> Iterator[Finding]:
    """A014, once for each circle: where the statement stands that closes it."""
    onward: dict[str, set[str]] = defaultdict(set)
    for entry in places:
        for fact in entry.facts:
            if fact.slug == "located-in" and fact.target:
                if leads(onward, fact.target, entry.pointer):
                    yield _say(entry, "A014", target=fact.target)
                onward[entry.pointer].add(fact.target)
