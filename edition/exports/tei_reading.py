"""TEI for other viewers: the reading text in elements that all of them show, with the notes at their passages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from edition import citation, corpus, resources, urls
from edition.exports.format import Export
from edition.exports.shared import addresses
from edition.model import Bilingual, Config, Edition, File
from edition.saxon import Stylesheet

SLUG = "tei-reading"
LOSSES = Bilingual(
    "Not kept: what was printed where the edition corrects or joins; who speaks in a quotation; what a date is "
    "reckoned from; passages marked only for a note; the entries of the lists, to which addresses lead.",
    "Nicht erhalten: was gedruckt ist, wo die Edition verbessert oder verbindet; wer in einem Zitat spricht; wovon ein "
    "Datum ausgeht; Stellen, die nur einer Anmerkung wegen bezeichnet sind; die Einträge der Register, zu denen "
    "Adressen führen.",
)


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file for each text."""
    reading = Stylesheet(resources.stylesheet("tei/reading.xsl"))
    links = json.dumps(addresses.pages(config, edition))
    for article in edition.articles:
        made = reading(
            corpus.read(root / article.path),
            name=article.path,
            address=citation.address(config, urls.article(article.id)),
            links=links,
            made=addresses.made(config, article, LOSSES),
        )
        yield File(urls.exported(SLUG, f"{article.id}.xml"), f"{made}\n".encode())


EXPORT = Export(
    SLUG,
    "tei",
    Bilingual("TEI for viewers", "TEI für Anzeigeprogramme"),
    Bilingual(
        "The reading text, corrections applied, with notes at their passages and links to this site: for programs that "
        "show TEI.",
        "Der Lesetext, verbessert, mit Anmerkungen an ihren Stellen und Verweisen auf diese Website: für Programme, die "
        "TEI anzeigen.",
    ),
    "application/tei+xml",
    files,
    LOSSES,
    ours=True,
)
