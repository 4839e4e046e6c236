"""Charts of published figures, as SVG: for a page as they are (`{{ chart | safe }}`), for a telephone as a picture.

    from bot.operators.charts import Look, Pair, Point, bars, columns, grouped_bars
    from bot.operators.chart_style import page_style

    bars("Pages", [("Doctor and medicine", 120), ...], Look(k=10))
    grouped_bars("Menus, by language", [Pair("العربية", 40, 30), ...], ("this week", "the week before"), Look(k=10))
    columns("Menus, by week", [Point("5 Oct", {"العربية": 40, ...}), Point("12 Oct", None), ...], Look(k=10))

Each returns one <svg> with a title and a description for screen readers. It has no ids, no style and no script, so that
many stand in one page under a strict policy; the page takes `page_style()` into its own style sheet. Words are
never wider than the chart: what is cut can be read whole by pointing at it, and stands in the description. A number
that is not published is never drawn as zero: it says "< 10", or that nothing is published.

`bot.operators.chart_picture.draw` makes a PNG of any of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.operators.chart_canvas import EDGE, SMALL, WORDS, Canvas
from bot.operators.chart_columns import Point, draw_columns
from bot.operators.chart_text import room_of

__all__ = ["WIDTH", "Look", "Pair", "Point", "bars", "columns", "grouped_bars"]

WIDTH = 440.0
"""Of a chart, in units of its letters' sizes: still legible when it is shrunk to a phone of 320."""
_BAR, _ROW = 13.0, 8.0
_LABEL = 20.0
"""The height of a label, with room below its baseline: Arabic and Georgian letters reach far down."""
_BELOW = 6.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a chart is drawn: the threshold that its figures were published with, and how wide and long it may be."""

    k: int
    width: float = WIDTH
    most: int = 12
    note: str = ""

    @property
    def hidden(self) -> str:
        """What stands in the place of a number that is not shown."""
        return f"< {self.k}"


@dataclass(frozen=True, slots=True)
class Pair:
    """One value in two periods; 0 is a number that is not shown."""

    label: str
    now: int
    before: int


def bars(title: str, rows: Sequence[tuple[str, int]], look: Look) -> str:
    """Return one bar for each row (label, figure), in their order; what is more than `look.most` is left out, and said.

    A figure of 0 is one that is not shown.
    """
    canvas = Canvas(title, look.width)
    shown = rows[: max(look.most, 1)]
    top = max((n for _, n in shown), default=0)
    for label, n in shown:
        _label(canvas, label)
        _bar(canvas, "now", (n, top), look, f"{label}: {_said(n, look)}")
        canvas.y += _ROW
    _close(canvas, len(rows), len(shown), look)
    return canvas.finish([f"{label}: {_said(n, look)}." for label, n in shown] + _ends(look))


def grouped_bars(title: str, pairs: Sequence[Pair], names: tuple[str, str], look: Look) -> str:
    """Return two bars for each value: this period above the one before. `names` are those of the two periods."""
    canvas = Canvas(title, look.width)
    canvas.legend({"now": names[0], "before": names[1]})
    shown = pairs[: max(look.most, 1)]
    top = max((n for pair in shown for n in (pair.now, pair.before)), default=0)
    for pair in shown:
        _label(canvas, pair.label)
        _bar(canvas, "now", (pair.now, top), look, f"{pair.label}, {names[0]}: {_said(pair.now, look)}")
        _bar(canvas, "before", (pair.before, top), look, f"{pair.label}, {names[1]}: {_said(pair.before, look)}")
        canvas.y += _ROW
    _close(canvas, len(pairs), len(shown), look)
    told = [
        f"{pair.label}: {names[0]} {_said(pair.now, look)}, {names[1]} {_said(pair.before, look)}." for pair in shown
    ]
    return canvas.finish(told + _ends(look))


def columns(title: str, points: Sequence[Point], look: Look) -> str:
    """Return a column for each day or week, in their order, its parts upon each other with the largest at the bottom.

    Five colours: if there are more parts than that, the smaller ones share the last. `look.most` does not cut time.
    """
    canvas = Canvas(title, look.width)
    told = draw_columns(canvas, points, look.k) if points else []
    _close(canvas, len(points), len(points), look)
    return canvas.finish(told + _ends(look))


def _label(canvas: Canvas, label: str) -> None:
    canvas.words(label, EDGE, canvas.y + _LABEL - _BELOW, canvas.room, ("ink", WORDS, "start"))
    canvas.y += _LABEL


def _bar(canvas: Canvas, kind: str, share: tuple[int, int], look: Look, told: str) -> None:
    """Draw one bar and its number; `share` is the figure and the largest of the chart."""
    n, top = share
    number = str(n) if n > 0 else look.hidden
    numbers = max(room_of(str(top)), room_of(look.hidden)) * SMALL + 8
    longest = canvas.room - numbers
    length = longest * n / top if n > 0 else 0.0
    if length:
        canvas.shape(kind, (EDGE, canvas.y, length, _BAR), told)
    kind = "ink" if n > 0 else "quiet"
    canvas.words(number, EDGE + length + (5 if length else 0), canvas.y + _BAR - 2, numbers, (kind, SMALL, "start"))
    canvas.y += _BAR + 2


def _close(canvas: Canvas, all_rows: int, shown: int, look: Look) -> None:
    if not all_rows:
        canvas.note(f"Nothing to show: every count is fewer than {look.k}.")
    if all_rows > shown:
        canvas.note(f"and {all_rows - shown} more")
    if look.note:
        canvas.note(look.note)


def _said(n: int, look: Look) -> str:
    return str(n) if n > 0 else f"fewer than {look.k}"


def _ends(look: Look) -> list[str]:
    return [look.note] if look.note else []
