"""The network of persons in GEXF 1.3 (gexf.net/1.3): relations with dates as spells, mutual edges as such."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from edition import graph, urls
from edition.exports.format import Export
from edition.exports.shared.graph import LOSSES as OF_GRAPHS
from edition.exports.shared.notice import about
from edition.graph import Edge, Node
from edition.model import Bilingual, Config, Edition, File

NS = "http://gexf.net/1.3"
SLUG = "gexf"
PATH = urls.exported(SLUG, "persons.gexf")
LOSSES = Bilingual(
    OF_GRAPHS.en + " `start` and `end` are the first and last day that a date can mean.",
    OF_GRAPHS.de + " `start` und `end` sind der erste und der letzte Tag, den ein Datum meinen kann.",
)
# What GEXF has no attribute of its own for.
NODE = ("kind", "names", "birth", "death", "gnd", "wikidata", "url", "mentions")
EDGE = ("class", "relation", "statement", "sources", "certainty", "dating")


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file; its date is that of the version."""
    document = ET.Element("gexf", {"xmlns": NS, "version": "1.3"})
    meta = ET.SubElement(document, "meta", lastmodifieddate=config.date)
    ET.SubElement(meta, "creator").text = config.publisher or config.title
    ET.SubElement(meta, "description").text = f"{config.title}. {about(config, LOSSES)}"
    network = ET.SubElement(document, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date")
    _declare(network, "node", NODE)
    _declare(network, "edge", EDGE)
    nodes, edges = ET.SubElement(network, "nodes"), ET.SubElement(network, "edges")
    for node in graph.nodes(config, edition):
        _node(nodes, node)
    for edge in graph.edges(edition):
        _edge(edges, edge)
    ET.indent(document, " ")
    data = ET.tostring(document, encoding="unicode", xml_declaration=False)
    yield File(PATH, f'<?xml version="1.0" encoding="UTF-8"?>\n{data}\n'.encode())


def _declare(network: ET.Element, of: str, names: tuple[str, ...]) -> None:
    declared = ET.SubElement(network, "attributes", {"class": of, "mode": "static"})
    for name in names:
        ET.SubElement(
            declared,
            "attribute",
            id=f"{of}-{name}",
            title=name,
            type="integer" if name == "mentions" else "string",
        )


def _values(element: ET.Element, of: str, values: dict[str, str]) -> None:
    kept = {name: value for name, value in values.items() if value}
    if kept:
        listed = ET.SubElement(element, "attvalues")
        for name, value in kept.items():
            ET.SubElement(listed, "attvalue", {"for": f"{of}-{name}", "value": value})


def _node(nodes: ET.Element, node: Node) -> None:
    element = ET.SubElement(nodes, "node", id=node.id, label=node.label)
    _values(element, "node", {name: str(getattr(node, name)) for name in NODE})


def _edge(edges: ET.Element, edge: Edge) -> None:
    spell = {name: value for name, value in (("start", edge.first), ("end", edge.last)) if value}
    element = ET.SubElement(
        edges,
        "edge",
        {
            "id": edge.id,
            "source": edge.source,
            "target": edge.target,
            "type": "mutual" if edge.mutual else "directed",
            "label": edge.label,
            "weight": str(edge.weight),
        }
        | spell,
    )
    named = {name: edge.kind if name == "class" else str(getattr(edge, name)) for name in EDGE}
    _values(element, "edge", named)


EXPORT = Export(
    SLUG,
    "graph",
    Bilingual("Network of persons: GEXF 1.3", "Netz der Personen: GEXF 1.3"),
    Bilingual(
        "For Gephi: stated relations with their time, and who is named beside whom.",
        "Für Gephi: belegte Beziehungen mit ihrer Zeit, und wer neben wem genannt wird.",
    ),
    "application/gexf+xml",
    files,
    LOSSES,
    own=("*",),
)
