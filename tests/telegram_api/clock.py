"""The stand-in's own clock, which tests may move forward."""

import time
from datetime import timedelta


class Clock:
    """Real time plus what a test has added."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead

    def advance(self, *, hours: float = 0, seconds: float = 0) -> None:
        """Let time pass without waiting."""
        self._ahead += timedelta(hours=hours, seconds=seconds).total_seconds()
