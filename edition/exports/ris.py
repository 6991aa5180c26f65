"""Citations in RIS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import cited, urls
from edition.exports import csl
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.model import Bilingual, Config, Edition, File
from edition.records import ris

SLUG = "ris"
LOSSES = Bilingual(
    csl.LOSSES.en
    + " RIS has one date only: of a span of years the first stands in PY and the span in the note.",
    csl.LOSSES.de
    + " RIS kennt nur ein Datum: Von einer Zeitspanne steht der Anfang in PY und die Spanne in der Notiz.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file for each group, and a README."""
    for name, items in cited.groups(config, edition):
        records = "\n".join(ris.record(item) for item in items)
        yield File(urls.exported(SLUG, f"{name}.ris"), records.encode("utf-8"))
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, cited.ABOUT, LOSSES))


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
