"""EXPORTS: one format, one module, one row. Every export is made by the build and by `build.py export`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.exports import (
    beacon,
    bibtex,
    csl,
    datacite,
    edgelist,
    geojson,
    gexf,
    graphml,
    linked_places,
    ris,
    tei,
    webanno,
)
from edition.model import SILENT, Bilingual, Config, Edition, File


@dataclass(frozen=True, slots=True)
class Export:
    """A format: `function` yields its files, with paths as the site publishes them."""

    slug: str
    group: str
    title: Bilingual
    purpose: Bilingual
    media_type: str
    function: Callable[[Path, Config, Edition], Iterator[File]]
    losses: Bilingual = SILENT  # what the format cannot hold
    extra: str = ""  # of pyproject.toml, if it needs a library of its own


EXPORTS: tuple[Export, ...] = (
    Export(
        "tei",
        "tei",
        Bilingual(
            "TEI as published: the files of the edition with their figures",
            "TEI, wie veröffentlicht: die Dateien der Edition mit ihren Zahlen",
        ),
        Bilingual("Everything the edition knows.", "Alles, was die Edition weiß."),
        "application/tei+xml",
        tei.files,
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
