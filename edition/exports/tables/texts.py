"""The tables of the edited texts: paragraphs, and what is named, dated, quoted, noted and corrected in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from edition import citation, urls
from edition.exports.tables.commentary import Commentary
from edition.exports.tables.entries import mentions_of
from edition.exports.tables.places import CERTAINTY, RESPONSIBLE, TO_BLOCK, TO_TEXT, Places
from edition.exports.tables.table import Field, Table, dated, filled, number, several, to_entity, words
from edition.model import Article, Bilingual, Block, Edition


def tables(edition: Edition) -> tuple[Table, ...]:
    """The tables of the texts; the edition's own pages are left out."""
    within = {text.id for text in edition.articles}
    make, comment = Texts(edition), Commentary(edition)

    def own(found: Iterable[Any]) -> list[Any]:
        return [one for one in found if one.article_id in within]

    quotations, notes = own(edition.quotations), own(edition.notes)
    return (
        make.texts(),
        make.paragraphs(),
        comment.quotations(quotations),
        comment.parts(quotations),
        make.mentions(),
        make.dates(own(edition.dates)),
        comment.notes(notes),
        comment.passages(notes),
        make.corrections(own(edition.corrections)),
        make.joins(own(edition.joins)),
    )


class Texts(Places):
    """Makes the tables of one edition."""

    def texts(self) -> Table:
        """The edited texts."""
        fields: tuple[Field[Article], ...] = (
            (words("id", "id", "Kennung"), lambda one: one.id),
            (words("title", "title", "Titel"), lambda one: one.title),
            (several("authors", "authors", "Verfasserinnen und Verfasser"), lambda one: one.authors),
            (words("language", "language (BCP 47)", "Sprache (BCP 47)"), lambda one: one.language),
            (words("source", "what it was printed in", "Druckvorlage"), lambda one: one.source_citation),
            (
                words("work", "its entry in the list of works", "Eintrag unter den Werken"),
                lambda one: self.known(one.work),
            ),
            (words("version", "version", "Version"), lambda one: one.version),
            (words("date", "date of the version", "Datum der Version"), lambda one: one.date),
            (
                words("url", "reading page", "Leseansicht"),
                lambda one: citation.address(self.edition.config, urls.article(one.id)),
            ),
        )
        about = Bilingual("The edited texts.", "Die edierten Texte.")
        return filled("texts", about, fields, self.edition.articles, ("id",), (to_entity("work"),))

    def paragraphs(self) -> Table:
        """The blocks of the texts, in both layers."""
        fields: tuple[Field[tuple[int, Article, Block]], ...] = (
            (
                number("id", "running number, in the order of the texts", "laufende Nummer"),
                lambda row: row[0],
            ),
            (words("text", "the text", "der Text"), lambda row: row[1].id),
            (words("block", "id in the text", "Kennung im Text"), lambda row: row[2].id),
            (words("number", "printed number", "Absatznummer"), lambda row: row[2].number),
            (words("element", "TEI element", "TEI-Element"), lambda row: row[2].element),
            (words("reading", "text as corrected", "verbesserter Text"), lambda row: row[2].text),
            (words("diplomatic", "text as printed", "Text wie gedruckt"), lambda row: row[2].printed),
            (
                words("url", "address in the reading page", "Adresse in der Leseansicht"),
                lambda row: citation.address(self.edition.config, f"{urls.article(row[1].id)}#{row[2].id}"),
            ),
        )
        blocks = ((text, block) for text in self.edition.articles for block in text.blocks)
        rows = ((count, text, block) for count, (text, block) in enumerate(blocks, 1))
        about = Bilingual(
            "The paragraphs, headings and entries of the texts.",
            "Absätze, Überschriften und Einträge der Texte.",
        )
        return filled("paragraphs", about, fields, rows, ("id",), (TO_TEXT,), ("text", "block"))

    def mentions(self) -> Table:
        """The places that name an entry."""
        fields: tuple[Field[Any], ...] = (
            (words("entity", "the entry", "der Eintrag"), lambda one: one.pointer),
            *self.place,
            (words("form", "words of the text", "Worte des Textes"), lambda one: one.form),
            *self.around,
            (
                number("direct", "1 for a name, 0 for a paraphrase", "1 für Namen, 0 für Umschreibungen"),
                lambda one: int(one.direct),
            ),
            (words("quotation", "quotation around it", "Zitat, in dem es steht"), lambda one: one.inside),
            self.url(lambda one: str(one.anchor)),
        )
        rows = (one for pointer in self.edition.entities for one in mentions_of(self.edition, pointer))
        about = Bilingual("The places that name an entry.", "Die Stellen, die einen Eintrag nennen.")
        links = (to_entity("entity"), TO_BLOCK)
        return filled("mentions", about, fields, rows, ("text", "anchor", "entity"), links)

    def dates(self, found: list[Any]) -> Table:
        """The temporal expressions."""
        fields: tuple[Field[Any], ...] = (
            *self.place,
            (words("form", "words of the text", "Worte des Textes"), lambda one: one.form),
            *self.around,
            *dated(lambda one: one.dating),
            (CERTAINTY, lambda one: one.certainty),
            (
                words("event", "the event that is dated", "das datierte Ereignis"),
                lambda one: self.known(one.event),
            ),
            (
                words("relative_to", "date it is reckoned from", "Datum, von dem aus gezählt wird"),
                lambda one: one.relative_to,
            ),
            (
                words("duration", "how far from it (ISO 8601)", "Abstand davon (ISO 8601)"),
                lambda one: one.duration,
            ),
            (
                words("direction", "before, after or same", "davor, danach oder gleich"),
                lambda one: one.offset,
            ),
            self.url(lambda one: str(one.anchor)),
        )
        about = Bilingual("The dates of the texts.", "Die Daten der Texte.")
        return filled("dates", about, fields, found, ("text", "anchor"), (TO_BLOCK, to_entity("event")))

    def corrections(self, found: list[Any]) -> Table:
        """What the edition corrects."""
        fields: tuple[Field[Any], ...] = (
            *self.place,
            (words("printed", "as printed", "wie gedruckt"), lambda one: one.printed),
            (words("corrected", "as corrected", "verbessert"), lambda one: one.corrected),
            (RESPONSIBLE, lambda one: one.responsibility),
            (CERTAINTY, lambda one: one.certainty),
            self.url(lambda one: str(one.anchor)),
        )
        about = Bilingual("The corrections.", "Die Verbesserungen.")
        return filled("corrections", about, fields, found, ("text", "anchor"), (TO_BLOCK,))

    def joins(self, found: list[Any]) -> Table:
        """Where the edition joins what the copy text cuts."""
        fields = (*self.place, *self.around, self.url(lambda one: str(one.anchor)))
        about = Bilingual(
            "Where the edition joins paragraphs that the copy text cuts.",
            "Wo die Edition Absätze verbindet, die die Vorlage trennt.",
        )
        return filled("joins", about, fields, found, ("text", "anchor"), (TO_BLOCK,))
