"""The lives of the persons a text names, with the years it tells of them and the events they took part in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

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
HEAVY, MOST = 160_000, 90  # bytes that lives make up, about, and how many there is room for
LIFE, YEAR, PASSAGE, TAKEN = 1_300, 500, 90, 120  # bytes of a life, its years, passages, events
YEARS, PASSAGES, EVENTS, BARE = 30, 12, 30, 120  # of a person; persons without dates
LIMIT = N_("Gezeigt sind die {shown} am häufigsten Genannten von {all}.")
Told = tuple[Spot, bool]  # a passage, and whether its date is certain and exact


class Year(Struct, frozen=True):
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


class Person(Struct, frozen=True):
    """Somebody the texts name."""

    name: Piece
    label: str  # in the picture
    born: tuple[str, str]  # the date, and how certain it is
    died: tuple[str, str]
    count: int
    years: tuple[Year, ...]
    events: tuple[Piece, ...]
    life: Life | None


class Drawing(Struct, frozen=True):
    """The picture for one width."""

    form: str
    plate: Plate


class Lives(Struct, frozen=True):
    """What the page says and shows of lives."""

    summary: str
    bare: tuple[Person, ...]
    drawn: tuple[Person, ...]  # in the order of birth
    drawings: tuple[Drawing, ...]
    language: str  # of the names of events, where it is not the page's


def shown(place: Place, spots: Spots) -> Lives | None:
    """The lives, of very many those of whom is named most; none where nobody named has a date of birth or death."""
    edition = place.edition
    years, events = _years(edition, spots), _events(edition)
    named = [
        _person(place, one, years.get(one.pointer, {}), events.get(one.pointer, ()))
        for one in edition.entities.values()
        if one.kind == PERSON and graph.mentioned(edition, one.pointer)
    ]
    everybody = [one for one in named if one.life]
    if not everybody:
        return None
    drawn = sorted(
        _chosen(everybody),
        key=lambda one: (one.life.begin if one.life else date.max, words.sort_key(one.name.words)),
    )
    bare = [one for one in named if not one.life]
    bare = sorted(
        sorted(bare, key=lambda one: -one.count)[:BARE], key=lambda one: words.sort_key(one.name.words)
    )
    happenings = _happenings(edition)
    found = [one.life for one in drawn if one.life]
    number = len(named)
    limit = (
        _(LIMIT).format(shown=len(drawn) + len(bare), all=number) if len(drawn) + len(bare) < number else ""
    )
    return Lives(
        summary=f"{_summary(everybody)} {limit}".strip(),
        bare=tuple(bare),
        drawn=tuple(drawn),
        drawings=tuple(Drawing(name, lives.plate(found, happenings, form)) for name, form in FORMS),
        language=place.tag,
    )


def _chosen(persons: Sequence[Person]) -> list[Person]:
    """As many of those named most as there is room for."""
    chosen: list[Person] = []
    left = HEAVY
    for one in sorted(persons, key=lambda one: -one.count)[:MOST]:
        passages = sum(len(year.spots) for year in one.years)
        left -= LIFE + YEAR * len(one.years) + PASSAGE * passages + TAKEN * len(one.events)
        if chosen and left < 0:
            break
        chosen.append(one)
    return chosen


def end(fact: Fact | None) -> End | None:
    """Birth or death as far as it is known; of what is open at one side, the other, in doubt."""
    days = datings.span(fact.dating) if fact else None
    if not fact or not days:
        return None
    first, last = days
    doubted = fact.certainty not in narrated.SURE or date.min == first or date.max == last
    return End(last if first == date.min else first, first if last == date.max else last, doubted)


def _events(edition: Edition) -> Mapping[str, Sequence[tuple[date, Entity]]]:
    """The events that name each person, by date."""
    found: dict[str, list[tuple[date, Entity]]] = defaultdict(list)
    for event in edition.entities.values():
        days = datings.span(dated.of_event(event)) if event.kind == EVENT else None
        if days:
            begins = days[0] if days[0] != date.min else days[1]
            for pointer in dict.fromkeys(event.named):
                found[pointer].append((begins, event))
    return {
        pointer: sorted(several, key=lambda each: (each[0], each[1].id)) for pointer, several in found.items()
    }


def _person(
    place: Place, one: Entity, told: Mapping[int, Sequence[Told]], events: Sequence[tuple[date, Entity]]
) -> Person:
    facts = {fact.slug: fact for fact in reversed(one.facts) if fact.dating}
    birth, death = end(facts.get(BIRTH)), end(facts.get(DEATH))
    years, events = sorted(told)[:YEARS], events[:EVENTS]
    life = Life(_label(one.name), birth, death, tuple(years), tuple(day for day, _ in events))
    return Person(
        name=place.piece(one.pointer),
        label=_label(one.name),
        born=_said(facts.get(BIRTH)),
        died=_said(facts.get(DEATH)),
        count=len(graph.mentioned(place.edition, one.pointer)),
        years=tuple(_told(year, told[year]) for year in years),
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
    spots = tuple(dict.fromkeys(spot for spot, _ in told))
    return Year(year, spots[:PASSAGES], any(sure for _, sure in told))


def _years(edition: Edition, spots: Spots) -> Mapping[str, Mapping[int, Sequence[Told]]]:
    """By person: the years of the dates that stand in one sentence with the name."""
    found: dict[str, dict[int, list[Told]]] = {}
    dates: dict[tuple[str, str], list[DateRef]] = defaultdict(list)
    for text in edition.articles:
        for one in narrated.resolved(edition, text):
            dates[text.id, one.block].append(one)
    blocks = {
        (text.id, block.id): block
        for text in edition.articles
        for block in text.blocks
        if block.element == narrated.PROSE and (text.id, block.id) in dates
    }
    persons = [one.pointer for one in edition.entities.values() if one.kind == PERSON]
    for mention in (one for pointer in persons for one in graph.mentioned(edition, pointer)):
        place = mention.article_id, mention.block
        if place in blocks:
            first, last = narrated.sentence(blocks[place], mention.start)
            spot = spots.at(*place, mention.anchor)
            for one in dates[place]:
                if first <= one.start < last:
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
