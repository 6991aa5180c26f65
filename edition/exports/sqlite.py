"""SQLite: all tables with keys, links and indexes, lists as tables of their own, and a full-text search.

The file is made in memory and written in one piece: pages of a fixed size, put in order (VACUUM), no time, and no
version of the library in its header (sqlite.org/fileformat2.html, offset 96). The same edition gives the same bytes
with the same version of SQLite; another version may lay out pages or the index of words otherwise.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from edition import urls
from edition.errors import ExportError
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.exports.tables import Column, Table, Value, tables
from edition.model import Bilingual, Config, Edition, File

SLUG = "sqlite"
NAME = "edition.sqlite"
VERSION = 1  # of the tables, as PRAGMA user_version
LOSSES = Bilingual(
    "Tags within a paragraph, a description or a note are not kept, nor places in the edition's own pages.",
    "Auszeichnungen in Absätzen, Beschreibungen und Anmerkungen fehlen, ebenso Stellen auf den Seiten der Edition.",
)
_TYPES = {"integer": "INTEGER"}  # all others are text
_METADATA = "CREATE TABLE metadata (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
_SEARCH = (
    "CREATE VIRTUAL TABLE paragraphs_fts USING fts5("
    "reading, content='paragraphs', content_rowid='id', tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO paragraphs_fts(paragraphs_fts) VALUES ('rebuild')",
)


def files(_root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One database."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        try:
            _fill(connection, config, tables(edition))
        except sqlite3.OperationalError as error:  # a library without FTS5, or older than what is used
            raise ExportError(
                Bilingual(
                    f"SQLite {sqlite3.sqlite_version} cannot do it: {error}.",
                    f"SQLite {sqlite3.sqlite_version} kann es nicht: {error}.",
                ),
                Bilingual("Use a Python with SQLite and FTS5.", "Ein Python mit SQLite und FTS5 verwenden."),
            ) from None
        yield File(urls.exported(SLUG, NAME), connection.serialize())


def _fill(connection: sqlite3.Connection, config: Config, found: tuple[Table, ...]) -> None:
    connection.execute("PRAGMA page_size = 4096")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("BEGIN")
    connection.execute(_METADATA)
    known = {**notice.facts(config), "losses": LOSSES.de}
    connection.executemany("INSERT INTO metadata VALUES (?, ?)", sorted(known.items()))
    for table in found:
        for statement in statements(table):
            connection.execute(statement)
    connection.execute("PRAGMA defer_foreign_keys = ON")  # entries name entries that come later
    for table in found:
        _insert(connection, table)
    for statement in _SEARCH:
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute("VACUUM")


def statements(table: Table) -> Iterator[str]:
    """What makes a table, the tables of its lists, and an index for each link."""
    yield _create(table)
    for link in table.links:
        if link.columns != table.key[: len(link.columns)]:
            yield _index(table.name, link.columns)
    for column in table.columns:
        if column.type == "list":
            yield _create_list(table, column)
            yield _index(f"{table.name}_{column.name}", ("value",))


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _index(table: str, columns: tuple[str, ...]) -> str:
    return f"CREATE INDEX {table}_by_{'_'.join(columns)} ON {table} ({_quoted(columns)})"


def _create(table: Table) -> str:
    single = [column for column in table.columns if column.type != "list"]
    lines = [f'"{one.name}" {_type(one)}{" NOT NULL" if one.required else ""}' for one in single]
    lines.append(f"PRIMARY KEY ({_quoted(table.key)})")
    if table.unique:
        lines.append(f"UNIQUE ({_quoted(table.unique)})")
    lines += (_reference(link.columns, link.table, link.to) for link in table.links)
    return _table(table.name, lines)


def _create_list(table: Table, column: Column) -> str:
    """The table of a list: the key of the row, the place in the list, the value."""
    keys = [one for one in table.columns if one.name in table.key]
    own = tuple(f"{table.name}_{name}" for name in table.key)
    lines = [f'"{table.name}_{one.name}" {_type(one)} NOT NULL' for one in keys]
    lines += ['"place" INTEGER NOT NULL', '"value" TEXT NOT NULL', f'PRIMARY KEY ({_quoted(own)}, "place")']
    lines.append(_reference(own, table.name, table.key))
    if column.links:
        lines.append(_reference(("value",), column.links, ("id",)))
    return _table(f"{table.name}_{column.name}", lines)


def _type(column: Column) -> str:
    return _TYPES.get(column.type, "TEXT")


def _reference(columns: tuple[str, ...], table: str, to: tuple[str, ...]) -> str:
    return f"FOREIGN KEY ({_quoted(columns)}) REFERENCES {table} ({_quoted(to)})"


def _table(name: str, lines: list[str]) -> str:
    return f"CREATE TABLE {name} (\n  " + ",\n  ".join(lines) + "\n)"


def _insert(connection: sqlite3.Connection, table: Table) -> None:
    places = [place for place, column in enumerate(table.columns) if column.type != "list"]
    signs = ", ".join("?" * len(places))
    rows = ([row[place] for place in places] for row in table.rows)
    connection.executemany(f"INSERT INTO {table.name} VALUES ({signs})", rows)
    keys = [place for place, column in enumerate(table.columns) if column.name in table.key]
    for place, column in enumerate(table.columns):
        if column.type == "list":
            signs = ", ".join("?" * (len(keys) + 2))
            name = f"{table.name}_{column.name}"
            connection.executemany(f"INSERT INTO {name} VALUES ({signs})", _values(table, keys, place))


def _values(table: Table, keys: list[int], place: int) -> Iterator[tuple[Value, ...]]:
    for row in table.rows:
        cell = row[place]
        if isinstance(cell, tuple):
            yield from ((*(row[key] for key in keys), count, value) for count, value in enumerate(cell, 1))


EXPORT = Export(
    SLUG,
    "tables",
    Bilingual("SQLite", "SQLite"),
    Bilingual(
        "Everything in one database with full-text search: for queries.",
        "Alles in einer Datenbank mit Volltextsuche: für Abfragen.",
    ),
    "application/vnd.sqlite3",
    files,
    LOSSES,
)
