"""The network of persons in GraphML (»GraphML Primer«, graphml.graphdrawing.org): every attribute a typed key.

Readers refuse a graph with directed and undirected edges, so all are directed and a mutual edge is two.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from msgspec import structs

from edition import graph, urls
from edition.exports.format import Export
from edition.exports.shared.graph import LOSSES as OF_GRAPHS
from edition.exports.shared.notice import about
from edition.graph import Edge, Node
from edition.model import Bilingual, Config, Edition, File

NS = "http://graphml.graphdrawing.org/xmlns"
SLUG = "graphml"
PATH = urls.exported(SLUG, "persons.graphml")
LOSSES = Bilingual(
    OF_GRAPHS.en + " A mutual edge is written as two edges with opposite directions; `mutual` says so.",
    OF_GRAPHS.de + " Eine gegenseitige Kante steht als zwei gegenläufige; `mutual` sagt es.",
)
_TYPES = {int: "int", bool: "boolean", str: "string"}
_STRUCTURE = {"id", "source", "target"}  # attributes of the elements themselves


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file."""
    document = ET.Element("graphml", xmlns=NS)
    ET.SubElement(document, "desc").text = f"{config.title}. {about(config, LOSSES)}"
    for kind in (Node, Edge):
        _declare(document, kind)
    network = ET.SubElement(document, "graph", id="persons", edgedefault="directed")
    for node in graph.nodes(config, edition):
        _data(ET.SubElement(network, "node", id=node.id), node)
    for edge in graph.edges(edition):
        for one in _arcs(edge):
            _data(ET.SubElement(network, "edge", id=one.id, source=one.source, target=one.target), one)
    ET.indent(document, " ")
    data = ET.tostring(document, encoding="unicode", xml_declaration=False)
    yield File(PATH, f'<?xml version="1.0" encoding="UTF-8"?>\n{data}\n'.encode())


def _arcs(edge: Edge) -> Iterator[Edge]:
    """An edge, and if it holds both ways its opposite."""
    yield edge
    if edge.mutual:
        yield structs.replace(edge, id=f"{edge.id}.back", source=edge.target, target=edge.source)


def _key(kind: type, name: str) -> str:
    return f"{kind.__name__.lower()}-{name}"


def _declare(document: ET.Element, kind: type[Node] | type[Edge]) -> None:
    for field in structs.fields(kind):
        if field.name not in _STRUCTURE:
            ET.SubElement(
                document,
                "key",
                {
                    "id": _key(kind, field.name),
                    "for": kind.__name__.lower(),
                    "attr.name": field.name,
                    "attr.type": _TYPES[field.type],
                },
            )


def _data(element: ET.Element, value: Node | Edge) -> None:
    for name, said in structs.asdict(value).items():
        if name not in _STRUCTURE and said != "":
            words = str(said).lower() if isinstance(said, bool) else str(said)
            ET.SubElement(element, "data", key=_key(type(value), name)).text = words


EXPORT = Export(
    SLUG,
    "graph",
    Bilingual("Network of persons: GraphML", "Netz der Personen: GraphML"),
    Bilingual("For networkx, igraph, yEd, Cytoscape.", "Für networkx, igraph, yEd, Cytoscape."),
    "application/graphml+xml",
    files,
    LOSSES,
    own=("*",),
)
