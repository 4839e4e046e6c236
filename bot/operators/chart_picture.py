"""A chart as a picture (PNG), with our own fonts and nothing of the machine it is drawn on."""

import resvg_py

from bot.operators.chart_fonts import FAMILY, font_path
from bot.operators.chart_style import GROUND, picture_style

ZOOM = 2.0
"""Points of the picture for each unit of a chart: sharp on a telephone."""


def draw(svg: str) -> bytes:
    """Return a chart as PNG. It takes some hundredths of a second: beside people who wait, in a thread."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        background=GROUND,
        style_sheet=picture_style(),
        zoom=ZOOM,
        skip_system_fonts=True,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        font_files=[font_path()],
    )
