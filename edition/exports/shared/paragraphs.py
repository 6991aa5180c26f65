"""Each citable block of a text as a TEI document of its own: for its own file, and for interfaces that deliver parts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from edition import citation, corpus, resources, urls, words
from edition.exports.shared import addresses
from edition.model import Article, Block, Config, Edition
from edition.saxon import Stylesheet

_MADE = "Ein Teil des Textes, wie ihn die Edition kodiert, mit seinen Anmerkungen; der ganze Text:"


def documents(root: Path, config: Config, edition: Edition) -> Iterator[tuple[Article, dict[str, str]]]:
    """Each text with the documents of its blocks, by the xml:id of the block; no XML declaration."""
    stylesheet = Stylesheet(resources.stylesheet("tei/paragraphs.xsl"))
    links = json.dumps(addresses.pages(config, edition))
    for article in edition.articles:
        blocks = [block for block in article.blocks if block.id]
        made = stylesheet(
            corpus.read(root / article.path),
            name=article.path,
            address=citation.address(config, urls.article(article.id)),
            published=addresses.published(config, article),
            links=links,
            blocks=json.dumps({block.id: _said(config, article, block) for block in blocks}),
            made=_MADE,
        )
        found = json.loads(made)
        yield article, {block.id: found[block.id] for block in blocks}


def title(article: Article, block: Block) -> str:
    """What a block is called: »Die Ankunft, Absatz 2«, »Die Ankunft, Vorspann«."""
    name = words.block(block.id, block.number)
    return f"{article.title}, {f'Absatz {name}' if block.number else name}"


def _said(config: Config, article: Article, block: Block) -> dict[str, str]:
    """Title, citation and address of a block."""
    path = f"{urls.article(article.id)}#{block.id}"
    named = title(article, block)
    return {
        "title": named,
        "cited": citation.text(config, replace(article, title=named), path).text,
        "address": citation.address(config, path),
    }
