"""One act at a time, whole or not at all, and nothing deleted left behind."""

import asyncio
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from bot.errors import StorageError
from bot.storage.sqlite import open_database
from tests.storage.database_file import (
    CHAT,
    DAY,
    MENU,
    MONDAY,
    QUICK,
    all_bytes,
    another_program,
    counted,
)
from tests.storage.writer import TRIPLETS


async def test_a_forgotten_chat_is_gone_from_every_byte(path: Path) -> None:
    """Of many chats, those forgotten are in no file beside the database, while it is open and after."""
    chats = [sha256(bytes([n % 256, n // 256])).digest() for n in range(600)]
    forgotten, others = chats[::20], [chat for n, chat in enumerate(chats) if n % 20]
    async with open_database(path) as storage:
        for chat in chats:
            await storage.preferences.keep(chat, "nl", MONDAY)
        assert all(chat in all_bytes(path.parent) for chat in chats)
        for chat in forgotten:
            await storage.preferences.forget(chat)
            assert chat not in all_bytes(path.parent)
        assert not any(chat[:8] in all_bytes(path.parent) for chat in forgotten)
    found = all_bytes(path.parent)
    assert not any(chat[:8] in found for chat in forgotten)
    assert all(chat in found for chat in others)


async def test_an_idle_chat_is_gone_from_every_byte(path: Path) -> None:
    """What the thirty days delete is wiped as thoroughly."""
    async with open_database(path) as storage:
        await storage.preferences.keep(CHAT, "nl", MONDAY)
        assert await storage.preferences.forget_idle(MONDAY + 30 * DAY) == 1
        assert CHAT not in all_bytes(path.parent)


async def test_what_a_killed_program_deleted_is_wiped_at_the_next_start(path: Path, tmp_path: Path) -> None:
    """A program that ended between deleting and wiping leaves bytes behind; opening the file removes them."""
    async with open_database(path) as storage:
        await storage.preferences.keep(CHAT, "nl", MONDAY)
        with another_program(path, "PRAGMA secure_delete = ON", "DELETE FROM preferences"):
            killed = copytree(path.parent, tmp_path / "killed")
    assert CHAT in all_bytes(killed)
    async with open_database(killed / path.name):
        assert CHAT not in all_bytes(killed)


async def test_a_reader_that_keeps_deleted_bytes_alive_is_reported(path: Path) -> None:
    """While another program reads, forgetting says that bytes are left; the next deletion wipes them."""
    async with open_database(path, QUICK) as storage:
        await storage.preferences.keep(CHAT, "nl", MONDAY)
        with (
            another_program(path, "BEGIN", "SELECT * FROM preferences"),
            pytest.raises(StorageError, match=r"wegwijs\.db-wal"),
        ):
            await storage.preferences.forget(CHAT)
        assert await storage.preferences.find(CHAT, MONDAY) is None
        await storage.preferences.forget(b"somebody else")
        assert CHAT not in all_bytes(path.parent)


async def test_acts_at_the_same_time_do_not_mix(path: Path) -> None:
    """Many tasks on one connection each get their whole transaction."""
    async with open_database(path) as storage:
        acts = [storage.counters.add({MENU: 1}) for _ in range(50)]
        await asyncio.gather(*acts, storage.preferences.keep(CHAT, "nl", MONDAY), storage.preferences.forget(CHAT))
        assert await counted(storage) == {MENU: 50}


@pytest.mark.parametrize("moments", range(8))
async def test_a_cancelled_act_leaves_all_or_nothing(path: Path, moments: int) -> None:
    """A task cancelled at any moment leaves no half transaction open, and the next one works."""
    async with open_database(path) as storage:
        act = asyncio.create_task(storage.counters.add(dict.fromkeys(TRIPLETS, 1)))
        for _ in range(moments):
            await asyncio.sleep(0)
        act.cancel()
        await asyncio.wait([act])
        await storage.counters.add(dict.fromkeys(TRIPLETS, 1))
        assert set((await counted(storage)).values()) in ({1}, {2})


async def test_a_closed_database_refuses_in_our_words(path: Path) -> None:
    """An act that comes after the end is refused like any other refusal."""
    async with open_database(path) as storage:
        pass
    with pytest.raises(StorageError, match="is closed already"):
        await storage.counters.add({MENU: 1})
