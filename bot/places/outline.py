"""Plain outlines of the provinces, from the points of our own postcodes: no map of anybody else is needed."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from bot.content.gazetteer import Area
from bot.content.model import Point

KM_NORTH = 111.2
"""Kilometres of one degree of latitude."""
REACH = 8.5
"""Kilometres around a postcode that are taken for its province: half the widest gap between neighbours."""

OVERLAP = 1.1
"""Heights of a square that it is drawn high, so that no seam shows between rows."""


@dataclass(frozen=True, slots=True)
class View:
    """A flat picture of the country: kilometres east and south of its upper left corner."""

    north: float
    west: float
    width: float
    height: float

    def flat(self, point: Point) -> tuple[float, float]:
        """Return where a point lies on the picture; one scale for the whole country is exact enough to look at."""
        east = (point.longitude - self.west) * KM_NORTH * math.cos(math.radians(self.north))
        return east, (self.north - point.latitude) * KM_NORTH

    def shows(self, point: Point) -> bool:
        """Tell whether a point lies on the picture."""
        x, y = self.flat(point)
        return 0 <= x <= self.width and 0 <= y <= self.height


def view_of(areas: Iterable[Area], margin: float) -> View:
    """Return the view that shows all areas with a margin of kilometres around."""
    points = [area.point for area in areas]
    north = max(point.latitude for point in points) + margin / KM_NORTH
    west = min(point.longitude for point in points) - margin / (KM_NORTH * math.cos(math.radians(north)))
    corner = View(north, west, 0, 0)
    flat = [corner.flat(point) for point in points]
    return View(north, west, max(x for x, _ in flat) + margin, max(y for _, y in flat) + margin)


def draw_provinces(areas: Iterable[Area], view: View, cell: float) -> dict[str, str]:
    """Return for each province a path of squares of `cell` kilometres, each given to the nearest postcode around.

    One unit of the path is one square.
    """
    nearest: dict[tuple[int, int], tuple[float, str]] = {}
    for area in areas:
        for square, away in _squares_around(*view.flat(area.point), cell):
            if away <= REACH:
                nearest[square] = min(nearest.get(square, (math.inf, "")), (away, area.province))
    rows: dict[str, dict[int, list[int]]] = {}
    for (column, row), (_, province) in nearest.items():
        rows.setdefault(province, {}).setdefault(row, []).append(column)
    return {province: _path(rows[province]) for province in rows}


def label_point(areas: Iterable[Area]) -> Point:
    """Return where the name of a province stands: the middle of its eastern half, away from most of its dots."""
    points = sorted((area.point for area in areas), key=lambda point: point.longitude)
    points = points[len(points) // 2 :]
    latitude = sum(point.latitude for point in points) / len(points)
    return Point(latitude=latitude, longitude=sum(point.longitude for point in points) / len(points))


def _squares_around(x: float, y: float, cell: float) -> Iterable[tuple[tuple[int, int], float]]:
    steps = math.ceil(REACH / cell)
    column, row = math.floor(x / cell), math.floor(y / cell)
    for square in (
        (column + right, row + down) for right in range(-steps, steps + 1) for down in range(-steps, steps + 1)
    ):
        yield square, math.hypot((square[0] + 0.5) * cell - x, (square[1] + 0.5) * cell - y)


def _path(rows: dict[int, list[int]]) -> str:
    """Write the squares row by row; squares beside each other become one bar."""
    bars = (bar for row in sorted(rows) for bar in _bars(rows[row], row))
    return "".join(bars)


def _bars(columns: list[int], row: int) -> Iterable[str]:
    present = set(columns)
    starts = sorted(column for column in present if column - 1 not in present)
    ends = sorted(column + 1 for column in present if column + 1 not in present)
    for start, end in zip(starts, ends, strict=True):
        yield f"M{start} {row}h{end - start}v{OVERLAP}h{start - end}z"
