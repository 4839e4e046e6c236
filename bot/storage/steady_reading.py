"""The content folder read in one piece: never half of a change that is being saved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.assembling import revision_of
from bot.content.audio import Sounds
from bot.errors import ContentUnreadableError
from bot.storage.content_folder import content_paths, read_folder, read_sounds

ATTEMPTS = 3
"""How often a folder is read again because something was written in between."""

Traces = Mapping[str, tuple[int, ...]]
"""Path -> what the disk says of a file: where it lies, its size, when it was written."""


@dataclass(frozen=True, slots=True)
class Content:
    """All bytes of a content folder at one moment, what is known of its recordings, and how the disk dates them."""

    files: Mapping[str, bytes]
    sounds: Sounds = field(default_factory=dict)
    traces: Traces = field(default_factory=dict)

    @property
    def revision(self) -> str:
        """A hash of it all: two contents with the same one hold the same bytes."""
        return revision_of(self.files, self.sounds)


def traces_of(folder: Path) -> Traces:
    """Return what the disk says of every file of the content; quick, since no file is opened."""
    return dict(_trace(folder))


def read_steadily(folder: Path) -> Content:
    """Return all content, read whole; if a file was written meanwhile, everything is read again.

    Raises:
        ContentUnreadableError: the folder cannot be read, or files change faster than they can be read.
    """
    before = traces_of(folder)
    for _ in range(ATTEMPTS):
        read = _read(folder)
        after = traces_of(folder)
        if after != before:
            before = after
        elif isinstance(read, ContentUnreadableError):
            raise read
        else:
            return Content(*read, after)
    raise ContentUnreadableError(f"Files in {folder} are being written. They are read when that has ended.")


def _read(folder: Path) -> tuple[Mapping[str, bytes], Sounds] | ContentUnreadableError:
    try:
        return read_folder(folder), read_sounds(folder)
    except ContentUnreadableError as problem:
        return problem
    except OSError as problem:
        return ContentUnreadableError(f"{folder} cannot be read: {problem.strerror}.")


def _trace(folder: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    for name, path in content_paths(folder):
        try:
            found = path.stat()
        except OSError:
            continue
        yield name, (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
