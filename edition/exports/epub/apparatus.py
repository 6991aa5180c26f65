"""The apparatus of a book: every place where the edition changes what is printed, and what it let stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from edition import words
from edition.exports.epub.parts import Part
from edition.exports.epub.registers import Around, Piece
from edition.model import Correction, Edition, Join, Note

TYPES = ("emendation", "join", "textual")  # of notes that the reading text does not bear
CONTEXT = 40  # characters on each side of a join


Change = TypeVar("Change", Correction, Join)


class Item(Struct, frozen=True):
    """One place: where, the words as they are read, what is printed instead, and why."""

    places: tuple[Piece, ...]
    lemma: str
    printed: str
    remarks: tuple[tuple[Piece, ...], ...]


class Group(Struct, frozen=True):
    """What belongs together, under a heading."""

    title: str
    items: tuple[Item, ...]


class Apparatus(Struct, frozen=True):
    """The values of the apparatus."""

    part: Part
    site: str
    language: str  # of the texts
    groups: tuple[Group, ...]


def exists(edition: Edition) -> bool:
    """Whether an edition has anything for an apparatus."""
    texts = {text.id for text in edition.articles}
    changes: tuple[Correction | Join, ...] = (*edition.corrections, *edition.joins)
    return any(one.article_id in texts for one in changes) or any(
        note.article_id in texts and note.type in TYPES for note in edition.notes
    )


def apparatus(known: Around, part: Part) -> Apparatus:
    """Corrections, joined paragraphs, and notes on what was let stand, each in the order of the texts."""
    edition = known.edition
    texts = {text.id for text in edition.articles}
    notes = [note for note in edition.notes if note.type in TYPES and note.article_id in texts]
    corrections = [one for one in edition.corrections if one.article_id in texts]
    joins = [one for one in edition.joins if one.article_id in texts]
    changes: tuple[Correction | Join, ...] = (*corrections, *joins)
    placed = {note.id for one in changes for note in _at(notes, one)}
    groups = (
        Group("Verbesserungen", tuple(_changed(known, notes, corrections, _corrected))),
        Group("Zusammengefügte Absätze", tuple(_changed(known, notes, joins, _joined))),
        Group("Zu stehen gebliebenen Formen", tuple(_stands(known, notes, placed))),
    )
    language = edition.articles[0].language if edition.articles else part.language
    return Apparatus(part, edition.config.title, language, tuple(one for one in groups if one.items))


def _at(notes: Iterable[Note], one: Correction | Join) -> list[Note]:
    """The notes that belong to a place, or to words that it stands in."""
    return [
        note
        for note in notes
        if note.type != "textual"
        and note.article_id == one.article_id
        and any(one.anchor in (passage.anchor, *passage.inside) for passage in note.passages)
    ]


def _changed(
    known: Around, notes: list[Note], found: Iterable[Change], read: Callable[[Change], tuple[str, str, str]]
) -> Iterator[Item]:
    for one in found:
        lemma, printed, answer = read(one)
        why: list[tuple[Piece, ...]] = [(Piece(answer),)] if answer else []
        why += [_remark(known, note) for note in _at(notes, one)]
        where = _spot(known, one.article_id, one.block, one.anchor)
        yield Item((where,), lemma, printed, tuple(why))


def _corrected(one: Correction) -> tuple[str, str, str]:
    who = words.responsible(one.responsibility)
    answer = ", ".join(part for part in (words.confidence(one.certainty), who) if part)
    return one.corrected or "[zu tilgen]", one.printed or "[fehlt]", words.capital(answer)


def _joined(one: Join) -> tuple[str, str, str]:
    return f"{words.before(one.before, CONTEXT).strip()} | {words.after(one.after, CONTEXT).strip()}", "", ""


def _stands(known: Around, notes: list[Note], placed: set[str]) -> Iterator[Item]:
    for note in notes:
        if note.id not in placed:
            places = tuple(_spot(known, note.article_id, one.block, one.anchor) for one in note.passages)
            lemmas = dict.fromkeys(one.words for one in note.passages if one.words)
            yield Item(places, " … ".join(lemmas), "", (_remark(known, note),))


def _spot(known: Around, article: str, block: str, anchor: str) -> Piece:
    called = known.spots.get((article, block), "Text")
    shown = f"Absatz {called}" if called.isdecimal() else called
    return Piece(shown, f"{known.links[f'page:{article}']}#{anchor}")


def _remark(known: Around, note: Note) -> tuple[Piece, ...]:
    """The words of a note, its foreign ones marked, then what it rests on and how certain it is."""
    pieces, done = [], 0
    for begin, end, language in note.foreign:
        pieces += [Piece(note.text[done:begin]), Piece(note.text[begin:end], language=language)]
        done = end
    pieces.append(Piece(note.text[done:]))
    for number, pointer in enumerate(note.sources):
        pieces.append(Piece("; " if number else " "))
        pieces.append(Piece(known.labels.get(pointer, pointer), known.links.get(pointer, "")))
    certainty = words.certainty(note.certainty)
    return (*pieces, Piece(f" · {certainty}")) if certainty else tuple(pieces)
