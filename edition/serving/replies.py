"""What is answered to a request: a function of the address, the site and the last build; no network in it."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from edition import errors, resources, swap
from edition.model import LANGUAGES, Bilingual
from edition.serving import dts, overlay, pieces
from edition.serving.outcome import Outcome
from edition.serving.reply import Reply

_HTML = "text/html; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"
_XML = "application/xml; charset=utf-8"
_TYPES = {
    ".html": _HTML, ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".xml": _XML, ".odd": _XML, ".rng": _XML, ".sch": _XML, ".xsl": _XML, ".rdf": _XML,
    ".txt": _TEXT, ".toml": _TEXT, ".md": _TEXT, ".bib": _TEXT, ".cff": _TEXT, ".csv": "text/csv; charset=utf-8",
    ".sqlite": "application/vnd.sqlite3",
    ".json": "application/json; charset=utf-8", ".jsonld": "application/ld+json; charset=utf-8",
    ".sarif": "application/json; charset=utf-8", ".ttl": "text/turtle; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8", ".png": "image/png", ".jpg": "image/jpeg", ".ico": "image/x-icon",
    ".woff2": "font/woff2", ".pdf": "application/pdf", ".zip": "application/zip",
    ".epub": "application/epub+zip", ".geojson": "application/geo+json", ".ris": _TEXT, ".gexf": _XML,
    ".graphml": _XML,
}  # fmt: skip
_NO_ADDRESS = Bilingual("This is no address of the site.", "Diese Adresse gehört nicht zur Website.")
_NO_SITE = Bilingual("There is no site yet.", "Noch gibt es keine Website.")
_NO_PAGE = Bilingual(
    "The site has no page at this address.", "Unter dieser Adresse hat die Website keine Seite."
)
_FOREIGN = frozenset("\x00\\")  # no address of a site has them; some systems read \ as /


def reply(
    target: str,
    site: Path,
    outcome: Outcome,
    *,
    building: bool = False,
    language: str = LANGUAGES[0],
    origin: str = "/",
) -> Reply:
    """The answer to GET `target`, the address as it stands in the request; `origin` is the server's own."""
    path = address(target)
    if path is None:
        return _sentence(HTTPStatus.BAD_REQUEST, _NO_ADDRESS, outcome, language)
    if path == pieces.STATE:
        state = json.dumps({"mark": outcome.mark, "building": building})
        return Reply(HTTPStatus.OK, _TYPES[".json"], state.encode())
    if path in (pieces.STYLE, pieces.SCRIPT):
        name = path.rpartition("/")[2]
        return Reply(HTTPStatus.OK, _TYPES[Path(name).suffix], resources.serving(name))
    if path == pieces.FINDINGS:
        html = pieces.findings_page(outcome, lambda page: (site / page).is_file(), language)
        return Reply(HTTPStatus.OK, _HTML, html.encode())
    if dts.asked(path):
        return dts.reply(path, urlsplit(target).query, site, origin, language)
    return _file(path, site, outcome, language)


def broken(error: Exception, outcome: Outcome, language: str) -> Reply:
    """The answer where our program has failed."""
    return _sentence(HTTPStatus.INTERNAL_SERVER_ERROR, errors.fault(error), outcome, language)


def address(target: str) -> str | None:
    """The path of an address, decoded; None where it is none, or tries to leave the site."""
    try:
        path = unquote(urlsplit(target).path, errors="strict")
    except ValueError:
        return None
    parts = path.split("/")
    if not path.startswith("/") or _FOREIGN & set(path) or any(part.startswith(".") for part in parts):
        return None
    return "/" + path.lstrip("/")


def _file(path: str, site: Path, outcome: Outcome, language: str) -> Reply:
    if not (site / swap.MARK).is_file():  # nor is a folder served that is none of ours
        return _sentence(HTTPStatus.SERVICE_UNAVAILABLE, _NO_SITE, outcome, language)
    file = site / path.lstrip("/")
    try:
        if _leads_out(file, site):
            return _sentence(HTTPStatus.BAD_REQUEST, _NO_ADDRESS, outcome, language)
        if file.is_dir() and not path.endswith("/"):
            return Reply(HTTPStatus.MOVED_PERMANENTLY, _HTML, b"", quote(path) + "/")
        name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        content = (site / name).read_bytes()
    except (OSError, RuntimeError):  # not there, too long a name, or a loop of links
        return _missing(site, outcome, language)
    return _of(name, content, outcome, HTTPStatus.OK, language)


def _leads_out(file: Path, site: Path) -> bool:
    return not file.resolve().is_relative_to(site.resolve())


def _of(name: str, content: bytes, outcome: Outcome, status: HTTPStatus, language: str) -> Reply:
    kind = _TYPES.get(Path(name).suffix, "application/octet-stream")
    if kind == _HTML:
        content = overlay.dress(content.decode("utf-8", "replace"), name, outcome, language).encode("utf-8")
    return Reply(status, kind, content)


def _missing(site: Path, outcome: Outcome, language: str) -> Reply:
    own = site / "404.html"
    if own.is_file() and not _leads_out(own, site):
        return _of(own.name, own.read_bytes(), outcome, HTTPStatus.NOT_FOUND, language)
    return _sentence(HTTPStatus.NOT_FOUND, _NO_PAGE, outcome, language)


def _sentence(status: HTTPStatus, said: Bilingual, outcome: Outcome, language: str) -> Reply:
    return Reply(status, _HTML, pieces.sentence_page(said, outcome, language).encode())
