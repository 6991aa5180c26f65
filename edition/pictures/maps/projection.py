"""From longitude and latitude to the plane and back, on a sphere of radius 1; y points to the north.

Both projections keep areas, as do the circles that are drawn on them.
docs/decisions/023-maps-without-borders.md says why these two.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Protocol

from msgspec import Struct

Point = tuple[float, float]
Spot = tuple[float, float]  # longitude, latitude in degrees

# Polynomial of Equal Earth: B. Šavrič, T. Patterson, B. Jenny: The Equal Earth map projection, in: International
# Journal of Geographical Information Science 33 (2019), 454–465.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
WIDE = 60.0  # degrees of longitude
_STEPS = 12  # of Newton's method; four are enough for nine digits


class Projection(Protocol):
    """A way to lay the sphere flat; `seam` is the meridian where it is cut open, if it is."""

    @property
    def seam(self) -> float | None:
        """Degrees of longitude."""

    def at(self, lon: float, lat: float) -> Point:
        """Where a place comes to lie."""

    def all(self, spots: Iterable[Spot]) -> list[Point]:
        """Where many places come to lie."""

    def back(self, x: float, y: float) -> Spot:
        """Which place lies there."""


def _turned(lon: float, centre: float) -> float:
    """Degrees east of the centre, from -180 to 180."""
    return (lon - centre + 180) % 360 - 180


class EqualEarth(Struct, frozen=True):
    """The whole world, its parallels straight; `centre` is the meridian in the middle."""

    centre: float = 0.0

    @property
    def seam(self) -> float | None:
        """The meridian opposite the one in the middle."""
        return _turned(self.centre + 180, 0)

    def at(self, lon: float, lat: float) -> Point:
        """Where a place comes to lie."""
        theta = asin(_M * sin(radians(lat)))
        x = radians(_turned(lon, self.centre)) * cos(theta) / (_M * _slope(theta))
        return x, _height(theta)

    def all(self, spots: Iterable[Spot]) -> list[Point]:
        """Where many places come to lie."""
        return [self.at(*spot) for spot in spots]

    def back(self, x: float, y: float) -> Spot:
        """Which place lies there."""
        theta = y
        for _ in range(_STEPS):
            theta -= (_height(theta) - y) / _slope(theta)
        lon = degrees(x * _M * _slope(theta) / cos(theta))
        return _turned(lon + self.centre, 0), degrees(asin(sin(theta) / _M))


def _height(theta: float) -> float:
    square = theta * theta
    return theta * (_A1 + _A2 * square + square**3 * (_A3 + _A4 * square))


def _slope(theta: float) -> float:
    """The derivative of the height."""
    square = theta * theta
    return _A1 + 3 * _A2 * square + square**3 * (7 * _A3 + 9 * _A4 * square)


class Azimuthal(Struct, frozen=True):
    """Lambert's azimuthal equal-area projection, touching the sphere at a place: true in the middle, never far off
    within a continent (J. P. Snyder: Map projections, a working manual, 1987, 182–190)."""

    lon: float
    lat: float

    @property
    def seam(self) -> float | None:
        """None: the rim is one point, and no sheet reaches it."""
        return None

    def at(self, lon: float, lat: float) -> Point:
        """Where a place comes to lie; the place opposite the middle is a whole circle, of which this is a point."""
        return self.all(((lon, lat),))[0]

    def all(self, spots: Iterable[Spot]) -> list[Point]:
        """Where many places come to lie."""
        middle = radians(self.lat)
        up, along = sin(middle), cos(middle)  # once for all
        found = []
        for lon, lat in spots:
            turn, high = radians(lon - self.lon), radians(lat)
            sine, cosine = sin(high), cos(high)
            ahead = cos(turn)
            k = sqrt(2 / max(1 + (up * sine + along * cosine * ahead), 1e-9))
            found.append((k * cosine * sin(turn), k * (along * sine - up * cosine * ahead)))
        return found

    def back(self, x: float, y: float) -> Spot:
        """Which place lies there."""
        rho = hypot(x, y)
        if rho == 0:
            return self.lon, self.lat
        c, middle = 2 * asin(min(rho / 2, 1)), radians(self.lat)
        lat = asin(max(-1, min(1, cos(c) * sin(middle) + y * sin(c) * cos(middle) / rho)))
        lon = atan2(x * sin(c), rho * cos(middle) * cos(c) - y * sin(middle) * sin(c))
        return _turned(self.lon + degrees(lon), 0), degrees(lat)


def suited(spots: Iterable[Spot]) -> Projection:
    """Equal Earth for places that lie far apart from west to east, where the other would turn continents round; else
    the azimuthal one, around their middle."""
    lons, lats = zip(*spots, strict=True)
    lon, lat = round((min(lons) + max(lons)) / 2), round((min(lats) + max(lats)) / 2)
    return EqualEarth(lon) if max(lons) - min(lons) > WIDE else Azimuthal(lon, lat)
