"""Each refusal of SQLite as a sentence: which file, why, and the mend."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import StorageError

_PRIMARY = 0xFF  # the last byte of an extended result code is the code itself
_LOCKED = "is locked by another program. End that program (perhaps a second copy of the bot), or try again in a moment."
_DAMAGED = (
    "is not a database of this bot, or is damaged. It was left as it is. "
    "Put a backup in its place, or move it away to begin with an empty one."
)
_SENTENCES = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: "cannot be written. Give this program the right to write the file and its folder.",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full. Make room on the disk.",
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Check that this program may read and write it and its folder.",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports a fault. Check the disk.",
}


@contextmanager
def refusals_named(path: Path) -> Iterator[None]:
    """Turn every error of SQLite on a file into a StorageError.

    Raises:
        StorageError: SQLite refused.
    """
    try:
        yield
    except sqlite3.Error as problem:
        code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        sentence = _SENTENCES.get(code & _PRIMARY, f"refuses: {problem}. Report this with the version of the bot.")
        raise StorageError(f"The database {path} {sentence}") from problem


def damaged(path: Path) -> StorageError:
    """Return the error of a file whose bytes do not hold together."""
    return StorageError(f"The database {path} {_DAMAGED}")


def foreign(path: Path) -> StorageError:
    """Return the error of a file that another program made."""
    return StorageError(
        f"The database {path} belongs to another program. It was left as it is. Set DATABASE_URL to another file."
    )


def newer(path: Path, version: int, newest: int) -> StorageError:
    """Return the error of a file that a later version of the bot wrote."""
    return StorageError(
        f"The database {path} has schema version {version}; this program knows versions up to {newest}. "
        "It was left as it is. Start the newer version of the bot, or put an older backup in its place."
    )


def remains(path: Path) -> StorageError:
    """Return the error of rows that are deleted while their bytes could not be wiped yet."""
    return StorageError(
        f"The database {path} is being read by another program, so that what was deleted is still in "
        f"{path.name}-wal. It is wiped with the next deletion; end the other program, or try again in a moment."
    )
