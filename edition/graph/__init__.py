"""What joins the entities of an edition: facts for pages and exports, in no format yet.

| module | what for |
|---|---|
| `nearness` | who is named in the same paragraph, who in the same sentence |
| `network` | persons and what joins them, as nodes and edges |
| `ties` | stated relations in a few groups |
"""

from edition.graph.nearness import OFTEN, Beside, Pairs, persons_often_together, persons_together, together
from edition.graph.network import NEARNESS, PERSON, STATED, Edge, Node, connected, edges, nodes, stated, when
from edition.grouped import mentioned

__all__ = [
    "NEARNESS",
    "OFTEN",
    "PERSON",
    "STATED",
    "Beside",
    "Edge",
    "Node",
    "Pairs",
    "connected",
    "edges",
    "mentioned",
    "nodes",
    "persons_often_together",
    "persons_together",
    "stated",
    "together",
    "when",
]
