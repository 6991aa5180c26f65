"""EPUB 3.3: the edition as one book, its texts with notes, registers, sources and imprint.

Container: EPUB 3.3, 4.2 (OCF); `mimetype` comes first and is not compressed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from edition import rendering, urls
from edition.exports.epub import apparatus, matter, package, registers
from edition.exports.epub.matter import LOSSES
from edition.exports.epub.parts import STYLE, Part, links, parts
from edition.exports.format import Export
from edition.exports.shared.archive import archive
from edition.model import Bilingual, Config, Edition, File, Page

SLUG = "epub"
MEDIA_TYPE = "application/epub+zip"
MIMETYPE = "mimetype"
FOLDER = "EPUB"


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One book of the whole edition."""
    book = parts(edition, apparatus=apparatus.exists(edition))
    held = [
        (MIMETYPE, MEDIA_TYPE.encode("ascii")),
        _rendered("META-INF/container.xml", "container.xml", None),
        _rendered(f"{FOLDER}/package.opf", "package.opf", package.package(edition, book)),
        _rendered(f"{FOLDER}/{STYLE}", STYLE, None),
        *(
            _rendered(f"{FOLDER}/{one.name}", one.template, value)
            for one, value in _values(root, edition, book)
        ),
    ]
    yield File(urls.exported(SLUG, f"{_name(config)}.epub"), archive(held, config.date, (MIMETYPE,)))


def _name(config: Config) -> str:
    """The last part of the edition's address, for a file that is carried elsewhere."""
    last = config.base_url.rstrip("/").rpartition("/")[2].lower()
    return re.sub(r"[^a-z0-9]+", "-", last).strip("-") or "edition"


def _rendered(path: str, template: str, value: Any) -> tuple[str, bytes]:
    return path, rendering.render(Page(path, f"{SLUG}/{template}", value)).content


def _values(root: Path, edition: Edition, book: tuple[Part, ...]) -> Iterator[tuple[Part, Any]]:
    """Each file with the values of its template."""
    targets = links(edition, book)
    known = registers.around(edition, targets)
    texts = {one.id: one for one in (*edition.pages, *edition.articles)}
    makers: dict[str, Callable[[Part], Any]] = {
        "title.xhtml": lambda part: matter.title(edition, part),
        "nav.xhtml": lambda part: package.navigation(edition, part, book),
        "text.xhtml": lambda part: matter.text(root, edition, texts[part.subject], part, targets),
        "apparatus.xhtml": lambda part: apparatus.apparatus(known, part),
        "register.xhtml": lambda part: registers.register(known, part),
        "sources.xhtml": lambda part: matter.sources(edition, part),
        "imprint.xhtml": lambda part: matter.imprint(edition, part),
    }
    yield from ((part, makers[part.template](part)) for part in book)


EXPORT = Export(
    SLUG,
    "reading",
    Bilingual("EPUB", "EPUB"),
    Bilingual(
        "The edition as a book for e-readers and phones: texts, notes, registers, all linked.",
        "Die Edition als Buch für Lesegeräte und Telefone: Texte, Anmerkungen, Register, untereinander verlinkt.",
    ),
    MEDIA_TYPE,
    files,
    LOSSES,
    ours=True,
)
