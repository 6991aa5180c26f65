"""Plain text: what a text says, and nothing else. Rights and citation stand in a file of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import urls
from edition.exports.format import Export
from edition.exports.shared import notice, plain
from edition.model import Bilingual, Config, Edition, File

SLUG = "text"
LOSSES = Bilingual(
    "Paragraph numbers, emphasis, notes, tags, and which line is a heading are not kept.",
    "Absatznummern, Hervorhebungen, Anmerkungen, Auszeichnungen, und was Überschrift ist, gehen verloren.",
)
_ABOUT = Bilingual(
    "Each file holds one text in UTF-8, paragraphs separated by an empty line: <text>.txt as corrected, "
    "<text>.diplomatic.txt as printed.",
    "Jede Datei enthält einen Text in UTF-8, Absätze durch eine Leerzeile getrennt: <Text>.txt verbessert, "
    "<Text>.diplomatic.txt wie gedruckt.",
)


def files(_root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Two files for each text, one a layer, and a README."""
    for article in edition.articles:
        yield File(plain.path(article.id), plain.text(article).encode("utf-8"))
        yield File(plain.diplomatic_path(article.id), plain.diplomatic(article).encode("utf-8"))
    cited = tuple(notice.of_text(config, article) for article in edition.articles)
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, _ABOUT, LOSSES, cited))


EXPORT = Export(
    SLUG,
    "text",
    Bilingual("Plain text", "Reiner Text"),
    Bilingual(
        "The texts without any markup, as corrected and as printed: to count, to compare, to search.",
        "Die Texte ohne Auszeichnung, verbessert und wie gedruckt: zum Zählen, Vergleichen und Durchsuchen.",
    ),
    "text/plain",
    files,
    LOSSES,
)
