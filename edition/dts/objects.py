"""What is answered about: collections, texts and citable units as JSON objects of DTS, the same in every answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from edition.dts.addresses import Addresses
from edition.dts.catalogue import Catalogue, Metadata, Text, Unit

VERSION = "1.0"
TEI = "application/tei+xml"
# The collections: identifiers of texts have no dot, so that none can ever be called like these.
ROOT = "edition.all"
TEXTS = "edition.texts"
_TEXTS = "Texte der Edition"
# What an answer about units says of their text.
_IN_NAVIGATION = ("@id", "@type", "collection", "navigation", "document", "mediaTypes", "citationTrees")
Object = dict[str, Any]


class Objects:
    """The objects of an edition: `listed` collections and texts, `resources` and `units` by text.

    There is one collection between the root and the texts, for clients look for texts in collections only.
    """

    def __init__(self, catalogue: Catalogue, addresses: Addresses, site: str) -> None:
        self._addresses = addresses
        self._site = site
        texts = catalogue.texts
        self.inside = {ROOT: (TEXTS,), TEXTS: tuple(text.id for text in texts)}
        self.around = {inner: (outer,) for outer, inside in self.inside.items() for inner in inside}
        title = {"title": [{"lang": catalogue.language, "value": _TEXTS}]}
        self.listed: Mapping[str, Object] = {
            ROOT: self._described(ROOT, "Collection", catalogue.title, catalogue.metadata),
            TEXTS: self._described(TEXTS, "Collection", _TEXTS, {**catalogue.metadata, **title}),
            **{text.id: self._resource(text) for text in texts},
        }
        self.resources = {
            text.id: {key: self.listed[text.id][key] for key in _IN_NAVIGATION} for text in texts
        }
        self.units = {text.id: _units(text, catalogue.site) for text in texts}

    def _resource(self, text: Text) -> Object:
        tree = {"@type": "CitationTree", "citeStructure": _structure(text.structure)}
        return self._described(text.id, "Resource", text.title, text.metadata) | {
            "navigation": self._addresses.template("navigation", resource=text.id),
            "document": self._addresses.template("document", resource=text.id),
            "download": [self._site + path for path in text.downloads],
            "mediaTypes": [TEI],
            "citationTrees": [tree] if text.declared else [],
        }

    def _described(self, identifier: str, kind: str, title: str, metadata: Metadata) -> Object:
        return {
            "@id": identifier,
            "@type": kind,
            "dtsVersion": VERSION,
            "title": title,
            "totalParents": len(self.around.get(identifier, ())),
            "totalChildren": len(self.inside.get(identifier, ())),
            "collection": self._addresses.template("collection", id=identifier),
            "dublinCore": metadata,
        }


def _units(text: Text, site: str) -> Mapping[str, Object]:
    """The units of a text by their identifiers; `@id` is where a reader finds them."""
    return {unit.identifier: _unit(unit, site + text.page, text.language) for unit in text.units}


def _unit(unit: Unit, page: str, language: str) -> Object:
    stated = {term: [{"lang": language, "value": value}] for term, value in unit.terms.items()}
    return {
        "identifier": unit.identifier,
        "@type": "CitableUnit",
        **({"@id": f"{page}#{unit.id}"} if unit.id else {}),
        "level": unit.level,
        "parent": unit.parent,
        "citeType": unit.type,
        **({"dublinCore": stated} if stated else {}),
    }


def _structure(declared: Sequence[Any]) -> list[Object]:
    return [
        {"@type": "CiteStructure", "citeType": one["type"]}
        | ({"citeStructure": _structure(one["inside"])} if one["inside"] else {})
        for one in declared
    ]
