"""The content as it stands on the disk at this moment, and the last of it that had no error."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.content.audio import Sounds
from bot.content.issues import Issue, Mark, error, errors_of, has_errors
from bot.content.library import Library
from bot.content.reader import Reading
from bot.content.talks import BELGIUM
from bot.dialogue.checking import Checking
from bot.errors import ContentUnreadableError
from bot.storage.steady_reading import Traces, read_steadily, traces_of
from bot.storage.watching import watch

QUIET_MILLISECONDS = 50
"""How long nothing must be written before a change is read: editors write a file in several strokes."""


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
        return errors_of(self.issues)


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
        self._traces: Traces = {}
        self._checking = Checking()
        self._reading = asyncio.Lock()
        self._changed = asyncio.Condition()

    async def refresh(self) -> bool:
        """Read and check what has changed, beside whatever else goes on, and wake who waits; True if it did change."""
        async with self._reading:
            traces = await asyncio.to_thread(traces_of, self.folder)
            if self.now.number and traces == self._traces:
                return False
            self._traces = traces
            read = await asyncio.to_thread(self._read)
        async with self._changed:
            self.now = read
            self._changed.notify_all()
        return True

    async def follow(self, stopping: asyncio.Event) -> None:
        """Read whatever is saved in the folder, as soon as nothing more is written, until told to stop."""
        await watch(self.folder, self.refresh, stopping, QUIET_MILLISECONDS)

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
            content = read_steadily(self.folder)
        except ContentUnreadableError as problem:
            library, reading = None, Reading()
            issues = [error("file-missing", Mark("bot.yaml"), str(problem), "Bring the folder back.")]
        else:
            library, issues = self._checking.check(content.files, content.sounds)
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
