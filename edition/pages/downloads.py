"""The downloads: every file the edition is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import basename, dirname, join

from edition import urls
from edition.kinds import BY_SLUG
from edition.model import Edition, Page
from edition.pages.frame import Frame, frame

TITLE = "Downloads"
_SOURCES = "sources.xml"  # stands beside the lists it serves
_SCHEMA = (
    ("tei/schema/edition.odd", "Quelle des Schemas: Elemente, Regeln, Beispiele (TEI ODD)"),
    ("tei/schema/edition.rng", "Grammatik (RELAX NG)"),
    ("tei/schema/edition.sch", "Regeln (Schematron)"),
)


@dataclass(frozen=True, slots=True)
class Download:
    """One file."""

    name: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Group:
    """Files that belong together."""

    id: str
    heading: str
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Downloads:
    """The page's values."""

    frame: Frame
    groups: tuple[Group, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page of downloads; groups without files are left out."""
    texts = [(text.path, text.title) for text in edition.articles]
    own = [(page.path, page.title) for page in edition.pages]
    groups = (
        _group("texte", "Texte (TEI)", texts),
        _group("register", "Register (TEI)", _lists(edition)),
        _group("seiten", "Seiten der Edition (TEI)", own),
        _group("schema", "Schema", _SCHEMA),
    )
    furniture = frame(
        edition,
        urls.DOWNLOADS,
        TITLE,
        description="Die Daten der Edition: Texte und Register in TEI, das Schema in ODD, RELAX NG und Schematron.",
    )
    yield Page(
        urls.DOWNLOADS,
        "downloads.html",
        Downloads(furniture, tuple(group for group in groups if group.files)),
    )


def _group(
    identifier: str, heading: str, files: list[tuple[str, str]] | tuple[tuple[str, str], ...]
) -> Group:
    listed = (
        Download(basename(path), urls.relative(urls.data(path), urls.DOWNLOADS), title)
        for path, title in files
    )
    return Group(identifier, heading, tuple(listed))


def _lists(edition: Edition) -> list[tuple[str, str]]:
    """The authority files: one for each kind, and the sources beside them."""
    found = {entity.path: BY_SLUG[entity.kind].title for entity in edition.entities.values()}
    if found and edition.references:
        found[join(dirname(next(iter(found))), _SOURCES)] = "Quellen"
    return list(found.items())
