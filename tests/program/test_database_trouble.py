"""A database that is locked, full, read-only, damaged or gone stops no answer, and operators are told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bot.content.library import Library
from bot.dialogue.inputs import Commanded, Pressed, Said, Started
from bot.dialogue.position import Act, Position, encode
from bot.dialogue.turns import Count, Counted
from bot.operators.health import GRACE, Health
from bot.operators.readiness import Readiness, Trouble
from bot.operators.watch import HealthWatch
from bot.ports import Cause
from bot.reception import Reception, Visit
from bot.storage.memory import MemoryCounters, MemoryPreferences
from bot.storage.sqlite import Storage, open_database
from tests.operators.asking import Clock
from tests.storage.database_file import QUICK, another_program
from tests.storage.reloading import Told

MANY = tuple(Count(Counted.STEP, f"page-{number}") for number in range(2000))
"""More than the pages of a new database have room for."""
COUNTS = 3
"""What `answers_everybody` adds: a page, the same by language, and typed words."""


@dataclass
class Desk:
    """A reception over a real file, with everything that looks after it."""

    reception: Reception
    storage: Storage
    health: Health
    readiness: Readiness
    watch: HealthWatch
    operators: Told
    clock: Clock

    async def answers_everybody(self) -> None:
        """Take inputs of all kinds; each of them is answered with a whole page."""
        library = self.reception.library
        choice = encode(Position(Act.SPEAK, "ar", "step:trust.welcome"), library.keys)
        for visit in (
            Visit("telegram", Started(), chat="1", phone_language="fr"),
            Visit("telegram", Pressed(), button=choice, chat="1", phone_language="fr"),
            Visit("telegram", Said("Gent"), chat="2"),
            Visit("telegram", Commanded("forget"), chat="3"),
            Visit("web", Started()),
        ):
            turn = await self.reception.receive(visit, self.clock())
            assert turn.message.blocks

    async def sees_the_trouble(self) -> str:
        """Try to write for a while; return what operators are told, and see that it stands."""
        await self.reception.write_counts()
        self.clock.wait(GRACE)
        await self.reception.write_counts()
        await self.watch.look()
        assert self.readiness.troubles() == (Trouble.DATABASE,)
        (news,) = self.operators.news
        assert (news.cause, news.is_urgent) == (Cause.DATABASE, True)
        return news.sentence

    async def counted(self) -> int:
        """Return the sum of all counters in the database."""
        rows = await self.storage.counters.read(date(2026, 1, 1), date(2027, 12, 31))
        return sum(n for _, n in rows)

    async def is_well_again(self, counts: int) -> None:
        """See that no count was lost, and that operators hear of the end."""
        await self.reception.write_counts()
        await self.watch.look()
        assert self.readiness.troubles() == ()
        assert not self.operators.news[-1].is_urgent
        assert await self.counted() == counts


@asynccontextmanager
async def desk_over(path: Path, library: Library) -> AsyncIterator[Desk]:
    """Open a desk over a database that a start has made and looked at."""
    async with open_database(path, QUICK) as storage:
        clock, operators = Clock(), Told()
        health = Health(clock)
        reception = Reception(lambda: library, storage.counters, storage.preferences, b"key")
        reception.vitals = health
        watch = HealthWatch(health, operators, path, clock)
        readiness = Readiness(health, expects_telegram=False)
        await watch.look()
        yield Desk(reception, storage, health, readiness, watch, operators, clock)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database lies."""
    return tmp_path / "wegwijs.db"


async def test_a_database_locked_by_another_program_stops_no_answer(path: Path, library: Library) -> None:
    """What is counted meanwhile is written when the lock is gone."""
    async with desk_over(path, library) as desk:
        await desk.answers_everybody()
        with another_program(path, "BEGIN IMMEDIATE"):
            await desk.answers_everybody()
            told = await desk.sees_the_trouble()
            assert f"The database {path} is locked by another program. End that program" in told
        await desk.is_well_again(2 * COUNTS)


@pytest.mark.parametrize(
    ("forbid", "allow", "words"),
    [
        ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", "the disk is full. Make room on the disk"),
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF", "Give this program the right to write"),
    ],
)
async def test_a_full_or_read_only_database_stops_no_answer(
    path: Path, library: Library, forbid: str, allow: str, words: str
) -> None:
    """SQLite itself refuses, as it does where the disk has no room or the file no right."""
    async with desk_over(path, library) as desk:
        await desk.storage.counters._file.read(forbid)
        for _ in range(3):
            await desk.answers_everybody()
        desk.reception.count("telegram", MANY, desk.clock())
        assert words in await desk.sees_the_trouble()
        await desk.answers_everybody()
        await desk.storage.counters._file.read(allow)
        await desk.is_well_again(len(MANY) + 4 * COUNTS)


async def test_a_database_overwritten_with_garbage_stops_no_answer(path: Path, library: Library) -> None:
    """The operator reads which file it is and what to do with it."""
    async with desk_over(path, library) as desk:
        await desk.answers_everybody()
        await desk.reception.write_counts()
        with closing(path.open("r+b")) as file:
            file.write(b"garbage " * (path.stat().st_size // 8))
        for companion in ("-wal", "-shm"):
            path.with_name(path.name + companion).write_bytes(b"garbage " * 5000)
        await desk.answers_everybody()
        told = await desk.sees_the_trouble()
        assert f"The database {path}" in told
        await desk.answers_everybody()


@pytest.mark.parametrize("replacement", [b"garbage " * 2000, None])
async def test_a_database_that_was_replaced_or_deleted_stops_no_answer_and_is_noticed(
    path: Path, library: Library, replacement: bytes | None
) -> None:
    """SQLite would go on writing where nobody reads, without a word."""
    async with desk_over(path, library) as desk:
        await desk.answers_everybody()
        path.unlink()
        if replacement is not None:
            path.write_bytes(replacement)
        await desk.answers_everybody()
        assert "was moved, deleted or replaced" in await desk.sees_the_trouble()


class Stuck(MemoryPreferences):
    """A database that gives no answer at all."""

    async def find(self, chat: bytes, today: date) -> str | None:
        """Hang."""
        return await _never()

    async def keep(self, chat: bytes, locale: str, today: date) -> None:
        """Hang."""
        await _never()


async def _never() -> str | None:
    await asyncio.Event().wait()
    return None


async def test_a_database_that_gives_no_answer_stops_none_of_ours(library: Library) -> None:
    """After a moment the person is answered without the language that may be kept."""
    clock = Clock()
    health = Health(clock)
    reception = Reception(lambda: library, MemoryCounters(), Stuck(), b"key")
    reception.vitals = health
    turn = await reception.receive(Visit("telegram", Started(), chat="1", phone_language="fr"), clock())
    assert turn.message.locale == "fr"
    assert health.database_failures == 1
