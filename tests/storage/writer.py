"""A program that writes without end, so that a test can kill it in the middle."""

import asyncio
import sys
from datetime import date
from itertools import count
from pathlib import Path

from bot.ports import CounterKey
from bot.storage.sqlite import open_database

MONDAY = date(2026, 3, 2)
TRIPLETS = tuple(CounterKey(MONDAY, "step", value) for value in ("one", "three", "two"))
"""Added to by equal amounts in one transaction each: unequal numbers would be half a transaction."""


async def write_without_end(path: Path) -> None:
    """Write, and say so on standard output once the first batch is kept."""
    async with open_database(path) as storage:
        for n in count():
            await storage.counters.add(dict.fromkeys(TRIPLETS, 1))
            await storage.preferences.keep(n.to_bytes(32, "big"), "nl", MONDAY)
            if n == 0:
                sys.stdout.write("writing\n")
                sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(write_without_end(Path(sys.argv[1])))
