"""A text in TEI as it is published: with the figures and the address that are not stored, but made."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from edition import corpus, resources, urls
from edition.exports.shared import figures
from edition.model import Article, Config
from edition.saxon import Stylesheet

_HEAD = re.compile(rb"(?:\s|\xef\xbb\xbf|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
_STYLE = re.compile(rb"(<!--.*?-->)|<\?xml-stylesheet\s.*?\?>\n?", re.DOTALL)


def plain(data: bytes) -> bytes:
    """A file without the stylesheets that it names: a browser would fetch and run them."""
    head = _HEAD.match(data)
    end = head.end() if head else 0
    return _STYLE.sub(lambda found: found[1] or b"", data[:end]) + data[end:]


def text(root: Path, config: Config, article: Article) -> bytes:
    """The file of a text."""
    address = config.base_url + urls.article(article.id)
    return _published(corpus.read(root / article.path), article.path, address, **figures.counted(article))


@lru_cache(maxsize=16)  # several formats ask for the same file one after another
def _published(data: bytes, name: str, address: str, **counted: str) -> bytes:
    return _stylesheet()(data, name=name, address=address, **counted).encode("utf-8")


@cache
def _stylesheet() -> Stylesheet:
    return Stylesheet(resources.stylesheet("publish.xsl"))
