"""The map: the places that the texts name, and the ways of persons, each as picture and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition import urls, words
from edition.model import Edition, Page
from edition.pages import facts
from edition.pages.facts import Mark, Piece, Place
from edition.pages.frame import Frame, frame
from edition.pages.navigation import Link
from edition.pages.spots import Spot, seen_from
from edition.pictures.maps import grounds, located, names, places, stays
from edition.pictures.maps.itineraries import Route, route, years
from edition.pictures.maps.labels import LEADING, Label
from edition.pictures.maps.places import Named, Plate
from edition.pictures.maps.stays import BIRTH, DEATH, Itinerary, Leg, Stay

TITLE = "Karte"
# What readers are told; names in braces are filled in.
SAYS = {
    "description": "Karte der Orte, die der Text nennt, und der Wege seiner Personen.",
    "jumps": "Auf dieser Seite",
    "places": "Orte",
    "how-places": "Jeder Kreis ist ein Ort, den der Text nennt; die Fläche wächst mit der Zahl der Stellen, die hinter "
    "dem Namen steht. Ein gestrichelter Ring steht für ein Land oder eine Landschaft und sitzt in deren Mitte. Die Namen "
    "sind die des Textes. Grenzen fehlen: Die heutigen sind nicht die der Zeit, von der er erzählt.",
    "missing": "Ohne Punkt auf der Karte, weil die Register keine Koordinaten geben:",
    "table": "Alle Orte als Tabelle",
    "place": "Ort",
    "names": "Namen im Text und in der Zeit",
    "coordinates": "Koordinaten",
    "mentions": "Stellen",
    "in-text": "im Text",
    "world": "Die Welt",
    "europe": "Europa",
    "plate": "{sheet}: {count}, nach der Zahl ihrer Nennungen; am häufigsten {most}.",
    "inset": "Was im Kasten liegt, zeigt die zweite Karte größer.",
    "ways": "Lebenswege",
    "how-ways": "Gezeichnet sind nur Aufenthalte, die in den Registern mit Ort und Zeit stehen, in ihrer Folge. "
    "Durchgezogen ist ein Weg, der unmittelbar von einem zum nächsten führt, gestrichelt einer, bei dem mehr als ein Jahr "
    "oder ein Aufenthalt ohne Punkt dazwischenliegt; innerhalb eines Landes ist kein Weg gezogen. Die Linien zeigen, "
    "woher und wohin, nicht die Route. Die kleinen Zahlen nennen die Belege, die Absätze die Stellen, die davon erzählen.",
    "way": "Weg: {stays}.",
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
_LIFE = {BIRTH: SAYS["born"], DEATH: SAYS["died"]}
MOST = 3  # places that a text alternative names


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a label: where its base stands, and its words; a figure after the name."""

    y: float
    words: str
    figure: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A label as SVG: its anchor, its lines, perhaps a line that leads to what it names."""

    x: float
    anchor: str
    lines: tuple[Line, ...]
    leader: str


@dataclass(frozen=True, slots=True)
class Mark2D:
    """A circle with its label, leading to an entry or a row; `says` is its name for those who do not see it."""

    href: str
    says: str
    x: float
    y: float
    radius: float
    area: bool
    text: Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet: its size, the land, what stands on it."""

    title: str
    says: str
    width: int
    height: int
    land: str
    marks: tuple[Mark2D, ...]
    inset: str = ""
    elsewhere: tuple[tuple[float, float, float], ...] = ()
    curves: tuple[tuple[str, str, bool], ...] = ()  # line, head, whether direct


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the table."""

    name: Piece
    kind: str
    called: str  # in the texts, where that is another name
    dated: tuple[str, ...]
    mentions: int
    where: str


@dataclass(frozen=True, slots=True)
class Step:
    """A stay in the list of a way: when, where, how it was reached, on what that rests."""

    id: str
    number: int
    dated: str
    life: str
    name: Piece
    filed: Piece | None  # the entry, where it is filed under another name
    about: tuple[str, ...]  # how it was reached, whether it has no point, what the list remarks
    certainty: str
    marks: tuple[Mark, ...]
    passages: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """The way of a person."""

    id: str
    name: Piece
    drawing: Drawing
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """The page's values."""

    frame: Frame
    says: Mapping[str, str]
    extent: str
    jumps: tuple[Link, ...]
    drawings: tuple[Drawing, ...]
    missing: tuple[Piece, ...]
    rows: tuple[Row, ...]
    ways: tuple[Way, ...]
    sources: tuple[Mark, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The map; none where no place with coordinates is named and nobody's way is known."""
    named, ways = places.named(edition), stays.itineraries(edition)
    plates = places.plates(named)
    if not (plates or ways):
        return
    place = Place(edition, urls.MAP, facts.marks(edition, urls.MAP, _sources(ways)))
    context = Map(
        frame=frame(edition, urls.MAP, TITLE, description=SAYS["description"]),
        says=SAYS,
        extent=_extent(named, ways),
        jumps=tuple(_jumps(named, ways)),
        drawings=tuple(_drawing(plate, named, plates) for plate in plates),
        missing=tuple(_counted(place, one) for one in named if not one.spot) if plates else (),
        rows=tuple(
            _row(place, one) for one in sorted(named, key=lambda one: words.sort_key(one.entity.name))
        ),
        ways=tuple(_ways(place, ways)),
        sources=tuple(place.marks.values()),
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


def _jumps(named: Sequence[Named], ways: Sequence[Itinerary]) -> Iterator[Link]:
    if named:
        yield Link(SAYS["places"], "#orte")
        yield Link(SAYS["table"], "#tabelle")
    for way in ways:
        yield Link(way.person.name, f"#weg_{way.person.id}")


def _counted(place: Place, one: Named) -> Piece:
    piece = place.piece(one.entity.pointer)
    return Piece(f"{piece.words} ({len(one.mentions)})", piece.href)


# The map of places.


def _drawing(plate: Plate, named: Sequence[Named], plates: Sequence[Plate]) -> Drawing:
    called = {one.entity.pointer: one.naming.main for one in named}
    texts = {label.key: _text(label) for label in plate.labels}
    most = [f"{called[one.pointer]} ({one.mentions})" for one in plate.circles[:MOST]]
    count = words.count(len(plate.circles), "Ort", "Orte")
    says = SAYS["plate"].format(sheet=SAYS[plate.slug], count=count, most=", ".join(most))
    inner = next((one for one in plates if one is not plate and plate.inset), None)
    return Drawing(
        title=SAYS[plate.slug],
        says=f"{says} {SAYS['inset']}" if inner else says,
        width=plate.frame.width,
        height=plate.frame.height,
        land=plate.land,
        marks=tuple(
            Mark2D(
                href=urls.relative(urls.entity(one.pointer), urls.MAP),
                says=f"{called[one.pointer]}, {words.count(one.mentions, 'Stelle', 'Stellen')}",
                x=one.x,
                y=one.y,
                radius=one.radius,
                area=one.area,
                text=texts[one.pointer],
            )
            for one in plate.circles
        ),
        inset=plate.inset,
        elsewhere=tuple((one.x, one.y, one.radius) for one in plate.elsewhere),
    )


def _text(label: Label) -> Text:
    lines = tuple(
        Line(round(label.y + number * LEADING, 1), *_figure(line, number), minor=number > 0)
        for number, line in enumerate(label.lines)
    )
    leader = ""
    if label.leader:
        (a, b), (c, d) = label.leader
        leader = f"M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}"
    return Text(round(label.x, 1), label.anchor, lines, leader)


def _figure(line: str, number: int) -> tuple[str, str]:
    """The name and the figure after it, in the first line of a label."""
    name, _, figure = line.rpartition(" ")
    return (name, figure) if number == 0 and figure.isdecimal() else (line, "")


def _row(place: Place, one: Named) -> Row:
    fact = next((fact for fact in one.entity.facts if fact.slug == located.COORDINATES), None)
    within = [fact.text for fact in one.entity.facts if fact.slug == located.WITHIN and fact.text]
    where = words.coordinates(_rounded(fact.text)) if fact and one.spot else SAYS["nowhere"]
    if not one.spot and within:
        where += f"; {SAYS['within'].format(places=', '.join(within))}"
    called = [one.naming.main, *one.naming.others]
    return Row(
        name=place.piece(one.entity.pointer),
        kind=words.type_of(one.entity.type),
        called="" if called == [one.entity.name] else ", ".join(f"»{name}«" for name in called),
        dated=tuple(f"{name.text} ({years(name.dating)})" for name in names.dated(one.entity)),
        mentions=len(one.mentions),
        where=where,
    )


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
        drawn = route(way)
        yield Way(
            id=f"weg_{way.person.id}",
            name=place.piece(way.person.pointer),
            drawing=_route(way, drawn),
            steps=tuple(steps),
        )


def _id(way: Itinerary, stay: Stay) -> str:
    return f"weg_{way.person.id}.{stay.number}"


def _step(place: Place, way: Itinerary, stay: Stay, leg: Leg | None, told: tuple[Spot, ...]) -> Step:
    entity = place.edition.entities.get(stay.fact.target or "")
    piece = place.piece(entity.pointer, stay.name) if entity else Piece(stay.fact.text)
    filed = place.piece(entity.pointer) if entity and entity.name != stay.name else None
    return Step(
        id=_id(way, stay),
        number=stay.number,
        dated=words.dating(stay.fact.dating),
        life=_LIFE.get(stay.fact.slug, ""),
        name=Piece(piece.words) if filed else piece,
        filed=filed,
        about=tuple(
            part
            for part in (_came(leg) if leg else "", "" if stay.spot else SAYS["unplaced"], stay.fact.note)
            if part
        ),
        certainty=words.certainty(stay.fact.certainty),
        marks=place.cited(stay.fact.sources),
        passages=told,
    )


def _came(leg: Leg) -> str:
    parts = [SAYS["from"].format(place=leg.start.name), words.dating(leg.dating)]
    return ", ".join([*parts, *([] if leg.direct else [SAYS["indirect"]])])


def _route(way: Itinerary, drawn: Route) -> Drawing:
    texts: Mapping[str, Label] = {label.key: label for label in drawn.labels}
    told = (f"{stay.number} {stay.name}, {words.dating(stay.fact.dating)}" for stay in way.stays if stay.spot)
    return Drawing(
        title=way.person.name,
        says=SAYS["way"].format(stays="; ".join(told)),
        width=drawn.frame.width,
        height=drawn.frame.height,
        land=drawn.land,
        marks=tuple(
            Mark2D(
                href=f"#{_id(way, node.stays[0])}",
                says="; ".join(
                    f"{stay.number} {stay.name}, {words.dating(stay.fact.dating)}" for stay in node.stays
                ),
                x=node.x,
                y=node.y,
                radius=node.radius,
                area=node.area,
                text=_text(texts[str(node.stays[0].number)]),
            )
            for node in drawn.nodes
        ),
        curves=tuple((one.line, one.head, one.leg.direct) for one in drawn.curves),
    )
