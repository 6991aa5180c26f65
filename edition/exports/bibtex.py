"""Citations for biblatex."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import cited, urls
from edition.exports import csl
from edition.exports.format import Export
from edition.exports.shared.notice import about
from edition.model import Bilingual, Config, Edition, File
from edition.records import bibtex

SLUG = "bibtex"
LOSSES = Bilingual(
    csl.LOSSES.en + " The language is written as a tag, without `langid`.",
    csl.LOSSES.de + " Die Sprache steht als Kürzel, ohne `langid`.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file for each group; what stands before the first entry is a comment."""
    for name, items in cited.groups(config, edition):
        head = f"@comment{{{config.title}. {about(config, LOSSES)}}}\n"
        entries = "\n".join(bibtex.entry(item) for item in items)
        yield File(urls.exported(SLUG, f"{name}.bib"), f"{head}\n{entries}".encode())


EXPORT = Export(
    SLUG,
    "citation",
    Bilingual("Citations: BibTeX (biblatex)", "Zitierangaben: BibTeX (biblatex)"),
    Bilingual("For LaTeX.", "Für LaTeX."),
    "application/x-bibtex",
    files,
    LOSSES,
    own=("*",),
)
