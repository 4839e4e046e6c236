"""Looks every half minute whether the program can do its work, and tells operators once when it cannot."""

import asyncio
import logging
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from bot.operators.disk import Disk, look_at
from bot.operators.health import Health
from bot.ports import Cause, News, Operators

log = logging.getLogger(__name__)

LOOK_SECONDS = 30.0
LEAST_ERRORS = 5
MOST_SHARE = 0.05
_MEGABYTE = 1_000_000
_OVER = {
    Cause.ERRORS: "Inputs are answered again as they should be.",
    Cause.DISK: "There is room again on the disk of the database.",
    Cause.DATABASE: "The database is written again; the counts that waited are in it.",
}


class HealthWatch:
    """Tells of a trouble when it begins, on each further day that it lasts, and when it is over."""

    def __init__(
        self,
        health: Health,
        operators: Operators,
        database: Path,
        now: Callable[[], datetime],
        look_at_disk: Callable[[Path], Disk] = look_at,
    ) -> None:
        self._health = health
        self._operators = operators
        self._database = database
        self._now = now
        self._look_at_disk = look_at_disk
        self._told: dict[Cause, date] = {}

    async def look(self) -> None:
        """Look at everything once."""
        try:
            self._health.see_disk(await asyncio.to_thread(self._look_at_disk, self._database))
        except OSError as problem:
            log.warning("The disk of the database cannot be looked at: %s", problem.strerror)
        self._judge(Cause.ERRORS, self._error_words())
        self._judge(Cause.DISK, self._disk_words())
        self._judge(Cause.DATABASE, self._database_words())

    def _judge(self, cause: Cause, words: str) -> None:
        """Tell what began or still lasts on another day, or what is over; `words` are empty while all is well."""
        today = self._now().date()
        if words and self._told.get(cause) != today:
            self._told[cause] = today
            self._operators.tell(News(words, cause, is_urgent=True))
        elif not words and cause in self._told:
            del self._told[cause]
            self._operators.tell(News(_OVER[cause], cause))

    def _error_words(self) -> str:
        inputs, errors = self._health.recent()
        if errors < LEAST_ERRORS or errors <= inputs * MOST_SHARE:
            return ""
        return (
            f"{errors} of {inputs} inputs of the last ten minutes could not be answered as they should. "
            "Look into the log for lines of level error, and report them; a restart may help meanwhile."
        )

    def _disk_words(self) -> str:
        disk = self._health.disk
        if disk is None or not disk.is_tight:
            return ""
        return (
            f"The disk of the database is nearly full: {disk.free // _MEGABYTE} MB of {disk.total // _MEGABYTE} MB are "
            "free. Make room on it: without room, counts and chosen languages cannot be kept."
        )

    def _database_words(self) -> str:
        if self._health.is_database_gone():
            return (
                f"The database {self._database} was moved, deleted or replaced while the bot runs. What is counted now "
                "is lost when the bot ends. Put the file back if you can, then restart the bot."
            )
        if self._health.is_database_failing():
            return (
                "Counts cannot be written and wait in memory. People are answered all the same, and asked again for "
                f"their language. {self._health.why_counts_wait}"
            )
        return ""
