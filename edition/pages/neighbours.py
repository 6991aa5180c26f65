"""What a text page says of the document as such: its letter's way, its play's cast, what stands before and behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from edition import urls, words
from edition.interface import _, foreign
from edition.kept import for_edition
from edition.model import RECEIVED, SENT, Article, Edition, Named
from edition.pages import calendar, cast, documents, order
from edition.pages import letters as correspondence
from edition.pages.facts import Piece
from edition.pages.frame import Link, path_of
from edition.pages.letters import piece, pointers


class Leaf(Struct, frozen=True):
    """The documents before and behind one in a row, and where the whole row is listed."""

    row: Link
    before: Link | None
    behind: Link | None


class Around(Struct, frozen=True):
    """What stands around a document."""

    said: tuple[Piece, ...] = ()  # of a letter: from whom to whom, where and when
    links: tuple[Link, ...] = ()  # to what is made of this document
    leaves: tuple[Leaf, ...] = ()


def around(edition: Edition, text: Article, path: str) -> Around:
    """What the page of a text shows around it; nothing for a page of the edition's own."""
    if text.role == "page":
        return Around()
    return Around(
        said=tuple(_way(edition, text, path)) if text.letter else (),
        links=(Link(_(cast.TITLE), urls.relative(urls.cast(text.id), path)),) if text.play else (),
        leaves=tuple(_leaves(edition, text, path)),
    )


def _way(edition: Edition, text: Article, path: str) -> Iterator[Piece]:
    """»Von … an …, Ort, Datum«: what is not known is left out."""
    assert text.letter is not None
    sent, received = text.letter.action(SENT), text.letter.action(RECEIVED)
    if sent.agents:
        yield Piece(_("Von {name}").partition("{name}")[0])
        yield from _joined(edition, sent.agents, path)
    if received.agents:
        yield Piece((" " if sent.agents else "") + _("an {name}").partition("{name}")[0])
        yield from _joined(edition, received.agents, path)
    for place in sent.places:
        yield Piece(", ")
        yield piece(edition, place, path)
    dated = words.dating(text.dated) or sent.dated
    if dated:
        yield Piece(f", {dated}")


def _joined(edition: Edition, named: tuple[Named, ...], path: str) -> Iterator[Piece]:
    """Names as a list: »A, B und C«."""
    for place, one in enumerate(named):
        if place:
            yield Piece(_(" und ") if place == len(named) - 1 else ", ")
        yield piece(edition, one, path)


def _leaves(edition: Edition, text: Article, path: str) -> Iterator[Leaf]:
    """The row of all documents, and for a letter that of the same correspondents."""
    if order.several(edition):
        before, behind = order.neighbours(edition)[text.id]
        yield Leaf(_whole(edition, text, path), _link(before, path), _link(behind, path))
    if text.letter:
        former, following = _exchanged(edition, text)
        if former or following:
            yield Leaf(_exchange(edition, text, path), _link(former, path), _link(following, path))


def _whole(edition: Edition, text: Article, path: str) -> Link:
    """Where all documents are listed: the year of the calendar for a day, else the list of letters or of texts."""
    day = order.whole_day(text.dated)
    if day and calendar.exists(edition):
        return Link(f"{_(calendar.TITLE)} {day.year}", urls.relative(calendar.path_of_year(day.year), path))
    if text.letter:
        return Link(_("Alle Briefe"), urls.relative(urls.LETTERS, path))
    return Link(_(documents.TITLE), urls.relative(urls.TEXTS, path))


def _link(text: Article | None, path: str) -> Link | None:
    if text is None:
        return None
    return Link(text.title, urls.relative(path_of(text), path), language=foreign(text.language))


def _exchange(edition: Edition, text: Article, path: str) -> Link:
    """The letters of those who wrote to each other, as those of the one with fewer of them."""
    found = correspondence.by_correspondent(edition)
    known = sorted(pointers(edition, text), key=lambda one: len(found[one]))
    label = _("Derselbe Briefwechsel")
    return Link(label, urls.relative(urls.letters(known[0]) if known else urls.LETTERS, path))


def _exchanged(edition: Edition, text: Article) -> tuple[Article | None, Article | None]:
    """The letters before and behind one: those its header names, else those of the same correspondents by date."""
    assert text.letter is not None
    texts = _by_id(edition)
    former, following = _rows(edition).get(text.id, (None, None))
    return texts.get(text.letter.former, former), texts.get(text.letter.following, following)


@for_edition
def _by_id(edition: Edition) -> Mapping[str, Article]:
    return {text.id: text for text in edition.articles}


@for_edition
def _rows(edition: Edition) -> Mapping[str, tuple[Article | None, Article | None]]:
    """Each letter with its neighbours among those of the same correspondents, whoever of them wrote."""
    rows: dict[frozenset[str], list[Article]] = {}
    for text in correspondence.letters(edition):
        named = text.letter.correspondents if text.letter else ()
        rows.setdefault(frozenset(one.pointer or one.words for one in named), []).append(text)
    return {name: pair for row in rows.values() for name, pair in order.beside(tuple(row)).items()}
