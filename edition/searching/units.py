"""What can be found: each paragraph, note and entry is a unit, with the words that are quoted and named in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from edition import urls
from edition.grouped import mentions_by_text, own_pages, quotations_by_text, texts_by_id
from edition.kept import for_edition
from edition.kinds import BY_SLUG
from edition.model import Article, Edition, Entity, Note

TEXT, NOTE, ENTRY, PAGE = "text", "note", "entry", "page"  # zones
LEMMA = 7  # words of a passage that are named in full
QUOTED = frozenset({"source", "speech", "epigraph"})  # other quotation marks mark terms, titles, names


class Span(Struct, frozen=True):
    """Characters of a unit's text, and whom or what they belong to: a pointer, or nobody known."""

    start: int
    end: int
    pointer: str | None = None


class Unit(Struct, frozen=True):
    """A piece of text with an address of its own."""

    address: str  # path of the page, with the anchor
    zone: str
    document: str  # what the page is called
    label: str  # of a paragraph its number, of another block its element, of a note its lemma, of an entry its kind
    text: str
    quoted: tuple[Span, ...] = ()  # with the pointer of the speaker
    named: tuple[Span, ...] = ()  # with the pointer of the entity
    language: str = ""  # of the text


def units(edition: Edition) -> Iterator[Unit]:
    """Everything that can be found, in the order of the texts; then the notes, entries and own pages."""
    for zone, ids in zones(edition).items():
        for several in of(edition, zone, 0, len(ids)):
            yield from several


def zones(edition: Edition) -> Mapping[str, Sequence[str]]:
    """The zones in their order, with the ids of the things whose units stand there."""
    return {
        TEXT: [article.id for article in edition.articles],
        NOTE: [f"{note.article_id} {note.id}" for note in _notes(edition)],
        ENTRY: list(edition.entities),
        PAGE: [page.id for page in edition.pages],
    }


def of(edition: Edition, zone: str, start: int, stop: int) -> Iterator[Iterable[Unit]]:
    """The units of some things of a zone, thing by thing."""
    own = edition.config.languages[0]
    if zone == TEXT:
        yield from (_text(edition, article) for article in edition.articles[start:stop])
    elif zone == NOTE:
        titles = texts_by_id(edition)
        for note in _notes(edition)[start:stop]:
            yield (_note(note, titles[note.article_id].title, own),)
    elif zone == ENTRY:
        yield from ((_entry(one, own),) for one in islice(edition.entities.values(), start, stop))
    else:
        yield from (_page(page) for page in edition.pages[start:stop])


@for_edition
def _notes(edition: Edition) -> Sequence[Note]:
    """The notes on texts."""
    own = own_pages(edition)
    return [note for note in edition.notes if note.article_id not in own]


def _text(edition: Edition, article: Article) -> Iterator[Unit]:
    quoted, named = _quoted(edition, article), _named(edition, article)
    for block in article.blocks:
        yield Unit(
            f"{urls.article(article.id)}#{block.id}", TEXT, article.title, block.number or block.element, block.text,
            tuple(quoted.get(block.id, ())), tuple(named.get(block.id, ())), article.language,
        )  # fmt: skip


def _quoted(edition: Edition, article: Article) -> Mapping[str, list[Span]]:
    """The quotations of a text by block, outer ones before those within."""
    found: dict[str, list[Span]] = defaultdict(list)
    quotations = quotations_by_text(edition).get(article.id, ())
    for quotation in sorted(quotations, key=lambda one: one.level):
        if quotation.kind in QUOTED:
            for (_, words), (block, start) in zip(quotation.parts, quotation.places, strict=True):
                found[block].append(Span(start, start + len(words), quotation.speaker))
    return found


def _named(edition: Edition, article: Article) -> Mapping[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for one in mentions_by_text(edition).get(article.id, ()):
        found[one.block].append(Span(one.start, one.start + len(one.form), one.pointer))
    return found


def _note(note: Note, title: str, language: str) -> Unit:
    address = urls.note(note.article_id, note.id, note.type)
    lemma = _lemma(note.passages[0].words) if note.passages else ""
    return Unit(address, NOTE, title, lemma, note.text, language=language)


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
    return Unit(urls.entity(entity.pointer), ENTRY, entity.name, kind, text, language=language)


def _page(page: Article) -> Iterator[Unit]:
    for block in page.blocks:
        if block.text:
            yield Unit(
                f"{urls.page(page.id)}#{block.id}", PAGE, page.title, "", block.text, language=page.language
            )
