"""How a reader tells of an error in a passage: a letter that is already addressed, with the place filled in."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from edition import citation, words
from edition.interface import _
from edition.model import Article, Block, Config, Edition

FIRST_WORDS = 60  # characters of a paragraph that tell which one is meant


def reports(edition: Edition, article: Article, path: str) -> Mapping[str, str]:
    """The mailto address for each numbered paragraph of the page at `path`; none without a mail address."""
    config = edition.config
    if "@" not in config.contact or "://" in config.contact:
        return {}
    return {block.id: _letter(config, article, block, path) for block in article.blocks if block.number}


def _letter(config: Config, article: Article, block: Block, path: str) -> str:
    subject = _("Fehler in »{title}«, Absatz {number}").format(title=article.title, number=block.number)
    lines = (
        _("Edition: {title}, Version {version}").format(title=config.title, version=config.version),
        _("Text: {title}").format(title=article.title),
        f"{_('Absatz {number}').format(number=block.number)}: {words.after(block.text, FIRST_WORDS)}",
        f"{_('Adresse')}: {citation.address(config, path)}#{block.id}",
        "",
        _("Was ist falsch, und wie muss es heißen?"),
        "",
    )
    # RFC 6068: UTF-8 in per cent, lines end in CR LF, the mark between two fields is the only bare &.
    body = "\r\n".join(lines)
    recipient = quote(config.contact, safe="@")
    return f"mailto:{recipient}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
