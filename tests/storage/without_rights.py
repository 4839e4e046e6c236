"""A program that may not write its database: it says on standard output what that costs it."""

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.errors import StorageError
from bot.storage.sqlite import open_database

MONDAY = date(2026, 3, 2)
NOBODY = 65534
"""The super-user may write everything, so this program becomes somebody else first."""


async def open_it(path: Path) -> str:
    """Open a database and keep a language; return the refusal."""
    try:
        async with open_database(path) as storage:
            await storage.preferences.keep(b"a" * 32, "nl", MONDAY)
    except StorageError as problem:
        return str(problem)
    return "kept"


def is_refused(forbid: Callable[[Path], None]) -> str:
    """Make a database, forbid something about it, and return what opening it again says."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wegwijs.db"
        asyncio.run(open_it(path))
        forbid(path)
        try:
            return asyncio.run(open_it(path))
        finally:
            path.parent.chmod(0o700)


if __name__ == "__main__":
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    print(is_refused(lambda path: path.chmod(0o400)))  # noqa: T201 - the test reads it
    print(is_refused(lambda path: path.parent.chmod(0o500)))  # noqa: T201 - the test reads it
    sys.exit()
