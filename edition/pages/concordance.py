"""Where the texts name an entity: every place in its words, leading to the very mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from edition import interface, urls, words
from edition.graph import mentioned
from edition.interface import N_, _
from edition.kinds import BY_SLUG
from edition.model import Article, Edition, Entity, Mention
from edition.pages import along
from edition.pages.along import Course, Strip
from edition.pages.facts import Piece, Row, Statement
from edition.pages.frame import path_of

FORMS, TIMES, UNNAMED = N_("Genannt als"), "({})", N_("ohne Namen")
CONTEXT = 72  # characters on each side; fewer than a mention keeps, so that cuts fall between words
PHRASE = "rs"  # what names a kind that has no names of its own, events, is no paraphrase of one


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
    strip: Strip
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Concordance:
    """All places; `several` when they stand in more than one text, `paraphrases` when some are none by name."""

    counted: str
    passages: tuple[Passage, ...]
    several: bool
    paraphrases: bool
    forms: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the concordance needs it: where it is, and what its blocks are called."""

    article: Article
    path: str
    labels: Mapping[str, str]
    course: Course


def texts(edition: Edition) -> Mapping[str, Text]:
    """Every edited text, by its id; made once for all entries."""
    return {
        text.id: Text(
            text,
            path_of(text),
            {block.id: words.block(block.id, block.number) for block in text.blocks},
            along.course(text),
        )
        for text in edition.articles
    }


def concordance(edition: Edition, entity: Entity, path: str, texts: Mapping[str, Text]) -> Concordance | None:
    """The concordance of an entity as its page shows it; None where no text names it."""
    found = mentioned(edition, entity.pointer)
    if not found:
        return None
    named = BY_SLUG[entity.kind].mention != PHRASE
    grouped = groupby(found, key=lambda mention: mention.article_id)
    passages = tuple(_passage(texts[identifier], tuple(those), path, named) for identifier, those in grouped)
    return Concordance(
        counted=words.count(len(found), "Stelle", "Stellen"),
        passages=passages,
        several=len(passages) > 1,
        paraphrases=any(line.paraphrased for passage in passages for line in passage.lines),
        forms=tuple(_forms(passages)),
    )


def _passage(text: Text, places: tuple[Mention, ...], path: str, named: bool) -> Passage:
    lines = tuple(_line(mention, text, path, named) for mention in places)
    counted = words.count(len(lines), "Stelle", "Stellen")
    marks = tuple(
        along.mark(text.course, mention, line.href, line.place)
        for mention, line in zip(places, lines, strict=True)
    )
    return Passage(
        text.article.title,
        text.article.language,
        counted,
        Strip(text.course.ground, marks, interface.foreign(text.article.language)),
        lines,
    )


def _forms(passages: tuple[Passage, ...]) -> Iterator[Row]:
    """By which words the texts name an entity, the most frequent first; nothing where there is one form only."""
    lines = [(line, passage.language) for passage in passages for line in passage.lines]
    grouped: dict[tuple[str, bool], list[tuple[Line, str]]] = defaultdict(list)
    for line, language in lines:
        grouped[line.form, line.paraphrased].append((line, language))
    if len(grouped) > 1:
        ranked = sorted(grouped.items(), key=lambda one: (-len(one[1]), words.sort_key(one[0][0])))
        yield Row(_(FORMS), tuple(_form(form, those) for (form, _paraphrased), those in ranked))


def _form(form: str, those: list[tuple[Line, str]]) -> Statement:
    """One form with its number, and the paragraphs that have it, each leading to the first there."""
    first = {line.place: line.href for line, _language in reversed(those)}
    spots = {line.place: first[line.place] for line, _ in those}
    links = [piece for place, href in spots.items() for piece in (Piece(", "), Piece(place, href))]
    line, language = those[0]
    named = Piece(form, language=interface.foreign(language))
    counted = Piece(f" {TIMES.format(len(those))}: ")
    return Statement((named, counted, *links[1:]), note=_(UNNAMED) if line.paraphrased else "")


def _line(mention: Mention, text: Text, path: str, named: bool) -> Line:
    return Line(
        place=text.labels.get(mention.block, ""),
        href=urls.relative(f"{text.path}#{mention.anchor}", path),
        before=words.before(mention.before, CONTEXT).lstrip(),
        form=mention.form,
        after=words.after(mention.after, CONTEXT).rstrip(),
        paraphrased=named and not mention.direct,
    )
