"""TEI as published: the edition's files, with what is not stored but counted filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition import corpus, resources, urls
from edition.exports.format import Export
from edition.model import Article, Bilingual, Config, Edition, File
from edition.saxon import Stylesheet


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Every TEI file: articles with `extent`, `tagUsage` and their address, the others as they are."""
    published = Published(root, config)
    texts = {article.path: article for article in edition.articles}
    for path, _ in corpus.files(root, config):
        shown = path.relative_to(root).as_posix()
        data = published(texts[shown]).encode("utf-8") if shown in texts else corpus.read(path)
        yield File(urls.data(shown), data)


class Published:
    """Called with an article of the edition in `root`: its TEI as published."""

    def __init__(self, root: Path, config: Config) -> None:
        self._root, self._config = root, config
        self._stylesheet = Stylesheet(resources.stylesheet("publish.xsl"))

    def __call__(self, article: Article) -> str:
        """The document, with its figures."""
        address = self._config.base_url + urls.article(article.id)
        data = corpus.read(self._root / article.path)
        return self._stylesheet(data, name=article.path, address=address, **_figures(article))


def _figures(article: Article) -> dict[str, str]:
    """Words, different words and characters of the reading text, as strings."""
    text = " ".join(block.text for block in article.blocks)
    words = text.split()
    return {"tokens": str(len(words)), "types": str(len(set(words))), "characters": str(len(text))}


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
