"""Where the texts name an entity: every place in its words, leading to the very mention."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from edition import urls, words
from edition.model import Article, Edition, Entity, Mention
from edition.pages.frame import path_of

CONTEXT = (
    72  # characters on each side; less than what is kept with a mention, so that cuts fall between words
)


@dataclass(frozen=True, slots=True)
class Line:
    """One place: where, and the words around the keyword."""

    place: str
    href: str
    before: str
    form: str
    after: str
    paraphrased: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The places of one text."""

    title: str
    language: str
    counted: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Concordance:
    """All places; `several` when they stand in more than one text, `paraphrases` when some are none by name."""

    counted: str
    passages: tuple[Passage, ...]
    several: bool
    paraphrases: bool


def concordance(edition: Edition, entity: Entity, path: str) -> Concordance | None:
    """The concordance of an entity as its page shows it; None where no text names it."""
    mentions = edition.mentions.get(entity.pointer, ())
    if not mentions:
        return None
    passages = tuple(_passages(edition, mentions, path))
    return Concordance(
        counted=words.count(len(mentions), "Stelle", "Stellen"),
        passages=passages,
        several=len(passages) > 1,
        paraphrases=any(line.paraphrased for passage in passages for line in passage.lines),
    )


def _passages(edition: Edition, mentions: tuple[Mention, ...], path: str) -> Iterator[Passage]:
    wanted = {mention.article_id for mention in mentions}
    texts = {text.id: text for text in (*edition.articles, *edition.pages) if text.id in wanted}
    for identifier, found in groupby(mentions, key=lambda mention: mention.article_id):
        text = texts[identifier]
        labels = {block.id: words.block(block.id, block.number) for block in text.blocks}
        lines = tuple(_line(mention, text, labels.get(mention.block, ""), path) for mention in found)
        yield Passage(text.title, text.language, words.count(len(lines), "Stelle", "Stellen"), lines)


def _line(mention: Mention, text: Article, label: str, path: str) -> Line:
    return Line(
        place=label,
        href=urls.relative(f"{path_of(text)}#{mention.anchor}", path),
        before=words.before(mention.before, CONTEXT).lstrip(),
        form=mention.form,
        after=words.after(mention.after, CONTEXT).rstrip(),
        paraphrased=not mention.direct,
    )
