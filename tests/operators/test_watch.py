"""Operators hear of a trouble when it begins, on each day that it lasts, and when it is over."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.operators.disk import Disk, look_at
from bot.operators.health import GRACE, RECENT, Health
from bot.operators.watch import LEAST_ERRORS, HealthWatch
from bot.ports import Cause
from tests.operators.asking import Clock
from tests.storage.reloading import Told

DATABASE = Path("/data/wegwijs.db")
ROOMY = Disk(10**12, 2 * 10**12, (1, 2))


class Watched:
    """A program whose health a test makes, and those who hear of it."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.health = Health(self.clock)
        self.operators = Told()
        self.disk = ROOMY
        self.watch = HealthWatch(self.health, self.operators, DATABASE, self.clock, lambda _: self.disk)

    async def hears(self) -> list[tuple[Cause, bool, str]]:
        """Return what one look tells."""
        before = len(self.operators.news)
        await self.watch.look()
        return [(news.cause, news.is_urgent, news.sentence) for news in self.operators.news[before:]]


@pytest.fixture
def watched() -> Watched:
    """A program at work without any trouble."""
    return Watched()


async def test_of_a_program_without_trouble_nothing_is_told(watched: Watched) -> None:
    """Nor after a single error."""
    watched.health.answered(0.1)
    watched.health.failed()
    assert await watched.hears() == []


async def test_many_errors_are_told_once_and_their_end_too(watched: Watched) -> None:
    """At least five, and more than a twentieth of the inputs."""
    for _ in range(LEAST_ERRORS - 1):
        watched.health.failed()
    assert await watched.hears() == []
    watched.health.failed()
    [(cause, is_urgent, sentence)] = await watched.hears()
    assert (cause, is_urgent) == (Cause.ERRORS, True)
    assert sentence.startswith("5 of 5 inputs of the last ten minutes could not be answered")
    assert "Look into the log" in sentence
    assert await watched.hears() == []
    watched.clock.wait(RECENT)
    assert await watched.hears() == [(Cause.ERRORS, False, "Inputs are answered again as they should be.")]
    assert await watched.hears() == []


async def test_a_few_errors_among_many_inputs_are_no_news(watched: Watched) -> None:
    """Five of a hundred are not more than a twentieth; six are."""
    for _ in range(95):
        watched.health.answered(0.1)
    for _ in range(5):
        watched.health.failed()
    assert await watched.hears() == []
    watched.health.failed()
    assert [cause for cause, _, _ in await watched.hears()] == [Cause.ERRORS]


async def test_a_disk_that_fills_is_told_again_on_the_next_day(watched: Watched) -> None:
    """It says how much is left, and what to do."""
    watched.disk = Disk(150_000_000, 10**10, (1, 2))
    [(cause, _, sentence)] = await watched.hears()
    assert cause is Cause.DISK
    assert "150 MB of 10000 MB" in sentence
    assert "Make room" in sentence
    watched.clock.wait(timedelta(hours=6))
    assert await watched.hears() == []
    watched.clock.wait(timedelta(hours=18))
    assert [cause for cause, _, _ in await watched.hears()] == [Cause.DISK]
    watched.disk = ROOMY
    assert [(cause, is_urgent) for cause, is_urgent, _ in await watched.hears()] == [(Cause.DISK, False)]


async def test_counts_that_wait_are_told_with_the_databases_own_reason(watched: Watched) -> None:
    """Which file, why, and the mend come from the refusal."""
    watched.health.counts_wait("The database x is locked by another program. End that program.")
    assert await watched.hears() == []
    watched.clock.wait(GRACE)
    [(cause, is_urgent, sentence)] = await watched.hears()
    assert (cause, is_urgent) == (Cause.DATABASE, True)
    assert "People are answered all the same" in sentence
    assert sentence.endswith("The database x is locked by another program. End that program.")
    watched.health.wrote_counts()
    assert [(cause, is_urgent) for cause, is_urgent, _ in await watched.hears()] == [(Cause.DATABASE, False)]


async def test_a_database_that_was_taken_away_is_told(watched: Watched) -> None:
    """Although every write seems to succeed."""
    assert await watched.hears() == []
    watched.disk = Disk(ROOMY.free, ROOMY.total, (1, 3))
    [(cause, _, sentence)] = await watched.hears()
    assert cause is Cause.DATABASE
    assert "was moved, deleted or replaced" in sentence
    assert "restart the bot" in sentence


async def test_a_disk_that_cannot_be_looked_at_stops_nothing(tmp_path: Path) -> None:
    """The log says so; the other troubles are still told."""
    clock, operators = Clock(), Told()
    health = Health(clock)
    for _ in range(LEAST_ERRORS):
        health.failed()
    await HealthWatch(health, operators, tmp_path / "gone" / "wegwijs.db", clock).look()
    assert [news.cause for news in operators.news] == [Cause.ERRORS]


def test_a_real_disk_is_measured_and_its_file_known(tmp_path: Path) -> None:
    """The same file looks the same, another one does not, none is none."""
    database = tmp_path / "wegwijs.db"
    assert look_at(database).file is None
    database.touch()
    first = look_at(database)
    assert 0 < first.free < first.total
    assert look_at(database).file == first.file
    other = tmp_path / "other.db"
    other.touch()
    other.replace(database)
    assert look_at(database).file not in {None, first.file}
