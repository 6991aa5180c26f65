"""Where persons were, and when: births, dated stays and deaths as the lists state them, in the order of time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from edition import datings
from edition.model import Dating, Edition, Entity, Fact
from edition.pictures.maps import located, names
from edition.pictures.maps.projection import Spot

BIRTH, STAY, DEATH = "birth", "residence", "death"
_RANK = {BIRTH: 0, STAY: 1, DEATH: 2}
NEXT = 366  # days within which one stay follows on another


class Stay(Struct, frozen=True):
    """A dated fact that says where a person was; without a place of the lists it has words only."""

    fact: Fact
    number: int  # in the order of time, from 1
    name: str  # of the place, in its time
    spot: Spot | None = None
    point: str = ""  # pointer of the place whose coordinates these are
    area: bool = False

    @property
    def days(self) -> datings.Interval:
        """First and last day; an open end reaches as far as dates do."""
        return datings.span(self.fact.dating) or (date.min, date.max)


class Leg(Struct, frozen=True):
    """A way from one located stay to the next. `direct` unless something lies between: a stay without coordinates, or
    more than a year."""

    start: Stay
    end: Stay
    direct: bool

    @property
    def dating(self) -> Dating:
        """When it was gone: after the end of the one, before the beginning of the other."""
        left = _last(self.start.fact)
        came = _first(self.end.fact)
        if left and came:
            return Dating(when=came) if left == came else Dating(not_before=left, not_after=came)
        return Dating(when=came) if came else Dating(not_before=left)


class Itinerary(Struct, frozen=True):
    """The stays of a person, and the ways between those that have coordinates."""

    person: Entity
    stays: tuple[Stay, ...]
    legs: tuple[Leg, ...]


def itineraries(edition: Edition) -> tuple[Itinerary, ...]:
    """Whoever stayed somewhere and can be followed to another place; who is named most, first."""
    found = []
    for entity in edition.entities.values():
        known = stays(edition, entity) if entity.kind == "person" else ()
        ways = tuple(legs(edition, known))
        if ways and any(stay.spot and stay.fact.slug == STAY for stay in known):
            found.append(Itinerary(entity, known, ways))
    texts = {text.id for text in edition.articles}

    def named(one: Itinerary) -> int:
        return sum(place.article_id in texts for place in edition.mentions.get(one.person.pointer, ()))

    return tuple(sorted(found, key=lambda one: (-named(one), one.person.id)))


def stays(edition: Edition, person: Entity) -> tuple[Stay, ...]:
    """The dated facts of a person that name a place, in the order of time, longer ones before those within them."""
    told = [fact for fact in person.facts if fact.slug in _RANK and datings.span(fact.dating)]
    placed = sorted((fact for fact in told if fact.target or fact.text), key=_order)
    return tuple(_stay(edition, fact, number) for number, fact in enumerate(placed, 1))


def _order(fact: Fact) -> tuple[date, int, int]:
    first, last = datings.span(fact.dating) or (date.max, date.max)
    begins = last if first == date.min else first  # what has only an end stands there
    return begins, _RANK[fact.slug], -last.toordinal()


def _stay(edition: Edition, fact: Fact, number: int) -> Stay:
    place = edition.entities.get(fact.target or "")
    if place is None:
        return Stay(fact, number, fact.text)
    name, lying = names.at(place, fact.dating, fact.text), located.lying(edition, place.pointer)
    if not lying:
        return Stay(fact, number, name)
    point, spot = lying
    area = edition.entities[point].type in located.AREAS
    return Stay(fact, number, name, spot, point, area)


def legs(edition: Edition, known: tuple[Stay, ...]) -> Iterator[Leg]:
    """The ways between located stays; none where one place lies in the other, for nobody leaves there."""
    placed = [stay for stay in known if stay.spot]
    for start, end in itertools.pairwise(placed):
        if not located.one_in_the_other(edition, start.point, end.point):
            between = end.number - start.number > 1
            yield Leg(start, end, not between and _follows(start, end))


def _follows(start: Stay, end: Stay) -> bool:
    """Whether one stay follows on another; one with an open end lasts until the next."""
    if start.fact.dating.begin and not start.fact.dating.end:
        return True
    return (end.days[0] - start.days[1]).days <= NEXT


def _first(fact: Fact) -> str | None:
    return fact.dating.when or fact.dating.begin or fact.dating.not_before


def _last(fact: Fact) -> str | None:
    return fact.dating.when or fact.dating.end or fact.dating.not_after
