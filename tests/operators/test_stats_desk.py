"""/stats: words, a picture and a file, all from what is published and from nothing else."""

import csv
import io
import logging
import threading

import pytest

from bot.content.library import Library
from bot.errors import StorageError
from bot.operators import stats_desk
from bot.operators.export import write_csv
from bot.operators.stats_desk import REFUSED, StatsDesk
from bot.ports import Figure
from bot.storage.memory import MemoryCounters, MemoryFigures
from tests.operators.png import open_png
from tests.operators.simulated import NOW, simulate


class Refusing(MemoryFigures):
    """A database that cannot be read."""

    async def read(self, periods: object) -> list[Figure]:
        """Refuse."""
        raise StorageError("The database is locked by another program.")


async def test_an_operator_gets_words_a_picture_and_a_file(library: Library) -> None:
    """The file is the one of `wegwijs stats csv`, named by the day."""
    figures = await simulate(75)
    shown = await StatsDesk(figures, 10, lambda: library).show(NOW)
    assert "Week 2026-W47" in shown.message.words
    assert open_png(shown.picture).width == 880
    closed = await figures.closed()
    assert shown.file.decode() == write_csv(await figures.read(closed), closed)
    assert shown.file_name == "wegwijs-figures-2026-11-26.csv"
    assert next(csv.reader(io.StringIO(shown.file.decode())))[0] == "period"


async def test_nothing_is_published_by_asking(library: Library) -> None:
    """What is there before is there afterwards, to the last figure."""
    figures = await simulate(30)
    before = dict(await figures.closed()), list(await figures.read(await figures.closed()))
    await StatsDesk(figures, 10, lambda: library).show(NOW)
    assert (dict(await figures.closed()), list(await figures.read(await figures.closed()))) == before


async def test_without_figures_there_is_no_picture_and_no_file(library: Library) -> None:
    """A new bot sends its sentence alone."""
    shown = await StatsDesk(MemoryFigures(MemoryCounters()), 10, lambda: library).show(NOW)
    assert (shown.picture, shown.file) == (b"", b"")


async def test_a_database_that_refuses_is_one_clear_sentence(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says why."""
    caplog.set_level(logging.WARNING)
    shown = await StatsDesk(Refusing(MemoryCounters()), 10, lambda: library).show(NOW)
    assert (shown.message.words, shown.picture, shown.file) == (REFUSED, b"", b"")
    assert "locked by another program" in caplog.text


async def test_the_picture_is_drawn_beside_the_answers_to_people(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in the thread of the event loop."""
    threads: list[threading.Thread] = []

    def draw(_svg: str) -> bytes:
        threads.append(threading.current_thread())
        return b"picture"

    monkeypatch.setattr(stats_desk, "draw", draw)
    shown = await StatsDesk(await simulate(75), 10, lambda: library).show(NOW)
    assert shown.picture == b"picture"
    assert threads[0] is not threading.main_thread()
