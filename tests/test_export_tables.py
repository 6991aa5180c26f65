"""CSV, JSON and SQLite, read back: every fact of the model by its id, types, keys and links as described."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from docs import make_sqlite
from edition import exports, urls
from edition.exports import sqlite
from edition.exports.tables import tables
from edition.kinds import KINDS
from edition.model import Edition
from tests.both import ROOTS, below, edition_of, rights

both = pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)

# The parts of the Tabular Data Package that are used, as specs.frictionlessdata.io/tabular-data-package asks for them.
NAME = {"type": "string", "pattern": "^[-a-z0-9._]+$"}
NAMES = {"type": "array", "items": {"type": "string"}, "minItems": 1}
FIELD = {
    "type": "object",
    "required": ["name", "type", "title", "description"],
    "properties": {"type": {"enum": ["string", "integer", "boolean"]}},
}
SCHEMA = {
    "type": "object",
    "required": ["fields", "primaryKey"],
    "properties": {"fields": {"type": "array", "items": FIELD, "minItems": 1}, "primaryKey": NAMES},
}
RESOURCE = {
    "type": "object",
    "required": ["name", "path", "profile", "schema"],
    "properties": {
        "profile": {"const": "tabular-data-resource"},
        "name": NAME,
        "path": {"type": "string", "pattern": r"^[a-z_]+\.csv$"},
        "encoding": {"const": "utf-8"},
        "schema": SCHEMA,
    },
}
PACKAGE = {
    "type": "object",
    "required": ["name", "profile", "resources", "licenses"],
    "properties": {
        "profile": {"const": "tabular-data-package"},
        "name": NAME,
        "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "licenses": {
            "type": "array",
            "minItems": 2,
            "items": {"type": "object", "required": ["path", "title"]},
        },
        "resources": {"type": "array", "items": RESOURCE, "minItems": 1},
    },
}


def package(root: Path) -> dict[str, Any]:
    return dict(json.loads(below("csv", root)["datapackage.json"]))


def rows(root: Path, name: str) -> list[dict[str, str]]:
    text = below("csv", root)[f"{name}.csv"].decode("utf-8")
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def own(found: Any, facts: Edition) -> list[Any]:
    texts = {text.id for text in facts.articles}
    return [one for one in found if one.article_id in texts]


def wanted(facts: Edition) -> dict[str, set[tuple[str, ...]]]:
    """What each table must hold, from the model: id by id."""
    entities, mentions = facts.entities, (one for found in facts.mentions.values() for one in found)
    numbered = {"names": 1, "identifiers": 0, "facts": 0, "remarks": 0}  # the preferred name is one more
    per_entry = {
        "names": {one.pointer: one.other_names for one in entities.values()},
        "identifiers": {one.pointer: one.identifiers for one in entities.values()},
        "facts": {one.pointer: one.facts for one in entities.values()},
        "remarks": {one.pointer: one.remarks for one in entities.values()},
    }
    return {
        "entities": {(pointer,) for pointer in entities},
        "sources": {(pointer,) for pointer in facts.references},
        "relations": {(str(place),) for place in range(1, len(facts.relations) + 1)},
        "texts": {(text.id,) for text in facts.articles},
        "mentions": {(one.article_id, one.anchor, one.pointer) for one in own(mentions, facts)},
        "dates": {(one.article_id, one.anchor) for one in own(facts.dates, facts)},
        "quotations": {(one.article_id, one.id) for one in own(facts.quotations, facts)},
        "notes": {(one.article_id, one.id) for one in own(facts.notes, facts)},
        "corrections": {(one.article_id, one.anchor) for one in own(facts.corrections, facts)},
        "joins": {(one.article_id, one.anchor) for one in own(facts.joins, facts)},
        **{
            name: {
                (pointer, str(place))
                for pointer, said in per_entry[name].items()
                for place in range(1, len(said) + 1 + more)
            }
            for name, more in numbered.items()
        },
        **{
            kind.plural: {(pointer,) for pointer, one in entities.items() if one.kind == kind.slug}
            for kind in KINDS
            if any(one.kind == kind.slug for one in entities.values())
        },
    }


@both
def test_the_package_is_one_and_describes_every_file(root: Path) -> None:
    described = package(root)
    jsonschema.Draft202012Validator(PACKAGE).validate(described)
    assert {one["path"] for one in described["resources"]} == {
        name for name in below("csv", root) if name.endswith(".csv")
    }
    said = json.dumps(described, ensure_ascii=False)
    assert all(words in said for words in rights(root))
    assert exports.csv.LOSSES.de in below("csv", root)["README.txt"].decode("utf-8")


@both
def test_every_cell_is_what_its_column_says(root: Path) -> None:
    described = {one["name"]: one["schema"] for one in package(root)["resources"]}
    for name, schema in described.items():
        found = rows(root, name)
        header = next(csv.reader(StringIO(below("csv", root)[f"{name}.csv"].decode("utf-8"))))
        assert header == [field["name"] for field in schema["fields"]]
        keys = [tuple(row[column] for column in schema["primaryKey"]) for row in found]
        assert len(set(keys)) == len(keys), name
        for field in schema["fields"]:
            values = [row[field["name"]] for row in found]
            assert not field["constraints"]["required"] or all(values), (name, field["name"])
            assert field["type"] != "integer" or all(one.isdecimal() for one in values if one), (name, field)
        for link in schema.get("foreignKeys", ()):
            there = {
                tuple(row[c] for c in link["reference"]["fields"])
                for row in rows(root, link["reference"]["resource"])
            }
            for row in found:
                value = tuple(row[column] for column in link["fields"])
                assert not all(value) or value in there, (name, value)


@both
def test_csv_holds_what_the_model_holds(root: Path) -> None:
    keys = {one["name"]: one["schema"]["primaryKey"] for one in package(root)["resources"]}
    for name, ids in wanted(edition_of(root)).items():
        assert {tuple(row[column] for column in keys[name]) for row in rows(root, name)} == ids, name


@both
def test_csv_keeps_words_and_lists(root: Path) -> None:
    facts = edition_of(root)
    for row in rows(root, "names"):
        entity = facts.entities[row["entity"]]
        names = (entity.name, *(one.text for one in entity.other_names))
        assert row["name"] == names[int(row["position"]) - 1]
    notes = {(one.article_id, one.id): one for one in facts.notes}
    for row in rows(root, "notes"):
        note = notes[row["text"], row["id"]]
        assert row["words"] == note.text
        pointers = [one for cell in (row["sources"], row["works"]) for one in cell.split("|") if one]
        assert sorted(pointers) == sorted(note.sources)
        assert row["url"].startswith(f"{facts.config.base_url}{urls.article(note.article_id)}#")
    blocks = [block for text in facts.articles for block in text.blocks]
    found = rows(root, "paragraphs")
    assert [(row["reading"], row["diplomatic"]) for row in found] == [
        (one.text, one.printed) for one in blocks
    ]
    assert sum(int(row["mentions"]) for row in rows(root, "entities")) == len(rows(root, "mentions"))


def test_a_list_says_what_is_said_of_an_entry() -> None:
    serge = next(row for row in rows(ROOTS[1], "persons") if row["id"] == "person:serge-victor")
    entity = edition_of(ROOTS[1]).entities["person:serge-victor"]
    born = next(fact for fact in entity.facts if fact.slug == "birth")
    assert serge["birth_date"] == born.dating.when
    assert serge["birth"] == "Brüssel"
    assert [one.rpartition(" (")[0] for one in serge["other_names"].split("|")] == [
        name.text for name in entity.other_names
    ]
    assert serge["identifiers"].split("|") == [f"{one.scheme} {one.value}" for one in entity.identifiers]


@both
def test_no_value_of_a_list_holds_the_sign_between_them(root: Path) -> None:
    for table in (*exports.csv.every(edition_of(root)),):
        for row in table.rows:
            assert not any("|" in one for cell in row if isinstance(cell, tuple) for one in cell), table.name


@both
def test_json_holds_what_the_model_holds(root: Path) -> None:
    facts = edition_of(root)
    documents = {name.removesuffix(".json"): json.loads(data) for name, data in below("json", root).items()}
    for name, document in documents.items():
        assert set(document) == {"metadata", name}
        said = list(document["metadata"].values())
        assert set(rights(root)) <= set(said), name
        assert document["metadata"]["losses"]
    ids = wanted(facts)
    entries = {}
    for kind in KINDS:
        listed = documents.get(kind.plural, {kind.plural: []})[kind.plural]
        assert {(one["id"],) for one in listed} == ids.get(kind.plural, set())
        entries |= {one["id"]: one for one in listed}
    for pointer, entity in facts.entities.items():
        one = entries[pointer]
        assert [name["name"] for name in one["names"]] == [
            entity.name,
            *(name.text for name in entity.other_names),
        ]
        assert [(found["scheme"], found["value"]) for found in one["identifiers"]] == [
            (found.scheme, found.value) for found in entity.identifiers
        ]
        assert [(fact["fact"], fact["date_when"], fact["sources"]) for fact in one["facts"]] == [
            (fact.slug, fact.dating.when, list(fact.sources)) for fact in entity.facts
        ]
        assert [remark["words"] for remark in one["remarks"]] == [remark.text for remark in entity.remarks]
    quoted = {(one["text"], one["id"]): one for one in documents["quotations"]["quotations"]}
    for quotation in own(facts.quotations, facts):
        parts = quoted[quotation.article_id, quotation.id]["parts"]
        assert [(part["anchor"], part["words"]) for part in parts] == list(quotation.parts)
    for name in ("mentions", "dates", "notes", "relations", "sources", "corrections", "joins"):
        assert len(documents[name][name]) == len(ids[name]), name


@pytest.fixture(params=ROOTS, ids=lambda root: root.name)
def database(request: pytest.FixtureRequest) -> Iterator[tuple[Edition, sqlite3.Connection]]:
    with closing(opened(request.param)) as connection:
        yield edition_of(request.param), connection


def opened(root: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(below("sqlite", root)[sqlite.NAME])
    return connection


def test_the_database_is_sound(database: tuple[Edition, sqlite3.Connection]) -> None:
    facts, connection = database
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO paragraphs_fts(paragraphs_fts) VALUES ('integrity-check')")
    known = dict(connection.execute("SELECT key, value FROM metadata"))
    assert (known["title"], known["version"], known["date"]) == (
        facts.config.title, facts.config.version, facts.config.date,
    )  # fmt: skip
    assert known["rights_text_uri"] == facts.config.licence_text
    assert known["rights_edition_uri"] == facts.config.licence_edition
    assert known["losses"]


def test_the_database_holds_every_row_and_every_value(database: tuple[Edition, sqlite3.Connection]) -> None:
    facts, connection = database
    for table in tables(facts):
        single = [place for place, column in enumerate(table.columns) if column.type != "list"]
        stored = connection.execute(f"SELECT * FROM {table.name}").fetchall()
        assert sorted(stored, key=repr) == sorted(
            (tuple(row[place] for place in single) for row in table.rows), key=repr
        ), table.name
        for place, column in enumerate(table.columns):
            if column.type == "list":
                listed = connection.execute(f"SELECT value FROM {table.name}_{column.name}").fetchall()
                values = [(one,) for row in table.rows for one in row[place]]  # type: ignore[union-attr]
                assert sorted(listed) == sorted(values)


def test_the_database_holds_what_the_model_holds(database: tuple[Edition, sqlite3.Connection]) -> None:
    facts, connection = database
    ids = wanted(facts)
    for table in tables(facts):
        if table.name in ids:
            columns = ", ".join(f'CAST("{name}" AS TEXT)' for name in table.key)
            assert set(connection.execute(f"SELECT {columns} FROM {table.name}")) == ids[table.name], (
                table.name
            )


def test_words_are_found_without_their_accents() -> None:
    with closing(opened(ROOTS[0])) as connection:
        query = "SELECT block FROM paragraphs_fts JOIN paragraphs ON id = paragraphs_fts.rowid WHERE paragraphs_fts MATCH ?"
        for words, block in (("anne", "p-1"), ("ruckkehr", "head"), ("RÜCKKEHR", "head")):
            assert connection.execute(query, (words,)).fetchall() == [(block,)]


def test_two_databases_are_equal_and_hold_no_version_of_the_library() -> None:
    facts = edition_of(ROOTS[1])
    again = next(iter(sqlite.files(ROOTS[1], facts.config, facts))).content
    assert again == below("sqlite", ROOTS[1])[sqlite.NAME]
    assert again[96:100] == bytes(4)
    assert int.from_bytes(again[16:18], "big") == 4096


def test_a_library_without_what_is_needed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = edition_of(ROOTS[0])
    monkeypatch.setattr(sqlite, "_SEARCH", ("CREATE VIRTUAL TABLE x USING no_such_module(y)",))
    with pytest.raises(exports.sqlite.ExportError, match="cannot do it: no such module"):
        list(sqlite.files(ROOTS[0], facts.config, facts))


def test_the_document_lists_the_tables_there_are() -> None:
    assert make_sqlite.page() == make_sqlite.PAGE.read_text(encoding="utf-8")
    with closing(opened(ROOTS[0])) as connection:
        stored = {
            name: {column for _, column, *_ in connection.execute(f"PRAGMA table_info({name})")}
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    document = make_sqlite.PAGE.read_text(encoding="utf-8")
    for name, columns in stored.items():
        if f"### {name}\n" in document:
            part = document.partition(f"### {name}\n")[2].partition("\n### ")[0]
            assert set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)) == columns, name
        elif not name.startswith("paragraphs_fts_"):  # shadows of the search
            assert f"`{name}`" in document, name


QUERIES = re.findall(r"```sql\n(.*?)```", make_sqlite.PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_there_are_eight_queries() -> None:
    assert len(QUERIES) == 8


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.split("\n")[0][7:40])
def test_every_query_of_the_document_runs_and_finds_something(query: str) -> None:
    with closing(opened(ROOTS[0])) as connection:
        connection.execute(query).fetchall()
    with closing(opened(ROOTS[1])) as connection:
        found = connection.execute(query).fetchall()
    assert found
    for place in range(len(found[0])):
        assert any(row[place] is not None for row in found)


def test_queries_count_what_the_model_counts() -> None:
    facts = edition_of(ROOTS[1])
    with closing(opened(ROOTS[1])) as connection:
        named = {name: direct + other for name, direct, other in connection.execute(QUERIES[0])}
        corrected = connection.execute(QUERIES[7]).fetchall()
        pairs = connection.execute(QUERIES[6]).fetchall()
    for pointer, found in facts.mentions.items():
        if pointer.startswith("person:") and own(found, facts):
            assert named[facts.entities[pointer].name] == len(own(found, facts))
    assert [(row[1], row[2]) for row in corrected] == [
        (one.printed, one.corrected) for one in own(facts.corrections, facts)
    ]
    wanted_pairs = sum(
        len(one.active) * (len(one.active) - 1) // 2 if one.mutual else len(one.active) * len(one.passive)
        for one in facts.relations
    )
    assert len(pairs) == wanted_pairs
