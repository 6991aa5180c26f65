"""The graph as JSON-LD 1.1 (W3C, Rec. 2020): flat, one node a line, the context within."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from edition import linked
from edition.exports.format import Export
from edition.exports.linked_data import whole
from edition.model import Bilingual, Config, Edition, File


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file. Its context is its own: to read it, nothing is fetched."""
    lines = ",\n".join(_line(node) for node in whole.nodes(config, edition))
    text = f'{{"@context": {_line(linked.context(config))},\n"@graph": [\n{lines}\n]}}\n'
    yield File(whole.JSON_LD, text.encode("utf-8"))


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


EXPORT = Export(
    "json-ld",
    "graph",
    Bilingual("Linked data: JSON-LD", "Vernetzte Daten: JSON-LD"),
    Bilingual(
        "The whole edition in terms of schema.org, for programs that read JSON and for RDF.",
        "Die ganze Edition in den Begriffen von schema.org, für Programme, die JSON lesen, und für RDF.",
    ),
    "application/ld+json",
    files,
    whole.LOSSES,
)
