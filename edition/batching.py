"""In which pieces the work on pages is handed out, so that all processes have something to do until the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from edition.grouped import texts_by_id
from edition.model import Edition
from edition.pressing import Job

BATCH = 40  # texts or entries made one after the other, each in all languages
PIECES = 8  # into which entries are divided at least, so that no process ends long before another
LONG = 200_000  # characters of texts: for fewer it takes longer to start Saxon and compile the stylesheet once more
_HEAVY = frozenset({"computed", "search", "words"})
_ORDER = {"text": 0, "entity": 2}


def batches(edition: Edition, jobs: Iterable[Job]) -> list[tuple[Job, ...]]:
    """Jobs as pieces of work of like size: what looks at the whole edition by itself, texts and entries by the dozen.

    What is to be made of one thing in several languages stays together: much of it is worked out once. Texts come first and
    entries, which are the smallest pieces, last: so no process ends long before another.
    """
    return sorted(_pieces(edition, jobs), key=lambda batch: _ORDER.get(batch[0][0], 1))


def _pieces(edition: Edition, jobs: Iterable[Job]) -> Iterator[tuple[Job, ...]]:
    for sort, several in groupby(jobs, key=lambda job: job[0]):
        things = [tuple(one) for _, one in groupby(several, key=lambda job: job[1])]
        if sort == "text":
            pieces = _by_length(edition, things)
        else:
            size = 1 if sort in _HEAVY else min(BATCH, -(-len(things) // PIECES))
            pieces = (things[start : start + size] for start in range(0, len(things), size))
        yield from (tuple(chain.from_iterable(piece)) for piece in pieces)


def _by_length(edition: Edition, things: Iterable[tuple[Job, ...]]) -> Iterator[list[tuple[Job, ...]]]:
    """Texts together as long as they are few and short."""
    texts, length = texts_by_id(edition), 0
    piece: list[tuple[Job, ...]] = []
    for thing in things:
        long = sum(len(block.text) for block in texts[thing[0][1]].blocks)
        if piece and (len(piece) == BATCH or length + long > LONG):
            yield piece
            piece, length = [], 0
        piece.append(thing)
        length += long
    if piece:
        yield piece
