"""What SQLite refuses reads as a sentence, and what was refused is left as it is."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.ports import CounterKey
from bot.storage.sqlite import open_database
from tests.storage.database_file import (
    MENU,
    MONDAY,
    QUICK,
    ROOT,
    all_bytes,
    another_program,
    counted,
    make,
    read,
    refusal_of_opening,
    write,
)


async def test_a_locked_file_refuses_and_keeps_nothing(path: Path) -> None:
    """While another program writes, an act is refused whole; afterwards the same act succeeds."""
    async with open_database(path, QUICK) as storage:
        with another_program(path, "BEGIN IMMEDIATE"), pytest.raises(StorageError, match="is locked by another"):
            await storage.counters.add({MENU: 1})
        assert await counted(storage) == {}
        await storage.counters.add({MENU: 1})
        assert await counted(storage) == {MENU: 1}


async def test_a_locked_file_is_refused_at_opening(path: Path) -> None:
    """Opening a file that another program holds alone says so."""
    await make(path)
    with another_program(path, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE"):
        assert "is locked by another program" in await refusal_of_opening(path)


async def test_a_full_disk_refuses_and_keeps_nothing(path: Path) -> None:
    """A batch that does not fit is refused whole, and what was there stays."""
    await make(path)
    async with open_database(path) as storage:
        await storage.counters._file.read("PRAGMA max_page_count = 1")
        batch = {CounterKey(MONDAY, "step", "x" * 500 + str(n)): 1 for n in range(200)}
        with pytest.raises(StorageError, match="the disk is full"):
            await storage.counters.add(batch)
        assert await counted(storage) == {MENU: 1}


def test_a_file_or_folder_without_write_access_is_refused() -> None:
    """A program that may read but not write is told which right is missing."""
    command = [sys.executable, "-m", "tests.storage.without_rights"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.splitlines()  # noqa: S603
    assert len(said) == 2
    assert all("wegwijs.db cannot be written. Give this program the right" in line for line in said)


@pytest.mark.parametrize("garbage", [b"x", b"x" * 511, b"no database\n" * 500], ids=["byte", "short", "text"])
async def test_a_file_of_garbage_is_refused_and_left_as_it_is(path: Path, garbage: bytes) -> None:
    """What is no database is not overwritten, and nothing is put beside it."""
    write(path, garbage)
    assert "is not a database of this bot, or is damaged" in await refusal_of_opening(path)
    assert all_bytes(path.parent) == garbage


async def test_a_damaged_page_is_refused_and_left_as_it_is(path: Path) -> None:
    """A file whose head is whole and whose inside is not is found out before anything is written."""
    await make(path)
    whole = read(path)
    damaged = write(path, whole[:4096] + b"\xff" * 4096 + whole[8192:])
    assert "damaged" in await refusal_of_opening(path)
    assert read(path) == damaged


async def test_a_newer_schema_is_refused_and_left_as_it_is(path: Path) -> None:
    """A file of a later version of the bot is not touched by an older one."""
    await make(path)
    with another_program(path, "PRAGMA user_version = 99"):
        pass
    before = read(path)
    assert "has schema version 99; this program knows versions up to 2" in await refusal_of_opening(path)
    assert read(path) == before


async def test_the_database_of_another_program_is_refused(path: Path) -> None:
    """A file with somebody else's tables gets none of ours."""
    write(path, b"")
    with another_program(path, "CREATE TABLE letters (text TEXT)"):
        pass
    before = read(path)
    assert "belongs to another program" in await refusal_of_opening(path)
    assert read(path) == before


async def test_a_folder_in_the_place_of_the_file_is_refused(path: Path) -> None:
    """A path that is a folder cannot be opened, in words and not in a traceback."""
    write(path / "a file in it", b"")
    assert "cannot be opened" in await refusal_of_opening(path)


async def test_a_file_in_the_place_of_the_folder_is_refused(path: Path) -> None:
    """A folder that cannot be made is named with the setting to change."""
    path.parent.write_bytes(b"")
    with pytest.raises(StorageError, match="Set DATABASE_URL"):
        async with open_database(path):
            pass


async def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    """A file that cannot be made is named with the setting to change."""
    path = tmp_path / ("x" * 300)
    with pytest.raises(StorageError, match="cannot be made"):
        async with open_database(path):
            pass


async def test_an_unforeseen_refusal_is_ours_too(path: Path) -> None:
    """A fault without a sentence of its own still names the file and what SQLite said."""
    async with open_database(path) as storage:
        with another_program(path, "DROP TABLE counters"), pytest.raises(StorageError, match="refuses: no such table"):
            await storage.counters.add({MENU: 1})
