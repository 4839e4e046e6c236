"""Waiting for a change in the content folder: told by the system where it can, found by looking where it cannot."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path

from watchfiles import awatch

log = logging.getLogger(__name__)

QUIET_MILLISECONDS = 200
"""A save of several files is over when nothing was written for so long."""
LONGEST_BATCH_MILLISECONDS = 2000
LOOK_SECONDS = 5.0
"""How often somebody looks anyway: network shares, mounts and a folder put in another's place tell nobody."""


async def watch(
    folder: Path,
    look: Callable[[], Awaitable[bool]],
    stopping: asyncio.Event,
    quiet_milliseconds: int = QUIET_MILLISECONDS,
) -> None:
    """Have somebody look at a folder at once, after each change, and every few seconds, until told to stop.

    Args:
        folder: the content folder; it may be gone for a while.
        look: looks at the folder; True if something had changed.
        stopping: ends it.
        quiet_milliseconds: how long nothing must have been written before somebody looks.
    """
    while not stopping.is_set():
        try:
            await _watch_one(folder, look, stopping, quiet_milliseconds)
        except OSError as problem:
            log.debug("The folder cannot be watched now: %s", type(problem).__name__)
            await look()
            await _rest(stopping)


async def _watch_one(
    folder: Path, look: Callable[[], Awaitable[bool]], stopping: asyncio.Event, quiet_milliseconds: int
) -> None:
    """Watch until a change was found that the system did not tell: then what is watched is not the folder any more."""
    await look()
    changes = awatch(
        folder, stop_event=stopping, watch_filter=None, yield_on_timeout=True, rust_timeout=int(LOOK_SECONDS * 1000),
        step=quiet_milliseconds, debounce=LONGEST_BATCH_MILLISECONDS, ignore_permission_denied=True,
    )  # fmt: skip
    async with aclosing(changes):
        async for batch in changes:
            if await look() and not batch:
                return


async def _rest(stopping: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), LOOK_SECONDS)
    except TimeoutError:
        return
