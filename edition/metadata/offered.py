"""The files of the exports, by path with their media type, and which of them belong to a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from posixpath import basename

from edition import urls
from edition.metadata.subject import Subject
from edition.model import Article, Listing

Files = Mapping[str, str]  # path in the site → media type
_BESIDE = {"README.txt": "text/plain", "datapackage.json": "application/json"}  # beside the files of a format


def offered(listings: Iterable[Listing]) -> Files:
    """Every file of the exports that succeeded."""
    return {
        path: _BESIDE.get(basename(path), listing.media_type)
        for listing in listings
        for path, _ in listing.files
    }


def of_text(subject: Subject, files: Files) -> tuple[str, ...]:
    """The files of the text, or of the edition's own page, in the layer shown: those named after it."""
    article = subject.text or subject.page
    if article is None:
        return ()
    layer = f"{article.id}.diplomatic."
    if subject.path == urls.diplomatic(article.id):
        return tuple(path for path in files if _tei(path, article) or basename(path).startswith(layer))
    start = f"{article.id}."
    return tuple(
        path
        for path in files
        if basename(path).startswith(start)
        and not basename(path).startswith(layer)
        and (subject.text or _tei(path, article))
    )


def renderings(subject: Subject, files: Files) -> tuple[str, ...]:
    """Those of them that hold the whole text: `<id>.<format>`, or `<id>.diplomatic.<format>`."""
    diplomatic = subject.text is not None and subject.path == urls.diplomatic(subject.text.id)
    article = subject.text or subject.page
    return tuple(
        path
        for path in of_text(subject, files)
        if article and (basename(path).count(".") == 1 + diplomatic or _tei(path, article))
    )


def _tei(path: str, article: Article) -> bool:
    return path == urls.data(article.path)
