"""A Noto font, cut to the blocks of one of our scripts, with everything its letters need to join and stack.

Source: the Debian package fonts-noto-core 20201225-1 (Noto Naskh Arabic 2.004, Noto Sans Ethiopic 2.000,
Noto Sans Georgian 2.001, Noto Sans 2.004), SIL Open Font License 1.1. The licence stands beside the fonts.
"""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.merge import Options as MergeOptions
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from bot.channels.web.fonts import Script, Weight
from bot.operators.chart_fonts import PARTS, Ranges

SOURCES = Path("/usr/share/fonts/truetype/noto")
_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
"""Of a font's names: copyright, family, style and version, and the licence with its address."""


def build_font(script: Script, weight: Weight) -> bytes:
    """Return a script's font as woff2; the same source gives the same bytes."""
    font = _cut(f"{script.font}-{weight}.ttf", script.ranges, _options())
    font.flavor = "woff2"
    return _write(font)


def build_chart_font() -> bytes:
    """Return the font of charts as TrueType, which is what draws pictures can read; without what labels never use."""
    options = _options()
    options.layout_features = Options().layout_features
    options.name_IDs = _NAMES
    with TemporaryDirectory() as folder:
        files = []
        for name, ranges in PARTS.items():
            files.append(f"{folder}/{name}.ttf")
            Path(files[-1]).write_bytes(_write(_cut(f"{name}-Regular.ttf", ranges, options)))
        # What Latin letters do and what Arabic ones do are tables of their own scripts: they meet without trouble.
        merged = Merger(MergeOptions(drop_tables=["vhea", "vmtx"])).merge(files)
        dated = TTFont(files[0])["head"].created
    merged.recalcTimestamp = False
    merged["head"].created = merged["head"].modified = dated
    return _write(merged)


def _cut(source: str, ranges: Ranges, options: Options) -> TTFont:
    font = TTFont(SOURCES / source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    return font


def _write(font: TTFont) -> bytes:
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
