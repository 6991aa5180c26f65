"""Plain text: what a text says, and nothing else. Rights and citation stand in a file of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import urls
from edition.exports import notice
from edition.model import Article, Bilingual, Config, Edition, File

SLUG = "text"
LOSSES = Bilingual(
    "Paragraph numbers, emphasis, notes, tags, and which line is a heading are not kept.",
    "Absatznummern, Hervorhebungen, Anmerkungen, Auszeichnungen, und was Überschrift ist, gehen verloren.",
)
_ABOUT = Bilingual(
    "Each file holds one text in UTF-8, paragraphs separated by an empty line: <text>.txt as corrected, "
    "<text>.diplomatic.txt as printed.",
    "Jede Datei enthält einen Text in UTF-8, Absätze durch eine Leerzeile getrennt: <Text>.txt berichtigt, "
    "<Text>.diplomatic.txt wie gedruckt.",
)


def files(_root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Two files for each text, one a layer, and a README."""
    for article in edition.articles:
        for name, units in layers(article):
            content = "\n\n".join(unit for unit in units if unit) + "\n"
            yield File(urls.exported(SLUG, f"{name}.txt"), content.encode("utf-8"))
    cited = tuple(notice.of_text(config, article) for article in edition.articles)
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, _ABOUT, LOSSES, cited))


def layers(article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The name of each layer's file without its ending, and the text of every block in it."""
    yield article.id, tuple(block.text for block in article.blocks)
    yield f"{article.id}.diplomatic", tuple(block.printed for block in article.blocks)
