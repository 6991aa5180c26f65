"""A record of CSL-JSON (»CSL-JSON«, schema csl-data.json 1.0)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from edition.cited import Item, Who

TYPES = {
    "edition": "dataset",
    "part": "chapter",
    "newspaper-article": "article-newspaper",
    "book": "book",
    "website": "webpage",
}
SIGNS = {sign: json.dumps(sign)[1:-1] for sign in '"\\'}


def record(item: Item) -> str:
    """An array of one item, as reference managers and Pandoc take it."""
    return json.dumps([fields(item)], ensure_ascii=False, indent=1) + "\n"


def written(words: str) -> str:
    """Words as they stand in a string."""
    return json.dumps(words, ensure_ascii=False)[1:-1]


def fields(item: Item) -> dict[str, Any]:
    """The fields that say something."""
    found = {
        "id": item.id,
        "type": TYPES.get(item.form, "document"),
        "title": item.title,
        "author": _names(item.authors),
        "editor": _names(item.editors),
        "translator": _names(item.translators),
        "container-title": item.container,
        "issue": item.issue,
        "section": item.section,
        "number": item.number,
        "issued": _date(item),
        "publisher": item.publisher,
        "publisher-place": ", ".join(item.places),
        "version": item.version,
        "language": item.language,
        "ISBN": item.isbn,
        "ISSN": item.issn,
        "URL": item.url,
        "note": item.note,
    }
    return {name: value for name, value in found.items() if value}


def _names(people: Sequence[Who]) -> list[dict[str, str]]:
    return [
        {"family": one.family, "given": one.given} if one.given else {"literal": one.family} for one in people
    ]


def _date(item: Item) -> dict[str, Any]:
    parts = [[int(part) for part in day.split("-")] for day in (item.first, item.last) if day]
    return {"date-parts": parts} if parts else {}
