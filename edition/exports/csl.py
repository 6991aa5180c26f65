"""Citations as CSL-JSON (»CSL-JSON«, schema csl-data.json 1.0): an array of items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from edition import cited, urls
from edition.cited import Item, Who
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.exports.shared.written import as_json, filled
from edition.model import Bilingual, Config, Edition, File

SLUG = "csl"
LOSSES = Bilingual(
    "Only works of the printed bibliography and sources of quotations are listed; first and other editions are left "
    "out, and what is uncertain stands in `note`, like the rights.",
    "Aufgeführt sind nur Werke des gedruckten Literaturverzeichnisses und Quellen der Zitate; Original- und andere "
    "Ausgaben fehlen, Unsicheres steht wie die Rechte in `note`.",
)
TYPES = {
    "edition": "dataset",
    "part": "chapter",
    "newspaper-article": "article-newspaper",
    "book": "book",
    "website": "webpage",
}


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file for each group, and a README."""
    for name, items in cited.groups(config, edition):
        yield File(urls.exported(SLUG, f"{name}.json"), as_json([_item(item) for item in items]))
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, cited.ABOUT, LOSSES))


def _item(item: Item) -> dict[str, Any]:
    fields = {
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
    return filled(**fields)


def _names(people: Sequence[Who]) -> list[dict[str, str]]:
    return [
        {"family": one.family, "given": one.given} if one.given else {"literal": one.family} for one in people
    ]


def _date(item: Item) -> dict[str, Any]:
    parts = [[int(part) for part in day.split("-")] for day in (item.first, item.last) if day]
    return {"date-parts": parts} if parts else {}


EXPORT = Export(
    SLUG,
    "citation",
    Bilingual("Citations: CSL-JSON", "Zitierangaben: CSL-JSON"),
    Bilingual(
        "For Zotero, Pandoc and other reference managers: edition, text, paragraphs, works cited.",
        "Für Zotero, Pandoc und andere Literaturverwaltungen: Edition, Text, Absätze, zitierte Werke.",
    ),
    "application/vnd.citationstyles.csl+json",
    files,
    LOSSES,
    own=("*",),
)
