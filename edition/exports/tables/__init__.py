"""The edition as tables, with every column described once: CSV, JSON and SQLite are written from them."""

from __future__ import annotations

from edition.exports.tables import entries, texts
from edition.exports.tables.table import Column, Link, Table, Value
from edition.model import Edition

__all__ = ["Column", "Link", "Table", "Value", "tables"]


def tables(edition: Edition) -> tuple[Table, ...]:
    """Every table, those that others point to first."""
    return (*entries.tables(edition), *texts.tables(edition))
