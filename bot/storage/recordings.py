"""The sound of recordings: read from the content folder when somebody wants to hear it, and never kept."""

import asyncio
from pathlib import Path

from bot.content.audio import Recording
from bot.content.sound import sound_digest
from bot.errors import StorageError


class FolderRecordings:
    """Keeps the contract of `bot.ports.Recordings` for the content folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def read(self, recording: Recording) -> bytes:
        """Return the bytes of a recording; StorageError if they are not those that the library was made with."""
        file = self._folder / recording.file
        try:
            data = await asyncio.to_thread(file.read_bytes)
        except OSError as problem:
            raise StorageError(f"The recording {file} cannot be read: {problem.strerror}. Bring it back.") from problem
        if sound_digest(data) != recording.digest:
            raise StorageError(
                f"The recording {file} has changed and is not in use yet. If that stays so, run wegwijs check."
            )
        return data
