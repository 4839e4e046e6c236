"""A Noto font, cut to the blocks of one of our scripts, with everything its letters need to join and stack.

Source: the Debian package fonts-noto-core 20201225-1 (Noto Naskh Arabic 2.004, Noto Sans Ethiopic 2.000,
Noto Sans Georgian 2.001), SIL Open Font License 1.1. The licence stands beside the fonts.
"""

from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from bot.channels.web.fonts import Script, Weight

SOURCES = Path("/usr/share/fonts/truetype/noto")


def build_font(script: Script, weight: Weight) -> bytes:
    """Return a script's font as woff2; the same source gives the same bytes."""
    font = TTFont(SOURCES / f"{script.font}-{weight}.ttf", recalcTimestamp=False)
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=[code for first, last in script.ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _options() -> Options:
    """Return what is kept: all layout features and names (they carry the licence), no hints for old screens."""
    options = Options()
    options.layout_features = ["*"]
    options.layout_scripts = ["*"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    return options
