"""EXPORTS: one format, one module, one row. Every export is made by the build and by `build.py export`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.exports import csv, json, markdown, sqlite, tei, text
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


@dataclass(frozen=True, slots=True)
class Export:
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


EXPORTS: tuple[Export, ...] = (
    Export(
        "tei",
        "tei",
        Bilingual("TEI as published", "TEI, wie veröffentlicht"),
        Bilingual(
            "The files of the edition as published, with their figures: for archives, and for all further work.",
            "Die Dateien der Edition, wie sie veröffentlicht sind, mit ihren Zahlen: zum Archivieren und für jede "
            "weitere Arbeit.",
        ),
        "application/tei+xml",
        tei.files,
        linked=True,
    ),
    Export(
        text.SLUG,
        "text",
        Bilingual("Plain text", "Reiner Text"),
        Bilingual(
            "The texts without any markup, as corrected and as printed: to count, to compare, to search.",
            "Die Texte ohne Auszeichnung, berichtigt und wie gedruckt: zum Zählen, Vergleichen und Durchsuchen.",
        ),
        "text/plain",
        text.files,
        text.LOSSES,
    ),
    Export(
        markdown.SLUG,
        "text",
        Bilingual("Markdown", "Markdown"),
        Bilingual(
            "The texts with paragraph numbers and notes, for writing on, and for Pandoc.",
            "Die Texte mit Absatznummern und Anmerkungen, zum Weiterschreiben und für Pandoc.",
        ),
        "text/markdown",
        markdown.files,
        markdown.LOSSES,
    ),
    Export(
        csv.SLUG,
        "tables",
        Bilingual("CSV", "CSV"),
        Bilingual(
            "Lists, mentions, dates, quotations and notes as tables: for spreadsheets, R and OpenRefine.",
            "Register, Nennungen, Daten, Zitate und Anmerkungen als Tabellen: für Tabellenprogramme, R und "
            "OpenRefine.",
        ),
        "text/csv",
        csv.files,
        csv.LOSSES,
    ),
    Export(
        json.SLUG,
        "tables",
        Bilingual("JSON", "JSON"),
        Bilingual(
            "The same as nested records: for programs.",
            "Dasselbe in verschachtelten Datensätzen: für Programme.",
        ),
        "application/json",
        json.files,
        json.LOSSES,
    ),
    Export(
        sqlite.SLUG,
        "tables",
        Bilingual("SQLite", "SQLite"),
        Bilingual(
            "Everything in one database with full-text search: for queries.",
            "Alles in einer Datenbank mit Volltextsuche: für Abfragen.",
        ),
        "application/vnd.sqlite3",
        sqlite.files,
        sqlite.LOSSES,
    ),
)
