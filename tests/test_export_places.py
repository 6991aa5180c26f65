"""Places: GeoJSON as RFC 7946 wants it, and Linked Places Format 1.3, compared with the lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition import datings
from edition.corpus import NS
from edition.exports.linked_places import CLASSES
from edition.model import Entity
from tests.both import BOTH, Exported, exported
from tests.conftest import ROOT

GEOJSON, LPF = "data/geojson/places.geojson", "data/linked-places/places.json"
RELATIONS_OF_LINKS = {"exactMatch", "closeMatch", "primaryTopicOf", "subjectOf", "seeAlso"}


def _places(made: Exported) -> list[Entity]:
    return [one for one in made.edition.entities.values() if one.kind == "place"]


def _geo(place: Entity) -> list[float] | None:
    """Longitude and latitude of an entry, which states them the other way round."""
    words = next((fact.text.split() for fact in place.facts if fact.slug == "coordinates"), None)
    return [float(words[1]), float(words[0])] if words else None


def _point(feature: dict[str, Any]) -> list[float] | None:
    geometry = feature["geometry"]
    if geometry is None:
        return None
    assert geometry["type"] == "Point"
    longitude, latitude = geometry["coordinates"]
    assert -180 <= longitude <= 180
    assert -90 <= latitude <= 90
    return [longitude, latitude]


@BOTH
@pytest.mark.parametrize(("slug", "path"), [("geojson", GEOJSON), ("linked-places", LPF)])
def test_every_place_is_a_feature_at_its_point(root: Path, slug: str, path: str) -> None:
    made = exported(slug, root)
    collection = made.json(path)
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    assert all(one["type"] == "Feature" for one in collection["features"])
    assert [_point(one) for one in collection["features"]] == [_geo(place) for place in _places(made)]
    assert collection["license"] == made.config.licence_edition
    assert made.config.licence_text in collection["description"]


@BOTH
def test_geojson_names_the_entries(root: Path) -> None:
    made = exported("geojson", root)
    for feature, place in zip(made.json(GEOJSON)["features"], _places(made), strict=True):
        properties = feature["properties"]
        assert feature["id"] == place.pointer
        assert properties["name"] == place.name
        assert properties["url"].startswith(made.config.base_url)
        assert properties.get("otherNames", []) == [name.text for name in place.other_names]
        assert properties.get("sameAs", []) == [one.uri for one in place.identifiers if one.uri]


@BOTH
def test_linked_places_has_what_1_3_demands(root: Path) -> None:
    made = exported("linked-places", root)
    collection = made.json(LPF)
    assert collection["@context"].endswith("linkedplaces-context-v1.3.jsonld")
    addresses = [feature["@id"] for feature in collection["features"]]
    assert len(set(addresses)) == len(addresses)
    for feature, place in zip(collection["features"], _places(made), strict=True):
        assert feature["properties"]["title"] == place.name
        assert set(feature["properties"]["fclasses"]) <= set("AHLPRST")
        assert bool(feature["properties"]["fclasses"]) == bool(place.type)
        assert [one["toponym"] for one in feature["names"]] == [
            place.name,
            *(name.text for name in place.other_names),
        ]
        assert feature["when"]["timespans"]
        assert {one["type"] for one in feature.get("links", [])} <= RELATIONS_OF_LINKS
        assert {one["relationTo"] for one in feature.get("relations", [])} <= set(addresses)


@BOTH
def test_time_spans_are_dates_in_order(root: Path) -> None:
    for feature in exported("linked-places", root).json(LPF)["features"]:
        dated = [feature, *feature["names"], *feature.get("relations", [])]
        for span in (span for one in dated if "when" in one for span in one["when"]["timespans"]):
            assert set(span) <= {"start", "end"}
            values = [value for end in ("start", "end") for value in span.get(end, {}).values()]
            assert values
            assert all(datings.interval(value) for value in values)
            assert values == sorted(values)


def test_dated_names_keep_their_dates() -> None:
    made = exported("linked-places", ROOT)
    stated = sum(bool(name.dating) for place in _places(made) for name in place.other_names)
    written = sum("when" in name for one in made.json(LPF)["features"] for name in one["names"])
    assert written == stated > 0


def test_every_type_of_the_schema_has_a_class() -> None:
    odd = etree.parse(ROOT / "tei" / "schema" / "edition.odd")
    types = odd.xpath("//t:dataSpec[@ident='ed.type.place']//t:valItem/@ident", namespaces=NS)
    assert set(CLASSES) == set(types)
