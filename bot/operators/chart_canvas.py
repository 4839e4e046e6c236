"""A chart while it is drawn, from top to bottom: words that fit, shapes in SVG, a title and a description."""

from collections.abc import Mapping, Sequence
from html import escape

from bot.operators.chart_fonts import FAMILY
from bot.operators.chart_style import SHADES
from bot.operators.chart_text import clean, fit, room_of, wrap

EDGE = 12.0
TITLE, WORDS, SMALL = 16.0, 13.0, 11.5
"""Sizes of letters."""
_LINE = 1.35
"""From one line to the next, in sizes of its letters: Ethiopic letters and Arabic marks are tall."""
_TITLE_LINES, _NOTE_LINES = 3, 6
_SWATCH = 10.0
DASH = 2.0
"""The height of the dash that stands for a number that is not shown."""


class Canvas:
    """What is drawn so far; `y` is where the next thing begins."""

    def __init__(self, title: str, width: float) -> None:
        self.width = max(width, 200.0)
        self.y = EDGE
        self._title = clean(title)
        self._parts: list[str] = []
        self._lines(self._title, TITLE, "ink", _TITLE_LINES)
        self.y += 6

    @property
    def room(self) -> float:
        """How wide the chart is between its edges."""
        return self.width - 2 * EDGE

    def words(self, text: str, x: float, y: float, room: float, style: tuple[str, float, str]) -> None:
        """Write a line of text at its baseline; what has no room is cut, and can be read whole by pointing at it.

        Args:
            text: the words.
            x: where it starts, or ends, or has its middle.
            y: its baseline.
            room: how wide it may be.
            style: a kind of `SHADES`, the size of its letters, and the anchor: start, middle or end.
        """
        kind, size, anchor = style
        text = clean(text)
        shown = fit(text, room / size)
        whole = f"<title>{escape(text)}</title>" if shown != text else ""
        where = f'x="{number(x)}" y="{number(y)}" font-size="{number(size)}" text-anchor="{anchor}"'
        self._parts.append(f"<text {_look(kind)} {where}>{whole}{escape(shown)}</text>")

    def shape(self, kind: str, box: tuple[float, float, float, float], told: str = "") -> None:
        """Draw a filled rectangle (x, y, width, height); `told` is what pointing at it says."""
        x, y, width, height = box
        where = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        whole = f"<rect {_look(kind)} {where}"
        self._parts.append(f"{whole}><title>{escape(clean(told))}</title></rect>" if told else f"{whole}/>")

    def legend(self, names: Mapping[str, str]) -> None:
        """Write what the colours mean: kind -> words, as many in a line as have room."""
        x = EDGE
        for kind, name in names.items():
            text = clean(name)
            needed = min(_SWATCH + 6 + room_of(text) * SMALL + 8, self.room)
            if x > EDGE and x + needed > self.width - EDGE:
                x = EDGE
                self.y += SMALL * _LINE
            height = DASH if kind == "quiet" else _SWATCH
            self.shape(kind, (x, self.y + 2 + (_SWATCH - height) / 2, _SWATCH, height))
            left = self.width - EDGE - x - _SWATCH - 6
            self.words(text, x + _SWATCH + 6, self.y + SMALL, left, ("quiet", SMALL, "start"))
            x += needed
        if names:
            self.y += SMALL * _LINE + 4

    def note(self, text: str) -> None:
        """Write a small paragraph across the chart."""
        self._lines(clean(text), SMALL, "quiet", _NOTE_LINES)

    def finish(self, described: Sequence[str]) -> str:
        """Return the chart as SVG; `described` is all that it shows, in sentences, for whoever does not see it."""
        width, height = number(self.width), number(self.y + EDGE)
        title, told = escape(self._title), escape(clean(" ".join(described)))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" fill="currentColor" font-family="{FAMILY}, sans-serif">'
            f"<title>{title}</title><desc>{told}</desc>{''.join(self._parts)}</svg>"
        )

    def _lines(self, text: str, size: float, kind: str, most: int) -> None:
        for line in wrap(text, self.room / size, most):
            self.words(line, EDGE, self.y + size, self.room, (kind, size, "start"))
            self.y += size * _LINE


def number(value: float) -> str:
    """Return a length as SVG writes it, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _look(kind: str) -> str:
    return f'class="chart-{kind}" fill-opacity="{SHADES[kind]}"'
