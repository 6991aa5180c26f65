"""The data folder of an edition made with ACDH-CH's template dse-static, to be put into such an edition as it is.

What the template reads of it, and where that was looked up, stands in docs/exports.md.

| module | what for |
|---|---|
| `parts` | ids, dates, pointers, identifiers of an entry |
| `facts`, `entries` | what becomes of a fact; an entry of the lists |
| `documents` | index files, headers, the order of the files |
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from edition import citation, corpus, resources, urls
from edition.exports.dse_static import documents
from edition.exports.dse_static.documents import SLUG, path
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.kinds import KINDS
from edition.model import Article, Bilingual, Config, Edition, File
from edition.saxon import Stylesheet

ABOUT = "about.xml"
LOSSES = Bilingual(
    "Relations between entries, the names within descriptions, the printed front and back matter as front and back "
    "(they are divisions of the body) and the edition's scheme of citation are not kept.",
    "Beziehungen zwischen Einträgen, die Namen in Beschreibungen, Vorspann und Literaturverzeichnis als front und "
    "back (sie sind Teile des Hauptteils) und das Zitierschema der Edition gehen verloren.",
)
_WHAT = Bilingual(
    "The folder data holds texts (editions), lists (indices) and the edition's own pages (meta) in the conventions of "
    "dse-static.",
    "Der Ordner data enthält Texte (editions), Register (indices) und die eigenen Seiten der Edition (meta) nach den "
    "Konventionen von dse-static.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Texts, pages, lists, and a README."""
    change = Stylesheet(resources.stylesheet("dse-static.xsl"))
    entries = documents.copies(edition)
    common = {
        "kinds": json.dumps({kind.slug: kind.element for kind in KINDS}),
        "links": json.dumps(_links(edition)),
        "losses": LOSSES.de,
    }
    for folder, texts in (("editions", edition.articles), ("meta", edition.pages)):
        placed = documents.places(config, folder, _names(folder, texts))
        for text in texts:
            source = corpus.read(root / text.path)
            data = change(
                source,
                name=text.path,
                entries=documents.lists(edition, documents.named(entries, source)),
                place=json.dumps(placed.pop(f"{text.id}.xml")),
                page=citation.address(config, _page(text)),
                original=citation.address(config, urls.data(text.path)),
                **common,
            )
            yield File(path(folder, f"{text.id}.xml"), data.encode("utf-8"))
        yield from (File(path(folder, name), documents.about(edition, row)) for name, row in placed.items())
    yield from documents.indices(edition)
    cited = tuple(notice.of_text(config, article) for article in edition.articles)
    yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, _WHAT, LOSSES, cited))


def _names(folder: str, texts: Iterable[Article]) -> set[str]:
    """The files of a folder; among the pages the template wants one of a certain name."""
    return {f"{text.id}.xml" for text in texts} | ({ABOUT} if folder == "meta" else set())


def _page(text: Article) -> str:
    return urls.article(text.id) if text.role == "article" else urls.page(text.id)


def _links(edition: Edition) -> dict[str, str]:
    """Where pointers lead that are no entries: to documents of the folder, else to the site of the edition."""
    config = edition.config
    found = {
        pointer: citation.address(config, urls.reference(pointer)) for pointer in sorted(edition.references)
    }
    found |= {f"page:{name}": citation.address(config, page) for name, page in urls.named().items()}
    return found | {f"page:{text.id}": f"{text.id}.html" for text in (*edition.articles, *edition.pages)}


EXPORT = Export(
    SLUG,
    "tei",
    Bilingual("Data folder for dse-static", "Datenordner für dse-static"),
    Bilingual(
        "Texts and lists in the conventions of ACDH-CH's template dse-static: to be shown with it, or with tools that "
        "read such data.",
        "Texte und Register nach den Konventionen der Vorlage dse-static des ACDH-CH: um sie damit zu zeigen oder mit "
        "Werkzeugen zu lesen, die solche Daten erwarten.",
    ),
    "application/tei+xml",
    files,
    LOSSES,
    ours=True,
)
