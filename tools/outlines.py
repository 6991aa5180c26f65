"""Makes the land outlines of the maps, `edition/pictures/maps/land.json`, from the npm package world-atlas.

python tools/outlines.py [ARCHIVE]: reads world-atlas-2.0.2.tgz, or has `npm pack` fetch it from the registry that npm
is configured for. Run by hand when the outlines are to change; builds read the file that lies in the repository.
docs/decisions/023-maps-without-borders.md says what is taken and why.

The package holds the land of Natural Earth as TopoJSON (https://github.com/topojson/topojson-specification): arcs of
differences on a grid, which rings share. They are put together, cut to a window, thinned by the area of the triangle
that each point forms with its neighbours (M. Visvalingam, J. D. Whyatt: Line generalisation by repeated elimination
of points, in: The Cartographic Journal 30 (1993), 46–51), and written as differences of hundredths of a degree.
"""

from __future__ import annotations

import hashlib
import heapq
import json
import math
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "world-atlas@2.0.2"
OUT = Path(__file__).parent.parent / "edition" / "pictures" / "maps" / "land.json"
GRID = 100  # steps a degree
NOTE = {
    "source": "Natural Earth (naturalearthdata.com), 4.1, land 1:110m and 1:50m, as published in the npm package world-atlas 2.0.2",
    "licence": "Natural Earth: public domain. Package world-atlas: ISC, Copyright 2013-2019 Michael Bostock",
    "changes": "cut to windows, thinned, without small islands; written as differences of hundredths of a degree",
    "made by": "tools/outlines.py",
}
Point = tuple[float, float]
Ring = list[Point]
Window = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True)
class Layer:
    """What is taken: from which file, known by its sum, within which window, and how small a detail may be.

    `detail` and `island` are areas in square degrees at the equator: of a triangle, of a ring.
    """

    member: str
    digest: str
    window: Window
    detail: float
    island: float


LAYERS = {
    "world": Layer(
        "package/land-110m.json",
        "ead5f68119c49a9250902e7da303bcb209341bbb8fefe7369a439b48b704658a",
        (-180, -58, 540, 84),
        0.04,
        0.5,
    ),
    "europe": Layer(
        "package/land-50m.json",
        "619477ff690c086885e45cb91707d783805561bd75ae8e437b7d4694b0204e0f",
        (-32, 26, 76, 78),
        0.005,
        0.03,
    ),
}


def main(archive: Path) -> None:
    """Write the outlines.

    Raises:
        SystemExit: a file of the package is not the one that was looked at.
    """
    made: dict[str, object] = dict(NOTE)
    with tarfile.open(archive) as package:
        for name, layer in LAYERS.items():
            file = package.extractfile(layer.member)
            content = file.read() if file else b""
            if hashlib.sha256(content).hexdigest() != layer.digest:
                raise SystemExit(f"{layer.member} is not the file that was looked at; nothing was written.")
            made[name] = [_written(ring) for ring in _taken(json.loads(content), layer)]
    text = json.dumps(made, ensure_ascii=False, indent=0, separators=(",", ":"))
    OUT.write_text(_compact(text) + "\n", encoding="utf-8")
    print(f"{OUT}: {OUT.stat().st_size} bytes")  # noqa: T201


def _compact(text: str) -> str:
    """One ring a line: differences of versions can be read."""
    return text.replace(",\n", ",").replace("[\n", "[").replace("\n]", "]").replace("],[", "],\n[")


def _taken(topology: dict[str, object], layer: Layer) -> list[Ring]:
    whole = (ring for ring in map(_unrolled, _rings(topology)) if ring)
    rings = (_clipped(ring, layer.window) for ring in whole)
    thin = (_thinned(ring, layer.detail) for ring in rings if len(ring) > 3 and _area(ring) >= layer.island)
    return [ring for ring in thin if len(ring) > 3]


def _rings(topology: dict) -> list[Ring]:  # type: ignore[type-arg]
    """Every ring of the land, in degrees; the last point is not the first again."""
    (sx, sy), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * sx + dx, y * sy + dy))
        arcs.append(points)
    (land,) = topology["objects"]["land"]["geometries"]
    return [_joined(arcs, ring) for polygon in land["arcs"] for ring in polygon]


def _joined(arcs: list[Ring], indexes: list[int]) -> Ring:
    """A ring of arcs; a negative index is the arc -1 - index from its end (TopoJSON, 2.1.4)."""
    ring: Ring = []
    for index in indexes:
        ring += (arcs[index] if index >= 0 else arcs[-1 - index][::-1])[:-1]
    return ring


def _unrolled(ring: Ring) -> Ring:
    """A ring that crosses the 180th meridian goes on beyond it, to the east; none for one around a pole."""
    lon = ring[0][0]
    found = []
    for point in [*ring, ring[0]]:
        lon += (point[0] - lon + 180) % 360 - 180
        found.append((lon, point[1]))
    if abs(found[-1][0] - found[0][0]) > 180:
        return []
    shift = 360 if min(point[0] for point in found) < -180 else 0
    return [(lon + shift, lat) for lon, lat in found[:-1]]


def _clipped(ring: Ring, window: Window) -> Ring:
    """The part of a ring in a window, side by side (Sutherland and Hodgman 1974)."""
    west, south, east, north = window
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        kept: Ring = []
        for one, other in zip(ring, ring[1:] + ring[:1], strict=True):
            inside, next_inside = sign * (one[axis] - limit) >= 0, sign * (other[axis] - limit) >= 0
            if inside:
                kept.append(one)
            if inside != next_inside:
                part = (limit - one[axis]) / (other[axis] - one[axis])
                kept.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
        ring = kept
        if not ring:
            break
    return ring


def _area(ring: Ring) -> float:
    """In square degrees at the equator: degrees of longitude shrink with the cosine of the latitude."""
    middle = sum(point[1] for point in ring) / len(ring)
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2 * math.cos(math.radians(middle))


def _thinned(ring: Ring, detail: float) -> Ring:
    """Points go, the least important first, until every triangle is at least as large as a detail."""
    before = {n: (n - 1) % len(ring) for n in range(len(ring))}
    after = {n: (n + 1) % len(ring) for n in range(len(ring))}
    heap = [(_area([ring[before[n]], ring[n], ring[after[n]]]), n) for n in range(len(ring))]
    sizes = {n: size for size, n in heap}
    heapq.heapify(heap)
    while heap and len(sizes) > 3:
        size, n = heapq.heappop(heap)
        if sizes.get(n) != size:
            continue  # gone, or weighed anew since
        if size >= detail:
            break
        del sizes[n]
        before[after[n]], after[before[n]] = before[n], after[n]
        for other in (before[n], after[n]):
            new = max(size, _area([ring[before[other]], ring[other], ring[after[other]]]))
            sizes[other] = new
            heapq.heappush(heap, (new, other))
    return [ring[n] for n in sorted(sizes)]


def _written(ring: Ring) -> list[int]:
    """Hundredths of a degree: the first point, then differences."""
    flat: list[int] = []
    last = (0, 0)
    for lon, lat in ring:
        point = (round(lon * GRID), round(lat * GRID))
        if not flat or point != last:
            flat += [point[0] - last[0], point[1] - last[1]]
            last = point
    return flat


def _fetched(folder: str) -> Path:
    npm = shutil.which("npm")
    if not npm:
        raise SystemExit(
            f"Without npm {PACKAGE} cannot be fetched: install npm (Node.js), or name the archive."
        )
    subprocess.run([npm, "pack", PACKAGE, "--loglevel=error"], cwd=folder, capture_output=True, check=True)
    (found,) = Path(folder).glob("*.tgz")
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(Path(sys.argv[1]) if sys.argv[1:] else _fetched(place))
