"""GND BEACON: which entries have an identifier of the GND, and where their pages are.

Rules: »BEACON link dump format« (gbv.github.io/beaconspec): meta lines `#FIELD: value`, an empty line, links
`SOURCE|ANNOTATION|TARGET`. `{+ID}` takes the target as it stands (RFC 6570), so that each link says its page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import citation, urls
from edition.exports.format import Export
from edition.exports.shared.notice import about
from edition.graph import mentioned
from edition.kinds import KINDS, Kind
from edition.model import Bilingual, Config, Edition, Entity, File

SLUG = "beacon"
PREFIX = "https://d-nb.info/gnd/"
LOSSES = Bilingual(
    "Only entries with an identifier of the GND are listed, with the number of their mentions in the texts; names, "
    "facts and other identifiers are not.",
    "Aufgeführt sind nur Einträge mit GND-Nummer und die Zahl ihrer Nennungen in den Texten; Namen, Angaben und "
    "andere Kennungen nicht.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file for each kind of entity of which at least one has an identifier of the GND."""
    for kind in KINDS:
        links = sorted(_links(config, edition, kind))
        if links:
            lines = [*_meta(config, kind), "", *links]
            yield File(path(kind), ("\n".join(lines) + "\n").encode("utf-8"))


def path(kind: Kind) -> str:
    """Where the file of a kind is published."""
    return urls.exported(SLUG, f"{kind.plural}.txt")


def _meta(config: Config, kind: Kind) -> Iterator[str]:
    """The header; each value is one line, fields without value are left out."""
    fields = {
        "FORMAT": "BEACON",
        "PREFIX": PREFIX,
        "TARGET": "{+ID}",
        "MESSAGE": f"{config.title}: {kind.title}",
        "NAME": f"{config.title}: {kind.title}",
        "DESCRIPTION": f"{config.subtitle}. {about(config, LOSSES)}",
        "INSTITUTION": config.publisher,
        "CREATOR": config.publisher,
        "CONTACT": config.contact,
        "HOMEPAGE": citation.address(config, ""),
        "FEED": citation.address(config, path(kind)),
        "TIMESTAMP": f"{config.date}T00:00:00Z",
    }
    return (f"#{name}: {' '.join(value.split())}" for name, value in fields.items() if value)


def _links(config: Config, edition: Edition, kind: Kind) -> Iterator[str]:
    for entity in edition.entities.values():
        if entity.kind == kind.slug:
            count = len(mentioned(edition, entity.pointer)) or ""
            page = citation.address(config, urls.entity(entity.pointer))
            yield from (f"{value}|{count}|{page}" for value in _gnd(entity))


def _gnd(entity: Entity) -> Iterator[str]:
    return (one.value for one in entity.identifiers if one.scheme == "GND")


EXPORT = Export(
    SLUG,
    "graph",
    Bilingual("GND BEACON", "GND-BEACON"),
    Bilingual(
        "Says to catalogues and portals which persons and places of the GND have a page here.",
        "Sagt Katalogen und Portalen, zu welchen Personen und Orten der GND es hier eine Seite gibt.",
    ),
    "text/plain",
    files,
    LOSSES,
    own=("*",),
)
