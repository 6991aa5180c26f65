"""Beside whom and what the texts name an entity: the names, by how many paragraphs have both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from edition import words
from edition.graph import OFTEN, Beside
from edition.interface import N_, _
from edition.model import Edition
from edition.pages.facts import REST, Piece, Place, Row, Statement

MOST = 120  # names of a group that are told
ENOUGH = 12  # names after which no further group is told
PARAGRAPHS, SENTENCE, PARAGRAPH = (
    N_("gemeinsam in {number} Absätzen"),
    N_("im selben Satz"),
    N_("im selben Absatz"),
)


class Near(Struct, frozen=True):
    """For each entity the others that are named beside it: in how many paragraphs, and whether in one sentence."""

    beside: Beside

    def often(self, pointer: str, kind: str) -> Mapping[str, int]:
        """Those of a kind that at least OFTEN paragraphs name too, the most frequent first."""
        found = {
            other: count
            for other, count in self.beside.counted(pointer).items()
            if count >= OFTEN and other.startswith(f"{kind}:")
        }
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def near(edition: Edition) -> Near:
    """Who stands beside whom; made once for all entries."""
    return Near(Beside(edition))


def neighbours(place: Place, pointer: str, near: Near) -> Iterator[Row]:
    """Those named together most often, until there are enough; then those in one sentence; else in one paragraph."""
    counted = near.beside.counted(pointer)
    told: set[str] = set()
    for count in sorted({one for one in counted.values() if one >= OFTEN}, reverse=True):
        if len(told) < ENOUGH:
            those = [other for other, number in counted.items() if number == count]
            told.update(those)
            yield _row(place, _(PARAGRAPHS).format(number=count), those)
    beside = near.beside.in_sentence(pointer) - told
    if beside and len(told) < ENOUGH:
        told |= beside
        yield _row(place, _(SENTENCE), beside)
    if counted and not told:
        yield _row(place, _(PARAGRAPH), counted)


def _row(place: Place, label: str, pointers: Iterable[str]) -> Row:
    names = sorted(
        (place.piece(one) for one in pointers), key=lambda piece: (words.sort_key(piece.words), piece.href)
    )
    pieces = [piece for name in names[:MOST] for piece in (Piece("; "), name)]
    rest = [Piece(f"; {_(REST).format(number=len(names) - MOST)}")] if len(names) > MOST else []
    return Row(words.capital(label), (Statement((*pieces[1:], *rest)),))
