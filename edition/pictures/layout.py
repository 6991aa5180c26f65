"""Where the nodes of a network stand: as far from each other as they are in the network (stress majorization).

The stress of a layout is the sum of (distance drawn - distance in the network)² / (distance in the network)² over
all pairs (T. Kamada, S. Kawai 1989; E. Gansner, Y. Koren, S. North 2004). It is made small pair by pair, with steps
that shrink (J. Zheng, S. Pawar, D. Goodman 2019). Nothing is random: fixed starting places, a fixed order, and only
operations that IEEE 754 rounds in one way (no sines, no powers), so every machine gets the same figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from itertools import combinations
from math import gcd, sqrt

Point = tuple[float, float]
Lengths = Mapping[tuple[int, int], float]  # of the ties between nodes, by their numbers
FAR = 1.5  # how much farther than the farthest the parts of a network that nothing joins stand
SHRINK, LEAST = 0.8, 0.05  # of the steps: by what factor, and when they are small enough


def stress(count: int, lengths: Lengths) -> list[Point]:
    """A place for each node, in units of the lengths."""
    points = [(_reversed(number + 1, 2), _reversed(number + 1, 3)) for number in range(count)]
    pairs = _pairs(count, lengths)
    if not pairs:
        return points
    farthest = max(distance for _, _, distance in pairs)
    points = [(x * farthest, y * farthest) for x, y in points]
    step = farthest * farthest
    stride = _stride(len(pairs))
    while step > LEAST:
        place = 0
        for _ in pairs:
            one, other, distance = pairs[place]
            _move(points, one, other, distance, min(1.0, step / (distance * distance)))
            place = (place + stride) % len(pairs)
        step *= SHRINK
    return points


def _move(points: list[Point], one: int, other: int, distance: float, share: float) -> None:
    """Bring two nodes nearer to their distance: `share` of the way."""
    (x1, y1), (x2, y2) = points[one], points[other]
    dx, dy = x1 - x2, y1 - y2
    drawn = sqrt(dx * dx + dy * dy)
    if drawn == 0:
        dx, drawn = 1e-6, 1e-6
    move = share * (drawn - distance) / (2 * drawn)
    points[one] = (x1 - move * dx, y1 - move * dy)
    points[other] = (x2 + move * dx, y2 + move * dy)


def _pairs(count: int, lengths: Lengths) -> list[tuple[int, int, float]]:
    """Every pair of nodes with its distance along the ties."""
    near: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for (one, other), length in lengths.items():
        near[one].append((other, length))
        near[other].append((one, length))
    found = [_distances(start, near) for start in range(count)]
    apart = FAR * max((one for each in found for one in each.values()), default=1.0)
    return [(one, other, found[one].get(other, apart)) for one, other in combinations(range(count), 2)]


def _distances(start: int, near: Sequence[Sequence[tuple[int, float]]]) -> dict[int, float]:
    """How far every node that can be reached is (E. Dijkstra 1959)."""
    found: dict[int, float] = {}
    waiting = [(0.0, start)]
    while waiting:
        distance, node = heappop(waiting)
        if node in found:
            continue
        found[node] = distance
        for other, length in near[node]:
            if other not in found:
                heappush(waiting, (distance + length, other))
    return found


def _stride(count: int) -> int:
    """A step that visits every pair, each far from the one before."""
    stride = max(1, count * 5 // 8)
    while gcd(stride, count) != 1:
        stride += 1
    return stride


def _reversed(number: int, base: int) -> float:
    """The digits of a number behind the point in reverse (J. van der Corput): evenly spread starting places."""
    value, unit = 0, 1
    while number:
        number, digit = divmod(number, base)
        value, unit = value * base + digit, unit * base
    return value / unit
