"""PAGES: the computed pages of the site, one generator a row; texts and guidelines come with their prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.model import Edition, Page
from edition.pages import downloads, entities, home, indexes, sources
from edition.pages.guidelines import guidelines_page
from edition.pages.texts import path_of, text_page

PAGES: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    home.pages,
    indexes.pages,
    entities.pages,
    sources.pages,
    downloads.pages,
)

__all__ = ["PAGES", "guidelines_page", "path_of", "text_page"]
