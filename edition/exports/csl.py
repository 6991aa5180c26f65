"""Citations as CSL-JSON for edition, paragraphs and works cited: an array of items each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import cited, urls
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.exports.shared.written import as_json
from edition.model import Bilingual, Config, Edition, File
from edition.records import csl

SLUG = "csl"
LOSSES = Bilingual(
    "Only works of the printed bibliography and sources of quotations are listed; first and other editions are left "
    "out, and what is uncertain stands in `note`, like the rights.",
    "Aufgeführt sind nur Werke des gedruckten Literaturverzeichnisses und Quellen der Zitate; Original- und andere "
    "Ausgaben fehlen, Unsicheres steht wie die Rechte in `note`.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file for each group, and a README."""
    for name, items in cited.groups(config, edition):
        yield File(urls.exported(SLUG, f"{name}.json"), as_json([csl.fields(item) for item in items]))
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, cited.ABOUT, LOSSES))


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
