"""How long the channel waits for what, and the pauses between attempts."""

import asyncio
import random
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pace:
    """All durations (in seconds) and amounts of the channel; tests use smaller ones.

    A batch holds at most `batch_size` updates, of which `at_once` are answered at the same time. Each update has
    `update_seconds`, then once more as long. Being asked to wait longer than `short_wait` puts a chat aside, so
    that the others go on. In webhook mode Telegram is asked every `greeting_seconds` whether it is there. 409
    for `conflict_seconds` without a break means that another program reads the updates.
    """

    poll_seconds: int = 30
    stall_seconds: float = 10.0
    batch_size: int = 20
    at_once: int = 16
    update_seconds: float = 8.0
    short_wait: float = 1.0
    longest_wait: float = 120.0
    call_seconds: float = 5.0
    first_pause: float = 0.25
    longest_call_pause: float = 2.0
    longest_pause: float = 30.0
    greeting_seconds: float = 45.0
    conflict_seconds: float = 60.0
    stop_seconds: float = 4.0
    confirm_seconds: float = 1.0
    webhook_at_once: int = 100


class Backoff:
    """Pauses that double up to a limit, each a little different, so that many programs do not return at once."""

    def __init__(self, first: float, longest: float) -> None:
        self._first = first
        self._longest = longest
        self._next = first

    def reset(self) -> None:
        """Begin with the short pause again."""
        self._next = self._first

    def take(self) -> float:
        """Return the pause to make now."""
        pause, self._next = self._next, min(self._next * 2, self._longest)
        return pause * random.uniform(0.8, 1.2)  # noqa: S311 - spreads load, guards no secret


async def rest(seconds: float, stopping: asyncio.Event) -> None:
    """Wait, but not longer than until the program is asked to stop."""
    try:
        async with asyncio.timeout(seconds):
            await stopping.wait()
    except TimeoutError:
        return


async def first_of(task: asyncio.Task[Any], stopping: asyncio.Event) -> None:
    """Wait until the task is done or the program is asked to stop, whichever comes first."""
    leaving = asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait({task, leaving}, return_when=asyncio.FIRST_COMPLETED)
    except asyncio.CancelledError:
        task.cancel()
        raise
    finally:
        leaving.cancel()


async def abandon(task: asyncio.Task[Any]) -> None:
    """End a task that nobody waits for any more."""
    task.cancel()
    await asyncio.wait({task})
