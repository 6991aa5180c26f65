"""The files of the exports, by path with their media type, and which of them belong to a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edition import urls
from edition.kept import for_edition
from edition.metadata.subject import Subject
from edition.model import Article, Listing

Files = Mapping[str, str]  # path in the site → media type
TEI = "application/tei+xml"
# The media types that files have of themselves; in a format of another type they lie beside its own.
_BESIDE = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml",
}
# Types whose name does not say how their files end.
_ENDINGS = {
    TEI: ".xml",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/ld+json": ".jsonld",
}
_BOOKS = ("application/pdf", "application/epub+zip")  # the edition from cover to cover
# Formats with a file for each text, `data/<format>/<id>.…`, by the type of that file: those that hold the whole of it …
_WHOLE = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "epub": "application/epub+zip",
    "pdf": "application/pdf",
}
# … and those that hold it for one purpose, or say something of it.
_FURTHER = {
    "tei-standalone": TEI,
    "tei-reading": TEI,
    "dtabf": TEI,
    "annotations": "application/ld+json",
}


def offered(listings: Iterable[Listing]) -> Files:
    """Every file of the exports that succeeded."""
    return {path: _type(path, listing.media_type) for listing in listings for path, _ in listing.files}


def _type(path: str, media_type: str) -> str:
    """That of the format, unless the file ends otherwise."""
    ending = f".{path.rpartition('.')[2]}"
    own = media_type.endswith("json") if ending == ".json" else ending == _ENDINGS.get(media_type)
    return media_type if own else _BESIDE.get(ending, media_type)


def renderings(subject: Subject, files: Files) -> tuple[str, ...]:
    """The files that hold the whole text in the layer shown: its TEI, and `data/<format>/<id>.…`; or all of the edition."""
    if subject.whole:
        return tuple(path for path in files if files[path] in _BOOKS)
    article = subject.text or subject.page
    if article is None:
        return ()
    tei = urls.data(article.path)
    found = _named(article, subject, _WHOLE, files) if subject.text else ()
    return (*((tei,) if tei in files else ()), *found)


def of_text(subject: Subject, files: Files) -> tuple[str, ...]:
    """All files of the text, or of the edition's own page, in the layer shown."""
    found = _named(subject.text, subject, _FURTHER, files) if subject.text else ()
    return (*renderings(subject, files), *found)


def _named(article: Article, subject: Subject, formats: Mapping[str, str], files: Files) -> tuple[str, ...]:
    start, layer = f"{article.id}.", f"{article.id}.diplomatic."
    diplomatic = subject.path == urls.diplomatic(article.id)
    return tuple(
        path
        for slug, media_type in formats.items()
        for path in _below(slug, start, files)
        if files[path] == media_type and path.startswith(urls.exported(slug, layer)) == diplomatic
    )


def _below(slug: str, start: str, files: Files) -> tuple[str, ...]:
    return _by_beginning(files).get(urls.exported(slug, start), ())


@for_edition
def _by_beginning(files: Files) -> Mapping[str, tuple[str, ...]]:
    """The files by each beginning of their path that ends in a point."""
    found: dict[str, list[str]] = {}
    for path in files:
        for place, sign in enumerate(path):
            if sign == ".":
                found.setdefault(path[: place + 1], []).append(path)
    return {beginning: tuple(paths) for beginning, paths in found.items()}
