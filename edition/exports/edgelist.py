"""The network of persons as two tables (CSV, RFC 4180): nodes and edges, every field of the model a column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import asdict

from edition import graph, urls
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.exports.shared.graph import LOSSES as OF_GRAPHS
from edition.graph import Edge, Node
from edition.model import Bilingual, Config, Edition, File

SLUG = "network"
NODES, EDGES = urls.exported(SLUG, "nodes.csv"), urls.exported(SLUG, "edges.csv")
LOSSES = Bilingual(
    OF_GRAPHS.en + " Rights and version stand in a file of their own.",
    OF_GRAPHS.de + " Rechte und Version stehen in einer eigenen Datei.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Nodes and edges; a mutual edge is one row. Beside them a README."""
    yield File(NODES, _table(Node, graph.nodes(config, edition)))
    yield File(EDGES, _table(Edge, graph.edges(edition)))
    about = Bilingual(
        "The network of persons: nodes.csv and edges.csv, in UTF-8.",
        "Das Netz der Personen: nodes.csv (Knoten) und edges.csv (Kanten), in UTF-8.",
    )
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, about, LOSSES))


def _table(kind: type[Node] | type[Edge], rows: Sequence[Node] | Sequence[Edge]) -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, kind.__struct_fields__, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return written.getvalue().encode("utf-8")


EXPORT = Export(
    SLUG,
    "graph",
    Bilingual("Network of persons: tables (CSV)", "Netz der Personen: Tabellen (CSV)"),
    Bilingual("Nodes and edges, for any tool.", "Knoten und Kanten, für jedes Werkzeug."),
    "text/csv",
    files,
    LOSSES,
    own=("*",),
)
