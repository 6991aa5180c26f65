"""The lives of the persons a text names, with the years it tells of them and the events they took part in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from edition import datings, graph, words
from edition.interface import N_, _
from edition.model import DateRef, Dating, Edition, Entity, Fact
from edition.pages import dated, narrated
from edition.pages.facts import Piece, Place
from edition.pages.spots import Spot, Spots, told_apart
from edition.pictures import lives, telling
from edition.pictures.lives import End, Happening, Life, Plate

PERSON, EVENT = "person", "event"
BIRTH, DEATH = "birth", "death"
SIGNS = 24  # of a name in the picture
# Events that are the end of a line, or nothing but its memory.
OF_A_LIFE = frozenset({"birth", "death", "murder", "execution", "funeral", "anniversary"})
FORMS = (("wide", lives.WIDE), ("narrow", lives.NARROW))
EXTENT = N_("{persons} mit Lebensdaten; von {told} sagt der Text in einem Satz mit einer Zeitangabe etwas")
Told = tuple[Spot, bool]  # a passage, and whether its date is certain and exact


@dataclass(frozen=True, slots=True)
class Year:
    """A year in which a text tells of somebody, with the passages."""

    year: int
    spots: tuple[Spot, ...]
    sure: bool  # whether one of the dates is certain and exact

    @property
    def places(self) -> tuple[Spot, ...]:
        """The passages, told apart for a list."""
        return tuple(told_apart(self.spots))

    @property
    def said(self) -> str:
        """The passages in words."""
        several = f" ({words.count(len(self.spots), 'Stelle', 'Stellen')})" if len(self.spots) > 1 else ""
        return f"{self.year}, {self.spots[0].label}{several}"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the texts name."""

    name: Piece
    label: str  # in the picture
    born: tuple[str, str]  # the date, and how certain it is
    died: tuple[str, str]
    count: int
    years: tuple[Year, ...]
    events: tuple[Piece, ...]
    life: Life | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The picture for one width."""

    form: str
    plate: Plate


@dataclass(frozen=True, slots=True)
class Lives:
    """What the page says and shows of lives."""

    summary: str
    bare: tuple[Person, ...]
    drawn: tuple[Person, ...]  # in the order of birth
    drawings: tuple[Drawing, ...]
    language: str  # of the names of events, where it is not the page's


def shown(place: Place, spots: Spots) -> Lives | None:
    """The lives; none where nobody named has a date of birth or death."""
    edition = place.edition
    years = _years(edition, spots)
    named = [
        _person(place, one, years.get(one.pointer, {}))
        for one in edition.entities.values()
        if one.kind == PERSON and graph.mentioned(edition, one.pointer)
    ]
    drawn = sorted(
        (one for one in named if one.life),
        key=lambda one: (one.life.begin if one.life else date.max, words.sort_key(one.name.words)),
    )
    if not drawn:
        return None
    bare = sorted((one for one in named if not one.life), key=lambda one: words.sort_key(one.name.words))
    happenings = _happenings(edition)
    found = [one.life for one in drawn if one.life]
    return Lives(
        summary=_summary(drawn),
        bare=tuple(bare),
        drawn=tuple(drawn),
        drawings=tuple(Drawing(name, lives.plate(found, happenings, form)) for name, form in FORMS),
        language=place.tag,
    )


def end(fact: Fact | None) -> End | None:
    """Birth or death as far as it is known; of what is open at one side, the other, in doubt."""
    days = datings.span(fact.dating) if fact else None
    if not fact or not days:
        return None
    first, last = days
    doubted = fact.certainty not in narrated.SURE or date.min == first or date.max == last
    return End(last if first == date.min else first, first if last == date.max else last, doubted)


def _person(place: Place, one: Entity, told: Mapping[int, Sequence[Told]]) -> Person:
    facts = {fact.slug: fact for fact in reversed(one.facts) if fact.dating}
    birth, death = end(facts.get(BIRTH)), end(facts.get(DEATH))
    events = [
        (days[0] if days[0] != date.min else days[1], event)
        for event in place.edition.entities.values()
        if event.kind == EVENT and one.pointer in event.named
        for days in [datings.span(dated.of_event(event))]
        if days
    ]
    events.sort(key=lambda each: (each[0], each[1].id))
    life = Life(_label(one.name), birth, death, tuple(sorted(told)), tuple(day for day, _ in events))
    return Person(
        name=place.piece(one.pointer),
        label=_label(one.name),
        born=_said(facts.get(BIRTH)),
        died=_said(facts.get(DEATH)),
        count=len(graph.mentioned(place.edition, one.pointer)),
        years=tuple(_told(year, told[year]) for year in sorted(told)),
        events=tuple(place.piece(event.pointer, narrated.called(event.name)) for _, event in events),
        life=life if birth or death else None,
    )


def _said(fact: Fact | None) -> tuple[str, str]:
    return (words.dating(fact.dating), words.certainty(fact.certainty)) if fact else ("", "")


def _label(name: str) -> str:
    """The name as it is filed, with as many given names as there is room for."""
    family, comma, given = name.partition(", ")
    kept = given.split() if comma else []
    while kept and len(f"{family}, {' '.join(kept)}") > SIGNS:
        kept.pop()
    return f"{family}, {' '.join(kept)}" if kept else family


def _told(year: int, told: Sequence[Told]) -> Year:
    return Year(year, tuple(dict.fromkeys(spot for spot, _ in told)), any(sure for _, sure in told))


def _years(edition: Edition, spots: Spots) -> Mapping[str, Mapping[int, Sequence[Told]]]:
    """By person: the years of the dates that stand in one sentence with the name."""
    found: dict[str, dict[int, list[Told]]] = {}
    persons = [one.pointer for one in edition.entities.values() if one.kind == PERSON]
    for text in edition.articles:
        blocks = {block.id: block for block in text.blocks if block.element == narrated.PROSE}
        dates = narrated.resolved(edition, text)
        for mention in (one for pointer in persons for one in graph.mentioned(edition, pointer)):
            if mention.article_id == text.id and mention.block in blocks:
                first, last = narrated.sentence(blocks[mention.block], mention.start)
                spot = spots.at(text.id, mention.block, mention.anchor)
                for one in dates:
                    if one.block == mention.block and first <= one.start < last:
                        years = found.setdefault(mention.pointer, {})
                        years.setdefault(_year(one.dating), []).append((spot, _sure(one)))
    return found


def _sure(one: DateRef) -> bool:
    return one.certainty in narrated.SURE and dated.grain(one.dating) != dated.FRAME


def _year(dating: Dating) -> int:
    """The year by which the other picture places a date."""
    first, last = datings.span(dating) or (date.min, date.max)
    kind = narrated.KINDS.get(dated.grain(dating), "point")
    return telling.head(telling.Told(0, first, last, kind)).year


def _happenings(edition: Edition) -> tuple[Happening, ...]:
    """The events that may be drawn through all lives: told more than once, the most told first, then the longest."""
    found = [
        (-count, (first - last).days, first, narrated.called(one.name))
        for one in edition.entities.values()
        if one.kind == EVENT and one.type not in OF_A_LIFE
        for count in [len(graph.mentioned(edition, one.pointer))]
        for first, last in [datings.span(dated.of_event(one)) or (date.min, date.max)]
        if count > 1 and first != date.min and last != date.max
    ]
    return tuple(Happening(label, first) for _, _, first, label in sorted(found))


def _summary(drawn: Sequence[Person]) -> str:
    persons = words.count(len(drawn), "Person", "Personen")
    said = _(EXTENT).format(persons=persons, told=sum(bool(one.years) for one in drawn))
    return f"{said}."
