"""Counters, published figures and language preferences in one SQLite file."""

import logging
import sqlite3
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import aiosqlite

from bot.errors import StorageError
from bot.ports import CounterKey
from bot.storage.keeping import IDLE, is_idle, is_refresh_due
from bot.storage.private_folder import make_private_folder
from bot.storage.sqlite_figures import FORGET_COUNTER, SqliteFigures, rows_of
from bot.storage.sqlite_file import SqliteFile
from bot.storage.sqlite_migrations import MIGRATIONS, NEWEST, OURS
from bot.storage.sqlite_refusals import damaged, foreign, newer, refusals_named

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 2.0
"""How long an act waits for another program that writes: less than a reply may take."""

_SHORTEST = 512
"""The smallest page of SQLite, which takes a file of one byte for an empty one and would write over it."""

_CHUNK = 64  # rows that a cursor would fetch at a time
_SETUP = (
    "PRAGMA journal_mode = WAL",  # readers and the writer do not wait for each other
    "PRAGMA synchronous = NORMAL",  # a power cut may cost the last counts, never the file
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten with zeros
    "PRAGMA temp_store = MEMORY",  # no copy of a row in a temporary file
)
_ADD = """
    INSERT INTO counters (day, what, value, n) VALUES (?, ?, ?, ?)
    ON CONFLICT (day, what, value) DO UPDATE SET n = n + excluded.n
"""
_READ = "SELECT day, what, value, n FROM counters WHERE day BETWEEN ? AND ? ORDER BY day, what, value"
_KEEP = """
    INSERT INTO preferences (chat, locale, used) VALUES (?, ?, ?)
    ON CONFLICT (chat) DO UPDATE SET locale = excluded.locale, used = excluded.used
"""


class SqliteCounters:
    """Keeps the contract of `bot.ports.Counters`."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    async def add(self, additions: Mapping[CounterKey, int]) -> None:
        """Add all numbers in one transaction; StorageError means that none was added."""
        rows = [(key.day.isoformat(), key.what, key.value, n) for key, n in additions.items()]
        async with self._file.change() as connection:
            await connection.executemany(_ADD, rows)

    async def read(self, first: date, last: date) -> Sequence[tuple[CounterKey, int]]:
        """Return the counters of the days from first to last, sorted by day, what and value."""
        rows = await self._file.read(_READ, (first.isoformat(), last.isoformat()))
        return [(CounterKey(date.fromisoformat(day), what, value), n) for day, what, value, n in rows]

    async def forget(self, keys: Collection[CounterKey]) -> None:
        """Delete counters; StorageError means that none was deleted."""
        async with self._file.change() as connection:
            await connection.executemany(FORGET_COUNTER, rows_of(keys))


class SqlitePreferences:
    """Keeps the contract of `bot.ports.Preferences`."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    async def find(self, chat: bytes, today: date) -> str | None:
        """Return the language kept for a chat; a date that cannot be refreshed now costs no answer."""
        rows = await self._file.read("SELECT locale, used FROM preferences WHERE chat = ?", (chat,))
        for locale, used in rows:
            last = date.fromisoformat(used)
            if is_idle(last, today):
                return None
            if is_refresh_due(last, today):
                await self._refresh(chat, today)
            return str(locale)
        return None

    async def keep(self, chat: bytes, locale: str, today: date) -> None:
        """Keep a language for a chat, replacing an earlier one."""
        async with self._file.change() as connection:
            await connection.execute(_KEEP, (chat, locale, today.isoformat()))

    async def forget(self, chat: bytes) -> None:
        """Delete what is kept for a chat, and wipe its bytes from the file and its write-ahead log."""
        await self._file.delete("DELETE FROM preferences WHERE chat = ?", (chat,))

    async def forget_idle(self, today: date) -> int:
        """Delete and wipe every language not used for 30 days; return how many."""
        return await self._file.delete("DELETE FROM preferences WHERE used <= ?", ((today - IDLE).isoformat(),))

    async def _refresh(self, chat: bytes, today: date) -> None:
        try:
            async with self._file.change() as connection:
                await connection.execute("UPDATE preferences SET used = ? WHERE chat = ?", (today.isoformat(), chat))
        except StorageError as problem:
            log.warning("The date of a language preference waits for its next use: %s", problem)


@dataclass(frozen=True, slots=True)
class Storage:
    """What one open database offers."""

    counters: SqliteCounters
    figures: SqliteFigures
    preferences: SqlitePreferences


@asynccontextmanager
async def open_database(path: Path, patience: float = PATIENCE_SECONDS) -> AsyncIterator[Storage]:
    """Open a database for as long as the block lasts; make file and folder if there are none.

    A file that is damaged, another program's or a newer version's is refused and left as it is.

    Raises:
        StorageError: it cannot be opened; the message names the file, why, and the mend.
    """
    file = await _open(_make_private_file(path), patience)
    try:
        yield Storage(SqliteCounters(file), SqliteFigures(file), SqlitePreferences(file))
    finally:
        await file.close()


async def _open(path: Path, patience: float) -> SqliteFile:
    with refusals_named(path):
        # Opened here: where aiosqlite opens in vain, it leaves a thread that speaks to a loop that may be gone.
        opened = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
        connection = await aiosqlite.Connection(lambda: opened, iter_chunk_size=_CHUNK)
    file = SqliteFile(path, connection)
    try:
        await _check(file, path)
        for order in _SETUP:
            await file.read(order)
        await _migrate(file)
        await file.wipe_if_alone()
    except BaseException:
        await file.close()
        raise
    return file


def _make_private_file(path: Path) -> Path:
    """Make the file for its owner alone (SQLite gives its companions the same rights); return its whole path."""
    path = path.absolute()
    make_private_folder(path.parent)
    try:
        if not path.exists():
            path.touch(mode=0o600)
        is_short = path.is_file() and 0 < path.stat().st_size < _SHORTEST
    except OSError as problem:
        raise StorageError(
            f"The database {path} cannot be made: {problem.strerror}. "
            "Give this program the right to write the folder, or set DATABASE_URL to another file."
        ) from problem
    if is_short:
        raise damaged(path)
    return path


async def _check(file: SqliteFile, path: Path) -> None:
    """Refuse, before a byte is written, a file that is not ours, newer than this program, or damaged."""
    owner, version, tables = [
        (await file.read(question))[0][0]
        for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    ]
    if owner != OURS and (owner or version or tables):
        raise foreign(path)
    if version > NEWEST:
        raise newer(path, version, NEWEST)
    if (await file.read("PRAGMA quick_check(1)"))[0][0] != "ok":
        raise damaged(path)


async def _migrate(file: SqliteFile) -> None:
    """Take the steps that the file has not seen; of two programs that start at once, one takes them."""
    async with file.change() as connection:
        [(version,)] = await connection.execute_fetchall("PRAGMA user_version")
        for number, orders in enumerate(MIGRATIONS[version:], start=version + 1):
            for order in orders:
                await connection.execute(order)
            await connection.execute(f"PRAGMA user_version = {number}")
