"""Is every name tagged, and does each tag lead where its words say?

Names are looked for in the articles only: the edition's own pages link a name where that helps the reader, not
at every occurrence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise

from msgspec import Struct

from edition import codes
from edition.checks import forms, names
from edition.kinds import BY_SLUG
from edition.model import Bilingual, Edit, Edition, Finding, Naming, Piece, Reading, Stretch

_OR = Bilingual(" or ", " oder ")
_LOWER = re.compile(r"\b[^\W\d_]+\b")
_WRAPPED = frozenset(("person", "place", "org", "object"))  # the kinds whose tag needs nothing but its ref


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """M001 a known name without a tag, M002 tagged elsewhere, M003 two entries of one name, M004 foreign words."""
    yield from _shared(edition)
    listed = forms.Forms.of(
        (text, entity.pointer, whole)
        for entity in edition.entities.values()
        for text, whole in names.of_entity(entity)
        if not text[
            :1
        ].islower()  # »linke Sozialrevolutionäre« describes; it counts where the text tags it elsewhere
    )
    common = _common_words(edition)
    for reading in readings:
        yield from _foreign_words(edition, reading)
        if reading.untagged:
            yield from _untagged(_Looking.through(edition, reading, listed, common))


def _shared(edition: Edition) -> Iterator[Finding]:
    for entity, other, name in names.shared(edition.entities):
        yield codes.finding(
            "M003", entity.path, entity.line, entity.column, name=name, pointer=entity.pointer,
            other=other.pointer,
        )  # fmt: skip


def _foreign_words(edition: Edition, reading: Reading) -> Iterator[Finding]:
    for naming in reading.namings:
        entity = edition.entities.get(naming.pointer)
        if entity and not names.fits(naming.words, entity):
            yield codes.finding(
                "M004", reading.path, naming.line, naming.column, words=naming.words, pointer=naming.pointer,
                names="; ".join(names.all_names(entity)),
            )  # fmt: skip


def _common_words(edition: Edition) -> set[str]:
    """Words that the texts also write in lower case: »alter« says that »Alter« need not be a name."""
    texts = (block.text for article in (*edition.articles, *edition.pages) for block in article.blocks)
    words: set[str] = set().union(*(_LOWER.findall(text) for text in texts))
    return {word for word in words if word[0].islower()}


class _Looking(Struct, frozen=True):
    """What is looked for in one article."""

    edition: Edition
    reading: Reading
    known: forms.Forms
    tagged: Mapping[str, Naming]  # by the words, the first one
    common: set[str]

    @classmethod
    def through(cls, edition: Edition, reading: Reading, listed: forms.Forms, common: set[str]) -> _Looking:
        tagged: dict[str, Naming] = {}
        for naming in reading.namings:
            if naming.pointer in edition.entities:
                tagged.setdefault(naming.words.strip("»«›‹„“”‚‘’\"'"), naming)
        also = ((words, naming.pointer) for words, naming in tagged.items())
        return cls(edition, reading, listed.with_tagged(also), tagged, common)


def _untagged(looking: _Looking) -> Iterator[Finding]:
    for stretch in looking.reading.untagged:
        for hit in looking.known.find(stretch.text, partial(_answered, stretch, looking)):
            yield _finding(hit, stretch, _piece(stretch, hit.start), looking)


def _piece(stretch: Stretch, offset: int) -> Piece:
    return stretch.pieces[bisect_right(stretch.pieces, offset, key=lambda one: one.offset) - 1]


def _answered(stretch: Stretch, looking: _Looking, hit: forms.Hit) -> bool:
    """Whether it is a common word, or a paraphrase or a note of these very words says what they mean."""
    words, piece = hit.form.words, _piece(stretch, hit.start)
    if len(words) == 1 and words[0].lower() in looking.common:
        return True
    if set(piece.within) & set(hit.form.pointers) or (piece.within and words[0][0].islower()):
        return True  # within a paraphrase of the same, or a phrase within a paraphrase of something else
    return " ".join(stretch.text[hit.start : hit.end].split()) == piece.whole


def _finding(hit: forms.Hit, stretch: Stretch, piece: Piece, looking: _Looking) -> Finding:
    form = " ".join(stretch.text[hit.start : hit.end].split())
    entries = [looking.edition.entities[pointer] for pointer in hit.form.pointers]
    meant = Bilingual(
        *(word.join(f"{one.pointer} ({one.name})" for one in entries) for word in (_OR.en, _OR.de))
    )
    naming = looking.tagged.get(form) or looking.tagged.get(" ".join(hit.form.words))
    tag = f'<{_element(entries[0].kind)} ref="{entries[0].pointer}">{form}</{_element(entries[0].kind)}>'
    return codes.finding(
        "M002" if naming else "M001", looking.reading.path, piece.line, piece.column + hit.start - piece.offset,
        edits=_edits(hit, stretch), form=form, entries=meant, tag=tag,
        line=naming.line if naming else 0, there=naming.pointer if naming else "",
    )  # fmt: skip


def _element(kind: str) -> str:
    return BY_SLUG[kind].mention


def _edits(hit: forms.Hit, stretch: Stretch) -> tuple[Edit, ...]:
    """The tag around a full name of two words or more that only one entry has; »linke …« may be mere words."""
    form, start, end = hit.form, hit.start, hit.end
    kind = form.pointers[0].partition(":")[0]
    certain = len(form.words) > 1 and form.whole and len(form.pointers) == 1 and form.words[0][0].isupper()
    if not certain or kind not in _WRAPPED or stretch.text[end : end + 1] == "-":
        return ()
    first, last = _byte(stretch, start), _byte(stretch, end - 1)
    if first is None or last is None or not _one_node(stretch, start, end):
        return ()
    last += len(stretch.text[end - 1].encode())
    name = stretch.prefix + _element(kind)
    return Edit(first, first, f'<{name} ref="{form.pointers[0]}">'), Edit(last, last, f"</{name}>")


def _byte(stretch: Stretch, offset: int) -> int | None:
    piece = _piece(stretch, offset)
    return None if piece.byte < 0 else piece.byte + len(stretch.text[piece.offset : offset].encode())


def _one_node(stretch: Stretch, start: int, end: int) -> bool:
    """Whether nothing but line ends stands between the pieces of a form: no tag, comment or reference."""
    pieces = [one for one in stretch.pieces if one.offset < end]
    pieces = pieces[pieces.index(_piece(stretch, start)) :]
    for one, after in pairwise(pieces):
        text = stretch.text[one.offset : after.offset]
        gap = after.byte - one.byte - len(text.encode())
        if one.byte < 0 or after.byte < 0 or gap not in ((0, 1) if text == "\n" else (0,)):
            return False
    return True
