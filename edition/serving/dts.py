"""Distributed Text Services for the site on hand: Level 1, with parameters, where the files of the export have none.

Answered is from what the last build left in the site, its catalogue and the TEI as published, so requests are answered
while the next build is under way, and after one that failed. What cannot be answered is a problem in JSON (RFC 9457).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote

import msgspec

from edition import swap, urls
from edition.dts import CATALOGUE, PAGE, Addresses, Answer, Catalogue, RequestError, Service, Text
from edition.dts.documents import Document
from edition.model import Bilingual
from edition.serving.reply import Reply

PREFIX = "/dts/"
_PROBLEM = "application/problem+json"
_NO_ENDPOINT = Bilingual(
    "The endpoints are collection, navigation and document.",
    "Die Endpunkte sind collection, navigation und document.",
)
_TWICE = Bilingual("A parameter is given twice.", "Ein Parameter ist doppelt angegeben.")
_NO_TEXT = Bilingual("The parameters are not UTF-8.", "Die Parameter sind nicht UTF-8.")
_NO_SITE = Bilingual(
    "There is no site yet that could answer.", "Noch gibt es keine Website, die antworten kann."
)
_NONE = Bilingual("The site was built without this format.", "Die Website wurde ohne dieses Format erstellt.")
_CHANGING = Bilingual("The site is being replaced. Ask again.", "Die Website wird ersetzt. Erneut anfragen.")
_Stamp = tuple[int, int, int]


def asked(path: str) -> bool:
    """Whether a path of an address belongs to this interface."""
    return path == PREFIX.rstrip("/") or path.startswith(PREFIX)


def reply(path: str, query: str, site: Path, origin: str, language: str) -> Reply:
    """The answer to a request.

    Args:
        path: decoded; begins as `asked` wants it.
        query: what stands behind the question mark, as it came.
        origin: this server's address, with a slash at its end.
    """
    if path == PREFIX.rstrip("/"):
        return Reply(HTTPStatus.MOVED_PERMANENTLY, _PROBLEM, b"", PREFIX)
    try:
        answer = _answer(path.removeprefix(PREFIX).rstrip("/"), _values(query), site, origin)
    except RequestError as error:
        return _problem(error, language)
    link = f'<{answer.collection}>; rel="collection"' if answer.collection else ""
    return Reply(HTTPStatus.OK, answer.type, answer.body, link=link)


def _answer(endpoint: str, values: Mapping[str, str], site: Path, origin: str) -> Answer:
    service = _service(site, origin)
    answers = {
        "": lambda _: service.entry(),
        "collection": service.collection,
        "navigation": service.navigation,
        "document": service.document,
    }
    if endpoint not in answers:
        raise RequestError(HTTPStatus.NOT_FOUND, _NO_ENDPOINT)
    return answers[endpoint](values)


def _values(query: str) -> dict[str, str]:
    """The parameters. A plus sign is itself (RFC 3986), as in application/tei+xml; forms are not meant here."""
    values: dict[str, str] = {}
    for part in filter(None, query.split("&")):
        try:
            name, value = (unquote(one, errors="strict") for one in (part.partition("=")[::2]))
        except ValueError:
            raise RequestError(HTTPStatus.BAD_REQUEST, _NO_TEXT) from None
        if name in values:
            raise RequestError(HTTPStatus.BAD_REQUEST, _TWICE)
        values[name] = value
    return values


def _service(site: Path, origin: str) -> Service:
    """The service for the site as it is now."""
    if not (site / swap.MARK).is_file():
        raise RequestError(HTTPStatus.SERVICE_UNAVAILABLE, _NO_SITE)
    path = site / urls.exported("dts", CATALOGUE)
    try:
        found = path.stat()
        return _of(site, origin, (found.st_ino, found.st_mtime_ns, found.st_size))
    except FileNotFoundError:
        raise RequestError(HTTPStatus.NOT_FOUND, _NONE) from None
    except (OSError, ValueError, msgspec.ValidationError):  # of another version of this program, too
        raise RequestError(HTTPStatus.SERVICE_UNAVAILABLE, _CHANGING) from None


@lru_cache(maxsize=4)
def _of(site: Path, origin: str, _stamp: _Stamp) -> Service:
    stored = json.loads((site / urls.exported("dts", CATALOGUE)).read_bytes())
    addresses = Addresses.of_server(origin + PREFIX.lstrip("/"))

    def document(text: Text) -> Document:
        try:
            return _document(site / text.document, text.digest)
        except OSError:
            raise RequestError(HTTPStatus.SERVICE_UNAVAILABLE, _CHANGING) from None

    return Service(Catalogue.restored(stored), addresses, origin, document, PAGE)


@lru_cache(maxsize=16)
def _document(path: Path, digest: str) -> Document:
    """A text of the site, if it is still the one that the catalogue speaks of."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise RequestError(HTTPStatus.SERVICE_UNAVAILABLE, _CHANGING)
    return Document(data, path.name)


def _problem(error: RequestError, language: str) -> Reply:
    said = {
        "type": "about:blank",
        "title": error.status.phrase,
        "status": error.status.value,
        "detail": error.message.in_(language),
    }
    return Reply(error.status, _PROBLEM, json.dumps(said, ensure_ascii=False).encode("utf-8"))
