"""The map: the places that the texts name, and the ways of persons, each as picture and as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from edition import urls, words
from edition.interface import N_, Messages, _
from edition.model import Edition, Page
from edition.pages import facts, seeing, sheets
from edition.pages.facts import Mark, Piece, Place
from edition.pages.frame import Frame, frame
from edition.pages.navigation import Link
from edition.pages.spots import Spot, seen_from
from edition.pictures.maps import grounds, located, names, places, stays
from edition.pictures.maps.itineraries import route, years
from edition.pictures.maps.places import Named
from edition.pictures.maps.stays import BIRTH, DEATH, Itinerary, Leg, Stay

TITLE = N_("Karte")
# What readers are told; names in braces are filled in.
SAYS = Messages(
    {
        "description": "Karte der Orte, die der Text nennt, und der Wege seiner Personen.",
        "jumps": "Auf dieser Seite",
        "places": "Orte",
        "how-places": "Jeder Kreis ist ein Ort, den der Text nennt; die Fläche wächst mit der Zahl der Stellen, die hinter "
        "dem Namen steht. Ein gestrichelter Ring steht für ein Land oder eine Landschaft und sitzt in deren Mitte. Die Namen "
        "sind die des Textes. Grenzen fehlen: Die heutigen sind nicht die der Zeit, von der er erzählt.",
        "spots": "Orte",
        "lands": "Länder und Landschaften",
        "least": "Orte ab so vielen Stellen:",
        "missing": "Ohne Punkt auf der Karte, weil die Register keine Koordinaten geben:",
        "table": "Alle Orte als Tabelle",
        "place": "Ort",
        "names": "Namen im Text und in der Zeit",
        "coordinates": "Koordinaten",
        "mentions": "Stellen",
        "in-text": "im Text",
        "ways": "Lebenswege",
        "how-ways": "Gezeichnet sind nur Aufenthalte, die in den Registern mit Ort und Zeit stehen, in ihrer Folge. "
        "Durchgezogen ist ein Weg, der unmittelbar von einem zum nächsten führt, gestrichelt einer, bei dem mehr als ein Jahr "
        "oder ein Aufenthalt ohne Punkt dazwischenliegt; innerhalb eines Landes ist kein Weg gezogen. Die Linien zeigen, "
        "woher und wohin, nicht die Route. Die kleinen Zahlen nennen die Belege, die Absätze die Stellen, die davon erzählen.",
        "born": "geboren",
        "died": "gestorben",
        "from": "von {place}",
        "unplaced": "ohne Punkt auf der Karte",
        "within": "liegt in {places}",
        "nowhere": "ohne Koordinaten",
        "indirect": "nicht unmittelbar",
        "told": "im Text:",
        "credits": "Umrisse des Landes: Natural Earth, gemeinfrei. Entwürfe: Equal Earth, für Europa und nahe Wege Lamberts "
        "flächentreuer Azimutalentwurf.",
    }
)
MARKS, ROWS, MISSING = 150, 400, 150  # places that have room in the picture, in the table, without a point
WAYS, STAYS = 12, 30  # persons whose way is drawn, and how many stays that can have
LIMIT = N_("Gezeigt sind die {shown} am häufigsten genannten von {all} Orten, in der Tabelle {rows}.")
LIMIT_WAYS = N_("Gezeichnet sind die Wege der {shown} am häufigsten Genannten von {all}.")
_LIFE = {BIRTH: "born", DEATH: "died"}


class Row(Struct, frozen=True):
    """A place in the table."""

    name: Piece
    kind: str
    called: Piece | None  # in the texts, where that is another name
    dated: tuple[Piece, ...]
    mentions: int
    where: tuple[Piece, ...]


class Step(Struct, frozen=True):
    """A stay in the list of a way: when, where, how it was reached, on what that rests."""

    id: str
    number: int
    dated: str
    life: str
    name: Piece
    filed: Piece | None  # the entry, where it is filed under another name
    about: tuple[tuple[Piece, ...], ...]  # how it was reached, whether it has no point, what the list remarks
    certainty: str
    marks: tuple[Mark, ...]
    passages: tuple[Spot, ...]


class Way(Struct, frozen=True):
    """The way of a person."""

    id: str
    name: Piece
    drawing: sheets.Drawing
    steps: tuple[Step, ...]


class Map(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    says: Mapping[str, str]
    extent: str
    limits: tuple[str, ...]  # what is shown, where that is not all
    jumps: tuple[Link, ...]
    drawings: tuple[sheets.Drawing, ...]
    missing: tuple[Piece, ...]
    rows: tuple[Row, ...]
    ways: tuple[Way, ...]
    sources: tuple[Mark, ...]
    key: tuple[tuple[str, str], ...]  # pieces of the map of places, and what they are
    aids: Mapping[str, Any]


def pages(edition: Edition) -> Iterator[Page]:
    """The map; none where no place with coordinates is named and nobody's way is known."""
    named, every = places.named(edition), stays.itineraries(edition)
    ways = [one for one in every if len(one.stays) <= STAYS][:WAYS]
    marked = [one for one in named if one.spot][:MARKS]
    plates = places.plates(marked)
    if not (plates or ways):
        return
    place = Place(edition, urls.MAP, facts.marks(edition, urls.MAP, _sources(ways)))
    context = Map(
        frame=frame(edition, urls.MAP, _(TITLE), description=SAYS["description"], script="pictures"),
        says=SAYS,
        extent=_extent(named, every),
        limits=tuple(_limits(named, len(marked), every, len(ways))),
        jumps=tuple(_jumps(named, ways)),
        drawings=tuple(sheets.of_places(place, plate, named) for plate in plates),
        missing=tuple(_counted(place, one) for one in named if not one.spot)[:MISSING] if plates else (),
        rows=tuple(
            _row(place, one) for one in sorted(named[:ROWS], key=lambda one: words.sort_key(one.entity.name))
        ),
        ways=tuple(_ways(place, ways)),
        sources=tuple(place.marks.values()),
        key=((sheets.SPOTS, SAYS["spots"]), (sheets.LANDS, SAYS["lands"])),
        aids=seeing.aids(SAYS["least"]),
    )
    yield Page(urls.MAP, "map.html", context)


def _sources(ways: Sequence[Itinerary]) -> Iterator[str]:
    for way in ways:
        for stay in way.stays:
            yield from stay.fact.sources


def _extent(named: Sequence[Named], ways: Sequence[Itinerary]) -> str:
    parts = [words.count(len(named), "Ort", "Orte")] if named else []
    parts += [words.count(len(ways), "Lebensweg", "Lebenswege")] if ways else []
    return ", ".join(parts)


def _limits(named: Sequence[Named], marked: int, every: Sequence[Itinerary], ways: int) -> Iterator[str]:
    placed = sum(1 for one in named if one.spot)
    if placed > marked or len(named) > ROWS or len(named) - placed > MISSING:
        yield _(LIMIT).format(shown=marked, all=len(named), rows=min(len(named), ROWS))
    if len(every) > ways:
        yield _(LIMIT_WAYS).format(shown=ways, all=len(every))


def _jumps(named: Sequence[Named], ways: Sequence[Itinerary]) -> Iterator[Link]:
    if named:
        yield Link(SAYS["places"], "#orte")
        yield Link(SAYS["table"], "#tabelle")
    for way in ways:
        yield Link(way.person.name, f"#weg_{way.person.id}")


def _counted(place: Place, one: Named) -> Piece:
    piece = place.piece(one.entity.pointer)
    return replace(piece, words=f"{piece.words} ({len(one.mentions)})")


def _row(place: Place, one: Named) -> Row:
    fact = next((fact for fact in one.entity.facts if fact.slug == located.COORDINATES), None)
    within = [fact.text for fact in one.entity.facts if fact.slug == located.WITHIN and fact.text]
    where: tuple[Piece, ...] = (
        Piece(words.coordinates(_rounded(fact.text)) if fact and one.spot else SAYS["nowhere"]),
    )
    if not one.spot and within:
        where += (Piece("; "), *_filled(SAYS["within"], Piece(", ".join(within), language=place.tag)))
    called = [one.naming.main, *one.naming.others]
    said = ", ".join(f"»{name}«" for name in called)
    return Row(
        name=place.piece(one.entity.pointer),
        kind=words.type_of(one.entity.type),
        called=None if called == [one.entity.name] else Piece(said, language=place.tag),
        dated=tuple(
            Piece(f"{name.text} ({years(name.dating)})", language=place.tag)
            for name in names.dated(one.entity)
        ),
        mentions=len(one.mentions),
        where=where,
    )


def _filled(message: str, piece: Piece) -> tuple[Piece, ...]:
    """A message with a gap, and what fills it."""
    before, after = re.split(r"\{\w+\}", message)
    return tuple(one for one in (Piece(before), piece, Piece(after)) if one.words)


def _rounded(coordinates: str) -> str:
    """To hundredths of a degree, about a kilometre: a map of the world shows no more."""
    return " ".join(
        f"{float(part):.2f}".rstrip("0").rstrip(".") for part in coordinates.replace(",", " ").split()
    )


# The ways of persons.


def _ways(place: Place, ways: Sequence[Itinerary]) -> Iterator[Way]:
    texts, spots = grounds.read(place.edition), seen_from(place.edition, urls.MAP)
    for way in ways:
        came = {leg.end.number: leg for leg in way.legs}
        steps = []
        for stay in way.stays:
            found = grounds.passages(texts, way.person, stay)
            told = tuple(spots.at(one.article_id, one.block, one.anchor) for one in found)
            steps.append(_step(place, way, stay, came.get(stay.number), told))
        yield Way(
            id=f"weg_{way.person.id}",
            name=place.piece(way.person.pointer),
            drawing=sheets.of_way(place, way, route(way), partial(_id, way)),
            steps=tuple(steps),
        )


def _id(way: Itinerary, stay: Stay) -> str:
    return f"weg_{way.person.id}.{stay.number}"


def _step(place: Place, way: Itinerary, stay: Stay, leg: Leg | None, told: tuple[Spot, ...]) -> Step:
    entity = place.edition.entities.get(stay.fact.target or "")
    piece = place.piece(entity.pointer, stay.name) if entity else Piece(stay.fact.text, language=place.tag)
    filed = place.piece(entity.pointer) if entity and entity.name != stay.name else None
    return Step(
        id=_id(way, stay),
        number=stay.number,
        dated=words.dating(stay.fact.dating),
        life=SAYS[_LIFE[stay.fact.slug]] if stay.fact.slug in _LIFE else "",
        name=replace(piece, href="") if filed else piece,
        filed=filed,
        about=tuple(_about(place, stay, leg)),
        certainty=words.certainty(stay.fact.certainty),
        marks=place.cited(stay.fact.sources),
        passages=told,
    )


def _about(place: Place, stay: Stay, leg: Leg | None) -> Iterator[tuple[Piece, ...]]:
    if leg:
        said = ["", words.dating(leg.dating), *([] if leg.direct else [SAYS["indirect"]])]
        yield (*_filled(SAYS["from"], Piece(leg.start.name, language=place.tag)), Piece(", ".join(said)))
    if not stay.spot:
        yield (Piece(SAYS["unplaced"]),)
    if stay.fact.note:
        yield (Piece(stay.fact.note, language=place.tag),)
