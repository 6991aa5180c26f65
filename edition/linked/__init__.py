"""The edition as linked data (schema.org, RDF): what is said of each thing, for its page and for the whole graph.

Nodes are JSON-LD with absolute addresses and without blank nodes; `context` resolves their keys without a network.
What the addresses mean is decided in docs/decisions/017.

| module | what |
|---|---|
| `addresses` | what things, statements and terms are called |
| `dates` | datings as literals |
| `claims` | a statement with what it rests on; a node from its statements |
| `classes`, `facts`, `relations` | tables: kinds and types → classes, facts and relations → terms |
| `entities`, `texts`, `sources` | the nodes |
| `describing` | one thing with its context, for its page |
| `terms` | the edition's own vocabulary |
| `nodes` | all nodes of an edition, with its statements |
"""

from __future__ import annotations

from edition.linked.claims import Node
from edition.linked.describing import context, description
from edition.linked.nodes import graph
from edition.linked.terms import vocabulary
from edition.linked.texts import TEXT, WHOLE, Paragraph, quotes

__all__ = ["TEXT", "WHOLE", "Node", "Paragraph", "context", "description", "graph", "quotes", "vocabulary"]
