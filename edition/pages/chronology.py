"""The chronology: every dated expression of the texts and every event, in the order of history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from edition import urls, words
from edition.interface import N_, _
from edition.model import DateRef, Edition, Entity, Note, Page
from edition.pages import dated, navigation, noted
from edition.pages.facts import Mark, Piece
from edition.pages.frame import Frame, frame
from edition.pages.happened import CONTEXT, PLACES, Item, Knowledge, item, knowledge
from edition.pages.navigation import Link
from edition.pages.parts import Limit, Part, nav, parts

TITLE = N_("Chronologie")
UNDATED = N_("Ohne Jahr")
DECADE = 10
HEAVY = 150_000  # bytes of a page that the items may make up
ITEM, REMARK, ALSO = 750, 1000, 120  # bytes of an item besides its words, of a note on it, of a further place


class Year(Struct, frozen=True):
    """What belongs to one year, or what begins in it."""

    id: str
    label: str
    items: tuple[Item, ...]


class Sign(Struct, frozen=True):
    """A row of the legend."""

    label: str
    meaning: str
    number: int


class Deviation(Struct, frozen=True):
    """An event that the text dates otherwise than the references: where that is, by its name and the text's date."""

    href: str
    event: Piece
    dated: str


class Chronology(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    extent: str
    parts: tuple[Link, ...]
    pictures: str  # where the same is drawn, or nothing
    deviations: tuple[Deviation, ...]
    signs: tuple[Sign, ...]
    jumps: tuple[Link, ...]
    years: tuple[Year, ...]
    sources: tuple[Mark, ...]


Days = tuple[date, date]
Dated = tuple[Days, Item]
Found = tuple[Days, DateRef | Entity]


class Said(Struct, frozen=True):
    """What every page says."""

    extent: str
    signs: tuple[Sign, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page, or several by decades and years; none where nothing is dated."""
    if not navigation.offers(edition, urls.CHRONOLOGY):
        return
    texts = {text.id for text in edition.articles}
    dates = tuple(one for one in edition.dates if one.article_id in texts)
    told = {one.event for one in dates}
    events = [entity for entity in edition.entities.values() if entity.kind == "event"]
    untold = [event for event in events if event.pointer not in told]
    found: list[Found] = [(dated.place(one.dating), one) for one in dates]
    found += [(dated.place(dated.of_event(event)), event) for event in untold]
    found.sort(key=lambda one: one[0])
    notes = noted.by_anchor(noted.notes(edition, "factual"))
    several = parts(
        found, urls.CHRONOLOGY, partial(_weight, edition, notes), (_decade, _year), Limit(HEAVY, len(found))
    )
    extent = _("{dates} des Textes, {events}, davon {untold} ohne Datum im Text").format(
        dates=words.count(len(dates), "Zeitangabe", "Zeitangaben"),
        events=words.count(len(events), "Ereignis", "Ereignisse"),
        untold=len(untold),
    )
    signs = tuple(_signs(dates))
    points = {(one.article_id, one.id): one for one in edition.dates if one.id}
    for part in several:
        yield _page(
            edition,
            part,
            several,
            Said(extent, signs),
            knowledge(edition, part.path, [one for _days, one in part.items], notes, points),
        )


def _page(
    edition: Edition, part: Part[Found], several: Sequence[Part[Found]], said: Said, known: Knowledge
) -> Page:
    items = [(days, item(known, one)) for days, one in part.items]
    years, path = _years(items), part.path
    furniture = frame(
        edition,
        path,
        f"{_(TITLE)}: {part.said}" if part.said else _(TITLE),
        section=urls.CHRONOLOGY,
        description=_(
            "Alle Zeitangaben des Textes und alle Ereignisse in historischer Folge, neben den Nachweisen."
        ),
        data=tuple(text.path for text in edition.articles),
    )
    context = Chronology(
        frame=furniture,
        extent=said.extent,
        parts=nav(several, path),
        pictures=urls.relative(urls.TIME, path) if navigation.offers(edition, urls.TIME) else "",
        deviations=tuple(_deviations(item for _, item in items)),
        signs=said.signs,
        jumps=tuple(_jumps(years)),
        years=years,
        sources=tuple(known.place.marks.values()),
    )
    return Page(path, "chronology.html", context)


def _weight(edition: Edition, notes: Mapping[noted.Anchor, tuple[Note, ...]], found: Found) -> int:
    """How many bytes an item takes, about."""
    one = found[1]
    if isinstance(one, Entity):
        also = min(PLACES, len(edition.mentions.get(one.pointer, ())))
        return ITEM + 2 * len(one.name) + also * ALSO
    said = len(one.form) + min(len(one.before), CONTEXT) + min(len(one.after), CONTEXT)
    remarks = noted.at(notes, [(one.article_id, one.anchor)])
    return ITEM + 2 * said + sum(REMARK + len(note.text) for note in remarks)


def _decade(found: Found) -> str:
    year = found[0][0].year
    if year == date.max.year:
        return UNDATED
    return f"{year // DECADE * DECADE}–{year // DECADE * DECADE + DECADE - 1}"


def _year(found: Found) -> str:
    year = found[0][0].year
    return UNDATED if year == date.max.year else str(year)


def _years(items: Sequence[Dated]) -> tuple[Year, ...]:
    grouped = groupby(items, key=lambda one: one[0][0].year)
    return tuple(
        Year(
            "ohne-jahr" if year == date.max.year else f"j{year}",
            _label(year),
            tuple(item for _, item in several),
        )
        for year, several in grouped
    )


def _label(year: int) -> str:
    return _(UNDATED) if year == date.max.year else str(year)


def _jumps(years: Sequence[Year]) -> Iterator[Link]:
    """The decades, each leading to its first year."""
    known = [year for year in years if year.label != _(UNDATED)]
    for decade, several in groupby(known, key=lambda year: int(year.label) // DECADE * DECADE):
        yield Link(_("{decade}er").format(decade=decade), f"#{next(several).id}")


def _signs(dates: Sequence[DateRef]) -> Iterator[Sign]:
    counted = Counter(dated.grain(one.dating) for one in dates)
    counted[dated.RECKONED] = sum(1 for one in dates if one.relative_to)
    return (
        Sign(_(label), meaning, counted[label]) for label, meaning in dated.MEANINGS.items() if counted[label]
    )


def _deviations(items: Iterator[Item]) -> Iterator[Deviation]:
    for one in items:
        if one.deviates and one.event:
            yield Deviation(f"#{one.id}", replace(one.event, href=""), one.dated)
