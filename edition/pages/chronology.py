"""The chronology: every dated expression of the texts and every event, in the order of history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from edition import urls, words
from edition.graph import mentioned
from edition.grouped import texts_by_id
from edition.interface import N_, _, foreign
from edition.model import DateRef, Edition, Entity, Fact, Mention, Note, Page
from edition.pages import dated, facts, navigation, noted
from edition.pages.facts import Mark, Piece, Place
from edition.pages.frame import Frame, frame
from edition.pages.navigation import Link
from edition.pages.noted import Remark
from edition.pages.parts import Limit, Part, nav, parts
from edition.pages.spots import Spot, Spots, seen_from, told_apart

TITLE = N_("Chronologie")
CONTEXT = 72  # as in the concordances
UNDATED = N_("Ohne Jahr")
DECADE = 10
HEAVY = 150_000  # bytes of a page that the items may make up
ITEM, REMARK, ALSO = 750, 1000, 120  # bytes of an item besides its words, of a note on it, of a further place
PLACES = 60  # further places of an undated event


@dataclass(frozen=True, slots=True)
class Sum:
    """The arithmetic of a relative date, with the expression it counts from."""

    start: str
    spot: Spot | None
    form: Piece
    step: str
    result: str


@dataclass(frozen=True, slots=True)
class Item:
    """One expression of a text, or an event that no text dates; what it is not stays empty."""

    id: str
    dated: str
    grain: str
    certainty: str
    spot: Spot | None
    before: str
    form: str
    after: str
    language: str
    reckoned: Sum | None
    event: Piece | None
    untold: bool  # an event without a date in the text
    proven: str
    proven_certainty: str
    marks: tuple[Mark, ...]
    deviates: bool
    remarks: tuple[Remark, ...]
    places: tuple[Spot, ...]  # where the texts name an undated event


@dataclass(frozen=True, slots=True)
class Year:
    """What belongs to one year, or what begins in it."""

    id: str
    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A row of the legend."""

    label: str
    meaning: str
    number: int


@dataclass(frozen=True, slots=True)
class Deviation:
    """An event that the text dates otherwise than the references: where that is, by its name and the text's date."""

    href: str
    event: Piece
    dated: str


@dataclass(frozen=True, slots=True)
class Chronology:
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


@dataclass(frozen=True, slots=True)
class Said:
    """What every page says."""

    extent: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What every item is made from."""

    place: Place
    spots: Spots
    dates: Mapping[tuple[str, str], DateRef]  # those that others count from, by text and id
    notes: Mapping[noted.Anchor, tuple[Note, ...]]


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
        yield _page(edition, part, several, Said(extent, signs), _knowledge(edition, part, notes, points))


def _page(
    edition: Edition, part: Part[Found], several: Sequence[Part[Found]], said: Said, known: Knowledge
) -> Page:
    items = [(days, _item(known, one)) for days, one in part.items]
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


def _knowledge(
    edition: Edition,
    part: Part[Found],
    notes: Mapping[noted.Anchor, tuple[Note, ...]],
    points: Mapping[tuple[str, str], DateRef],
) -> Knowledge:
    """What the items need; the sources are numbered in the order of the page."""
    used: list[str] = []
    for _days, one in part.items:
        if isinstance(one, Entity):
            used += _fact(one).sources
        else:
            event = edition.entities.get(one.event or "")
            used += _evidence(one, event).sources if event else ()
            used += noted.sources(noted.at(notes, [(one.article_id, one.anchor)]))
    return Knowledge(
        place=Place(edition, part.path, facts.marks(edition, part.path, used)),
        spots=seen_from(edition, part.path),
        dates=points,
        notes=notes,
    )


def _item(known: Knowledge, one: DateRef | Entity) -> Item:
    return _untold(known, one) if isinstance(one, Entity) else _told(known, one)


def _fact(event: Entity) -> Fact:
    """The dating of an event by the references."""
    return next((fact for fact in event.facts if fact.slug == "dating"), Fact("dating", ""))


def _evidence(one: DateRef, event: Entity) -> Fact:
    """The dating of an event where it says more or else than the text does."""
    fact = _fact(event)
    return fact if words.dating(fact.dating) != words.dating(one.dating) else Fact("dating", "")


def _told(known: Knowledge, one: DateRef) -> Item:
    entities = known.place.edition.entities
    event = entities.get(one.event or "")
    proven = _evidence(one, event) if event else Fact("dating", "")
    remarks = noted.at(known.notes, [(one.article_id, one.anchor)])
    return Item(
        id=f"z_{one.article_id}.{one.anchor}",
        dated=words.dating(one.dating),
        grain=_(dated.grain(one.dating)),
        certainty=words.certainty(one.certainty),
        spot=known.spots.at(one.article_id, one.block, one.anchor),
        before=words.before(one.before, CONTEXT).lstrip(),
        form=one.form,
        after=words.after(one.after, CONTEXT).rstrip(),
        language=known.spots.languages[one.article_id],
        reckoned=_sum(known, one),
        event=known.place.piece(event.pointer) if event else None,
        untold=False,
        proven=words.dating(proven.dating),
        proven_certainty=words.certainty(proven.certainty) if proven.dating else "",
        marks=known.place.cited(proven.sources),
        deviates=dated.deviates(one.dating, proven.dating),
        remarks=tuple(noted.remark(note, known.place.marks) for note in remarks),
        places=(),
    )


def _sum(known: Knowledge, one: DateRef) -> Sum | None:
    text = texts_by_id(known.place.edition)[one.article_id]
    found = dated.reckoning(one, text, known.dates)
    if not found:
        return None
    point = found.anchor
    spot = known.spots.at(point.article_id, point.block, point.anchor) if point else None
    form = Piece(point.form if point else "", language=foreign(text.language))
    return Sum(found.start, spot, form, found.step, found.result)


def _untold(known: Knowledge, event: Entity) -> Item:
    """An event that the texts name or tell without a date."""
    fact, edition = _fact(event), known.place.edition
    places = mentioned(edition, event.pointer)[: PLACES + 1]
    first: Mention | None = next(iter(places), None)
    return Item(
        id=f"e_{event.id}",
        dated=words.dating(fact.dating),
        grain=_(dated.grain(fact.dating)) if fact.dating else "",
        certainty=words.certainty(fact.certainty),
        spot=_spot(known, first) if first else None,
        before=words.before(first.before, CONTEXT).lstrip() if first else "",
        form=first.form if first else "",
        after=words.after(first.after, CONTEXT).rstrip() if first else "",
        language=known.spots.languages[first.article_id] if first else "",
        reckoned=None,
        event=known.place.piece(event.pointer),
        untold=True,
        proven="",
        proven_certainty="",
        marks=known.place.cited(fact.sources),
        deviates=False,
        remarks=(),
        places=tuple(told_apart(_spot(known, one) for one in places))[1:],
    )


def _spot(known: Knowledge, one: Mention) -> Spot:
    return known.spots.at(one.article_id, one.block, one.anchor)


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
    for item in items:
        if item.deviates and item.event:
            yield Deviation(f"#{item.id}", replace(item.event, href=""), item.dated)
