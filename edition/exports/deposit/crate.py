"""`ro-crate-metadata.json`: what the package is and every file in it (RO-Crate 1.2, JSON-LD in flattened form).

1.2 rather than 1.1, because it says what an attached package is, keeps the preview out of the parts and knows
`creditText`; rather than 1.3, because few tools read that yet. Nothing is stated that only later versions define.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from edition import citation, cited, rights, urls
from edition.cited import Item, Who
from edition.exports.deposit.part import Folder, Package, Part
from edition.exports.shared import notice
from edition.exports.shared.written import as_json, filled
from edition.model import Bilingual, Config, Edition

NAME, PREVIEW = "ro-crate-metadata.json", "ro-crate-preview.html"
VERSION = "https://w3id.org/ro/crate/1.2"
RIGHTS = "#rights"  # how the two licences of a file go together
_NOT_IN_PATHS = re.compile(r'[\s%#?<>"{}|\\^`]')
Entity = dict[str, Any]


def metadata(config: Config, edition: Edition, package: Package) -> bytes:
    """The document."""
    graph = [
        {
            **_entity(NAME, "CreativeWork"),
            "name": "RO-Crate",
            "about": _ref("./"),
            "conformsTo": _ref(VERSION),
            "license": _ref(config.licence_edition),
        },
        _root(config, edition, package),
        {**_entity(PREVIEW, "CreativeWork"), "name": "Übersicht", "about": _ref("./")},
        *(_folder(folder) for folder in package.folders),
        *(_file(part) for part in package.parts),
        *_licences(config, package),
        *_people(config, edition),
        *(_print(item) for item in _printed(edition)),
    ]
    unique = {entity["@id"]: entity for entity in graph}
    return as_json({"@context": f"{VERSION}/context", "@graph": list(unique.values())})


def _root(config: Config, edition: Edition, package: Package) -> Entity:
    whole = cited.whole(config)
    keywords = dict.fromkeys(word for article in edition.articles for word in article.keywords)
    return _entity("./", "Dataset") | filled(
        name=whole.title,
        description=(
            f"{config.subtitle or config.title}. Quellen, Schema und alle Formate der digitalen Edition. "
            f"{notice.about(config, Bilingual())}"
        ),
        datePublished=config.date,
        version=config.version,
        inLanguage=_one(config.languages),
        keywords=_one(keywords),
        creditText=citation.edition(config, urls.HOME).text,
        url=citation.address(config, urls.HOME),
        author=_refs(_id(one) for one in whole.authors),
        publisher=_refs(_id(one) for one in whole.authors),
        license=_refs(dict.fromkeys((config.licence_text, config.licence_edition))),
        usageInfo=_ref(RIGHTS),
        isBasedOn=_refs(item.url for item in _printed(edition)),
        hasPart=_refs(
            (*(_path(part.path) for part in package.above), *(_path(one.path) for one in package.folders))
        ),
    )


def _folder(folder: Folder) -> Entity:
    return _entity(_path(folder.path), "Dataset") | filled(
        name=folder.name.de,
        description=_both(folder.about),
        hasPart=_refs(_path(part.path) for part in folder.parts),
    )


def _file(part: Part) -> Entity:
    licences = dict.fromkeys(one.uri for one in part.licences)
    return _entity(_path(part.path), "File") | filled(
        name=part.name,
        description=_both(part.about),
        encodingFormat=part.media_type,
        contentSize=str(len(part.content)),
        sha256=hashlib.sha256(part.content).hexdigest(),
        license=_refs(licences),
        usageInfo=_ref(RIGHTS) if len(licences) > 1 else None,
    )


def _licences(config: Config, package: Package) -> Iterator[Entity]:
    """Each licence, and how two of them go together in one file."""
    found = dict.fromkeys(one for part in package.parts for one in part.licences)
    for one in found:
        yield _entity(one.uri, "CreativeWork") | {
            "name": one.terms,
            "description": f"{one.covers}: {one.terms}",
            "url": one.uri,
        }
    yield _entity(RIGHTS, "CreativeWork") | {
        "name": "Rechte",
        "description": f"{rights.terms(config)}. Wo eine Datei beides enthält, gelten beide Angaben zugleich, jede für "
        "ihren Teil. / Where a file holds both, both statements apply at once, each to its part.",
    }


def _people(config: Config, edition: Edition) -> Iterator[Entity]:
    """Whom the metadata name: the publisher with the address for questions, and the authors of the printed texts."""
    for one in cited.whole(config).authors:
        yield _entity(_id(one), "Organization") | filled(
            name=str(one),
            url=citation.address(config, urls.HOME),
            contactPoint=_ref(_contact(config)) if config.contact else None,
        )
    if config.contact:
        mail = {} if "://" in config.contact else {"email": config.contact}
        yield _entity(_contact(config), "ContactPoint") | {"name": "Kontakt", "contactType": "editor"} | mail
    for one in (who for item in _printed(edition) for who in item.authors):
        divided = {"familyName": one.family, "givenName": one.given} if one.given else {}
        yield _entity(_id(one), "Person" if one.given else "Organization") | {"name": _name(one)} | divided


def _printed(edition: Edition) -> list[Item]:
    """The printed texts that have an address of their own."""
    return [item for item in cited.printed(edition) if item.url]


def _print(item: Item) -> Entity:
    return _entity(item.url, "NewsArticle" if item.form == "newspaper-article" else "CreativeWork") | filled(
        name=item.title,
        author=_refs(_id(one) for one in item.authors),
        datePublished=item.first,
        inLanguage=item.language,
    )


def _name(who: Who) -> str:
    return f"{who.given} {who.family}" if who.given else who.family


def _id(who: Who) -> str:
    """An identifier within the document: nobody's own is known to it."""
    return f"#{re.sub(r'[^a-z0-9]+', '-', _name(who).lower()).strip('-') or 'nobody'}"


def _contact(config: Config) -> str:
    return config.contact if "://" in config.contact else f"mailto:{config.contact}"


def _entity(identifier: str, kind: str) -> Entity:
    return {"@id": identifier, "@type": kind}


def _path(path: str) -> str:
    """A path as a reference: signs that may not stand in one are escaped, letters of all languages stay."""
    return _NOT_IN_PATHS.sub(lambda found: quote(found[0], safe=""), path)


def _ref(identifier: str) -> Entity:
    return {"@id": identifier}


def _refs(identifiers: Iterable[str]) -> Any:
    return _one([_ref(one) for one in identifiers])


def _one(values: Iterable[Any]) -> Any:
    """Compacted: a single value stands without its list."""
    listed = list(values)
    return listed[0] if len(listed) == 1 else listed


def _both(words: Bilingual) -> str:
    return f"{words.de} / {words.en}"
