"""The package document and the navigation of a book: what reading systems and libraries know of it.

EPUB 3.3, 5.4 to 5.6 (package document) and 7 (navigation); EPUB Accessibility 1.1, 2 and 3.
"""

from __future__ import annotations

from msgspec import Struct

from edition import citation, rights
from edition.exports.epub.matter import authors
from edition.exports.epub.parts import NAV, STYLE, Part
from edition.model import Edition

# Schema.org, »accessibilityFeature«, values of the W3C vocabulary 1.0: what the files of this book have.
_FEATURES = (
    "ARIA",
    "displayTransformability",
    "index",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
_SUMMARY = (
    "Das Buch besteht nur aus Text. Überschriften, Register, Anmerkungen und Rückverweise sind ausgezeichnet, "
    "Wörter anderer Sprachen gekennzeichnet; Schrift, Größe und Farben bestimmt das Lesegerät. Wo der gedruckte "
    "Text verbessert ist, steht das Gedruckte in Klammern dahinter."
)
_UNCERTIFIED = "Ob es die Anforderungen der WCAG erfüllt, hat niemand geprüft und bescheinigt."
CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
_LANDMARKS = {
    "titlepage": "Titelseite",
    "toc": "Inhalt",
    "chapter": "Text",
    "index": "Register",
    "bibliography": "Quellen",
    "copyright-page": "Impressum",
}
_TYPES = {"chapter": "bodymatter"}  # a landmark that leads to where the reading begins


class Package(Struct, frozen=True):
    """The values of the package document."""

    identifier: str
    title: str
    subtitle: str
    creators: tuple[str, ...]
    publisher: str
    languages: tuple[str, ...]
    version: str
    date: str
    sources: tuple[str, ...]
    rights: tuple[str, ...]
    features: tuple[str, ...]
    summary: str
    conforms: str
    certifier: str
    parts: tuple[Part, ...]
    nav: str
    style: str


class Landmark(Struct, frozen=True):
    """A place that reading systems offer."""

    type: str
    label: str
    href: str


class Navigation(Struct, frozen=True):
    """The values of the navigation document."""

    part: Part
    site: str
    parts: tuple[Part, ...]
    landmarks: tuple[Landmark, ...]


def package(edition: Edition, book: tuple[Part, ...]) -> Package:
    """What the package document says."""
    config = edition.config
    indexed = any(part.type == "index" for part in book)
    return Package(
        identifier=citation.address(config, ""),
        title=config.title,
        subtitle=config.subtitle,
        creators=authors(edition),
        publisher=config.publisher,
        languages=config.languages or ("de",),
        version=config.version,
        date=config.date,
        sources=tuple(one.source_citation for one in edition.articles if one.source_citation),
        rights=tuple(f"{one.covers}: {one.terms} <{one.uri}>" for one in rights.layers(config)),
        features=tuple(one for one in _FEATURES if indexed or one != "index"),
        summary=_SUMMARY if config.certifier else f"{_SUMMARY} {_UNCERTIFIED}",
        conforms=CONFORMS if config.certifier else "",
        certifier=config.certifier,
        parts=book,
        nav=NAV,
        style=STYLE,
    )


def navigation(edition: Edition, part: Part, book: tuple[Part, ...]) -> Navigation:
    """The table of contents, without itself, and the landmarks: the first file of each type."""
    first: dict[str, Part] = {}
    for one in book:
        first.setdefault(one.type, one)
    landmarks = tuple(
        Landmark(_TYPES.get(kind, kind), label, first[kind].name)
        for kind, label in _LANDMARKS.items()
        if kind in first
    )
    return Navigation(part, edition.config.title, tuple(one for one in book if one != part), landmarks)
