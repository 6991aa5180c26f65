"""Places with what both forms of GeoJSON say of them: point, names, identifiers, where they lie."""

from __future__ import annotations

from edition.model import Entity, Fact

GEOMETRY = "coordinates"  # slug of the fact that holds `geo`


def located(place: Entity) -> Fact | None:
    """The fact that holds the coordinates, if there is one."""
    return next((fact for fact in place.facts if fact.slug == GEOMETRY), None)


def point(place: Entity) -> dict[str, object] | None:
    """A GeoJSON point, longitude first (RFC 7946, 3.1.1; TEI `geo` has latitude first); None without coordinates."""
    fact = located(place)
    parts = fact.text.replace(",", " ").split() if fact else []
    if len(parts) != 2:
        return None
    latitude, longitude = (float(part) for part in parts)
    return {"type": "Point", "coordinates": [longitude, latitude]}


def same(place: Entity) -> list[str]:
    """The addresses of the place in authority files."""
    return [one.uri for one in place.identifiers if one.uri]
