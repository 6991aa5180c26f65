"""All texts of an edition with several: by title, by date, by author; on as many pages as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from edition import urls, words
from edition.interface import N_, _, foreign
from edition.kept import for_edition
from edition.model import Article, Edition, Page
from edition.pages import order
from edition.pages.frame import Frame, Link, frame, path_of
from edition.pages.parts import Part, nav, parts

TITLE = N_("Alle Texte")
UNDATED = N_("Ohne Datum")
ANONYMOUS = N_("Ohne Verfasserangabe")
AROUND = 120  # bytes of an entry besides its words and its address


class Filed(Struct, frozen=True):
    """A text under the heading that it stands under in one of the orders."""

    heading: str
    text: Article


class Entry(Struct, frozen=True):
    """A text in a list."""

    id: str
    title: str
    href: str
    language: str
    dated: str  # where the title does not say it
    byline: str


class Group(Struct, frozen=True):
    """Texts under one heading."""

    id: str
    label: str
    entries: tuple[Entry, ...]


class Documents(Struct, frozen=True):
    """The values of a page."""

    frame: Frame
    extent: str
    orders: tuple[Link, ...]
    parts: tuple[Link, ...]
    groups: tuple[Group, ...]


class _Order(Struct, frozen=True):
    """An order of the texts: how it is called, where it stands, and its pages."""

    label: str
    path: str
    parts: Callable[[Edition], tuple[Part[Filed], ...]]


def exists(edition: Edition) -> bool:
    """Whether an edition has these lists."""
    return order.several(edition)


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each order that the texts have."""
    if exists(edition):
        for row in orders(edition):
            found = row.parts(edition)
            for one in found:
                yield Page(one.path, "documents.html", _values(edition, row, found, one))


def weight(text: Article) -> int:
    """How many bytes a text takes in a list, about."""
    return AROUND + len(text.title.encode()) + 2 * len(text.id)


def _values(edition: Edition, row: _Order, found: tuple[Part[Filed], ...], one: Part[Filed]) -> Documents:
    title = _(TITLE) if row.path == urls.TEXTS else f"{_(TITLE)} {_(row.label)}"
    authored = _of_several(edition) and row.path != urls.TEXTS_BY_AUTHOR
    return Documents(
        frame=frame(
            edition,
            one.path,
            f"{title}: {one.said}" if one.said else title,
            sheet=urls.DOCUMENTS,
            section=urls.TEXTS,
        ),
        extent=words.count(len(edition.articles), "Dokument", "Dokumente"),
        orders=tuple(links(edition, one.path, row.path)),
        parts=nav(found, one.path),
        groups=tuple(
            Group(
                f"seite_{number}",
                _(heading) if heading in (UNDATED, ANONYMOUS) else heading,
                tuple(entry(each.text, one.path, heading, authored=authored) for each in group),
            )
            for number, (heading, group) in enumerate(groupby(one.items, lambda each: each.heading), 1)
        ),
    )


def links(edition: Edition, path: str, section: str = "") -> Iterator[Link]:
    """The orders of the texts, as seen from a page; `section` is the one that this is of."""
    for row in orders(edition):
        yield Link(_(row.label), urls.relative(row.path, path), "true" if row.path == section else "")


def entry(text: Article, path: str, heading: str = "", *, authored: bool = False) -> Entry:
    """A text as lists have it; the date is left out where its title or the heading says it."""
    dated = words.dating(text.dated)
    return Entry(
        id=text.id,
        title=text.title,
        href=urls.relative(path_of(text), path),
        language=foreign(text.language),
        dated="" if dated in text.title or dated == heading else dated,
        byline=", ".join(text.authors) if authored else "",
    )


@for_edition
def _of_several(edition: Edition) -> bool:
    """Whether not all texts are by the same authors."""
    return len({text.authors for text in edition.articles}) > 1


@for_edition
def orders(edition: Edition) -> tuple[_Order, ...]:
    """The orders that the texts of an edition have: by date only if some are dated, by author only if there are several."""
    dated = any(order.first_day(text.dated) for text in edition.articles)
    authors = {name for text in edition.articles for name in text.filed}
    return (
        _ORDERS[0],
        *([_ORDERS[1]] if dated else []),
        *([_ORDERS[2]] if len(authors) > 1 else []),
    )


@for_edition
def _titled(edition: Edition) -> tuple[Part[Filed], ...]:
    filed = [Filed(words.initial(text.title), text) for text in order.by_title(edition)]
    return parts(filed, urls.TEXTS, _weight, (lambda one: one.heading,))


@for_edition
def dated(edition: Edition) -> tuple[Part[Filed], ...]:
    """The texts in the order of their dates, each under its year."""
    filed = [Filed(_year(text), text) for text in order.by_date(edition)]
    return parts(filed, urls.TEXTS_BY_DATE, _weight, (_decade, lambda one: one.heading))


@for_edition
def where_dated(edition: Edition) -> Mapping[str, str]:
    """Where the list by date has each text, by its id."""
    return {each.text.id: f"{one.path}#{each.text.id}" for one in dated(edition) for each in one.items}


@for_edition
def _authored(edition: Edition) -> tuple[Part[Filed], ...]:
    named = [Filed(name, text) for text in order.by_title(edition) for name in text.filed]
    named.sort(key=lambda one: words.sort_key(one.heading))
    nobody = [Filed(ANONYMOUS, text) for text in order.by_title(edition) if not text.filed]
    return parts(named + nobody, urls.TEXTS_BY_AUTHOR, _weight, (_author_initial,))


def _weight(one: Filed) -> int:
    return weight(one.text)


def _author_initial(one: Filed) -> str:
    return words.initial(one.heading) if one.text.filed else ANONYMOUS


def _year(text: Article) -> str:
    day = order.first_day(text.dated)
    return str(day.year) if day else UNDATED


def _decade(one: Filed) -> str:
    day = order.first_day(one.text.dated)
    return f"{day.year // 10 * 10}–{day.year // 10 * 10 + 9}" if day else UNDATED


_ORDERS = (
    _Order(N_("nach Titeln"), urls.TEXTS, _titled),
    _Order(N_("nach Daten"), urls.TEXTS_BY_DATE, dated),
    _Order(N_("nach Verfassern"), urls.TEXTS_BY_AUTHOR, _authored),
)
