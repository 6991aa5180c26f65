"""Metadata for DataCite (Metadata Schema 4.6, in its JSON): the properties a registration needs, and what we know more.

Mandatory are identifier, creators, titles, publisher, publicationYear and the general type of the resource.
The identifier is a DOI, which only a registration gives: `url` says what it is to lead to.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from edition import citation, cited, rights, urls
from edition.cited import Item, Who
from edition.exports.format import Export
from edition.exports.shared.notice import about
from edition.exports.shared.written import as_json, filled
from edition.model import Bilingual, Config, Edition, File

SLUG = "datacite"
PATH = urls.exported(SLUG, "datacite.json")
SCHEMA = "http://datacite.org/schema/kernel-4"
LOSSES = Bilingual(
    "The record has no DOI, the mandatory identifier: a registration gives it. What the registers hold is left out.",
    "Der Datensatz hat keinen DOI, den vorgeschriebenen Bezeichner: Den vergibt erst die Registrierung. Was die "
    "Register enthalten, fehlt.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One record: the edition, with the printed texts as what it is derived from."""
    whole = cited.whole(config)
    record = filled(
        schemaVersion=SCHEMA,
        url=whole.url,
        types={"resourceTypeGeneral": "Dataset", "resourceType": "Digitale Edition"},
        creators=[_creator(one) for one in whole.authors],
        titles=_titles(config),
        publisher={"name": whole.publisher or config.title},
        publicationYear=config.date[:4],
        language=whole.language,
        version=config.version,
        dates=[{"date": config.date, "dateType": "Issued"}],
        rightsList=[
            {"rights": f"{one.covers}: {one.terms}", "rightsUri": one.uri} for one in rights.layers(config)
        ],
        descriptions=[
            {"description": about(config, LOSSES), "descriptionType": "TechnicalInfo", "lang": "de"}
        ],
        relatedIdentifiers=_parts(config, edition),
        relatedItems=[_origin(item) for item in cited.printed(edition)],
    )
    yield File(PATH, as_json(record))


def _titles(config: Config) -> list[dict[str, str]]:
    subtitle = {"title": config.subtitle, "titleType": "Subtitle"}
    return [{"title": config.title}, *([subtitle] if config.subtitle else [])]


def _creator(who: Who) -> dict[str, str]:
    """A person whose name is divided; anything else is an organisation, as the publisher is."""
    if who.given:
        return {
            "name": str(who),
            "nameType": "Personal",
            "givenName": who.given,
            "familyName": who.family,
        }
    return {"name": who.family, "nameType": "Organizational"}


def _parts(config: Config, edition: Edition) -> list[dict[str, str]]:
    return [
        {
            "relatedIdentifier": citation.address(config, urls.article(article.id)),
            "relatedIdentifierType": "URL",
            "relationType": "HasPart",
        }
        for article in edition.articles
    ]


def _origin(item: Item) -> dict[str, Any]:
    """The printed text, with what its periodical is called."""
    address = {"relatedItemIdentifier": item.url, "relatedItemIdentifierType": "URL"}
    return filled(
        relatedItemType="Text",
        relationType="IsDerivedFrom",
        relatedItemIdentifier=address if item.url else None,
        creators=[_creator(one) for one in item.authors],
        titles=[{"title": item.title}],
        issue=item.issue,
        publicationYear=item.first[:4],
        publisher=item.publisher,
    )


EXPORT = Export(
    SLUG,
    "citation",
    Bilingual("Metadata: DataCite 4.6 (JSON)", "Metadaten: DataCite 4.6 (JSON)"),
    Bilingual(
        "To register the edition with a repository.",
        "Für die Anmeldung der Edition bei einem Repositorium.",
    ),
    "application/vnd.datacite.datacite+json",
    files,
    LOSSES,
    own=("*",),
)
