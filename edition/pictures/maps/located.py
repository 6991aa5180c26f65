"""Where a place of the lists lies: its own coordinates, or those of what it lies in."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model import Edition, Entity
from edition.pictures.maps.projection import Spot

PLACE, COORDINATES, WITHIN = "place", "coordinates", "located-in"
# What has no one point: the coordinates are of its middle, and the map shows a ring instead of a dot.
AREAS = frozenset(("continent", "country", "mountains", "region", "state"))


def own(place: Entity) -> Spot | None:
    """Longitude and latitude as the entry has them (TEI `geo`: latitude first); None without."""
    for fact in place.facts:
        parts = fact.text.replace(",", " ").split() if fact.slug == COORDINATES else []
        if len(parts) == 2:
            return float(parts[1]), float(parts[0])
    return None


def around(edition: Edition, pointer: str) -> tuple[str, ...]:
    """The places that a place lies in, the nearest first."""
    found: dict[str, None] = {}
    waiting = [pointer]
    while waiting:
        for one in _holders(edition, waiting.pop(0)):
            if one not in found and one != pointer:
                found[one] = None
                waiting.append(one)
    return tuple(found)


def _holders(edition: Edition, pointer: str) -> Iterator[str]:
    place = edition.entities.get(pointer)
    for fact in place.facts if place else ():
        if fact.slug == WITHIN and fact.target:
            yield fact.target


def lying(edition: Edition, pointer: str) -> tuple[str, Spot] | None:
    """The place whose coordinates stand for a place, itself or the nearest it lies in, and these; None for none."""
    for one in (pointer, *around(edition, pointer)):
        place = edition.entities.get(one)
        spot = own(place) if place else None
        if spot:
            return one, spot
    return None


def one_in_the_other(edition: Edition, one: str, other: str) -> bool:
    """Whether two places are the same, or one of them lies in the other."""
    return one == other or one in around(edition, other) or other in around(edition, one)
