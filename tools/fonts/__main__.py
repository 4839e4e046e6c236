"""`make fonts`: writes the fonts of printed sheets, and that of charts drawn as pictures."""

from pathlib import Path

from bot.channels.web.fonts import SCRIPTS, WEIGHTS
from bot.operators.chart_fonts import FILE
from tools.fonts.build import build_chart_font, build_font

BOT = Path(__file__).parents[2] / "bot"
SHEETS = BOT / "channels" / "web" / "static" / "fonts"
CHARTS = BOT / "operators" / "fonts"

for script in SCRIPTS:
    for weight in WEIGHTS:
        (SHEETS / f"{script.font}-{weight}.woff2").write_bytes(build_font(script, weight))
(CHARTS / FILE).write_bytes(build_chart_font())
