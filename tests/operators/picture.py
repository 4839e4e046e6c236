"""`python -m tests.operators.picture`: makes docs/pictures/stats.png from figures of an imagined bot."""

import asyncio
from pathlib import Path

from bot.operators.chart_picture import draw
from bot.operators.closing import open_day
from bot.operators.stats_message import Published
from bot.operators.stats_picture import draw_weeks
from tests.operators.simulated import NOW, simulate

FILE = Path(__file__).parents[2] / "docs" / "pictures" / "stats.png"


async def published() -> Published:
    """Return what is published of the imagined bot."""
    figures = await simulate(75)
    closed = await figures.closed()
    return Published(closed, await figures.read(closed), 10)


if __name__ == "__main__":
    FILE.write_bytes(draw(draw_weeks(asyncio.run(published()), open_day(NOW))))
