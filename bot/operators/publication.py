"""Publishing and pruning beside the running bot: again and again, and never in the way of an answer."""

import logging
from collections.abc import Callable
from datetime import date, datetime

from bot.content.library import Library
from bot.errors import StorageError
from bot.operators.closing import close_periods, open_day, rules_for
from bot.operators.retention import prune
from bot.ports import Counters, Figures

log = logging.getLogger(__name__)


class Publication:
    """Closes what is over, and once a day rolls up and deletes what is old."""

    def __init__(self, counters: Counters, figures: Figures, k: int, library_now: Callable[[], Library]) -> None:
        self._counters = counters
        self._figures = figures
        self._k = k
        self._library_now = library_now
        self._pruned: date | None = None

    async def run(self, now: datetime) -> None:
        """Do what is due; what the database refuses waits for the next time, and is logged."""
        try:
            await close_periods(self._counters, self._figures, rules_for(self._library_now(), self._k), now)
            if self._pruned != open_day(now):
                await prune(self._figures, open_day(now))
                self._pruned = open_day(now)
        except StorageError as problem:
            log.warning("Figures could not be published and wait for the next time: %s", problem)
