"""PDF: the edition as a book, set by typst, tagged (PDF/UA-1) and fit to be archived (PDF/A-2a).

| module | what for |
|---|---|
| `runs` | words with style and language, from what `xslt/stream.xsl` says of a text |
| `texts`, `apparatus`, `registers`, `sources` | the parts of the book as values |
| `places` | paragraphs by number, places by name |
| `book` | the whole, with title and imprint |
| `setting`, `closing` | values → PDF by the templates in `edition/typst`; how its streams end |
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import urls
from edition.exports.format import Begun, Export
from edition.exports.pdf.book import book
from edition.exports.pdf.setting import EXTRA, begun
from edition.model import Bilingual, Config, Edition, File

SLUG = "pdf"
LOSSES = Bilingual(
    "The edition's own pages, the text as printed, and the tags of dates and quotations are left out; what an entry "
    "rests on is named for the entry as a whole.",
    "Die eigenen Seiten der Edition, der diplomatische Text und die Auszeichnung der Daten und Zitate fehlen; worauf "
    "ein Eintrag beruht, ist für den ganzen Eintrag genannt.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """The book; none of an edition without texts."""
    yield from begin(root, config, edition)()


def begin(root: Path, config: Config, edition: Edition) -> Begun:
    """What waits for the book, which typst sets in the meantime."""
    setting = begun(book(root, config, edition, LOSSES)) if edition.articles else None

    def rest() -> Iterator[File]:
        if setting:
            yield File(urls.exported(SLUG, "edition.pdf"), setting.result())

    return rest


EXPORT = Export(
    SLUG,
    "reading",
    Bilingual("PDF", "PDF"),
    Bilingual(
        "The edition as a book, with notes, apparatus and registers: for reading, printing and archiving.",
        "Die Edition als Buch mit Anmerkungen, Apparat und Registern: zum Lesen, Drucken und Archivieren.",
    ),
    "application/pdf",
    files,
    LOSSES,
    extra=EXTRA,
    begin=begin,
    ours=True,
)
