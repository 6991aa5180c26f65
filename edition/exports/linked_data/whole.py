"""All nodes of the graph: the edition's, its vocabulary, and the files in which it is published."""

from __future__ import annotations

from edition import citation, linked, urls
from edition.linked import Node, addresses
from edition.model import Bilingual, Config, Edition

JSON_LD = urls.exported("json-ld", "edition.jsonld")
TURTLE = urls.exported("turtle", "edition.ttl")
_DOWNLOADS = ((JSON_LD, "application/ld+json"), (TURTLE, "text/turtle"))
LOSSES = Bilingual(
    "The places of the names in a text, its dates, corrections, notes, emphasis and the text as printed are left "
    "out: of each block its reading text and what it names (the places are in the annotations). What the lists hold for "
    "uncertain (`cert` low or unknown) is a statement with its certainty, but not asserted.",
    "Die Stellen der Namen in einem Text, seine Zeitangaben, Korrekturen, Anmerkungen, Hervorhebungen und der Text, "
    "wie er gedruckt ist, fehlen: Von jedem Block stehen der Lesetext da und was er nennt (die Stellen stehen in den "
    "Annotationen). Was die Register für unsicher oder ungeklärt halten, ist als Aussage mit ihrer Gewissheit "
    "beschrieben, aber nicht behauptet.",
)


def nodes(config: Config, edition: Edition) -> list[Node]:
    """The whole graph; both syntaxes hold the same."""
    first, *rest = linked.graph(config, edition)
    files = [citation.address(config, path) for path, _ in _DOWNLOADS]
    first = first | {"distribution": [{"@id": address} for address in files]}
    return [first, *_downloads(config), *rest, *linked.vocabulary(config, edition)]


def _downloads(config: Config) -> list[Node]:
    return [
        {
            "@id": citation.address(config, path),
            "@type": "DataDownload",
            "name": f"{config.title} ({path.rpartition('.')[2]})",
            "description": [
                {"@value": words, "@language": language}
                for language, words in (("de", LOSSES.de), ("en", LOSSES.en))
            ],
            "encodingFormat": media_type,
            "license": {"@id": config.licence_edition},
            "dcterms:conformsTo": {"@id": citation.address(config, addresses.SHAPES)},
        }
        for path, media_type in _DOWNLOADS
    ]
