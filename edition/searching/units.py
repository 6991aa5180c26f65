"""What can be found: each paragraph, note and entry is a unit, with the words that are quoted and named in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition import urls
from edition.kinds import BY_SLUG
from edition.model import Article, Edition, Entity, Note

LEMMA = 7  # words of a passage that are named in full
QUOTED = frozenset({"source", "speech", "epigraph"})  # other quotation marks mark terms, titles, names


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a unit's text, and whom or what they belong to: a pointer, or nobody known."""

    start: int
    end: int
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of text with an address of its own."""

    address: str  # path of the page, with the anchor
    zone: str  # "text", "note", "entry" or "page"
    document: str  # what the page is called
    label: str  # of a paragraph its number, of another block its element, of a note its lemma, of an entry its kind
    text: str
    quoted: tuple[Span, ...] = ()  # with the pointer of the speaker
    named: tuple[Span, ...] = ()  # with the pointer of the entity
    language: str = ""  # of the text


def units(edition: Edition) -> Iterator[Unit]:
    """Everything that can be found, in the order of the texts; then the notes, entries and own pages."""
    quoted, named = _quoted(edition), _named(edition)
    for article in edition.articles:
        for block in article.blocks:
            place = (article.id, block.id)
            yield Unit(
                f"{urls.article(article.id)}#{block.id}", "text", article.title, block.number or block.element, block.text,
                tuple(quoted.get(place, ())), tuple(named.get(place, ())), article.language,
            )  # fmt: skip
    own = edition.config.languages[0]
    titles = {article.id: article.title for article in edition.articles}
    yield from (
        _note(note, titles[note.article_id], own) for note in edition.notes if note.article_id in titles
    )
    yield from (_entry(one, own) for one in edition.entities.values())
    for page in edition.pages:
        yield from _page(page)


def _quoted(edition: Edition) -> Mapping[tuple[str, str], list[Span]]:
    """The quotations by text and block, outer ones before those within."""
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for quotation in sorted(edition.quotations, key=lambda one: one.level):
        if quotation.kind in QUOTED:
            for (_, words), (block, start) in zip(quotation.parts, quotation.places, strict=True):
                span = Span(start, start + len(words), quotation.speaker)
                found[quotation.article_id, block].append(span)
    return found


def _named(edition: Edition) -> Mapping[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for pointer, mentions in edition.mentions.items():
        for one in mentions:
            found[one.article_id, one.block].append(Span(one.start, one.start + len(one.form), pointer))
    return found


def _note(note: Note, title: str, language: str) -> Unit:
    address = urls.note(note.article_id, note.id, note.type)
    lemma = _lemma(note.passages[0].words) if note.passages else ""
    return Unit(address, "note", title, lemma, note.text, language=language)


def _lemma(passage: str) -> str:
    """What a note is about, in a few words."""
    words = passage.split()
    return passage if len(words) <= LEMMA else " ".join((*words[:3], "…", *words[-2:]))


def _entry(entity: Entity, language: str) -> Unit:
    names = "; ".join(dict.fromkeys((entity.name, *(name.text for name in entity.other_names))))
    facts = (f"{fact.text} {fact.note}".strip() for fact in entity.facts if fact.slug != "coordinates")
    said = (entity.description, *facts, *(remark.text for remark in entity.remarks))
    text = ". ".join(part.strip().rstrip(".") for part in (names, *said) if part.strip())
    kind = BY_SLUG[entity.kind].singular
    return Unit(urls.entity(entity.pointer), "entry", entity.name, kind, text, language=language)


def _page(page: Article) -> Iterator[Unit]:
    for block in page.blocks:
        if block.text:
            yield Unit(
                f"{urls.page(page.id)}#{block.id}", "page", page.title, "", block.text, language=page.language
            )
