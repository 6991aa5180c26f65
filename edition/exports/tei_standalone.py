"""Each text as one TEI file that needs no other: the entries it names stand in its `standOff`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from edition import citation, corpus, resources, urls
from edition.exports.format import Export
from edition.exports.shared import addresses, figures, notice
from edition.kinds import KINDS
from edition.model import Article, Bilingual, Config, Edition, File
from edition.saxon import Stylesheet

SLUG = "tei-standalone"
_PREFIXES = {kind.plural: kind.slug for kind in KINDS} | {"sources": "source"}
_DECLARATION = re.compile(r"^\ufeff?(<\?xml\s[^>]*\?>)?")


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file for each text."""
    standalone = Stylesheet(resources.stylesheet("tei/standalone.xsl"))
    lists = _lists(root, config)
    links = json.dumps({key: value for key, value in addresses.pages(config, edition).items() if _page(key)})
    for article in edition.articles:
        made = standalone(
            corpus.read(root / article.path),
            name=article.path,
            address=citation.address(config, urls.article(article.id)),
            lists=lists,
            links=links,
            published=addresses.published(config, article),
            made=_made(config, article),
            **figures.counted(article),
        )
        yield File(urls.exported(SLUG, f"{article.id}.xml"), f"{made}\n".encode())


def _page(pointer: str) -> bool:
    return pointer.startswith("page:")


def _lists(root: Path, config: Config) -> str:
    """The authority files as one document, each with the prefix of its pointers and its address."""
    from xml.sax.saxutils import quoteattr  # loads a client for HTTP, which no other module of a build needs

    parts = []
    for path, role in corpus.files(root, config):
        if role == "authority" and path.stem in _PREFIXES:
            address = citation.address(config, urls.data(path.relative_to(root).as_posix()))
            text = _DECLARATION.sub("", corpus.read(path).decode("utf-8"))
            where = f"prefix={quoteattr(_PREFIXES[path.stem])} address={quoteattr(address)}"
            parts.append((list(_PREFIXES).index(path.stem), f"<file {where}>{text}</file>"))
    return f"<lists>{''.join(part for _, part in sorted(parts))}</lists>"


def _made(config: Config, article: Article) -> str:
    """What the file is and what it was made from, for its list of changes."""
    return (
        f"Aus Version {config.version} der Edition ({addresses.published(config, article)}) zusammengestellt: "
        "Was der Text nennt, steht in dieser Datei selbst, und alle Verweise darauf gelten in ihr. "
        f"Zu zitieren: {notice.of_text(config, article)}"
    )


EXPORT = Export(
    SLUG,
    "tei",
    Bilingual("TEI in one file", "TEI in einer Datei"),
    Bilingual(
        "Each text with its notes and every entry of the lists that it needs, in one file: to pass on, and to keep.",
        "Jeder Text mit seinen Anmerkungen und allen Einträgen der Register, die er braucht, in einer Datei: zum "
        "Weitergeben und Aufbewahren.",
    ),
    "application/tei+xml",
    files,
    ours=True,
)
