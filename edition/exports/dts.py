"""Distributed Text Services 1.0 as files: every request that a client may make of them is answered beforehand.

The files are the templates expanded. A request for a level deeper than there is has the answer of the deepest, so
`down` is carried out as far as it makes a difference; for a unit and for the whole to 2 at least, for clients ask so far.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations_with_replacement
from pathlib import Path
from urllib.parse import unquote

from edition import citation, dts, urls
from edition.dts import Addresses, Answer, Catalogue, Service, Text, metadata, navigation
from edition.dts.documents import Document
from edition.dts.parameters import BOTTOM
from edition.errors import ExportError
from edition.exports.format import Export
from edition.exports.shared import notice, published
from edition.exports.shared.written import as_json
from edition.model import Article, Bilingual, Config, Edition, File

SLUG = "dts"
LOSSES = Bilingual(
    "A passage has no commentary and of the header only fileDesc; the whole text has both. Answers know nothing of "
    "persons, places and works.",
    "Eine Stelle enthält keinen Kommentar und vom Header nur fileDesc; der ganze Text enthält beides. Von Personen, "
    "Orten und Werken wissen die Antworten nichts.",
)
_ABOUT = Bilingual(
    "An interface for programs, as files: index.jsonld says where its endpoints are, as URI templates (RFC 6570). "
    "catalogue.json is no part of it, but what a server answers from. Specification: https://dtsapi.org/versions/v1.0",
    "Eine Schnittstelle für Programme in Form von Dateien: index.jsonld nennt ihre Endpunkte als URI-Templates (RFC 6570). "
    "catalogue.json gehört nicht dazu; daraus antwortet ein Server. Spezifikation: https://dtsapi.org/versions/v1.0",
)
_UNWRITABLE = Bilingual(
    "the number {identifier} of a citable unit in {name} cannot be a file name.",
    "Die Nummer {identifier} einer Zitiereinheit in {name} kann kein Dateiname sein.",
)
_REWRITE = Bilingual(
    "Do without / and \\ in it, and without a dot at its beginning.",
    "Darin auf / und \\ verzichten, ebenso auf einen Punkt am Anfang.",
)
_AT_LEAST = 2
Request = dict[str, str]


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """The tree of answers, and the catalogue that a server answers from."""

    texts = {one.id: published.text(root, config, one) for one in edition.articles}
    catalogue = metadata.catalogue(edition, lambda article: texts[article.id], _downloads)
    _refuse_unwritable(catalogue)
    tei = {one.id: Document(texts[one.id], one.document) for one in catalogue.texts}
    site, ranges = citation.address(config, ""), config.dts == "ranges"
    base = site + urls.exported(SLUG, "")
    addresses = Addresses.of_files(base, ranges=ranges)
    service = Service(catalogue, addresses, site, lambda text: tei[text.id])

    def file(address: str, answer: Answer) -> File:
        return File(urls.exported(SLUG, unquote(address.removeprefix(base))), answer.body)

    cited = tuple(notice.of_text(config, article) for article in edition.articles)
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, _ABOUT, LOSSES, cited))
    yield File(urls.exported(SLUG, dts.CATALOGUE), as_json(catalogue.stored()))
    yield file(addresses.entry, service.entry())
    for endpoint, request in _requests(catalogue, ranges=ranges):
        answer: Callable[[Request], Answer] = getattr(service, endpoint)
        yield file(addresses.url(endpoint, request), answer(request))


def _downloads(article: Article) -> tuple[str, ...]:
    """The file that every site has; other formats can be left out."""
    return (urls.data(article.path),)


def _requests(catalogue: Catalogue, *, ranges: bool) -> Iterator[tuple[str, Request]]:
    """Every request that has a file, with its endpoint."""
    for identifier in ("", *dts.COLLECTIONS, *(text.id for text in catalogue.texts)):
        for nav in ("", "children", "parents"):
            yield "collection", _of(id=identifier, nav=nav)
    for text in catalogue.texts:
        for request in _navigations(text, ranges=ranges):
            yield "navigation", request
        yield "document", {"resource": text.id}
        for passage in (*_units(text), *(_ranges(text) if ranges else ())):
            yield "document", {"resource": text.id, **passage}


def _navigations(text: Text, *, ranges: bool) -> Iterator[Request]:
    deepest = navigation.depth(text.units)
    downs = [str(down) for down in (BOTTOM, *range(1, max(deepest, _AT_LEAST) + 1))]
    for down in downs if text.declared else ["", *downs]:
        yield _of(resource=text.id, down=down)
    for unit in _units(text):
        for down in ("", "0", *downs):
            yield _of(resource=text.id, down=down, **unit)
    levels = {unit.identifier: unit.level for unit in text.units}
    for span in _ranges(text) if ranges else ():
        below = deepest - max(levels[one] for one in span.values())
        for down in ("", *map(str, (BOTTOM, *range(1, max(below, 1) + 1)))):
            yield _of(resource=text.id, down=down, **span)


def _units(text: Text) -> Iterator[Request]:
    return ({"ref": unit.identifier} for unit in text.units)


def _ranges(text: Text) -> Iterator[Request]:
    identifiers = [unit.identifier for unit in text.units]
    return ({"start": start, "end": end} for start, end in combinations_with_replacement(identifiers, 2))


def _of(**values: str) -> Request:
    return {name: value for name, value in values.items() if value}


def _refuse_unwritable(catalogue: Catalogue) -> None:
    """A unit is the name of a file here.

    Raises:
        ExportError: it cannot be.
    """
    for text in catalogue.texts:
        for unit in text.units:
            name = unit.identifier
            if name.startswith(".") or not set("/\\").isdisjoint(name) or len(name.encode()) > 200:
                raise ExportError(_UNWRITABLE.filled({"identifier": name, "name": text.document}), _REWRITE)


EXPORT = Export(
    SLUG,
    "services",
    Bilingual("Distributed Text Services", "Distributed Text Services"),
    Bilingual(
        "DTS 1.0 as files: what texts there are, how they are cited, and each passage in TEI; for programs that fetch "
        "passages by their number.",
        "DTS 1.0 als Dateien: welche Texte es gibt, wie sie zitiert werden, und jede Stelle in TEI; für Programme, die "
        "Stellen nach ihrer Nummer abrufen.",
    ),
    "application/ld+json",
    files,
    LOSSES,
    packed=False,
    served=True,
    ours=True,
)
