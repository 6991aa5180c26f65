"""The downloads: every file the edition is made of, and every format it is exported to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from posixpath import basename, commonpath, dirname, join

from msgspec import Struct

from edition import interface, urls, words
from edition.interface import N_, _
from edition.kinds import BY_SLUG
from edition.model import Article, Edition, Listing, Page
from edition.pages.frame import Frame, frame

TITLE = N_("Downloads")
FEW = 30  # files of a format that are listed one by one; of more only those that stand uppermost
MANY = 60  # texts that are listed one by one
_SOURCES = "sources.xml"  # stands beside the lists it serves
_SCHEMA = (
    ("tei/schema/edition.odd", N_("Quelle des Schemas: Elemente, Regeln, Beispiele (TEI ODD)")),
    ("tei/schema/edition.rng", N_("Grammatik (RELAX NG)")),
    ("tei/schema/edition.sch", N_("Regeln (Schematron)")),
)
_UNITS = (N_("Byte"), "kB", "MB")


class Download(Struct, frozen=True):
    """One file; `size` in words."""

    name: str
    href: str
    title: str = ""
    size: str = ""
    language: str = ""  # of the title, where it is not the page's


class Group(Struct, frozen=True):
    """Files that belong together; where they are many, only how many in which `folder`."""

    id: str
    heading: str
    files: tuple[Download, ...]
    number: str = ""
    size: str = ""
    folder: str = ""


class Format(Struct, frozen=True):
    """An export: what it is for, what it cannot hold, and its files; where they are many, some and the `folder`."""

    title: str
    purpose: str
    losses: str
    media_type: str
    size: str
    number: str
    files: tuple[Download, ...]
    folder: str


class Section(Struct, frozen=True):
    """Formats that belong together."""

    id: str
    heading: str
    formats: tuple[Format, ...]


class Downloads(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    groups: tuple[Group, ...]
    sections: tuple[Section, ...]


def downloads_page(edition: Edition, listings: Sequence[Listing]) -> Page:
    """The page of downloads; groups and formats without files are left out (no GND number, no BEACON)."""
    listings = tuple(listing for listing in listings if listing.files)
    sizes = {path: size for listing in listings for path, size in listing.files}
    groups = tuple(_group(*row, sizes) for row in _sources(edition))
    furniture = frame(
        edition,
        urls.DOWNLOADS,
        _(TITLE),
        description=_(
            "Die Daten der Edition: Texte und Register in TEI, das Schema in ODD, RELAX NG und Schematron, "
            "dazu weitere Formate."
        ),
    )
    shown = tuple(group for group in groups if group.files or group.folder)
    return Page(urls.DOWNLOADS, "downloads.html", Downloads(furniture, shown, _sections(listings, shown)))


Files = Iterable[tuple[str, str, str]]  # path in the edition, title, its language where it is not the page's


def _sources(edition: Edition) -> tuple[tuple[str, str, Files], ...]:
    """What the edition itself is written in, in groups: id, heading, files."""
    return (
        ("texte", _("Texte (TEI)"), _titled(edition.articles)),
        ("register", _("Register (TEI)"), [(path, title, "") for path, title in _lists(edition)]),
        ("seiten", _("Seiten der Edition (TEI)"), _titled(edition.pages)),
        (
            "schema",
            _("Schema"),
            () if edition.config.adopted else [(path, _(title), "") for path, title in _SCHEMA],
        ),
    )


def _titled(texts: Iterable[Article]) -> Files:
    return [(text.path, text.title, interface.foreign(text.language)) for text in texts]


def _group(identifier: str, heading: str, files: Files, sizes: Mapping[str, int]) -> Group:
    listed = [(urls.data(path), title, tag) for path, title, tag in files]
    if len(listed) > MANY:
        paths = [path for path, _title, _tag in listed]
        size = sum(sizes.get(path, 0) for path in paths)
        number = words.count(len(paths), "Datei", "Dateien")
        folder = commonpath([dirname(path) for path in paths])
        return Group(identifier, heading, (), number, _size(size) if size else "", f"{folder}/")
    return Group(
        identifier,
        heading,
        tuple(_download(path, sizes.get(path), title, tag) for path, title, tag in listed),
    )


def _download(path: str, size: int | None, title: str = "", tag: str = "") -> Download:
    href = urls.relative(path, urls.DOWNLOADS)
    return Download(basename(path), href, title, "" if size is None else _size(size), tag)


def _size(number: float) -> str:
    """A size in decimal units: »812 Byte«, »12,3 kB«."""
    units = iter(_UNITS)
    unit = next(units)
    while number >= 1000 and unit != _UNITS[-1]:
        number, unit = number / 1000, next(units)
    figure = f"{number:.0f}" if unit == _UNITS[0] else f"{number:.1f}".replace(".", _(","))
    return f"{figure} {_(unit)}"


def _sections(listings: Sequence[Listing], above: Sequence[Group]) -> tuple[Section, ...]:
    """The formats by their groups; files that the groups above list already are not listed again."""
    done = {file.href for group in above for file in group.files}
    spoken = interface.language()
    grouped: dict[str, list[Listing]] = {}
    for listing in listings:
        grouped.setdefault(listing.group.in_(spoken), []).append(listing)
    return tuple(
        Section(f"format-{found[0].slug}", heading, tuple(_format(listing, done) for listing in found))
        for heading, found in grouped.items()
    )


def _format(listing: Listing, done: set[str]) -> Format:
    spoken = interface.language()
    few = len(listing.files) <= FEW
    folder = commonpath([dirname(path) for path, _bytes in listing.files])
    named = listing.files if few else [row for row in listing.files if dirname(row[0]) == folder][:FEW]
    files = tuple(_download(path, size) for path, size in named)
    return Format(
        title=listing.title.in_(spoken),
        purpose=listing.purpose.in_(spoken),
        losses=listing.losses.in_(spoken),
        media_type=listing.media_type,
        size=_size(sum(size for _path, size in listing.files)),
        number=words.count(len(listing.files), "Datei", "Dateien"),
        files=tuple(file for file in files if file.href not in done),
        folder="" if few else f"{folder}/",
    )


def _lists(edition: Edition) -> list[tuple[str, str]]:
    """The authority files: one for each kind, and the sources beside them."""
    found = {entity.path: _(BY_SLUG[entity.kind].title) for entity in edition.entities.values()}
    if found and edition.references:
        found[join(dirname(next(iter(found))), _SOURCES)] = _("Quellen")
    return list(found.items())
