"""What stands in the chronology: an expression of a text with its date, or an event that no text dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from edition import words
from edition.graph import mentioned
from edition.grouped import texts_by_id
from edition.interface import _, foreign
from edition.model import DateRef, Edition, Entity, Fact, Mention, Note
from edition.pages import dated, facts, noted
from edition.pages.facts import Mark, Piece, Place
from edition.pages.noted import Remark
from edition.pages.spots import Spot, Spots, seen_from, told_apart

CONTEXT = 72  # characters on each side, as in the concordances
PLACES = 60  # further places of an undated event


class Sum(Struct, frozen=True):
    """The arithmetic of a relative date, with the expression it counts from."""

    start: str
    spot: Spot | None
    form: Piece
    step: str
    result: str


class Item(Struct, frozen=True):
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


class Knowledge(Struct, frozen=True):
    """What every item is made from."""

    place: Place
    spots: Spots
    dates: Mapping[tuple[str, str], DateRef]  # those that others count from, by text and id
    notes: Mapping[noted.Anchor, tuple[Note, ...]]


def knowledge(
    edition: Edition,
    path: str,
    found: Iterable[DateRef | Entity],
    notes: Mapping[noted.Anchor, tuple[Note, ...]],
    points: Mapping[tuple[str, str], DateRef],
) -> Knowledge:
    """What the items need; the sources are numbered in the order of the page."""
    used: list[str] = []
    for one in found:
        if isinstance(one, Entity):
            used += _fact(one).sources
        else:
            event = edition.entities.get(one.event or "")
            used += _evidence(one, event).sources if event else ()
            used += noted.sources(noted.at(notes, [(one.article_id, one.anchor)]))
    return Knowledge(
        place=Place(edition, path, facts.marks(edition, path, used)),
        spots=seen_from(edition, path),
        dates=points,
        notes=notes,
    )


def item(known: Knowledge, one: DateRef | Entity) -> Item:
    """The item of an expression or an event."""
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
