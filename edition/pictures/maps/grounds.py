"""Which passages of the texts tell of a stay.

Nothing is guessed from nearness alone. A passage tells of a stay if

1. it tells of an event (by the markup) whose description names the person and the place, or one that holds or lies in
   the other, and that begins or ends when the stay does; of a birth or death, only births and deaths; or
2. it names the place of a stay in the sentence that names the person or in the one after it, and there or in the
   sentence before stands a date that falls into the stay; where a fact rests on the text itself and no such passage
   is found, a date is not asked for. Bibliographies tell of no stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from edition import datings
from edition.model import Dating, Edition, Entity, Mention
from edition.pictures.maps import located
from edition.pictures.maps.stays import STAY, Stay

EVENT, TEXT, BIBLIOGRAPHY = "event", "source:article", "bibl"
LIVES = frozenset(("birth", "death", "execution", "murder"))  # events that begin or end a life, not a stay
# The end of a sentence: after a word or a year, before a capital letter or an opening quotation mark.
_STOP = re.compile(r"(?:[A-Za-zÄÖÜäöüßé]{3,}|\d{4})[»«)]*[.!?:]+[»«›‹]* (?=[A-ZÄÖÜ»])")

Block = tuple[str, str]  # ids of text and block


class Texts(Struct, frozen=True):
    """What the edited texts say, as far as it is needed here; made once for all stays."""

    edition: Edition
    stops: Mapping[Block, tuple[int, ...]]  # where sentences end
    dates: Mapping[Block, tuple[tuple[int, datings.Interval], ...]]  # where they begin, and their days
    events: tuple[tuple[Entity, Dating], ...]


def read(edition: Edition) -> Texts:
    """The sentences and dates of the edited texts, and the events of the list."""
    dates: dict[Block, tuple[tuple[int, datings.Interval], ...]] = {}
    for one in edition.dates:
        days, block = datings.span(one.dating), (one.article_id, one.block)
        if days and days[0] != date.min:  # »until …« says too little
            dates[block] = (*dates.get(block, ()), (one.start, days))
    stops = {
        (text.id, block.id): tuple(stop.end() for stop in _STOP.finditer(block.text))
        for text in edition.articles
        for block in text.blocks
        if block.element != BIBLIOGRAPHY
    }
    return Texts(edition, stops, dates, tuple(_events(edition)))


def _events(edition: Edition) -> Iterator[tuple[Entity, Dating]]:
    for one in edition.entities.values():
        for fact in one.facts if one.kind == EVENT else ():
            if fact.slug == "dating":
                yield one, fact.dating


def passages(texts: Texts, person: Entity, stay: Stay) -> tuple[Mention, ...]:
    """The mentions that tell of a stay, one of each block and rather the place than the event, in their order."""
    told = [one for event in _told(texts, person, stay) for one in _mentions(texts, event.pointer)]
    near = (
        [one for one in _named(texts, stay) if _beside(texts, person, one)] if stay.fact.slug == STAY else []
    )
    found = [one for one in near if _in_time(texts, stay, one)]
    if not (found or told) and TEXT in stay.fact.sources:
        found = near
    order = {block: number for number, block in enumerate(texts.stops)}
    first: dict[Block, Mention] = {}
    for one in (*found, *told):
        first.setdefault((one.article_id, one.block), one)
    return tuple(first[block] for block in sorted(first, key=lambda block: order[block]))


def _mentions(texts: Texts, pointer: str) -> Iterator[Mention]:
    found = texts.edition.mentions.get(pointer, ())
    return (one for one in found if (one.article_id, one.block) in texts.stops)


def _told(texts: Texts, person: Entity, stay: Stay) -> Iterator[Entity]:
    """The events with which a stay begins or ends."""
    for event, dating in texts.events:
        life = event.type in LIVES
        if (
            person.pointer in event.named
            and life != (stay.fact.slug == STAY)
            and _meet(dating, stay.fact.dating)
        ):
            where = [fact.target for fact in event.facts if fact.slug == "where" and fact.target]
            places = [*where, *(one for one in event.named if one.startswith(f"{located.PLACE}:"))]
            target = stay.fact.target or ""
            if target and any(located.one_in_the_other(texts.edition, target, one) for one in places):
                yield event


def _meet(one: Dating, other: Dating) -> bool:
    """Whether two datings share a beginning or an end, each as exactly as the list says it."""
    return any(datings.overlap(a, b) for a in _bounds(one) for b in _bounds(other))


def _bounds(dating: Dating) -> Iterator[datings.Interval]:
    for value in (dating.when, dating.begin, dating.end, dating.not_before, dating.not_after):
        days = datings.interval(value) if value else None
        if days:
            yield days


def _named(texts: Texts, stay: Stay) -> tuple[Mention, ...]:
    """The mentions of the place; of what it lies in, where no text names the place itself."""
    edition, target = texts.edition, stay.fact.target or ""
    for one in (target, *located.around(edition, target)):
        found = tuple(_mentions(texts, one))
        if found:
            return found
    return ()


def _beside(texts: Texts, person: Entity, place: Mention) -> bool:
    """Whether the person is named in the sentence of the place, or in the one before it."""
    block = place.article_id, place.block
    here = (one for one in _mentions(texts, person.pointer) if (one.article_id, one.block) == block)
    return any(_just_before(texts, block, one.start, place.start) for one in here)


def _in_time(texts: Texts, stay: Stay, place: Mention) -> bool:
    """Whether a date within the stay stands in the sentence of the place, or in the one before it."""
    block = place.article_id, place.block
    return any(
        _just_before(texts, block, start, place.start)
        for start, days in texts.dates.get(block, ())
        if datings.overlap(days, stay.days)
    )


def _just_before(texts: Texts, block: Block, one: int, other: int) -> bool:
    """Whether the sentence at one position is that at another, or the one before it."""
    first, second = (sum(stop <= start for stop in texts.stops[block]) for start in (one, other))
    return second - first in (0, 1)
