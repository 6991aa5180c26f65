"""The network of persons as two tables (CSV, RFC 4180): nodes and edges, every field of the model a column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from edition import urls
from edition.exports import graph
from edition.exports.graph import Edge, Node
from edition.model import Bilingual, Config, Edition, File

NODES, EDGES = urls.data("network/nodes.csv"), urls.data("network/edges.csv")
LOSSES = Bilingual(
    graph.LOSSES.en + " CSV has no place for rights and version: those of the edition hold.",
    graph.LOSSES.de + " CSV hat keinen Ort für Rechte und Version: Es gelten die der Edition.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Nodes and edges; a mutual edge is one row."""
    yield File(NODES, _table(Node, graph.nodes(config, edition)))
    yield File(EDGES, _table(Edge, graph.edges(edition)))


def _table(kind: type[Node] | type[Edge], rows: Sequence[Node] | Sequence[Edge]) -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, [field.name for field in fields(kind)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return written.getvalue().encode("utf-8")
