"""What a format is, and the groups in which the page of downloads shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from edition.model import SILENT, Bilingual, Config, Edition, File

# What belongs together on the page of downloads, in its order.
GROUPS = {
    "tei": Bilingual("TEI", "TEI"),
    "text": Bilingual("Text", "Text"),
    "reading": Bilingual("Reading formats", "Zum Lesen"),
    "tables": Bilingual("Tables and databases", "Tabellen und Datenbanken"),
    "graph": Bilingual("Linked data and networks", "Vernetzte Daten und Netzwerke"),
    "annotation": Bilingual("Annotations", "Annotationen"),
    "citation": Bilingual("Citing and cataloguing", "Zitieren und Nachweisen"),
    "services": Bilingual("Interfaces and packages", "Schnittstellen und Pakete"),
}


class Export(Struct, frozen=True):
    """A format: `function` yields its files, with paths as the site publishes them (`urls.exported`)."""

    slug: str
    group: str  # one of GROUPS
    title: Bilingual
    purpose: Bilingual  # what it is for
    media_type: str
    function: Callable[[Path, Config, Edition], Iterator[File]]
    losses: Bilingual = SILENT  # what the edition knows and the format cannot hold
    extra: str = ""  # the extra of pyproject.toml that brings its library
    linked: bool = False  # pages link to its files: without them there is no site
    served: bool = False  # `serve` answers from its files
    own: tuple[str, ...] = ()  # patterns of files without words of the texts: the edition's own work alone
    packed: bool = True  # goes into the package of all formats
    of_all: OfAll | None = None  # made last, of what the others made; `function`: the same without
    begin: Begin | None = None  # for work outside Python: begins it in a thread
    ours: bool = False  # holds what our encoding says, and is not made of TEI of others


class Made(Struct, frozen=True):
    """A format and its files: none, if it was skipped, failed, or has nothing to hold."""

    export: Export
    files: tuple[File, ...]


Begun = Callable[[], Iterator[File]]
Begin = Callable[[Path, Config, Edition], Begun]
OfAll = Callable[[Path, Config, Edition, Sequence[Made]], Iterator[File]]
