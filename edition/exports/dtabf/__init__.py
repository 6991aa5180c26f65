"""The DTA-Basisformat (DTABf), as far as it holds a text of this edition, and a report of what it does not hold.

Rules: DTABf 1.2.0, github.com/deutschestextarchiv/dtabf, schema/basisformat_all.odd, basisformat.odd, basisformat.sch.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from edition import citation, corpus, resources, urls
from edition.exports.dtabf import report
from edition.exports.format import Export
from edition.exports.shared import addresses, figures, plain
from edition.model import Bilingual, Config, Edition, File
from edition.saxon import Stylesheet

SLUG = "dtabf"
LOSSES = Bilingual(
    "A report beside each text counts what the DTABf does not hold: paraphrases, speakers, periods and reckoned "
    "dates, sources and certainty, numbers of paragraphs, joins, the lists.",
    "Ein Bericht neben jedem Text zählt, was das DTABf nicht enthält: Umschreibungen, Sprecherinnen und Sprecher, "
    "Zeiträume und errechnete Daten, Quellen und Sicherheit, Absatznummern, Verbindungen, die Register.",
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Two files for each text: the document, and the report."""
    dtabf = Stylesheet(resources.stylesheet("tei/dtabf.xsl"))
    links = json.dumps(addresses.pages(config, edition) | addresses.authorities(edition))
    filed = json.dumps({pointer: entity.name for pointer, entity in edition.entities.items()})
    for article in edition.articles:
        result = json.loads(
            dtabf(
                corpus.read(root / article.path),
                name=article.path,
                address=citation.address(config, urls.article(article.id)),
                links=links,
                filed=filed,
                made=addresses.made(config, article, LOSSES),
                published=addresses.published(config, article),
                plain=citation.address(config, plain.diplomatic_path(article.id)),
                **figures.counted(article),
            )
        )
        yield File(urls.exported(SLUG, f"{article.id}.xml"), (_HEAD + result["tei"] + "\n").encode("utf-8"))
        said = report.written(config, article, result["losses"])
        yield File(urls.exported(SLUG, f"{article.id}.report.md"), said.encode("utf-8"))


EXPORT = Export(
    SLUG,
    "tei",
    Bilingual("DTABf", "DTA-Basisformat"),
    Bilingual(
        "The texts in the format of the Deutsches Textarchiv, with a report of what it cannot hold: for corpora and "
        "archives that ask for it.",
        "Die Texte im Format des Deutschen Textarchivs, mit einem Bericht über das, was es nicht enthält: für Korpora "
        "und Archive, die es verlangen.",
    ),
    "application/tei+xml",
    files,
    LOSSES,
    ours=True,
)
