"""The fonts of printed sheets: a helper's computer may have none for the script, and paper cannot be mended.

Ordinary pages use the fonts of the reader's telephone. Latin and Cyrillic letters are on every computer.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

Weight = Literal["Regular", "Bold"]
WEIGHTS: dict[Weight, int] = {"Regular": 400, "Bold": 700}


@dataclass(frozen=True, slots=True)
class Script:
    """A script whose letters we bring: its code as in `LANGUAGES`, its font, and the characters kept of it.

    `size` is what the font must be scaled by (in per cent) to look as large as Latin letters beside it.
    """

    code: str
    font: str
    ranges: tuple[tuple[int, int], ...]
    size: int = 100


SCRIPTS = (
    # The space makes it the font whose height counts: its letters reach lower than Latin ones, and a side of paper
    # that ends with them would lose their dots. The joiners stand inside Persian and Kurdish words.
    Script(
        "Arab",
        "NotoNaskhArabic",
        ((0x0020, 0x0020), (0x00A0, 0x00A0), (0x0600, 0x06FF), (0x0750, 0x077F), (0x200C, 0x200E)),
        size=110,
    ),
    Script("Ethi", "NotoSansEthiopic", ((0x1200, 0x139F), (0x2D80, 0x2DDF))),
    Script("Geor", "NotoSansGeorgian", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF))),
)


def font_names() -> tuple[str, ...]:
    """Return the names of all our fonts, regular and bold."""
    return tuple(f"{script.font}-{weight}.woff2" for script in SCRIPTS for weight in WEIGHTS)


def read_font(name: str) -> bytes:
    """Return the bytes of one of our fonts."""
    return files("bot.channels.web").joinpath("static/fonts", name).read_bytes()


def served_faces(script: str) -> str:
    """Return the CSS of a script's fonts, each at its address; nothing for a script whose fonts every computer has."""
    return _faces(script, lambda name: f"/fonts/{name}")


def carried_faces(script: str) -> str:
    """Return the CSS of a script's fonts with the fonts themselves in it, for a file that must work alone."""
    return _faces(script, _data_address)


def _data_address(name: str) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(read_font(name)).decode()}"


def _faces(code: str, address: Callable[[str], str]) -> str:
    return "\n".join(
        f'@font-face {{ font-family: "Sheet {script.code}"; font-weight: {number}; size-adjust: {script.size}%; '
        f'src: url("{address(f"{script.font}-{weight}.woff2")}") format("woff2"); '
        f"unicode-range: {_css_ranges(script)}; }}"
        for script in SCRIPTS
        if script.code == code
        for weight, number in WEIGHTS.items()
    )


def _css_ranges(script: Script) -> str:
    return ", ".join(f"U+{first:04X}-{last:04X}" for first, last in script.ranges)
