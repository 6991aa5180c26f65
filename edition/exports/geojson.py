"""The places as GeoJSON (RFC 7946): WGS 84, longitude first, no `crs`; a place without coordinates has no geometry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from edition import citation, urls, words
from edition.exports.format import Export
from edition.exports.shared import spots
from edition.exports.shared.notice import about
from edition.exports.shared.written import as_json, filled
from edition.graph import mentioned
from edition.model import Bilingual, Config, Edition, Entity, File

SLUG = "geojson"
PATH = urls.exported(SLUG, "places.geojson")
LOSSES = Bilingual(
    "Languages, dates and sources of the names are left out (Linked Places Format has the first two), and what "
    "the other facts rest on. A place without coordinates has the geometry null. Countries and regions are points.",
    "Sprache, Zeit und Beleg der Namen fehlen (Sprache und Zeit stehen im Linked Places Format), ebenso die Belege der "
    "übrigen Angaben. Ein Ort ohne Koordinaten hat die Geometrie null. Länder und Regionen sind Punkte.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file, if there are places."""
    places = [one for one in edition.entities.values() if one.kind == "place"]
    if places:
        collection = {
            "type": "FeatureCollection",
            "title": f"{config.title}: Orte",
            "description": about(config, LOSSES),
            "license": config.licence_edition,
            "features": [_feature(config, edition, place) for place in places],
        }
        yield File(PATH, as_json(collection))


def _feature(config: Config, edition: Edition, place: Entity) -> dict[str, Any]:
    fact = spots.located(place)
    properties = filled(
        name=place.name,
        type=place.type,
        typeLabel=words.type_of(place.type),
        otherNames=[name.text for name in place.other_names],
        description=place.description,
        locatedIn=[one.target or one.text for one in place.facts if one.slug == "located-in"],
        coordinatesCertainty=fact.certainty if fact else None,
        coordinatesNote=fact.note if fact else None,
        sources=[*fact.sources] if fact else [],
        sameAs=spots.same(place),
        url=citation.address(config, urls.entity(place.pointer)),
        mentions=len(mentioned(edition, place.pointer)),
    )
    return {"type": "Feature", "id": place.pointer, "geometry": spots.point(place), "properties": properties}


EXPORT = Export(
    SLUG,
    "graph",
    Bilingual("Places: GeoJSON", "Orte: GeoJSON"),
    Bilingual("For maps and geographic information systems.", "Für Karten und Geoinformationssysteme."),
    "application/geo+json",
    files,
    LOSSES,
    own=("*",),
)
