"""JSON (RFC 8259): a file for each list, entries with all that is said of them, and for each sort of place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from edition import urls
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.exports.shared.written import as_json
from edition.exports.tables import Table, tables
from edition.kinds import KINDS
from edition.model import Bilingual, Config, Edition, File

SLUG = "json"
LOSSES = Bilingual(
    "Tags within a paragraph, a description or a note are not kept, nor places in the edition's own pages.",
    "Auszeichnungen in Absätzen, Beschreibungen und Anmerkungen fehlen, ebenso Stellen auf den Seiten der Edition.",
)
Record = dict[str, Any]
_OF_ENTRY = ("names", "identifiers", "facts", "remarks")  # tables whose rows belong to an entry
# Tables whose rows belong to a row of another: its name, the columns that tell which, and what they are there.
_PARTS = {
    "quotation_parts": ("quotations", "parts", ("text", "quotation"), ("text", "id")),
    "note_passages": ("notes", "passages", ("text", "note"), ("text", "id")),
}


def files(_root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """A file for each list, and one for each table of the texts; every one names title, version and rights."""
    found = {table.name: table for table in tables(edition)}
    records = {name: _records(table) for name, table in found.items()}
    known = notice.facts(config)
    for name, listed in _documents(found, records).items():
        document = {"metadata": {**known, "about": name, "losses": LOSSES.de}, name: listed}
        yield File(urls.exported(SLUG, f"{name}.json"), as_json(document))


def _documents(found: Mapping[str, Table], records: Mapping[str, list[Record]]) -> dict[str, list[Record]]:
    nested = {"entities", *_OF_ENTRY, *_PARTS}
    for table, (owner, field, columns, key) in _PARTS.items():
        _hang(records[owner], field, records[table], columns, key)
    for table in _OF_ENTRY:
        _hang(records["entities"], table, records[table], ("entity",), ("id",))
    kinds = {kind.plural: [one for one in records["entities"] if one["kind"] == kind.slug] for kind in KINDS}
    lists = {name: entries for name, entries in kinds.items() if entries}
    return {**lists, **{name: listed for name, listed in records.items() if name not in nested}}


def _records(table: Table) -> list[Record]:
    names = [column.name for column in table.columns]
    return [{name: _value(value) for name, value in zip(names, row, strict=True)} for row in table.rows]


def _value(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _hang(
    owners: list[Record], field: str, parts: list[Record], columns: tuple[str, ...], key: tuple[str, ...]
) -> None:
    """Give every owner the list of its parts, without what the owner says already."""
    by_owner: dict[tuple[Any, ...], list[Record]] = defaultdict(list)
    for part in parts:
        left = {name: value for name, value in part.items() if name not in (*columns, "position")}
        by_owner[tuple(part[name] for name in columns)].append(left)
    for owner in owners:
        owner[field] = by_owner[tuple(owner[name] for name in key)]


EXPORT = Export(
    SLUG,
    "tables",
    Bilingual("JSON", "JSON"),
    Bilingual(
        "The same as nested records: for programs.",
        "Dasselbe in verschachtelten Datensätzen: für Programme.",
    ),
    "application/json",
    files,
    LOSSES,
    own=tuple(f"{name}.json" for name in (*(kind.plural for kind in KINDS), "sources", "relations", "texts")),
)
