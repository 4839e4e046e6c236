"""The bot publishes by itself, and a database that refuses costs nothing but time."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

import pytest

from bot.content.library import Library
from bot.errors import StorageError
from bot.operators.publication import Publication
from bot.ports import CounterKey, Figure
from bot.storage.memory import MemoryCounters, MemoryFigures

DAY = timedelta(days=1)


class BrokenFigures(MemoryFigures):
    """A database that refuses to publish, until it is mended."""

    is_broken = True

    async def freeze(self, period: str, k: int, figures: Sequence[Figure], spent: Collection[CounterKey]) -> None:
        """Refuse, or publish."""
        if self.is_broken:
            raise StorageError("The database is locked.")
        await super().freeze(period, k, figures, spent)


async def test_what_is_over_is_published_and_in_time_becomes_a_month(library: Library, now: datetime) -> None:
    """A day is a figure the next day, and a part of its month a hundred days later."""
    counters = MemoryCounters()
    figures = MemoryFigures(counters)
    publication = Publication(counters, figures, 10, lambda: library)
    await counters.add({CounterKey(now.date(), "step", "help.start"): 25})
    await publication.run(now)
    assert await figures.closed() == {}
    await publication.run(now + DAY)
    assert list(await figures.closed()) == [now.date().isoformat()]
    await publication.run(now + 100 * DAY)
    month = f"{now:%Y-%m}"
    assert await figures.read([month]) == [Figure(month, "step", "help.start", 20)]


async def test_a_database_that_refuses_is_tried_again(
    library: Library, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing is lost: the numbers wait where they are, and operators read why."""
    counters = MemoryCounters()
    figures = BrokenFigures(counters)
    publication = Publication(counters, figures, 10, lambda: library)
    await counters.add({CounterKey(now.date(), "step", "help.start"): 25})
    await publication.run(now + DAY)
    assert "wait for the next time" in caplog.text
    assert len(await counters.read(date.min, date.max)) == 1
    figures.is_broken = False
    await publication.run(now + DAY)
    assert [figure.n for figure in await figures.read([now.date().isoformat()])] == [20]
