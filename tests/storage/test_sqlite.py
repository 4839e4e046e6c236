"""What only a file can show: it is made with care and survives the end of the program."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage.sqlite import open_database
from bot.storage.sqlite_migrations import NEWEST
from tests.storage.database_file import (
    CHAT,
    DAY,
    MENU,
    MONDAY,
    QUICK,
    ROOT,
    another_program,
    counted,
    make,
    rights,
)
from tests.storage.writer import TRIPLETS


async def test_what_was_kept_is_there_after_reopening(path: Path) -> None:
    """Counters and languages survive the end of the program."""
    await make(path, 3)
    async with open_database(path) as storage:
        await storage.preferences.keep(CHAT, "ti", MONDAY)
    async with open_database(path) as storage:
        assert await counted(storage) == {MENU: 3}
        assert await storage.preferences.find(CHAT, MONDAY) == "ti"


async def test_file_and_folder_are_made_for_their_owner_alone(path: Path) -> None:
    """A missing folder is made, and nobody else on the machine can read it or the file."""
    await make(path)
    assert rights(path.parent) == 0o700
    assert rights(path) == 0o600


async def test_the_file_is_used_as_decided(path: Path) -> None:
    """Write-ahead log, deletion with zeros and waiting for others are switched on."""
    async with open_database(path) as storage:
        answers = [
            (await storage.counters._file.read(f"PRAGMA {name}"))[0][0]
            for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout", "user_version")
        ]
    assert answers == ["wal", 1, 1, 2000, NEWEST]


async def test_two_programs_can_open_a_new_file_at_once(path: Path) -> None:
    """Both find the tables, and what both count adds up."""
    async with open_database(path) as first, open_database(path) as second:
        await asyncio.gather(first.counters.add({MENU: 1}), second.counters.add({MENU: 2}))
        assert await counted(first) == {MENU: 3}


async def test_a_killed_writer_leaves_a_readable_file(path: Path) -> None:
    """After kill -9 in the middle of writing, every transaction is there whole or not at all."""
    command = [sys.executable, "-m", "tests.storage.writer", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as writer:  # noqa: ASYNC220, S603
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        await asyncio.sleep(0.2)
        writer.kill()
    async with open_database(path) as storage:
        numbers = await counted(storage)
        assert set(numbers) == set(TRIPLETS)
        assert len(set(numbers.values())) == 1
        assert await storage.preferences.find(bytes(32), MONDAY) == "nl"


async def test_a_date_that_cannot_be_refreshed_costs_no_answer(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """While another program writes, a kept language is found all the same."""
    async with open_database(path, QUICK) as storage:
        await storage.preferences.keep(CHAT, "nl", MONDAY)
        with another_program(path, "BEGIN IMMEDIATE"):
            assert await storage.preferences.find(CHAT, MONDAY + 10 * DAY) == "nl"
    assert "waits for its next use" in caplog.text
