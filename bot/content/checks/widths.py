"""The width of a button's words on a small phone: letters of some scripts need half as much room again as others."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from bot.content.checks.codes import Code
from bot.content.checks.filling import fill_shown
from bot.content.checks.inspection import Inspection
from bot.content.issues import Issue, warning

MAX_WIDTH = 24.0
"""Widths of a capital M ("em") that three lines of a button hold on a phone of 320 px; 34 Latin letters fill two."""

_MEASURED = (
    (0x0000, 0.51),  # Latin; the other letters of the table are as wide as theirs or not used
    (0x0400, 0.57),  # Cyrillic
    (0x0530, 0.64),  # Armenian
    (0x0590, 0.45),  # Hebrew, Arabic: as joined in words
    (0x0900, 0.65),  # Indic scripts and others that were not measured
    (0x10A0, 0.65),  # Georgian
    (0x1100, 0.65),
    (0x1200, 0.65),  # Ethiopic
    (0x13A0, 0.65),
    (0x1E00, 0.51),  # Latin with more signs
    (0x2000, 0.65),
    (0x2D80, 0.65),  # Ethiopic
    (0x2E80, 1.00),  # Chinese, Japanese, Korean
    (0xAB00, 0.65),  # Ethiopic
    (0xAC00, 1.00),
    (0xFB50, 0.45),  # Arabic
    (0xFF00, 1.00),
)
"""First letter of a range -> mean width of its letters in em.

Measured in Chromium with Noto Sans, the font of Android's other scripts: the words of our catalogues and the names of
countries and languages of CLDR, 200 to 7000 words for each script; `measureText` of each, divided by its letters.
"""
_STARTS = [start for start, _ in _MEASURED]
_CAPITAL, _DIGIT, _SPACE, _SIGN = 0.11, 0.57, 0.26, 0.33
"""What a capital is wider than a small letter; a digit; a space; the mean of . , : ? - ( / in the same font."""


def check_widths(inspection: Inspection) -> Iterator[Issue]:
    """The words on a button fit into three lines of a small phone, in each script."""
    for written in inspection.texts:
        if written.kind != "button" or len(written.text) <= MAX_WIDTH:
            continue
        width = width_of(fill_shown(inspection.library, written.text, written.locale))
        if width > MAX_WIDTH:
            share = round(100 * width / MAX_WIDTH)
            sentence = f"The words on this button take {share} % of the room that a small phone has for them."
            mend = "Say it with fewer or shorter words; the end would be cut off."
            yield warning(Code.LIMIT_WIDTH, written.mark, sentence, mend)


def width_of(text: str) -> float:
    """Return about how wide a text is, in em."""
    return sum(map(letter_width, text))


@cache
def letter_width(sign: str) -> float:
    """Return about how wide a letter, digit or sign is, in em."""
    category = unicodedata.category(sign)
    if category in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    if category.startswith("L"):
        return _MEASURED[bisect_right(_STARTS, ord(sign)) - 1][1] + (_CAPITAL if category == "Lu" else 0.0)
    if category.startswith("N"):
        return _DIGIT
    return _SPACE if category == "Zs" else _SIGN
