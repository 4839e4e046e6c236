"""`make bench`: what counting and looking at figures cost, after four hundred days and a million inputs."""

import asyncio
import gc
import statistics
import tempfile
from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from time import perf_counter

from bot.content.library import Library
from bot.content.reader import read_content
from bot.content.talks import BELGIUM
from bot.operators.closing import close_periods, rules_for
from bot.operators.dashboard import dashboard_parts
from bot.operators.guard import Guard
from bot.operators.retention import prune
from bot.reception import Reception
from bot.settings import Settings
from bot.storage.content_folder import read_folder
from bot.storage.memory import MemoryPreferences
from bot.storage.sqlite import Storage, open_database
from tests.operators.asking import HERE, SECRET, Operator, behind_guard
from tests.simulation import Use, Year, count

CONTENT = Path(__file__).parent.parent / "content"
PAGE_GOAL = 0.3
"""Seconds."""
PAGES = ("figures?span=month", "topics?topic=detention", "demand", "content", "figures.csv")
_DAY = timedelta(days=1)
_ROUNDS = 20


async def measure(library: Library, path: Path) -> None:
    """Let a year pass on a real SQLite file, then look at it."""
    year, rules = Year(library), rules_for(library, 10)
    counting = writing = closing = 0.0
    batches = 0
    async with open_database(path) as storage:
        reception = Reception(lambda: library, storage.counters, MemoryPreferences(), SECRET)
        for day in year.days:
            uses = list(year.uses(day))
            for batch in _hours(uses):
                counting += _timed(lambda batch=batch: [count(reception, use) for use in batch])
                writing += await _timed_async(reception.write_counts)
                batches += 1
            night = datetime.combine(day + _DAY, time(2), BELGIUM)
            closing += await _timed_async(
                lambda night=night: close_periods(storage.counters, storage.figures, rules, night)
            )
        await prune(storage.figures, year.days[-1] + _DAY)
        total = sum(1 for day in year.days[:1] for _ in year.uses(day)) * len(year.days)
        print(f"one input added to the counters in memory: {counting / total * 1e6:.1f} µs")
        print(f"one batch written to SQLite, while no answer waits: {writing / batches * 1e3:.1f} ms")
        print(f"one night, publishing what is over: {closing / len(year.days) * 1e3:.0f} ms")
        print(f"the file after {len(year.days)} days and {total:,} inputs: {_kilobytes(path):,.0f} KB")
        await _look(library, storage, year)


async def _look(library: Library, storage: Storage, year: Year) -> None:
    def now() -> datetime:
        return datetime.combine(year.days[-1] + _DAY, time(9), BELGIUM)

    slowest = 0.0
    for page in PAGES:
        parts = dashboard_parts(storage.figures, lambda: library, now, 10)
        site = behind_guard(library, Guard(Settings(), SECRET, now), now, parts)
        async with Operator(site, HERE) as browser:
            first = await _timed_async(lambda page=page, browser=browser: browser.get(f"/operators/{page}"))
            again = statistics.median(
                [
                    await _timed_async(lambda page=page, browser=browser: browser.get(f"/operators/{page}"))
                    for _ in range(_ROUNDS)
                ]
            )
        slowest = max(slowest, first)
        print(
            f"/operators/{page:24} first {first * 1e3:4.0f} ms, then {again * 1e3:4.0f} ms; ratio {first / again:.0f}"
        )
    verdict = "met" if slowest < PAGE_GOAL else "MISSED"
    print(f"  the slowest first look: {slowest * 1e3:.0f} ms; goal: under {PAGE_GOAL} s: {verdict}")


def _kilobytes(path: Path) -> float:
    return path.stat().st_size / 1024


def _hours(uses: list[Use]) -> list[list[Use]]:
    """Return the uses of a day as batches: the bot writes every five seconds, a simulation every hour."""
    hours: dict[datetime, list[Use]] = {}
    for use in uses:
        hours.setdefault(use.moment, []).append(use)
    return list(hours.values())


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


async def _timed_async(act: Callable[[], Awaitable[object]]) -> float:
    start = perf_counter()
    await act()
    return perf_counter() - start


def main() -> None:
    """Measure everything."""
    library = read_content(read_folder(CONTENT)).library
    assert library is not None
    gc.freeze()  # as the bot does with a library: the collector leaves it alone
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(library, Path(folder) / "wegwijs.db"))


if __name__ == "__main__":
    main()
