"""A database file as tests see it from outside: its bytes, and other programs that use it."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.ports import CounterKey
from bot.storage.sqlite import Storage, open_database

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
MENU = CounterKey(MONDAY, "step", "menu")
CHAT = sha256(b"a chat").digest()
QUICK = 0.05
"""Seconds that a test waits for another program."""
ROOT = Path(__file__).parent.parent.parent


@contextmanager
def another_program(path: Path, *orders: str) -> Iterator[sqlite3.Connection]:
    """Give a second connection, as another program would hold it, after some orders."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for order in orders:
            connection.execute(order).fetchall()
        yield connection


def write(path: Path, content: bytes) -> bytes:
    """Put bytes in the place of the database; return them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return content


def read(path: Path) -> bytes:
    """Return the bytes of the database file alone."""
    return path.read_bytes()


def rights(path: Path) -> int:
    """Return who may do what with a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def all_bytes(folder: Path) -> bytes:
    """Return what an examiner of the folder finds: every byte of every file."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


async def refusal_of_opening(path: Path) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(StorageError) as refusal:
        async with open_database(path, QUICK):
            pass
    assert str(path) in str(refusal.value)
    return str(refusal.value)


async def make(path: Path, count: int = 1) -> None:
    """Make a database that holds a counter."""
    async with open_database(path) as storage:
        await storage.counters.add({MENU: count})


async def counted(storage: Storage) -> dict[CounterKey, int]:
    """Return the counters of the day."""
    return dict(await storage.counters.read(MONDAY, MONDAY))
