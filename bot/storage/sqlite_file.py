"""One open SQLite file: one act at a time, every error ours, nothing deleted left behind."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.errors import StorageError
from bot.storage.sqlite_refusals import refusals_named, remains

Row = Sequence[Any]
"""A row as SQLite gives it; what its columns hold, the caller's question decides."""


class SqliteFile:
    """Runs questions and changes in turn: tasks share one connection, and none may see another's half-done change."""

    def __init__(self, path: Path, connection: aiosqlite.Connection) -> None:
        self._path = path
        self._connection = connection
        self._turn = asyncio.Lock()
        self._is_open = True
        self._has_remains = True  # a killed program may have left some

    async def read(self, question: str, values: Iterable[Any] = ()) -> list[Row]:
        """Return all rows that answer a question.

        Raises:
            StorageError: the file cannot be read.
        """
        async with self._exclusively():
            return list(await self._connection.execute_fetchall(question, values))

    @asynccontextmanager
    async def change(self) -> AsyncIterator[aiosqlite.Connection]:
        """Give the connection for one transaction: kept whole at the end, undone at any error or cancellation.

        Raises:
            StorageError: nothing was written.
        """
        async with self._exclusively():
            try:
                await self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
                await self._connection.commit()
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    await self._connection.rollback()
                raise

    async def delete(self, order: str, values: Iterable[Any]) -> int:
        """Delete rows and wipe their bytes from the file and its write-ahead log; return how many rows.

        Raises:
            StorageError: nothing was deleted, or (the message says so) it is deleted and not wiped yet.
        """
        async with self._exclusively():
            had_remains, self._has_remains = self._has_remains, True
            async with self._connection.execute(order, values) as cursor:
                deleted = cursor.rowcount
            if deleted or had_remains:
                await self._wipe()
            self._has_remains = False
            return deleted

    async def wipe_if_alone(self) -> None:
        """Wipe what a killed program deleted, or leave it to the next deletion if another program reads."""
        async with self._exclusively():
            with contextlib.suppress(StorageError):
                await self._wipe()
                self._has_remains = False

    async def close(self) -> None:
        """Wait for the running act and close; whatever comes later is refused.

        Raises:
            StorageError: SQLite could not close the file in good order.
        """
        async with self._turn:
            self._is_open = False
            with refusals_named(self._path):
                await self._connection.close()

    async def _wipe(self) -> None:
        """Write the log into the file, where secure_delete has put zeros, and cut the log to nothing."""
        rows = list(await self._connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)"))
        is_busy = rows[0][0]
        if is_busy:
            raise remains(self._path)

    @asynccontextmanager
    async def _exclusively(self) -> AsyncIterator[None]:
        async with self._turn:
            if not self._is_open:
                raise StorageError(f"The database {self._path} is closed already.")
            with refusals_named(self._path):
                yield
