"""What of the network is in its picture: of very many those that have most lines, and the strongest of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from edition import graph
from edition.graph import OFTEN, Edge

MOST = 120  # names that have room
TIES = 300  # lines that can be followed


def drawn(edge: Edge) -> bool:
    """Whether the picture shows an edge: every stated one, and nearness from OFTEN paragraphs on."""
    return edge.kind == graph.STATED or edge.weight >= OFTEN


def ranked(edges: Sequence[Edge]) -> list[str]:
    """Who has a line in the picture, those with the most first."""
    counted = Counter(one for edge in edges if drawn(edge) for one in (edge.source, edge.target))
    return sorted(counted, key=lambda one: (-counted[one], one))


def among(edges: Iterable[Edge], joined: Container[str]) -> list[Edge]:
    """The edges between some."""
    return [edge for edge in edges if edge.source in joined and edge.target in joined]


def lines(edges: Sequence[Edge], joined: Container[str]) -> list[Edge]:
    """What joins those in the picture; where that is too much, what is stated, then the nearest."""
    found = among(edges, joined)
    shown = [edge for edge in found if drawn(edge)]
    if len(shown) <= TIES:
        return found
    stated = [edge for edge in shown if edge.kind == graph.STATED]
    near = [edge for edge in shown if edge.kind != graph.STATED]
    return (stated + sorted(near, key=lambda edge: -edge.weight))[:TIES]
