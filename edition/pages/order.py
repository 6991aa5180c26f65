"""The documents of an edition in their order, and which of them is before and behind another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from edition import datings, words
from edition.kept import for_edition
from edition.model import Article, Dating, Edition

FEW = 12  # texts that the home page and the foot of every page name


def several(edition: Edition) -> bool:
    """Whether the texts of an edition are documents to leaf through: those of others from two on, of ours when they are
    many; a few articles of ours stand each for itself."""
    return len(edition.articles) > (1 if edition.config.adopted else FEW)


def first_day(dating: Dating) -> date | None:
    """The day under which something is filed: the first that its date can mean, or the last if that is all one knows."""
    days = datings.span(dating)
    return None if days is None else days[1] if days[0] == date.min else days[0]


def whole_day(dating: Dating) -> date | None:
    """The day, if a dating means exactly one."""
    days = datings.span(dating)
    return days[0] if days and days[0] == days[1] else None


@for_edition
def by_date(edition: Edition) -> tuple[Article, ...]:
    """All texts in the order of their dates; those without a date behind them, by title."""
    return tuple(sorted(edition.articles, key=_dated_key))


def _dated_key(text: Article) -> tuple[object, ...]:
    days, filed = datings.span(text.dated), first_day(text.dated)
    title = words.sort_key(text.title)
    return (filed is None, filed or date.min, days[1] if days else date.max, title, text.id)


@for_edition
def days(edition: Edition) -> frozenset[date]:
    """The days that texts are dated to."""
    return frozenset(filter(None, (whole_day(text.dated) for text in edition.articles)))


@for_edition
def by_title(edition: Edition) -> tuple[Article, ...]:
    """All texts in the order of their titles (DIN 5007); equal ones by date."""
    ranks = {text.id: place for place, text in enumerate(by_date(edition))}
    return tuple(sorted(edition.articles, key=lambda text: (words.sort_key(text.title), ranks[text.id])))


@for_edition
def neighbours(edition: Edition) -> Mapping[str, tuple[Article | None, Article | None]]:
    """Each text by its id with the one before and the one behind it."""
    return beside(by_date(edition))


def beside(texts: tuple[Article, ...]) -> dict[str, tuple[Article | None, Article | None]]:
    """Each text of a row by its id, with the one before and the one behind it."""
    before, behind = (None, *texts[:-1]), (*texts[1:], None)
    return {text.id: pair for text, pair in zip(texts, zip(before, behind, strict=True), strict=True)}
