"""A record of RIS (»RIS Format Specifications«, 2011): two letters, two spaces, hyphen, space, value."""

from __future__ import annotations

from collections.abc import Iterator

from edition.cited import Item

TYPES = {"edition": "DATA", "part": "CHAP", "newspaper-article": "NEWS", "book": "BOOK", "website": "ELEC"}


def record(item: Item) -> str:
    """A record, with a line end."""
    lines = (f"{tag}  - {written(value)}" for tag, value in _fields(item) if value)
    return "\n".join((*lines, "ER  - ")) + "\n"


def written(words: str) -> str:
    """Words as they stand in a line: white space would end it."""
    return " ".join(words.split())


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    """Tags with their values, people each on a line of their own."""
    yield "TY", TYPES.get(item.form, "GEN")
    yield "ID", item.id
    yield "TI", item.title
    people = {"AU": item.authors, "ED": item.editors, "A4": item.translators}
    yield from ((tag, str(one)) for tag, found in people.items() for one in found)
    yield "T2", item.container
    yield "IS", item.issue
    yield "SE", item.section
    yield "M1", item.number
    yield "PY", item.first[:4]
    yield "DA", "/".join([*item.first.split("-"), "", ""][:3]) if item.first else ""
    yield "PB", item.publisher
    yield "CY", ", ".join(item.places)
    yield "ET", item.version
    yield "LA", item.language
    yield "SN", item.isbn or item.issn
    yield "UR", item.url
    yield "N1", f"Erschienen {item.first}–{item.last}. {item.note}".strip() if item.last else item.note
