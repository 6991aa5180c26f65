"""What the lists say of an entry, in few words: for pages, registers of a book, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from edition.interface import HOUSE, N_, _, speaking
from edition.kept import for_edition
from edition.model import Dating, Edition, Entity, Fact
from edition.words.context import shorten
from edition.words.dates import dating, lifespan, years
from edition.words.labels import type_of


class Span(Struct, frozen=True):
    """Two facts that bound an existence, with the messages for one that stands alone, in full and in a list."""

    begin: str
    end: str
    begun: str
    ended: str
    begun_short: str
    ended_short: str


SPANS = (
    Span("birth", "death", N_("geboren"), N_("gestorben"), N_("geb."), N_("gest.")),
    Span("founding", "end", N_("gegründet"), N_("bis"), N_("gegr."), N_("bis")),
)
ITSELF = "source:article"
LABEL = 72  # characters of a source's title that a note shows
_DATES = ("dating", "published")
_BRACKETS = re.compile(r" \([^()]*\)")


def summary(entity: Entity) -> str:
    """Type, authors and years of an entity, for a list."""
    authors = [one.text for one in entity.facts if one.slug == "author" and one.text]
    return ", ".join(part for part in (type_of(entity.type), *authors, _time(entity)) if part)


def _time(entity: Entity) -> str:
    datings = {one.slug: one.dating for one in entity.facts if one.dating}
    for span in SPANS:
        begin, end = (years(datings.get(slug, Dating())) for slug in (span.begin, span.end))
        if begin or end:
            return lifespan(begin, end, span.begun_short, span.ended_short)
    return next((dating(datings[slug]) for slug in _DATES if slug in datings), "")


def stated(fact: Fact, named: str) -> tuple[str, str]:
    """Date and words of a fact, where `named` are the words; of two that say the same, one is empty."""
    dated = dating(fact.dating)
    with speaking(HOUSE):  # the words of the lists are
        written = dating(fact.dating)
    if dated and (not named or named in written):
        return dated, ""
    return ("" if written in named else dated), named


@for_edition
def labels(edition: Edition) -> Mapping[str, str]:
    """What a text calls an entry or a source that it points to without words, by pointer."""
    sources = {pointer: one.title for pointer, one in edition.references.items()}
    entries = {pointer: one.name for pointer, one in edition.entities.items()}
    return {pointer: _short(name) for pointer, name in (entries | sources).items()} | {
        ITSELF: _("der Artikel")
    }


def _short(title: str) -> str:
    """The first of several titles, without what stands in brackets, not longer than a line or two beside the text."""
    first, *several = title.split("; ", 1)
    short = shorten(_BRACKETS.sub("", first), LABEL)
    closed = short + "«" if short.count("»") > short.count("«") else short
    return _("{first} u.\N{NARROW NO-BREAK SPACE}a.").format(first=closed) if several else closed
