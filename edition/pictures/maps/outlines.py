"""The outlines of the land, from `land.json` (see tools/outlines.py), as paths on a sheet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import ceil, hypot
from pathlib import Path

from edition.pictures.maps.frames import Frame
from edition.pictures.maps.projection import Point, Spot

GRID = 100  # steps a degree
STRIDE = 3.0  # degrees; longer edges are bent by the projection
APART = 0.7  # units; points nearer than that are one
HAIR = 0.01  # degrees from the seam of the sheet
FILE = Path(__file__).parent / "land.json"


@cache
def land(layer: str) -> tuple[tuple[Spot, ...], ...]:
    """The rings of a layer, "world" or "europe"; lakes are rings within others."""
    return tuple(tuple(_degrees(ring)) for ring in json.loads(FILE.read_text(encoding="utf-8"))[layer])


def _degrees(ring: list[int]) -> Iterator[Spot]:
    lon = lat = 0
    for step in range(0, len(ring), 2):
        lon, lat = lon + ring[step], lat + ring[step + 1]
        yield lon / GRID, lat / GRID


@lru_cache(maxsize=64)  # a page in another language has the same land
def path(frame: Frame, layer: str) -> str:
    """The land on a sheet as the data of an SVG path, to be filled by the rule even-odd."""
    rings = (_clipped(frame.all(part), frame) for part in _parts(layer, frame.projection.seam))
    return "".join(_written(ring) for ring in rings if len(ring) > 2)


@lru_cache(maxsize=4)  # every sheet without a seam has the same
def _parts(layer: str, seam: float | None) -> tuple[tuple[Spot, ...], ...]:
    """The rings of a layer, cut open at the seam, with points enough to be bent."""
    parts = (part for ring in land(layer) for part in (_cut(ring, seam) if seam is not None else (ring,)))
    return tuple(tuple(_dense(part)) for part in parts)


def _cut(ring: Sequence[Spot], seam: float) -> Iterator[Sequence[Spot]]:
    """The parts of a ring on the sides of the meridian where the sheet ends."""
    for turn in (-360, 0, 360):
        sides = ((0, seam + turn + HAIR, 1), (0, seam + turn + 360 - HAIR, -1))
        part = _within(ring, sides)
        if part:
            yield part


def _dense(ring: Sequence[Spot]) -> Iterator[Spot]:
    """The ring with points between those that are far from each other."""
    for (a, b), (c, d) in pairwise((*ring, ring[0])):
        steps = ceil(hypot(c - a, d - b) / STRIDE) or 1
        yield a, b
        yield from ((a + (c - a) * n / steps, b + (d - b) * n / steps) for n in range(1, steps))


def _clipped(ring: Sequence[Point], frame: Frame) -> Sequence[Point]:
    """The part of a ring on the sheet."""
    sides = ((0, 0, 1), (0, frame.width, -1), (1, 0, 1), (1, frame.height, -1))
    return _within(ring, sides)


def _within(ring: Sequence[Point], sides: Iterable[tuple[int, float, int]]) -> Sequence[Point]:
    """The part of a ring between sides (axis, limit, direction), one after the other (Sutherland and Hodgman 1974)."""
    for axis, limit, sign in sides:
        depths = [sign * (point[axis] - limit) for point in ring]
        if min(depths, default=0) >= 0:  # all of it, as of most rings
            continue
        if max(depths) < 0:  # nothing of it
            return ()
        kept: list[Point] = []
        for number, (one, depth) in enumerate(zip(ring, depths, strict=True), start=1 - len(ring)):
            if depth >= 0:
                kept.append(one)
            if (depth >= 0) != (depths[number] >= 0):
                other = ring[number]
                part = (limit - one[axis]) / (other[axis] - one[axis])
                kept.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
        ring = kept
    return ring


def _written(ring: Sequence[Point]) -> str:
    """A closed path: the first point, then differences, in tenths."""
    kept = [ring[0]]
    for point in ring[1:]:
        if hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) >= APART:
            kept.append(point)
    if len(kept) < 3:
        return ""
    tenths = [(round(x * 10), round(y * 10)) for x, y in kept]
    steps = " ".join(f"{_short(c - a)} {_short(d - b)}" for (a, b), (c, d) in pairwise(tenths))
    return f"M{_short(tenths[0][0])} {_short(tenths[0][1])}l{steps}z"


def _short(tenths: int) -> str:
    return f"{tenths / 10:g}"
