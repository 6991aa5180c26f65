"""EXPORTS: one format, one module, one row. Every export is made by the build and by `build.py export`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.exports import (
    beacon,
    bibtex,
    csl,
    csv,
    datacite,
    edgelist,
    geojson,
    gexf,
    graphml,
    json,
    linked_places,
    markdown,
    ris,
    sqlite,
    tei,
    text,
    webanno,
)
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
    # --- citations, annotations, places, networks ---
    Export(
        csl.SLUG,
        "citation",
        Bilingual("Citations: CSL-JSON", "Zitierangaben: CSL-JSON"),
        Bilingual(
            "For Zotero, Pandoc and other reference managers: edition, text, paragraphs, works cited.",
            "Für Zotero, Pandoc und andere Literaturverwaltungen: Edition, Text, Absätze, zitierte Werke.",
        ),
        "application/vnd.citationstyles.csl+json",
        csl.files,
        csl.LOSSES,
    ),
    Export(
        bibtex.SLUG,
        "citation",
        Bilingual("Citations: BibTeX (biblatex)", "Zitierangaben: BibTeX (biblatex)"),
        Bilingual("For LaTeX.", "Für LaTeX."),
        "application/x-bibtex",
        bibtex.files,
        bibtex.LOSSES,
    ),
    Export(
        ris.SLUG,
        "citation",
        Bilingual("Citations: RIS", "Zitierangaben: RIS"),
        Bilingual(
            "For reference managers such as Citavi or EndNote.",
            "Für Literaturverwaltungen wie Citavi oder EndNote.",
        ),
        "application/x-research-info-systems",
        ris.files,
        ris.LOSSES,
    ),
    Export(
        datacite.SLUG,
        "citation",
        Bilingual("Metadata: DataCite 4.6 (JSON)", "Metadaten: DataCite 4.6 (JSON)"),
        Bilingual(
            "To register the edition with a repository.",
            "Für die Anmeldung der Edition bei einem Repositorium.",
        ),
        "application/vnd.datacite.datacite+json",
        datacite.files,
        datacite.LOSSES,
    ),
    Export(
        beacon.SLUG,
        "graph",
        Bilingual("GND BEACON", "GND-BEACON"),
        Bilingual(
            "Says to catalogues and portals which persons and places of the GND have a page here.",
            "Sagt Katalogen und Portalen, zu welchen Personen und Orten der GND es hier eine Seite gibt.",
        ),
        "text/plain",
        beacon.files,
        beacon.LOSSES,
    ),
    Export(
        geojson.SLUG,
        "graph",
        Bilingual("Places: GeoJSON", "Orte: GeoJSON"),
        Bilingual("For maps and geographic information systems.", "Für Karten und Geoinformationssysteme."),
        "application/geo+json",
        geojson.files,
        geojson.LOSSES,
    ),
    Export(
        linked_places.SLUG,
        "graph",
        Bilingual("Places: Linked Places Format 1.3", "Orte: Linked Places Format 1.3"),
        Bilingual(
            "For gazetteers such as the World Historical Gazetteer.",
            "Für Ortsverzeichnisse wie den World Historical Gazetteer.",
        ),
        "application/ld+json",
        linked_places.files,
        linked_places.LOSSES,
    ),
    Export(
        gexf.SLUG,
        "graph",
        Bilingual("Network of persons: GEXF 1.3", "Netz der Personen: GEXF 1.3"),
        Bilingual(
            "For Gephi: stated relations with their time, and who is named beside whom.",
            "Für Gephi: belegte Beziehungen mit ihrer Zeit, und wer neben wem genannt wird.",
        ),
        "application/gexf+xml",
        gexf.files,
        gexf.LOSSES,
    ),
    Export(
        graphml.SLUG,
        "graph",
        Bilingual("Network of persons: GraphML", "Netz der Personen: GraphML"),
        Bilingual("For networkx, igraph, yEd, Cytoscape.", "Für networkx, igraph, yEd, Cytoscape."),
        "application/graphml+xml",
        graphml.files,
        graphml.LOSSES,
    ),
    Export(
        edgelist.SLUG,
        "graph",
        Bilingual("Network of persons: tables (CSV)", "Netz der Personen: Tabellen (CSV)"),
        Bilingual("Nodes and edges, for any tool.", "Knoten und Kanten, für jedes Werkzeug."),
        "text/csv",
        edgelist.files,
        edgelist.LOSSES,
    ),
    Export(
        webanno.SLUG,
        "annotation",
        Bilingual("W3C Web Annotations (JSON-LD)", "W3C Web Annotations (JSON-LD)"),
        Bilingual(
            "Names, dates, quotations and notes as annotations of the page and of the plain text.",
            "Namen, Zeitangaben, Zitate und Anmerkungen als Annotationen der Seite und des reinen Textes.",
        ),
        "application/ld+json",
        webanno.files,
        webanno.LOSSES,
    ),
)
