"""The network: two formats read by a library to the same graph, and the tables, compared with the lists."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Any

import networkx

from edition import datings
from tests.both import BOTH, exported
from tests.conftest import ROOT

GEXF, GRAPHML = "data/gexf/persons.gexf", "data/graphml/persons.graphml"
NODES, EDGES = "data/network/nodes.csv", "data/network/edges.csv"
Arc = tuple[str, str, str, str, float, str, str]


def _gexf(root: Path) -> Any:
    return networkx.read_gexf(io.BytesIO(exported("gexf", root).files[GEXF]), version="1.3")


def _graphml(root: Path) -> Any:
    return networkx.parse_graphml(exported("graphml", root).text(GRAPHML))


def _table(root: Path, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported("network", root).text(path))))


def _arcs(graph: Any, kind: str) -> Counter[Arc]:
    return Counter(
        (
            source,
            target,
            data[kind],
            data["relation"],
            data["weight"],
            data.get("dating", ""),
            data.get("sources", ""),
        )
        for source, target, data in graph.edges(data=True)
    )


@BOTH
def test_both_formats_are_read_to_the_same_graph(root: Path) -> None:
    gexf, graphml = _gexf(root), _graphml(root)
    assert dict(gexf.nodes(data=True)) == dict(graphml.nodes(data=True))
    assert _arcs(gexf, "class") == _arcs(graphml, "kind")


@BOTH
def test_nodes_are_all_persons_and_what_relations_name(root: Path) -> None:
    edition = exported("gexf", root).edition
    related = {one for row in edition.relations for one in (*row.active, *row.passive)}
    persons = {pointer for pointer, one in edition.entities.items() if one.kind == "person"}
    graph = _gexf(root)
    assert set(graph) == persons | related
    for pointer, data in graph.nodes(data=True):
        entity = edition.entities[pointer]
        known = {one.scheme: one.uri for one in entity.identifiers}
        assert data["label"] == entity.name
        assert (data.get("gnd"), data.get("wikidata")) == (known.get("GND"), known.get("Wikidata"))


@BOTH
def test_every_relation_is_there_with_all_its_pairs(root: Path) -> None:
    edition = exported("network", root).edition
    rows = [row for row in _table(root, EDGES) if row["kind"] == "stated"]
    for number, relation in enumerate(edition.relations, 1):
        mine = [row for row in rows if row["statement"] == f"r{number}"]
        count = len(relation.active)
        assert len(mine) == (count * (count - 1) // 2 if relation.mutual else count * len(relation.passive))
        assert {row["relation"] for row in mine} == {relation.name}
        assert {row["sources"].split(" ") == list(relation.sources) for row in mine} == {True}
        assert {end for row in mine for end in (row["source"], row["target"])} == {
            *relation.active,
            *relation.passive,
        }
    assert len({row["statement"] for row in rows}) == len(edition.relations)


@BOTH
def test_nearness_counts_the_blocks_that_name_both(root: Path) -> None:
    edition = exported("network", root).edition
    texts = {text.id for text in edition.articles}
    blocks = {
        pointer: {(one.article_id, one.block) for one in found if one.article_id in texts}
        for pointer, found in edition.mentions.items()
    }
    persons = sorted(pointer for pointer in blocks if pointer.startswith("person:"))
    expected = {
        (one, other): len(blocks[one] & blocks[other])
        for place, one in enumerate(persons)
        for other in persons[place + 1 :]
        if blocks[one] & blocks[other]
    }
    near = [row for row in _table(root, EDGES) if row["kind"] == "nearness"]
    assert {(row["source"], row["target"]): int(row["weight"]) for row in near} == expected


@BOTH
def test_the_tables_have_every_node_and_each_mutual_edge_once(root: Path) -> None:
    graph, rows = _gexf(root), _table(root, EDGES)
    assert [row["id"] for row in _table(root, NODES)] == list(graph)
    assert graph.number_of_edges() == sum(2 if row["mutual"] == "True" else 1 for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)


def test_dated_relations_have_their_days() -> None:
    rows = [row for row in _table(ROOT, EDGES) if row["dating"]]
    assert rows
    for row in rows:
        values = [value for value in row["dating"].split("/") if value != ".."]
        days = [datings.interval(value) for value in values]
        assert {row["first"], row["last"]} - {""} <= {day.isoformat() for one in days if one for day in one}
        assert row["first"] <= row["last"] or not row["last"]


@BOTH
def test_rights_and_version_are_written_where_there_is_place(root: Path) -> None:
    for slug, path in (("gexf", GEXF), ("graphml", GRAPHML)):
        made = exported(slug, root)
        assert all(
            one in made.text(path)
            for one in (made.config.licence_text, made.config.licence_edition, made.config.version)
        )
