"""What the tables of the texts share: where a thing stands, the words around it, its address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from edition import citation, urls
from edition.exports.tables.table import Field, Link, words
from edition.model import Edition

TO_BLOCK = Link(("text", "block"), "paragraphs", ("text", "block"))
TO_TEXT = Link(("text",), "texts", ("id",))
CERTAINTY = words("certainty", "how certain it is: high, medium, low", "wie sicher es ist: high, medium, low")
RESPONSIBLE = words("responsibility", "who answers for it", "wer dafür verantwortlich ist")


class Places:
    """The columns that tell where a thing of one edition stands."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.place: tuple[Field[Any], ...] = (
            (words("text", "the text", "der Text"), lambda one: one.article_id),
            (
                words("block", "paragraph, heading or entry", "Absatz, Überschrift oder Eintrag"),
                lambda one: one.block,
            ),
            (
                words("anchor", "its id in the reading page", "Kennung in der Leseansicht"),
                lambda one: one.anchor,
            ),
        )
        self.around: tuple[Field[Any], ...] = (
            (words("words_before", "words before it", "Worte davor"), lambda one: one.before),
            (words("words_after", "words after it", "Worte danach"), lambda one: one.after),
        )

    def known(self, pointer: str | None) -> str | None:
        """A pointer to an entry there is."""
        return pointer if pointer in self.edition.entities else None

    def url(self, anchor: Callable[[Any], str]) -> Field[Any]:
        """The address of a place in the reading page."""

        def address(one: Any) -> str:
            return citation.address(self.edition.config, f"{urls.article(one.article_id)}#{anchor(one)}")

        return words("url", "address in the reading page", "Adresse in der Leseansicht"), address
