"""PAGES: the computed pages of the site, one generator a row. Those of entities and texts are made one by one; texts and
guidelines come with their prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.grouped import texts_by_id
from edition.metadata import Subject
from edition.model import Edition, Page
from edition.pages import (
    apparatus,
    calendar,
    cast,
    chronology,
    documents,
    figures,
    home,
    imprint,
    indexes,
    letters,
    map,
    navigation,
    network,
    quotations,
    search,
    sources,
    time,
    voices,
    wordlist,
)
from edition.pages.cards import file as card
from edition.pages.downloads import downloads_page
from edition.pages.entities import pages as entity_pages
from edition.pages.guidelines import guidelines_page
from edition.pages.imprint import missing as without_imprint
from edition.pages.reports import reports
from edition.pages.texts import path_of, text_page
from edition.pages.validation import validation_page
from edition.shown import DIPLOMATIC, READING
from edition.words import labels

INDEXES = indexes.pages  # behind these stand the pages of the entries
WORDS = wordlist.pages  # is made with the parts of the index of the search
PAGES: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    home.pages,
    INDEXES,
    documents.pages,
    calendar.pages,
    letters.pages,
    cast.pages,
    sources.pages,
    quotations.pages,
    voices.pages,
    chronology.pages,
    map.pages,
    network.pages,
    time.pages,
    apparatus.pages,
    figures.pages,
    imprint.pages,
    search.pages,
    WORDS,
)


def subject(page: Page) -> Subject:
    """What a page is about: every page has a frame."""
    found: Subject = page.context.frame.subject
    return found


def common(edition: Edition) -> tuple[object, ...]:
    """What the pages of texts and entries say of registers: which there are, and where they have which quotation."""
    return navigation.head(edition), navigation.foot(edition), quotations.where(edition)


__all__ = [
    "DIPLOMATIC",
    "INDEXES",
    "PAGES",
    "READING",
    "WORDS",
    "card",
    "common",
    "downloads_page",
    "entity_pages",
    "guidelines_page",
    "labels",
    "path_of",
    "reports",
    "subject",
    "text_page",
    "texts_by_id",
    "validation_page",
    "without_imprint",
]
