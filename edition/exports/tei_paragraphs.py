"""Each paragraph, heading and entry of a text as a small TEI file: how it is cited, its rights, its notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import urls
from edition.exports.format import Export
from edition.exports.shared import notice, paragraphs
from edition.model import Bilingual, Config, Edition, File

SLUG = "tei-paragraphs"
LOSSES = Bilingual(
    "Not held: what stands around a paragraph, and the entries of the lists; addresses lead there.",
    "Nicht enthalten: was um einen Absatz herum steht, und die Einträge der Register; Adressen führen dorthin.",
)
_ABOUT = Bilingual(
    "One folder for each text; in it a file for each block, named by its xml:id: p-12.xml is paragraph 12.",
    "Ein Ordner für jeden Text; darin eine Datei für jeden Textteil, nach seiner xml:id: p-12.xml ist Absatz 12.",
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """A file for each block of each text, in its order, and a README."""
    for article, documents in paragraphs.documents(root, config, edition):
        for name, document in documents.items():
            yield File(urls.exported(SLUG, f"{article.id}/{name}.xml"), f"{_HEAD}{document}\n".encode())
    cited = tuple(notice.of_text(config, article) for article in edition.articles)
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, _ABOUT, LOSSES, cited))


EXPORT = Export(
    SLUG,
    "tei",
    Bilingual("TEI by paragraph", "TEI, Absatz für Absatz"),
    Bilingual(
        "Each paragraph, heading and entry as a TEI file that says how to cite it: to quote and to process parts.",
        "Jeder Absatz, jede Überschrift und jeder Eintrag als TEI-Datei, die sagt, wie er zu zitieren ist: zum Zitieren "
        "und Weiterverarbeiten von Teilen.",
    ),
    "application/tei+xml",
    files,
    LOSSES,
    ours=True,
)
