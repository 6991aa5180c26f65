"""What the notes of the edition say of a place: found by its anchor, shown with their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from edition import words
from edition.interface import HOUSE, foreign
from edition.model import Edition, Note
from edition.pages.facts import Mark, Piece

Anchor = tuple[str, str]  # ids of text and place


class Remark(Struct, frozen=True):
    """A note: its words, how certain it is, the numbers of its sources."""

    pieces: tuple[Piece, ...]
    certainty: str
    marks: tuple[Mark, ...]
    id: str = ""  # its anchor, on the page where it has one


def notes(edition: Edition, *types: str) -> tuple[Note, ...]:
    """The notes of some types on the edited texts, in the order of their files."""
    texts = {text.id for text in edition.articles}
    return tuple(note for note in edition.notes if note.type in types and note.article_id in texts)


def by_anchor(found: Iterable[Note]) -> Mapping[Anchor, tuple[Note, ...]]:
    """The notes of each place they belong to, themselves or by words around it."""
    placed: dict[Anchor, list[Note]] = defaultdict(list)
    for note in found:
        for passage in note.passages:
            for anchor in (passage.anchor, *passage.inside):
                placed[note.article_id, anchor].append(note)
    return {anchor: tuple(dict.fromkeys(several)) for anchor, several in placed.items()}


def at(placed: Mapping[Anchor, tuple[Note, ...]], anchors: Iterable[Anchor]) -> tuple[Note, ...]:
    """The notes of some places, each once."""
    return tuple(dict.fromkeys(note for anchor in anchors for note in placed.get(anchor, ())))


def sources(found: Iterable[Note]) -> Iterator[str]:
    """What the notes rest on, in their order."""
    for note in found:
        yield from note.sources


def remark(note: Note, marks: Mapping[str, Mark], anchor: str = "", language: str = HOUSE) -> Remark:
    """A note as a page shows it; `language` is that of the notes."""
    numbered = sorted((marks[one] for one in note.sources), key=lambda mark: mark.number)
    return Remark(
        tuple(_pieces(note, foreign(language))), words.certainty(note.certainty), tuple(numbered), anchor
    )


def _pieces(note: Note, tag: str) -> Iterator[Piece]:
    """The words of a note; those in another language by themselves, for they are read and hyphenated otherwise."""
    done = 0
    for begin, end, language in note.foreign:
        yield from (Piece(text, language=tag) for text in (note.text[done:begin],) if text)
        yield Piece(note.text[begin:end], language=language)
        done = end
    yield from (Piece(text, language=tag) for text in (note.text[done:],) if text)
