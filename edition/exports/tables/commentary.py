"""The tables of quotations and notes, with the passages they stand at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from edition.exports.tables.places import CERTAINTY, RESPONSIBLE, TO_BLOCK, TO_TEXT, Places
from edition.exports.tables.table import Field, Link, Table, filled, number, several, to_entity, words
from edition.model import Bilingual, Note, Passage, Quotation

_TO_QUOTATION = Link(("text", "quotation"), "quotations", ("text", "id"))


class Commentary(Places):
    """Makes the tables of one edition."""

    def quotations(self, found: list[Quotation]) -> Table:
        """What stands in quotation marks."""
        fields: tuple[Field[Any], ...] = (
            (words("text", "the text", "der Text"), lambda one: one.article_id),
            (words("id", "id in the reading page", "Kennung in der Leseansicht"), lambda one: one.id),
            (words("block", "where it begins", "wo es beginnt"), lambda one: one.block),
            (words("words", "its words, parts joined by […]", "Wortlaut, Teile durch […] verbunden"), _words),
            (
                words("kind", "what the marks mean: source, speech, title …", "was die Zeichen bedeuten"),
                lambda one: one.kind,
            ),
            (words("speaker", "whose words", "wessen Worte"), lambda one: self.known(one.speaker)),
            (
                words("source", "work it is taken from", "Werk, aus dem es stammt"),
                lambda one: self.known(one.source),
            ),
            (
                words("pages", "pages that the text gives", "Seiten, die der Text nennt"),
                lambda one: one.pages,
            ),
            (words("language", "language (BCP 47)", "Sprache (BCP 47)"), lambda one: one.language),
            (number("level", "1 outermost", "1 für äußere"), lambda one: one.level),
            (CERTAINTY, lambda one: one.certainty),
            self.url(lambda one: str(one.id)),
        )
        about = Bilingual("What stands in quotation marks.", "Was in Anführungszeichen steht.")
        links = (TO_BLOCK, to_entity("speaker"), to_entity("source"))
        return filled("quotations", about, fields, found, ("text", "id"), links)

    def parts(self, found: list[Quotation]) -> Table:
        """The parts of interrupted quotations, and the one of all others."""
        fields: tuple[Field[Any], ...] = (
            (words("text", "the text", "der Text"), lambda row: row[0].article_id),
            (words("quotation", "the quotation", "das Zitat"), lambda row: row[0].id),
            (number("position", "its place", "wievielter Teil"), lambda row: row[1] + 1),
            (
                words("anchor", "id in the reading page", "Kennung in der Leseansicht"),
                lambda row: row[0].parts[row[1]][0],
            ),
            (words("block", "where it stands", "wo er steht"), lambda row: row[0].places[row[1]][0]),
            (
                number("starts_at", "sign of the reading text, from 0", "Zeichen des Lesetextes, ab 0"),
                lambda row: row[0].places[row[1]][1],
            ),
            (words("words", "its words", "Wortlaut"), lambda row: row[0].parts[row[1]][1]),
        )
        rows = ((one, place) for one in found for place in range(len(one.parts)))
        about = Bilingual("The parts of quotations.", "Die Teile der Zitate.")
        key = ("text", "quotation", "position")
        return filled("quotation_parts", about, fields, rows, key, (_TO_QUOTATION, TO_BLOCK))

    def notes(self, found: list[Note]) -> Table:
        """The notes of commentary and apparatus."""
        references = self.edition.references
        fields: tuple[Field[Any], ...] = (
            (words("text", "the text", "der Text"), lambda one: one.article_id),
            (words("id", "id in the reading page", "Kennung in der Leseansicht"), lambda one: one.id),
            (
                words("type", "factual, explanation, textual …", "factual, explanation, textual …"),
                lambda one: one.type,
            ),
            (words("words", "its words", "Wortlaut"), lambda one: one.text),
            (CERTAINTY, lambda one: one.certainty),
            (RESPONSIBLE, lambda one: one.responsibility),
            (
                several("sources", "what it rests on", "worauf sie beruht", "sources"),
                lambda one: tuple(pointer for pointer in one.sources if pointer in references),
            ),
            (
                several("works", "works it rests on", "Werke, auf denen sie beruht", "entities"),
                lambda one: tuple(pointer for pointer in one.sources if self.known(pointer)),
            ),
            self.url(lambda one: str(one.id)),
        )
        about = Bilingual("The notes.", "Die Anmerkungen.")
        return filled("notes", about, fields, found, ("text", "id"), (TO_TEXT,))

    def passages(self, found: list[Note]) -> Table:
        """The words that notes belong to."""
        fields: tuple[Field[Any], ...] = (
            (words("text", "the text", "der Text"), lambda row: row[0].article_id),
            (words("note", "the note", "die Anmerkung"), lambda row: row[0].id),
            (number("position", "its place", "wievielte Stelle"), lambda row: row[1]),
            (words("block", "where it stands", "wo sie steht"), lambda row: row[2].block),
            (
                words("anchor", "id in the reading page", "Kennung in der Leseansicht"),
                lambda row: row[2].anchor,
            ),
            (
                words("words", "words; empty for the whole paragraph", "Worte; leer beim ganzen Absatz"),
                lambda row: row[2].words or None,
            ),
            (
                number("ends_at", "sign of the reading text, from 0", "Zeichen des Lesetextes, ab 0"),
                lambda row: row[2].end,
            ),
        )
        about = Bilingual("The words that notes belong to.", "Die Worte, zu denen Anmerkungen gehören.")
        links = (Link(("text", "note"), "notes", ("text", "id")), TO_BLOCK)
        return filled("note_passages", about, fields, _passages(found), ("text", "note", "position"), links)


def _words(quotation: Quotation) -> str:
    return " […] ".join(text for _, text in quotation.parts)


def _passages(found: Iterable[Note]) -> Iterator[tuple[Note, int, Passage]]:
    for note in found:
        yield from ((note, place, passage) for place, passage in enumerate(note.passages, 1))
