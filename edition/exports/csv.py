"""CSV: a table a file (RFC 4180, lines ended by LF, UTF-8), described by a data package.

The descriptor is a Tabular Data Package with Table Schema (specs.frictionlessdata.io, version 1).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from edition import urls
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.exports.shared.written import as_json
from edition.exports.tables import Column, Table, Value, tables
from edition.exports.tables.registers import registers
from edition.kinds import KINDS
from edition.model import Bilingual, Config, Edition, File

SLUG = "csv"
BETWEEN = "|"  # between several words in one cell
DESCRIPTOR = "datapackage.json"
LOSSES = Bilingual(
    "Tables do not hold the structure of a text, nor tags within a description or a note, nor places in the "
    "edition's own pages.",
    "Tabellen enthalten weder den Aufbau eines Textes noch Auszeichnungen in Beschreibungen und Anmerkungen noch "
    "Stellen auf den Seiten der Edition.",
)
# Tables of what the edition knows, not of what a text says.
_OWN = ("sources", "relations", "entities", "facts", "identifiers", "names", "remarks", "texts", "notes")
_LISTS = Bilingual("several values, separated by |", "mehrere Werte, durch | getrennt")


def files(_root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """A file for each table, the descriptor of all, and a README."""
    found = every(edition)
    for table in found:
        yield File(urls.exported(SLUG, f"{table.name}.csv"), _content(table))
    yield File(urls.exported(SLUG, DESCRIPTOR), as_json(descriptor(config, found)))
    about = Bilingual(
        f"Each file is a table in UTF-8; {DESCRIPTOR} describes every column.",
        f"Jede Datei ist eine Tabelle in UTF-8; {DESCRIPTOR} beschreibt jede Spalte.",
    )
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, about, LOSSES))


def every(edition: Edition) -> tuple[Table, ...]:
    """The lists, and the tables that say more of them."""
    return (*registers(edition), *tables(edition))


def _content(table: Table) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8")


def _cell(value: Value) -> str:
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    return "" if value is None else str(value)


def descriptor(config: Config, found: tuple[Table, ...]) -> dict[str, Any]:
    """What the package holds: every table with its columns, key and links."""
    known = notice.facts(config)
    return {
        "profile": "tabular-data-package",
        "name": "edition",
        "title": known["title"],
        "description": f"{known['subtitle']} {known['citation']} {LOSSES.de}".strip(),
        "homepage": known["url"],
        "version": known["version"],
        "created": f"{known['date']}T00:00:00Z",
        "licenses": [
            {"path": known[f"{key}_uri"], "title": known[key]} for key in ("rights_text", "rights_edition")
        ],
        "resources": [_resource(table) for table in found],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.links:
        schema["foreignKeys"] = [
            {"fields": list(link.columns), "reference": {"resource": link.table, "fields": list(link.to)}}
            for link in table.links
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.about.de,
        "description": table.about.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    german, english = column.about.de, column.about.en
    if column.type == "list":
        german, english = f"{german} ({_LISTS.de})", f"{english} ({_LISTS.en})"
    return {
        "name": column.name,
        "type": "string" if column.type == "list" else column.type,
        "title": german,
        "description": english,
        "constraints": {"required": column.required},
    }


EXPORT = Export(
    SLUG,
    "tables",
    Bilingual("CSV", "CSV"),
    Bilingual(
        "Lists, mentions, dates, quotations and notes as tables: for spreadsheets, R and OpenRefine.",
        "Register, Nennungen, Daten, Zitate und Anmerkungen als Tabellen: für Tabellenprogramme, R und "
        "OpenRefine.",
    ),
    "text/csv",
    files,
    LOSSES,
    own=(DESCRIPTOR, *(f"{name}.csv" for name in (*(kind.plural for kind in KINDS), *_OWN))),
)
