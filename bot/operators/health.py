"""How the program does its work since it was started: numbers and moments in memory, nothing of any person."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.operators.disk import Disk

RECENT = timedelta(minutes=10)
GRACE = timedelta(seconds=15)
"""A database that refuses for so long fails: a moment's lock is over before."""
SILENCE = timedelta(seconds=90)
"""So long after the last word from Telegram it counts as unreachable; it is asked at least every 45 seconds."""
BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""Upper bounds in seconds of the classes into which answers fall by their time; the last class has none."""


@dataclass(slots=True)
class Minute:
    """The inputs of one minute, and how many of them failed."""

    begun: datetime
    inputs: int = 0
    errors: int = 0


class Health:
    """Keeps the contract of `bot.ports.Vitals`, and answers what operators ask about it."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._recent: deque[Minute] = deque()
        self.started = now()
        self.inputs = self.errors = self.waits = self.database_failures = 0
        self.classes = [0] * (len(BOUNDS) + 1)
        self.seconds = 0.0
        self.last_flush: datetime | None = None
        self.last_telegram: datetime | None = None
        self.counts_wait_since: datetime | None = None
        self.why_counts_wait = ""
        self.disk: Disk | None = None
        self.first_disk: Disk | None = None

    def answered(self, seconds: float) -> None:
        """One input was answered."""
        self.seconds += seconds
        self.classes[next((n for n, bound in enumerate(BOUNDS) if seconds <= bound), len(BOUNDS))] += 1
        self._add(errors=0)

    def failed(self) -> None:
        """One input could not be answered as it should."""
        self.errors += 1
        self._add(errors=1)

    def told_to_wait(self) -> None:
        """Telegram asked to wait."""
        self.waits += 1

    def reached_telegram(self) -> None:
        """Telegram was there."""
        self.last_telegram = self._now()

    def wrote_counts(self) -> None:
        """What was counted is in the database."""
        self.last_flush = self._now()
        self.counts_wait_since = None

    def counts_wait(self, why: str) -> None:
        """What was counted waits; since when is what counts."""
        self.database_failures += 1
        self.counts_wait_since = self.counts_wait_since or self._now()
        self.why_counts_wait = why

    def database_failed(self) -> None:
        """The database refused something else."""
        self.database_failures += 1

    def see_disk(self, disk: Disk) -> None:
        """Take note of the disk as it is now; the first look says which file the database is."""
        self.first_disk = self.first_disk or disk
        self.disk = disk

    def recent(self) -> tuple[int, int]:
        """Return the inputs of the last ten minutes, and how many of them failed."""
        self._forget()
        return sum(minute.inputs for minute in self._recent), sum(minute.errors for minute in self._recent)

    def is_telegram_silent(self) -> bool:
        """Whether Telegram was not there for a while, or never yet."""
        return self.last_telegram is None or self._now() - self.last_telegram > SILENCE

    def is_database_failing(self) -> bool:
        """Whether counts wait for longer than a moment."""
        return self.counts_wait_since is not None and self._now() - self.counts_wait_since >= GRACE

    def is_database_gone(self) -> bool:
        """Whether another file, or none, lies where the database was: what is written now is lost at the end."""
        return self.disk is not None and self.first_disk is not None and self.disk.file != self.first_disk.file

    def is_disk_tight(self) -> bool:
        """Whether the disk of the database is nearly full."""
        return self.disk is not None and self.disk.is_tight

    def _add(self, errors: int) -> None:
        self.inputs += 1
        self._forget()
        now = self._now()
        if not self._recent or now - self._recent[-1].begun >= timedelta(minutes=1):
            self._recent.append(Minute(now))
        self._recent[-1].inputs += 1
        self._recent[-1].errors += errors

    def _forget(self) -> None:
        while self._recent and self._now() - self._recent[0].begun >= RECENT:
            self._recent.popleft()
