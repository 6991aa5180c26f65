"""The map of the places that the texts name: where each stands, how often it is named, what it is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from msgspec import Struct

from edition.grouped import mentioned
from edition.model import Edition, Entity, Mention
from edition.pictures.maps import labels, located, names, outlines
from edition.pictures.maps.frames import Frame, Sheet, fitted
from edition.pictures.maps.labels import Ground, Label, Wish
from edition.pictures.maps.projection import Azimuthal, EqualEarth, Projection, Spot

UNIT = 3.9  # radius of the circle of a single mention; areas grow with the mentions
LARGEST = 150  # mentions whose area has room; where a place has more, all are drawn smaller
SHEET = Sheet(width=720, lowest=280, highest=640, beside=64, above=34)
EUROPE: Projection = Azimuthal(10, 52)  # the point of the European grid, EPSG:3035
WINDOW = (-25.0, 34.0, 45.0, 72.0)  # what counts as Europe on the map: west, south, east, north
ENOUGH = 5  # places for a sheet of their own


class Circle(Struct, frozen=True):
    """A place on a sheet; `area` where a ring stands for a country or region."""

    pointer: str
    x: float
    y: float
    radius: float
    area: bool
    mentions: int


class Plate(Struct, frozen=True):
    """A sheet of the map: land, circles with labels, and, where a part has a sheet of its own, its outline with
    circles that are named there."""

    slug: str  # "world" or "europe"
    frame: Frame
    land: str
    circles: tuple[Circle, ...]
    labels: tuple[Label, ...]
    inset: str
    elsewhere: tuple[Circle, ...]


class Named(Struct, frozen=True):
    """A place that the texts name."""

    entity: Entity
    mentions: tuple[Mention, ...]
    spot: Spot | None
    naming: names.Naming

    @property
    def area(self) -> bool:
        """Whether it has no one point."""
        return self.entity.type in located.AREAS


def named(edition: Edition) -> tuple[Named, ...]:
    """Every place that the edited texts name, the most named first."""
    found = []
    for pointer, entity in edition.entities.items():
        here = mentioned(edition, pointer) if entity.kind == located.PLACE else ()
        if here:
            found.append(Named(entity, here, located.own(entity), names.used(entity, here)))
    return tuple(sorted(found, key=lambda one: (-len(one.mentions), one.entity.id)))


def plates(places: Sequence[Named]) -> tuple[Plate, ...]:
    """The sheets: the world, Europe if many places lie there, or only one of them if all are on it."""
    spots = {one.entity.pointer: one.spot for one in places if one.spot}
    inside = {pointer for pointer, spot in spots.items() if _in_europe(spot)}
    several = len(inside) >= ENOUGH
    if not spots:
        return ()
    whole = inside == set(spots)
    europe = fitted(EUROPE, (spots[one] for one in inside), SHEET) if several or whole else None
    found = []
    if not whole:
        outer = fitted(_world(list(spots.values())), spots.values(), SHEET)
        found.append(_plate("world", outer, places, inside if several else set(), europe))
    if europe:
        found.append(_plate("europe", europe, places, set(spots) - inside, None))
    return tuple(found)


def _in_europe(spot: Spot) -> bool:
    west, south, east, north = WINDOW
    return west <= spot[0] <= east and south <= spot[1] <= north


def _world(spots: Sequence[Spot]) -> Projection:
    """The meridian in the middle of the places, in steps of five degrees."""
    meridians = [lon for lon, _ in spots]
    return EqualEarth(round((min(meridians) + max(meridians)) / 10) * 5)


def _plate(
    slug: str, frame: Frame, places: Sequence[Named], elsewhere: set[str], inset: Frame | None
) -> Plate:
    most = max((len(one.mentions) for one in places if one.spot), default=1)
    unit = UNIT * sqrt(min(1.0, LARGEST / most))
    circles = tuple(_circle(frame, one, one.spot, unit) for one in places if one.spot)
    shown = tuple(one for one in circles if one.pointer not in elsewhere)
    others = tuple(one for one in circles if one.pointer in elsewhere and inset)
    edge = tuple(frame.at(*spot) for spot in inset.edge()) if inset else ()
    wanted = {one.entity.pointer: one for one in places}
    ground = Ground(frame.width, frame.height, tuple((c.x, c.y, c.radius) for c in (*shown, *others)), edge)
    return Plate(
        slug=slug,
        frame=frame,
        land=outlines.path(frame, slug),
        circles=shown,
        labels=labels.placed([_wish(one, wanted) for one in shown], ground),
        inset="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in edge) + "z" if edge else "",
        elsewhere=others,
    )


def _circle(frame: Frame, one: Named, spot: Spot, unit: float) -> Circle:
    x, y = frame.at(*spot)
    number = len(one.mentions)
    radius = round(unit * sqrt(number), 2)
    return Circle(one.entity.pointer, round(x, 1), round(y, 1), radius, one.area, number)


def _wish(circle: Circle, places: Mapping[str, Named]) -> Wish:
    """The name with the number of mentions; a second line for the other names that the texts use."""
    naming = places[circle.pointer].naming
    lines = [f"{naming.main} {circle.mentions}"]
    lines += [f"({', '.join(naming.others)})"] if naming.others else []
    return Wish(circle.pointer, circle.x, circle.y, circle.radius, tuple(lines))
