"""Places by where they are: the nearest first, without measuring the distance to every one."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.content.model import Place, Point
from bot.places.geography import distance

LEAF = 16
"""Places measured one by one; more are split in two."""
ROUNDING = 0.001
"""Kilometres by which measured distances may be off each other's sum (haversine, for points half around the Earth)."""


@dataclass(frozen=True, slots=True)
class Node:
    """Places inside a circle: either a few, or two nodes with half of them each."""

    centre: Point
    radius: float
    places: tuple[tuple[Point, Place], ...]
    halves: "tuple[Node, ...]" = ()

    def bound(self, origin: Point) -> float:
        """Return a distance that no place of this node is nearer than (the triangle inequality)."""
        return distance(origin, self.centre) - self.radius - ROUNDING


def grow_tree(places: Sequence[tuple[Point, Place]]) -> Node | None:
    """Return the tree of these places; None if there are none."""
    return _grow(tuple(places)) if places else None


def walk_outwards(tree: Node | None, origin: Point) -> Iterator[tuple[float, Place]]:
    """Yield the places with their distances, the nearest first, equal ones by id."""
    waiting: list[tuple[float, bool, str, Place | Node]] = []
    if tree:
        _wait(waiting, tree, origin)
    while waiting:
        away, _, _, found = heapq.heappop(waiting)
        if isinstance(found, Place):
            yield away, found
            continue
        for point, place in found.places:
            heapq.heappush(waiting, (distance(origin, point), True, place.id, place))
        for half in found.halves:
            _wait(waiting, half, origin)


def _wait(waiting: list[tuple[float, bool, str, Place | Node]], node: Node, origin: Point) -> None:
    """Put a node before every place that it could have a nearer one for; its number only breaks ties."""
    heapq.heappush(waiting, (node.bound(origin), False, str(id(node)), node))


def _grow(places: tuple[tuple[Point, Place], ...]) -> Node:
    latitudes = [point.latitude for point, _ in places]
    longitudes = [point.longitude for point, _ in places]
    south, north, west, east = min(latitudes), max(latitudes), min(longitudes), max(longitudes)
    centre = Point.model_construct(latitude=(south + north) / 2, longitude=(west + east) / 2)
    if len(places) <= LEAF:
        return Node(centre, max(distance(centre, point) for point, _ in places), places)
    is_tall = north - south > east - west
    ordered = sorted(places, key=lambda entry: entry[0].latitude if is_tall else entry[0].longitude)
    middle = len(ordered) // 2
    halves = _grow(tuple(ordered[:middle])), _grow(tuple(ordered[middle:]))
    return Node(centre, max(distance(centre, half.centre) + half.radius + ROUNDING for half in halves), (), halves)
