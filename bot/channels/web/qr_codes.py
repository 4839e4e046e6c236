"""Addresses as pictures for a telephone's camera, with the quiet zone around them that a camera needs."""

from functools import lru_cache
from io import BytesIO
from typing import Literal

import segno
from markupsafe import Markup

Correction = Literal["m", "q"]
"""How much of a code may be hidden: an eighth by a fold or a stain (m), a quarter by weather and stickers (q)."""

QUIET_ZONE = 4
"""Empty modules on each side: ISO/IEC 18004 asks for four."""
_PRINT_MILLIMETRES = 80
"""How wide the drawing says it is; whoever lays out a flyer scales it."""
_PRINT_PIXELS = 1200
"""The least width of a picture: ten centimetres at 300 dots an inch, rounded up to whole modules."""
_DOTS_AN_INCH = 300


@lru_cache(maxsize=1024)
def draw_code(address: str, correction: Correction = "m") -> Markup:
    """Return an address as a drawing inside a page; the page says how large it is."""
    drawing = _encode(address, correction).svg_inline(border=QUIET_ZONE, omitsize=True, svgclass=None, lineclass=None)
    return Markup(drawing)  # noqa: S704 - segno's SVG


def svg_file(address: str) -> bytes:
    """Return an address as a drawing of its own, which stays sharp at any size."""
    code, out = _encode(address, "q"), BytesIO()
    code.save(
        out, kind="svg", border=QUIET_ZONE, unit="mm", light="#fff", title=address,
        scale=_PRINT_MILLIMETRES / code.symbol_size(border=QUIET_ZONE)[0],
    )  # fmt: skip
    return out.getvalue()


def png_file(address: str) -> bytes:
    """Return an address as a picture, large enough to be printed."""
    code, out = _encode(address, "q"), BytesIO()
    scale = -(-_PRINT_PIXELS // code.symbol_size(border=QUIET_ZONE)[0])
    code.save(out, kind="png", border=QUIET_ZONE, scale=scale, dpi=_DOTS_AN_INCH)
    return out.getvalue()


def _encode(address: str, correction: Correction) -> segno.QRCode:
    return segno.make(address, error=correction, micro=False)
