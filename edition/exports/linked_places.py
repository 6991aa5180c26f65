"""The places in Linked Places Format 1.3 (24 June 2024; LinkedPasts/linked-places-format), for gazetteers.

1.3 demands `fclasses`, and one `when` in every feature. Both are taken from what the edition knows: the class
from the type it gives a place, and as time, where no name is dated, the day of the text that names the place.
"""

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
from edition.model import Bilingual, Config, Dating, Edition, Entity, Fact, File, Name

SLUG = "linked-places"
PATH = urls.exported(SLUG, "places.json")
CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.3.jsonld"
)
LOSSES = Bilingual(
    "`fclasses` follow from the types of this edition, not from GeoNames; of a place without type "
    "the list is empty. `when` of a place is the date of the printed text that names it (or that of this version), "
    "not the time in which it existed. Types of names and sources of the statements are left out.",
    "`fclasses` folgen aus den Typen dieser Edition, nicht aus GeoNames; bei einem Ort ohne Typ "
    "ist die Liste leer. `when` eines Ortes ist das Datum des gedruckten Textes, der ihn nennt (sonst das dieser Version), "
    "nicht die Zeit seines Bestehens. Art der Namen und Belege der Angaben fehlen.",
)
# Types of places of the schema → the class whose definition in LPF 1.3 covers them.
CLASSES = {
    "country": "A",  # administrative entities
    "state": "A",
    "settlement": "P",  # populated places
    "district": "P",
    "building": "S",  # sites: buildings, complexes
    "fortress": "S",
    "mountains": "T",  # terrestrial landforms
    "continent": "L",  # regions, landscape areas
    "region": "L",
    "wood": "L",
}
_CERTAINTY = {"high": "certain", "medium": "less-certain", "low": "uncertain"}


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file, if there are places."""
    places = [one for one in edition.entities.values() if one.kind == "place"]
    if places:
        collection = filled(
            type="FeatureCollection",
            _context=CONTEXT,
            title=f"{config.title}: Orte",
            description=about(config, LOSSES),
            license=config.licence_edition,
            features=[_feature(config, edition, place) for place in places],
        )
        yield File(PATH, as_json(collection))


def _feature(config: Config, edition: Edition, place: Entity) -> dict[str, Any]:
    page = citation.address(config, urls.entity(place.pointer))
    classes = [CLASSES[place.type]] if place.type in CLASSES else []
    described = [filled(_id=page, value=place.description, lang="de")] if place.description else []
    rest = filled(
        when=_attested(edition, place),
        names=[_name(one) for one in (Name(place.name, "preferred", "de"), *place.other_names)],
        types=[filled(label=words.type_of(place.type), sourceLabel=place.type)] if place.type else [],
        geometry=_geometry(place),
        links=[{"type": "exactMatch", "identifier": address} for address in spots.same(place)],
        relations=[_within(config, one) for one in place.facts if one.slug == "located-in" and one.target],
        descriptions=described,
    )
    properties = {"title": place.name, "fclasses": classes}
    return {"@id": page, "type": "Feature", "properties": properties, "geometry": None} | rest


def _when(dating: Dating) -> dict[str, Any] | None:
    """A dating as `when`; limits are `earliest` and `latest`."""
    first = filled(**{"in": dating.when or dating.begin, "earliest": dating.not_before})
    last = filled(**{"in": dating.when or dating.end, "latest": dating.not_after})
    return {"timespans": [filled(start=first, end=last)]} if first or last else None


def _attested(edition: Edition, place: Entity) -> dict[str, Any] | None:
    """When the texts that name a place were printed; the version's date for one that no text names."""
    naming = {one.article_id for one in mentioned(edition, place.pointer)}
    printed = [_when(text.published) for text in edition.articles if text.id in naming]
    spans = [span for when in printed if when for span in when["timespans"]]
    if spans:
        unique = [span for place_, span in enumerate(spans) if span not in spans[:place_]]
        return {"timespans": unique, "label": "Datum der Texte, die den Ort nennen"}
    dated = _when(Dating(when=edition.config.date))
    return dated | {"label": "Datum des Registers, das den Ort führt"} if dated else None


def _name(name: Name) -> dict[str, Any]:
    return filled(toponym=name.text, lang=name.language, when=_when(name.dating))


def _geometry(place: Entity) -> dict[str, Any] | None:
    point, fact = spots.point(place), spots.located(place)
    certainty = _CERTAINTY.get(fact.certainty or "") if fact else None
    return point | filled(certainty=certainty) if point else None


def _within(config: Config, fact: Fact) -> dict[str, Any]:
    return filled(
        relationType="gvp:broaderPartitive",
        relationTo=citation.address(config, urls.entity(fact.target or "")),
        label=f"liegt in {fact.text}",
        when=_when(fact.dating),
        certainty=_CERTAINTY.get(fact.certainty or ""),
    )


EXPORT = Export(
    SLUG,
    "graph",
    Bilingual("Places: Linked Places Format 1.3", "Orte: Linked Places Format 1.3"),
    Bilingual(
        "For gazetteers such as the World Historical Gazetteer.",
        "Für Ortsverzeichnisse wie den World Historical Gazetteer.",
    ),
    "application/ld+json",
    files,
    LOSSES,
    own=("*",),
)
