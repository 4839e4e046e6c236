"""`make fonts`: writes the fonts of printed sheets."""

from pathlib import Path

from bot.channels.web.fonts import SCRIPTS, WEIGHTS
from tools.fonts.build import build_font

TARGET = Path(__file__).parents[2] / "bot" / "channels" / "web" / "static" / "fonts"

for script in SCRIPTS:
    for weight in WEIGHTS:
        (TARGET / f"{script.font}-{weight}.woff2").write_bytes(build_font(script, weight))
