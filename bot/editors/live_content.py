"""The content as it stands on the disk at this moment, and the last of it that had no error."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from watchfiles import awatch

from bot.content.audio import Sounds
from bot.content.issues import Issue, Mark, Severity, error, has_errors
from bot.content.library import Library
from bot.content.reader import Reading
from bot.content.talks import BELGIUM
from bot.dialogue.checking import Checking
from bot.errors import ContentUnreadableError
from bot.storage.content_folder import read_folder, read_sounds

QUIET_MILLISECONDS = 50
"""How long nothing must be written before a change is read: editors write a file in several strokes."""
PATIENCE_MILLISECONDS = 400
"""A folder that never comes to rest is read at least this often."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was read last. `library` is the last one without an error; that of these files only if they have none.

    `number` counts what was read since the start; `read_at` says when, `seconds` how long it took.
    """

    number: int = 0
    library: Library | None = None
    library_at: datetime | None = None
    reading: Reading = field(default_factory=Reading)
    issues: tuple[Issue, ...] = ()
    read_at: datetime | None = None
    seconds: float = 0.0

    @property
    def is_sound(self) -> bool:
        """Whether the bot would take these files."""
        return not has_errors(self.issues)

    @property
    def errors(self) -> tuple[Issue, ...]:
        """What keeps these files out of the bot."""
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class TriedOut:
    """What would be if files stood on the disk."""

    reading: Reading
    issues: tuple[Issue, ...]


class LiveContent:
    """Reads the content folder whenever it changes. Faulty files never take the place of the last sound library."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = Snapshot()
        self._checking = Checking()
        self._reading = asyncio.Lock()
        self._changed = asyncio.Condition()

    async def refresh(self) -> None:
        """Read and check everything as it is now, beside whatever else goes on, and wake who waits for it."""
        async with self._reading:
            read = await asyncio.to_thread(self._read)
        async with self._changed:
            self.now = read
            self._changed.notify_all()

    async def try_out(self, files: Mapping[str, bytes], sounds: Sounds) -> "TriedOut":
        """Check files as if they stood on the disk; what is shown stays as it is."""
        async with self._reading:
            issues = (await asyncio.to_thread(self._checking.check, files, sounds))[1]
            return TriedOut(self._checking.reading, tuple(issues))

    async def next_change(self, number: int) -> Snapshot:
        """Wait until something newer than the snapshot of this number was read, and return it."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.now.number > number)
            return self.now

    def _read(self) -> Snapshot:
        start = time.perf_counter()
        try:
            files, sounds = read_folder(self.folder), read_sounds(self.folder)
        except ContentUnreadableError as problem:
            library, reading = None, Reading()
            issues = [error("file-missing", Mark("bot.yaml"), str(problem), "Bring the folder back.")]
        else:
            library, issues = self._checking.check(files, sounds)
            reading = self._checking.reading
        before, moment = self.now, datetime.now(BELGIUM)
        is_sound = library is not None and not has_errors(issues)
        return Snapshot(
            before.number + 1,
            library if is_sound else before.library,
            moment if is_sound else before.library_at,
            reading,
            tuple(issues),
            moment,
            time.perf_counter() - start,
        )


async def watch(folder: Path, stopping: asyncio.Event, act: Callable[[], Awaitable[None]]) -> None:
    """Act each time something in a folder was written and nothing more followed; until told to stop."""
    changes = awatch(folder, step=QUIET_MILLISECONDS, debounce=PATIENCE_MILLISECONDS, stop_event=stopping)
    async for _ in changes:
        await act()
