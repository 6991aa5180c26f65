"""A text in TEI as it is published: with the figures and the address that are not stored, but made."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from edition import corpus, resources, urls
from edition.model import Article, Config
from edition.saxon import Stylesheet


def text(root: Path, config: Config, article: Article) -> bytes:
    """The file of a text."""
    words = [word for block in article.blocks for word in block.text.split()]
    characters = len(" ".join(block.text for block in article.blocks))
    address = config.base_url + urls.article(article.id)
    figures = (len(words), len(set(words)), characters)
    return _published(corpus.read(root / article.path), article.path, address, figures)


@lru_cache(maxsize=16)  # several formats ask for the same file one after another
def _published(data: bytes, name: str, address: str, figures: tuple[int, int, int]) -> bytes:
    tokens, types, characters = map(str, figures)
    publish = _stylesheet()
    given = {"address": address, "tokens": tokens, "types": types, "characters": characters}
    return publish(data, name=name, **given).encode("utf-8")


@cache
def _stylesheet() -> Stylesheet:
    return Stylesheet(resources.stylesheet("publish.xsl"))
