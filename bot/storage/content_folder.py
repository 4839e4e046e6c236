"""The content folder on disk: read whole, so that no half-saved file is ever used."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.content.audio import AUDIO_FOLDER
from bot.content.sound import MAX_BYTES, Sound, read_sound, unread_sound
from bot.errors import ContentUnreadableError

SUFFIXES = frozenset({".yaml", ".talk", ".po", ".tsv", ".lock"})
"""The endings of files that are content; all others are sounds, or none of ours."""

_ORDINARY = 0o644


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every content file: path below the folder, with forward slashes -> bytes.

    Raises:
        ContentUnreadableError: the folder or a file in it cannot be read; the message names it and the mend.
    """
    if not folder.is_dir():
        raise ContentUnreadableError(f"There is no folder {folder}. Set CONTENT_DIR to the folder with bot.yaml.")
    return {name: _read(path) for name, path in _walk(folder, folder) if path.suffix in SUFFIXES}


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write content files, each whole or not at all: who reads in between finds the old one.

    Raises:
        ContentUnreadableError: a file cannot be written; the message names it.
    """
    for name, data in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".")
            with os.fdopen(handle, "wb") as target:
                target.write(data)
            Path(draft).chmod(path.stat().st_mode if path.exists() else _ORDINARY)
            Path(draft).replace(path)
        except OSError as problem:
            raise ContentUnreadableError(f"{path} cannot be written: {problem.strerror}.") from problem


def read_sounds(folder: Path) -> dict[str, Sound]:
    """Return what is known of every file in the folder of recordings, by the same paths; one is in memory at a time.

    All of each file is read, since only that tells two recordings apart; a second takes care of a gigabyte. A file
    that is too large for a recording is left unread.

    Raises:
        ContentUnreadableError: a file cannot be read; the message names it.
    """
    found = _walk(folder, folder / AUDIO_FOLDER)
    return {name: _read_sound(path) for name, path in found if path.suffix not in SUFFIXES}


def content_paths(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file that is content, words and recordings: path below the folder, and where it lies."""
    for name, path in _walk(folder, folder):
        if path.suffix in SUFFIXES or name.startswith(AUDIO_FOLDER):
            yield name, path


def _walk(folder: Path, part: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(part.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and "/." not in f"/{name}":
            yield name, path


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise ContentUnreadableError(f"{path} cannot be read: {problem.strerror}.") from problem


def _read_sound(path: Path) -> Sound:
    size = path.stat().st_size
    return unread_sound(size) if size > MAX_BYTES else read_sound(_read(path))
