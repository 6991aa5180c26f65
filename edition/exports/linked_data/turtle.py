"""The graph as RDF 1.1 Turtle (W3C, Rec. 2014), with the edition's own terms and the shapes it conforms to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import linked
from edition.exports.format import Export
from edition.exports.linked_data import shapes, whole, writer
from edition.linked import addresses
from edition.model import Bilingual, Config, Edition, File


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """The graph, the vocabulary, the shapes."""
    yield File(whole.TURTLE, writer.turtle(config, whole.nodes(config, edition)))
    yield File(addresses.TERMS, writer.turtle(config, linked.vocabulary(config, edition)))
    yield File(addresses.SHAPES, shapes.shapes(config, edition))


EXPORT = Export(
    "turtle",
    "graph",
    Bilingual("Linked data: Turtle", "Vernetzte Daten: Turtle"),
    Bilingual(
        "The same graph for triple stores and SPARQL; with the edition's own terms and SHACL shapes.",
        "Derselbe Graph für Triple Stores und SPARQL; mit den eigenen Begriffen der Edition und SHACL-Shapes.",
    ),
    "text/turtle",
    files,
    whole.LOSSES,
)
