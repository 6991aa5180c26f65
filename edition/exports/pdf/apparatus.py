"""The apparatus: what the edition has changed, what it has joined, what it let stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from edition import words
from edition.exports.pdf import runs, texts
from edition.exports.pdf.places import Places, Spot
from edition.exports.pdf.sources import Sources
from edition.exports.pdf.texts import Stream, apparatus_name
from edition.model import Correction, Edition, Join, Note

TYPES = ("emendation", "join", "textual")
PRINTED = "Vorlage"


class Apparatus:
    """What is needed to say an entry: where it stands, and which notes belong to it."""

    def __init__(self, edition: Edition, several: Iterable[Stream], places: Places, sources: Sources) -> None:
        self.edition, self.places, self.sources = edition, places, sources
        self.streams: Mapping[str, Stream] = {one.article.id: one for one in several}
        self.notes = [one for one in edition.notes if one.type in TYPES and one.article_id in self.streams]
        self.used: set[str] = set()

    def parts(self) -> list[dict[str, Any]]:
        """The apparatus in three parts, those without entries left out."""
        edition = self.edition
        changed = [self._place(one, _emendation(one)) for one in edition.corrections if self._own(one)]
        joined = [self._place(one, _joined(one)) for one in edition.joins if self._own(one)]
        standing = [self._standing(one) for one in self.notes if one.id not in self.used]
        titles = ("Verbesserungen", "Zusammengefügte Absätze", "Stehen gebliebenes")
        several = zip(titles, (changed, joined, standing), strict=True)
        return [{"title": title, "entries": entries} for title, entries in several if entries]

    def _own(self, one: Correction | Join) -> bool:
        return one.article_id in self.streams

    def _place(self, one: Correction | Join, reading: list[runs.Run]) -> dict[str, Any]:
        notes = [
            note for note in self.notes if note.article_id == one.article_id and _belongs(note, one.anchor)
        ]
        notes = [note for note in notes if note.type != "textual"]
        self.used |= {note.id for note in notes}
        return self._entry(
            apparatus_name(one.article_id, one.anchor),
            [(one.article_id, one.block, one.anchor)],
            reading,
            notes,
        )

    def _standing(self, note: Note) -> dict[str, Any]:
        lemmas = dict.fromkeys(words.gist(one.words, *texts.LEMMA) for one in note.passages if one.words)
        reading = [runs.run(" … ".join(lemmas), style="emphasis"), runs.run(":")] if lemmas else []
        spots = [(note.article_id, one.block, one.anchor) for one in note.passages]
        return self._entry(f"{apparatus_name(note.article_id, note.id)}", spots, reading, [note])

    def _entry(
        self, at: str, spots: list[Spot], reading: list[runs.Run], notes: list[Note]
    ) -> dict[str, Any]:
        return {
            "at": at,
            "texts": self.places.told(spots),
            "reading": reading,
            "notes": [texts.note(self.streams[one.article_id], one, one.id, self.sources) for one in notes],
        }


def _belongs(note: Note, anchor: str) -> bool:
    return any(anchor in (one.anchor, *one.inside) for one in note.passages)


def _emendation(one: Correction) -> list[runs.Run]:
    said = (words.confidence(one.certainty), words.responsible(one.responsibility))
    answer = ", ".join(part for part in said if part)
    return [
        runs.run(one.corrected, style="emphasis"),
        runs.run(f"] {one.printed} {PRINTED}"),
        runs.run(f" ({answer})." if answer else "."),
    ]


def _joined(one: Join) -> list[runs.Run]:
    before = words.before(one.before, len(one.before) - 1).strip()
    after = words.after(one.after, len(one.after) - 1).strip()
    return [runs.run(before, style="emphasis"), runs.run(" | "), runs.run(after, style="emphasis")]
