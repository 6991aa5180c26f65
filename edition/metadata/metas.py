"""The `meta` elements of a page: one table for each vocabulary.

What is read by whom: »Embedded Metadata« of Zotero (translators, 2024) and the reference managers that do likewise read
Dublin Core, PRISM and Open Graph as statements about the page, then Highwire over them. So a text that was printed
in a newspaper says where it was printed in PRISM: `citation_journal_title` would make a journal article of it, whatever
`z:itemType` says, and `citation_book_title` is not understood, for `book` is a prefix there. An organisation is the
publisher and no creator: its name would be divided into given and family name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from edition import citation
from edition.cited import Item
from edition.metadata import reservation
from edition.metadata.offered import TEI, Files, renderings
from edition.metadata.signposts import layers
from edition.metadata.subject import PRINTED, Subject
from edition.model import Config, Edition

SCHEMAS = {
    "DC": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "z": "http://www.zotero.org/namespaces/export#",
}
# Types of Zotero; those of CSL stand in `exports.csl`.
ITEM_TYPES = {"edition": "dataset", PRINTED: "newspaperArticle", "part": "bookSection", "page": "webpage"}


class Meta(Struct, frozen=True):
    """A `meta` element; Open Graph has `property` where others have `name`."""

    name: str
    content: str
    attribute: str = "name"
    language: str = ""  # of the content, where it is not the page's


class Known(Struct, frozen=True):
    """What the tables draw on."""

    edition: Edition
    subject: Subject
    item: Item
    files: Files

    @property
    def config(self) -> Config:
        """The settings of the edition."""
        return self.edition.config

    def of_type(self, media_type: str) -> Iterator[str]:
        """Addresses of the files of the text that hold it whole and have this type."""
        for path in renderings(self.subject, self.files):
            if self.files[path] == media_type:
                yield citation.address(self.config, path)


# What says the title of the page.
_TITLED = ("citation_title", "DC.title", "dcterms.bibliographicCitation", "og:title")
Row = tuple[str, Callable[[Known], Iterable[str]]]


def _some(value: str, *, when: bool = True) -> tuple[str, ...]:
    return (value,) if value and when else ()


def _day(value: str) -> str:
    """A date as Highwire writes it: `2007/11/15`, or a year alone."""
    return value.replace("-", "/")


_HIGHWIRE: tuple[Row, ...] = (
    ("citation_title", lambda known: _some(known.item.title)),
    ("citation_author", lambda known: map(str, known.item.authors)),
    ("citation_publication_date", lambda known: _some(_day(known.item.first))),
    ("citation_online_date", lambda known: _some(_day(known.config.date))),
    ("citation_inbook_title", lambda known: _some(known.item.container, when=known.item.form == "part")),
    ("citation_issue", lambda known: _some(known.item.issue)),
    ("citation_issn", lambda known: _some(known.item.issn)),
    ("citation_publisher", lambda known: _some(known.item.publisher)),
    ("citation_language", lambda known: _some(known.item.language)),
    ("citation_public_url", lambda known: _some(known.item.url)),
    ("citation_fulltext_html_url", lambda known: _some(known.item.url, when=bool(known.subject.text))),
    ("citation_xml_url", lambda known: known.of_type(TEI)),
    ("citation_pdf_url", lambda known: known.of_type("application/pdf")),
)
_PRISM: tuple[Row, ...] = (
    ("z:itemType", lambda known: _some(ITEM_TYPES[known.item.form])),
    ("prism.publicationName", lambda known: _some(known.item.container, when=known.item.form == PRINTED)),
    ("prism.number", lambda known: _some(known.item.issue)),
)
_DUBLIN_CORE: tuple[Row, ...] = (
    ("DC.title", lambda known: _some(known.item.title)),
    ("DC.creator", lambda known: map(str, known.item.authors)),
    ("DC.publisher", lambda known: _some(known.config.publisher)),
    ("DC.date", lambda known: _some(known.config.date)),
    ("DC.language", lambda known: _some(known.subject.language)),
    ("DC.identifier", lambda known: _some(known.item.url)),
    ("DC.source", lambda known: _some(known.subject.text.source_citation if known.subject.text else "")),
    (
        "DC.rights",
        lambda known: (
            f"{one.covers}: {one.terms} ({one.uri})" for one in layers(known.edition, known.subject)
        ),
    ),
    ("dcterms.modified", lambda known: _some(known.config.date)),
    ("dcterms.isPartOf", lambda known: _some(known.config.base_url, when=not known.subject.whole)),
    ("dcterms.bibliographicCitation", lambda known: _some(known.subject.citation)),
)
_OPEN_GRAPH: tuple[Row, ...] = (
    ("og:title", lambda known: _some(known.item.title)),
    ("og:type", lambda known: _some("article" if known.subject.text else "website")),
    ("og:url", lambda known: _some(known.item.url)),
    ("og:site_name", lambda known: _some(known.config.title)),
    ("article:section", lambda known: _some(known.item.section)),
)
_RESERVATION: tuple[Row, ...] = (
    ("tdm-reservation", lambda known: _some(reservation.of_page(known.edition, known.subject))),
)


def metas(known: Known) -> Iterator[Meta]:
    """Every `meta` of the page; Highwire only where something is published: the edition and its texts."""
    published = known.item.form != "page"
    for table in (_HIGHWIRE if published else (), _PRISM, _DUBLIN_CORE, _RESERVATION):
        yield from (
            Meta(name, content, "name", _tag(known, name))
            for name, value in table
            for content in value(known)
        )
    for name, value in _OPEN_GRAPH:
        yield from (Meta(name, content, "property", _tag(known, name)) for content in value(known))


def _tag(known: Known, name: str) -> str:
    return known.subject.titled if name in _TITLED else ""
