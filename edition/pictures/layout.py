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
Pair = tuple[int, int, float]  # two nodes, and how far from each other they are in the network
FAR = 1.5  # how much farther than the farthest the parts of a network that nothing joins stand
TINY = 1e-9
SHRINK, LEAST = 0.75, 0.08  # of the steps: by what factor, and when they are small enough


def stress(count: int, pairs: Sequence[Pair], start: int = 0) -> list[Point]:
    """A place for each node, in units of the lengths; another `start` leads to another layout, as good or nearly."""
    points = [(_reversed(start + number, 2), _reversed(start + number, 3)) for number in range(1, count + 1)]
    if not pairs:
        return points
    farthest = max(distance for _, _, distance in pairs)
    xs, ys = [x * farthest for x, _ in points], [y * farthest for _, y in points]
    step, stride = farthest * farthest, _stride(len(pairs))
    order = [pairs[place * stride % len(pairs)] for place in range(len(pairs))]
    while step > LEAST:
        _sweep(xs, ys, order, step)
        step *= SHRINK
    return list(zip(xs, ys, strict=True))


def crossings(points: Sequence[Point], pairs: Sequence[tuple[int, int]]) -> int:
    """How many times the straight lines between some pairs cross each other."""
    return sum(
        _cross(points[a], points[b], points[c], points[d])
        for (a, b), (c, d) in combinations(pairs, 2)
        if a != c and a != d and b != c and b != d
    )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    """Positive where a, b, c turn left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _sweep(xs: list[float], ys: list[float], pairs: Sequence[Pair], step: float) -> None:
    """Bring the nodes of each pair nearer to their distance: at once if they are near, by a share if they are far."""
    for one, other, distance in pairs:
        dx, dy = xs[one] - xs[other], ys[one] - ys[other]
        drawn = sqrt(dx * dx + dy * dy) or TINY
        share = step / (distance * distance)
        move = (drawn - distance) / (2 * drawn) * (share if share < 1 else 1.0)
        dx, dy = move * dx, move * dy
        xs[one] -= dx
        ys[one] -= dy
        xs[other] += dx
        ys[other] += dy


def pairs(count: int, lengths: Lengths) -> list[Pair]:
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
