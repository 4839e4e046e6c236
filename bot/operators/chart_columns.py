"""Columns over time: one for each day or week, each made of parts; what is not published is shown as a gap."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from bot.operators.chart_canvas import DASH, EDGE, SMALL, Canvas
from bot.operators.chart_style import SERIES
from bot.operators.chart_text import room_of

HEIGHT = 150.0
"""Of the tallest column."""
_MOST_LINES = 4
_STEPS = (1, 2, 2.5, 5, 10)
_WIDEST = 44.0
_LONGEST_DASH = 10.0
_REST = "others"


@dataclass(frozen=True, slots=True)
class Point:
    """A day or a week: its label, and the figures that are published of it, part by part.

    No parts at all: everything was below the threshold. None: nothing is published of this time.
    """

    label: str
    parts: Mapping[str, int] | None

    @property
    def total(self) -> int:
        """The sum of its parts; 0 if there is nothing to show."""
        return sum(max(n, 0) for n in self.parts.values()) if self.parts else 0


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where things stand: the left edge and the floor of the columns, the width of a place, the highest number."""

    left: float
    floor: float
    place: float
    top: float

    def height(self, n: float) -> float:
        return HEIGHT * n / self.top


def draw_columns(canvas: Canvas, points: Sequence[Point], k: int) -> list[str]:
    """Draw the columns with their legend, and return what they say in sentences."""
    names = _series(points)
    kinds = {name: SERIES[min(number, len(SERIES) - 1)] for number, name in enumerate(names)}
    if len(names) > 1:
        canvas.legend({kind: _legend_name(name, kinds, kind) for name, kind in _first_of_kind(kinds)})
    most = max((point.total for point in points), default=0)
    step = _step(most, k)
    top = step * max(ceil(most / step), 2)
    left = EDGE + room_of(f"{top:g}") * SMALL + 6
    plot = _Plot(left, canvas.y + SMALL + 6 + HEIGHT, (canvas.width - EDGE - left) / max(len(points), 1), top)
    _grid(canvas, plot, step)
    for number, point in enumerate(points):
        _column(canvas, plot, number, point, kinds)
    _labels(canvas, plot, points)
    canvas.legend(_signs(points, k))
    return [_told(point, names, k) for point in points]


def _series(points: Sequence[Point]) -> list[str]:
    """Return the names of all parts, the largest first."""
    sums: dict[str, int] = {}
    for point in points:
        for name, n in (point.parts or {}).items():
            sums[name] = sums.get(name, 0) + max(n, 0)
    return sorted(sums, key=lambda name: (-sums[name], name))


def _first_of_kind(kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for name, kind in kinds.items():
        if kind not in seen:
            seen.add(kind)
            yield name, kind


def _legend_name(name: str, kinds: Mapping[str, str], kind: str) -> str:
    return _REST if list(kinds.values()).count(kind) > 1 else name


def _step(most: int, k: int) -> float:
    """Return the round number from one line of the grid to the next; never below the threshold."""
    least = max(most / _MOST_LINES, k)
    power = 10.0 ** (len(str(int(least))) - 1)
    return next(step * power for step in _STEPS if step * power >= least)


def _grid(canvas: Canvas, plot: _Plot, step: float) -> None:
    for number in range(round(plot.top / step) + 1):
        y = plot.floor - plot.height(number * step)
        canvas.shape("line", (plot.left, y - 0.5, canvas.width - EDGE - plot.left, 1))
        room = plot.left - EDGE - 4
        canvas.words(f"{number * step:g}", plot.left - 6, y + SMALL / 3, room, ("quiet", SMALL, "end"))


def _column(canvas: Canvas, plot: _Plot, number: int, point: Point, kinds: Mapping[str, str]) -> None:
    start = plot.left + number * plot.place
    width = min(plot.place * 0.72, _WIDEST)
    x = start + (plot.place - width) / 2
    if point.parts is None:
        canvas.shape("gap", (x, plot.floor - HEIGHT, width, HEIGHT), f"{point.label}: nothing is published")
        return
    if not point.total:
        dash = min(width, _LONGEST_DASH)
        canvas.shape("quiet", (start + (plot.place - dash) / 2, plot.floor - 3, dash, DASH), point.label)
        return
    y = plot.floor
    for kind, name, n in _stack(point.parts, kinds):
        height = plot.height(n)
        y -= height
        canvas.shape(kind, (x, y, width, height), f"{point.label}, {name}: {n}")
    if room_of(str(point.total)) * SMALL <= plot.place:
        canvas.words(str(point.total), start + plot.place / 2, y - 4, plot.place, ("ink", SMALL, "middle"))


def _stack(parts: Mapping[str, int], kinds: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
    """Yield the kind, name and figure of each part of a column; those that share a colour are one."""
    for name, kind in _first_of_kind(kinds):
        n = sum(max(parts.get(other, 0), 0) for other in kinds if kinds[other] == kind)
        if n:
            yield kind, _legend_name(name, kinds, kind), n


def _labels(canvas: Canvas, plot: _Plot, points: Sequence[Point]) -> None:
    """Write below the columns what they are: where they would touch, every second or third, counted from the newest."""
    widest = max((room_of(point.label) for point in points), default=0.0) * SMALL + 4
    every = max(ceil(widest / plot.place), 1)
    if every > 1:  # the newest may stand a little to the left, where the edge of the chart is
        every = ceil(1.5 * widest / plot.place)
    right = canvas.width - EDGE
    for number in range(len(points) - 1, -1, -every):
        half = room_of(points[number].label) * SMALL / 2
        middle = plot.left + (number + 0.5) * plot.place
        x, anchor = (right, "end") if middle + half > right else (middle, "middle")
        if x - half >= EDGE or every >= len(points):
            room = canvas.room if every >= len(points) else plot.place * every
            canvas.words(points[number].label, x, plot.floor + SMALL + 5, room, ("quiet", SMALL, anchor))
    canvas.y = plot.floor + SMALL + 14


def _signs(points: Sequence[Point], k: int) -> dict[str, str]:
    signs: dict[str, str] = {}
    if any(point.parts is not None and not point.total for point in points):
        signs["quiet"] = f"every count fewer than {k}, so not shown"
    if any(point.parts is None for point in points):
        signs["gap"] = "nothing is published"
    return signs


def _told(point: Point, names: Sequence[str], k: int) -> str:
    if point.parts is None:
        return f"{point.label}: nothing is published."
    if not point.total:
        return f"{point.label}: every count fewer than {k}."
    parts = [f"{name} {point.parts[name]}" for name in names if point.parts.get(name, 0) > 0]
    return f"{point.label}: {point.total} ({', '.join(parts)})."
