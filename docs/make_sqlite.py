"""Writes the list of tables into docs/sqlite.md, from the descriptions that CSV and SQLite are made with.

Run it after a change of edition/exports/tables: `python docs/make_sqlite.py`, or `make docs`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from edition import settings, validation  # noqa: E402
from edition.exports.tables import Column, Table, tables  # noqa: E402

PAGE = ROOT / "docs" / "sqlite.md"
TOY = ROOT / "tests" / "toy"
MARK = "<!-- Below: made by docs/make_sqlite.py -->\n"


def page() -> str:
    """The document, with its list of tables made anew."""
    edition = validation.examine(TOY, settings.load(TOY)).edition
    head = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
    return head + MARK + "\n" + "\n\n".join(_described(table) for table in tables(edition)) + "\n"


def _described(table: Table) -> str:
    lines = [f"### {table.name}", "", table.about.en, "", "| column | what | type | |", "|---|---|---|---|"]
    lines += (_row(table, column) for column in table.columns if column.type != "list")
    lists = list(_lists(table))
    return "\n".join(lines + (["", *lists] if lists else []))


def _row(table: Table, column: Column) -> str:
    links = [
        f"→ `{link.table}.{there}`"
        for link in table.links
        for here, there in zip(link.columns, link.to, strict=True)
        if here == column.name
    ]
    marks = (["key"] if column.name in table.key else []) + links
    kind = "INTEGER" if column.type == "integer" else "TEXT"
    return f"| `{column.name}` | {column.about.en} | {kind} | {', '.join(marks)} |"


def _lists(table: Table) -> Iterator[str]:
    for column in table.columns:
        if column.type == "list":
            keys = ", ".join(f"`{table.name}_{name}`" for name in table.key)
            links = f" (→ `{column.links}.id`)" if column.links else ""
            yield f"- `{table.name}_{column.name}`: {column.about.en}; {keys}, `place`, `value`{links}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
