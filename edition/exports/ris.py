"""Citations in RIS (»RIS Format Specifications«, 2011): two letters, two spaces, hyphen, space, value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import cited, urls
from edition.cited import Item
from edition.exports import csl
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.model import Bilingual, Config, Edition, File

SLUG = "ris"
LOSSES = Bilingual(
    csl.LOSSES.en
    + " RIS has one date only: of a span of years the first stands in PY and the span in the note.",
    csl.LOSSES.de
    + " RIS kennt nur ein Datum: Von einer Zeitspanne steht der Anfang in PY und die Spanne in der Notiz.",
)
TYPES = {"edition": "DATA", "part": "CHAP", "newspaper-article": "NEWS", "book": "BOOK", "website": "ELEC"}


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file for each group, and a README."""
    for name, items in cited.groups(config, edition):
        records = "\n".join(_record(item) for item in items)
        yield File(urls.exported(SLUG, f"{name}.ris"), records.encode("utf-8"))
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, cited.ABOUT, LOSSES))


def _record(item: Item) -> str:
    lines = (f"{tag}  - {' '.join(value.split())}" for tag, value in _fields(item) if value)
    return "\n".join((*lines, "ER  - ")) + "\n"


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


EXPORT = Export(
    SLUG,
    "citation",
    Bilingual("Citations: RIS", "Zitierangaben: RIS"),
    Bilingual(
        "For reference managers such as Citavi or EndNote.",
        "Für Literaturverwaltungen wie Citavi oder EndNote.",
    ),
    "application/x-research-info-systems",
    files,
    LOSSES,
    own=("*",),
)
