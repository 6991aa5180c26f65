"""TEI as published: the edition's files, with what is not stored but counted filled in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from edition import corpus, urls
from edition.exports.format import Export
from edition.exports.shared import published
from edition.model import Bilingual, Config, Edition, File


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Every TEI file: articles with `extent`, `tagUsage` and their address, the others as they are."""
    if config.adopted:
        yield from _of_others(root, config)
        return
    texts = {article.path: article for article in edition.articles}
    for path, _ in corpus.files(root, config):
        shown = path.relative_to(root).as_posix()
        data = (
            published.text(root, config, texts[shown])
            if shown in texts
            else published.plain(corpus.read(path))
        )
        yield File(urls.data(shown), data)


def _of_others(root: Path, config: Config) -> Iterator[File]:
    """The files of others byte for byte; of several texts in one file each by itself as well; and the registers made of
    their lists."""
    origin = corpus.origin(root)
    for place, original in config.originals.items():
        yield File(urls.data(place), corpus.read(origin / original))
    for path in chain.from_iterable(config.patterns.values()):  # each names an adopted file
        if path not in config.originals:
            yield File(urls.data(path), corpus.read(root / path))


EXPORT = Export(
    "tei",
    "tei",
    Bilingual("TEI as published", "TEI, wie veröffentlicht"),
    Bilingual(
        "The files of the edition as published, with their figures: for archives, and for all further work.",
        "Die Dateien der Edition, wie sie veröffentlicht sind, mit ihren Zahlen: zum Archivieren und für jede "
        "weitere Arbeit.",
    ),
    "application/tei+xml",
    files,
    linked=True,
)
