"""/stats: what an operator gets who asks for figures, made beside the running bot without keeping anybody waiting."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.content.library import Library
from bot.errors import StorageError
from bot.operators.chart_picture import draw
from bot.operators.closing import open_day
from bot.operators.export import write_csv
from bot.operators.stats_message import Published, say, write_figures
from bot.operators.stats_picture import TITLE, draw_weeks
from bot.operators.views import last_spans
from bot.ports import Figure, Figures, FiguresShown

log = logging.getLogger(__name__)

REFUSED = "The database cannot be read now, so there are no figures. The log of the bot says why."


class StatsDesk:
    """Keeps the contract of `bot.ports.FiguresDesk`: it reads what is published, and can do nothing else."""

    def __init__(self, figures: Figures, k: int, library_now: Callable[[], Library]) -> None:
        self._figures = figures
        self._k = k
        self._library_now = library_now

    async def show(self, now: datetime) -> FiguresShown:
        """Return the figures as words, a picture and a file; the work is done in a thread."""
        library = self._library_now()
        try:
            closed = await self._figures.closed()
            figures = await self._figures.read(closed)
        except StorageError as problem:
            log.warning("Figures could not be shown: %s", problem)
            return FiguresShown(say(library, REFUSED))
        return await asyncio.to_thread(_make, library, closed, figures, (self._k, now))


def _make(
    library: Library, closed: Mapping[str, int], figures: Sequence[Figure], at: tuple[int, datetime]
) -> FiguresShown:
    k, now = at
    published, today = Published(closed, figures, k), open_day(now)
    chart = draw_weeks(published, today)
    return FiguresShown(
        message=write_figures(library, last_spans(today), published),
        picture=draw(chart) if chart else b"",
        caption=f"{TITLE}.",
        file=write_csv(figures, closed).encode() if closed else b"",
        file_name=f"wegwijs-figures-{now.date().isoformat()}.csv",
    )
