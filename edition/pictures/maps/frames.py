"""The sheet a map is drawn on: which part of the plane it shows, and how large."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from edition.pictures.maps.projection import Point, Projection, Spot

LEAST = 0.16  # what a sheet shows at least, in radii of the Earth: about 1000 km


class Frame(Struct, frozen=True):
    """A sheet; x to the right and y down, in units of the picture."""

    projection: Projection
    scale: float
    left: float
    top: float
    width: int
    height: int

    def at(self, lon: float, lat: float) -> Point:
        """Where a place lies on the sheet."""
        return self.all(((lon, lat),))[0]

    def all(self, spots: Iterable[Spot]) -> list[Point]:
        """Where many places lie on the sheet."""
        left, top, scale = self.left, self.top, self.scale
        return [((x - left) * scale, (top - y) * scale) for x, y in self.projection.all(spots)]

    def back(self, x: float, y: float) -> Spot:
        """Which place lies there."""
        return self.projection.back(x / self.scale + self.left, self.top - y / self.scale)

    def holds(self, point: Point, margin: float = 0) -> bool:
        """Whether a point lies on the sheet, as far from its edge as `margin`."""
        x, y = point
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    def edge(self, steps: int = 12) -> tuple[Spot, ...]:
        """Places along the edge, all the way round: how the sheet looks in another projection."""
        w, h = self.width, self.height
        corners = ((0, 0), (w, 0), (w, h), (0, h))
        return tuple(
            self.back(a + (c - a) * n / steps, b + (d - b) * n / steps)
            for (a, b), (c, d) in zip(corners, corners[1:] + corners[:1], strict=True)
            for n in range(steps)
        )


class Sheet(Struct, frozen=True):
    """What a frame may be: its width, how high at least and at most, and how much room is left around the places."""

    width: int
    lowest: int
    highest: int
    beside: int
    above: int


def fitted(projection: Projection, spots: Iterable[Spot], sheet: Sheet) -> Frame:
    """The frame that shows all places as large as it can."""
    points = [projection.at(*spot) for spot in spots]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(max(xs) - min(xs), LEAST), max(max(ys) - min(ys), LEAST / 2)
    room = sheet.width - 2 * sheet.beside
    scale = min(room / wide, (sheet.highest - 2 * sheet.above) / high)
    height = round(max(sheet.lowest, high * scale + 2 * sheet.above))
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return Frame(projection, scale, x - sheet.width / 2 / scale, y + height / 2 / scale, sheet.width, height)
