"""The sheets of the map as the template draws them: every mark a link with a name, every label in its lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from edition import urls, words
from edition.interface import Messages
from edition.pages.facts import Place
from edition.pictures.maps.itineraries import Route
from edition.pictures.maps.labels import LEADING, Label
from edition.pictures.maps.places import Named, Plate
from edition.pictures.maps.stays import Itinerary, Stay

# What readers are told; names in braces are filled in.
SAYS = Messages(
    {
        "world": "Die Welt",
        "europe": "Europa",
        "plate": "{sheet}: {count}, nach der Zahl ihrer Nennungen; am häufigsten {most}.",
        "inset": "Was im Kasten liegt, zeigt die zweite Karte größer.",
        "way": "Weg: {stays}.",
    }
)
SPOTS, LANDS = "spots", "lands"  # the pieces of the map of places
MOST = 3  # places that a text alternative names


class Line(Struct, frozen=True):
    """A line of a label: where its base stands, and its words; a figure after the name."""

    y: float
    words: str
    figure: str
    minor: bool


class Text(Struct, frozen=True):
    """A label as SVG: its anchor, its lines, perhaps a line that leads to what it names."""

    x: float
    anchor: str
    lines: tuple[Line, ...]
    leader: str


class Mark2D(Struct, frozen=True):
    """A circle with its label, leading to an entry or a row; `says` is its name for those who do not see it."""

    href: str
    says: str
    x: float
    y: float
    radius: float
    area: bool
    text: Text
    count: int = 0  # of mentions
    piece: str = ""  # which of PIECES it is


class Drawing(Struct, frozen=True):
    """A sheet: its size, the land, what stands on it."""

    title: str
    says: str
    language: str  # of the names on it, where it is not the page's
    width: int
    height: int
    land: str
    marks: tuple[Mark2D, ...]
    inset: str = ""
    elsewhere: tuple[tuple[float, float, float], ...] = ()
    curves: tuple[tuple[str, str, bool], ...] = ()  # line, head, whether direct


def of_places(place: Place, plate: Plate, named: Sequence[Named]) -> Drawing:
    """A sheet of the map of places."""
    called = {one.entity.pointer: one.naming.main for one in named}
    texts = {label.key: _text(label) for label in plate.labels}
    most = [f"{called[one.pointer]} ({one.mentions})" for one in plate.circles[:MOST]]
    count = words.count(len(plate.circles), "Ort", "Orte")
    says = SAYS["plate"].format(sheet=SAYS[plate.slug], count=count, most=", ".join(most))
    return Drawing(
        title=SAYS[plate.slug],
        says=f"{says} {SAYS['inset']}" if plate.inset else says,
        language=place.tag,
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
                count=one.mentions,
                piece=LANDS if one.area else SPOTS,
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


def of_way(place: Place, way: Itinerary, drawn: Route, row: Callable[[Stay], str]) -> Drawing:
    """The sheet of a way; `row` is the id of a stay in the list beside it."""
    texts: Mapping[str, Label] = {label.key: label for label in drawn.labels}
    told = (f"{stay.number} {stay.name}, {words.dating(stay.fact.dating)}" for stay in way.stays if stay.spot)
    return Drawing(
        title=way.person.name,
        says=SAYS["way"].format(stays="; ".join(told)),
        language=place.tag,
        width=drawn.frame.width,
        height=drawn.frame.height,
        land=drawn.land,
        marks=tuple(
            Mark2D(
                href=f"#{row(node.stays[0])}",
                says="{} ({})".format(
                    " ".join(texts[str(node.stays[0].number)].lines),
                    "; ".join(words.dating(stay.fact.dating) for stay in node.stays),
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
