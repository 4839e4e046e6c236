"""Periods are closed once, in order, whatever happens between; what is published never changes."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.dialogue.turns import CROSSED, Counted
from bot.operators.closing import close_periods, open_day, rules_for
from bot.operators.publishing import Rules
from bot.operators.retention import DAYS_KEPT, prune
from bot.ports import CounterKey, Figure
from bot.storage.memory import MemoryCounters, MemoryFigures

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
RULES = Rules(10, {"step-locale": 24})


class Shelf:
    """Counters and figures in memory, and a clock that the test turns."""

    def __init__(self) -> None:
        self.counters = MemoryCounters()
        self.figures = MemoryFigures(self.counters)

    async def count(self, day: date, value: str = "menu", n: int = 1, what: str = "step") -> None:
        """Count something on a day; a crossing on the Monday of its week."""
        first = day - timedelta(days=day.weekday()) if what in CROSSED else day
        await self.counters.add({CounterKey(first, what, value): n})

    async def close(self, day: date, clock: time = time(3), rules: Rules = RULES) -> None:
        """Close what is over at a time of a day."""
        await close_periods(self.counters, self.figures, rules, datetime.combine(day, clock, BELGIUM))

    async def shown(self) -> list[Figure]:
        """Return everything that was ever published."""
        return list(await self.figures.read(await self.figures.closed()))


@pytest.fixture
def shelf() -> Shelf:
    """An empty one."""
    return Shelf()


async def test_a_day_is_published_when_it_is_over_and_its_numbers_are_gone(shelf: Shelf) -> None:
    """34 pages become "at least 30", and nothing remembers the 34."""
    await shelf.count(MONDAY, n=34)
    await shelf.count(MONDAY, "rare", n=9)
    await shelf.close(MONDAY + DAY)
    assert await shelf.shown() == [Figure("2026-03-02", "step", "menu", 30)]
    assert await shelf.counters.read(date.min, date.max) == []


async def test_today_is_not_published(shelf: Shelf) -> None:
    """Not in the evening, and not in the first hour after midnight, when the last counts are being written."""
    await shelf.count(MONDAY, n=34)
    await shelf.close(MONDAY, time(23, 59))
    await shelf.close(MONDAY + DAY, time(0, 59))
    assert await shelf.shown() == []
    await shelf.close(MONDAY + DAY, time(1, 0))
    assert len(await shelf.shown()) == 1


async def test_what_comes_late_changes_nothing_and_is_not_kept(shelf: Shelf) -> None:
    """A count for a closed day, from a database that was locked for hours, is dropped."""
    await shelf.count(MONDAY, n=34)
    await shelf.close(MONDAY + DAY)
    before = await shelf.shown()
    await shelf.count(MONDAY, n=50)
    await shelf.close(MONDAY + DAY, time(4))
    assert await shelf.shown() == before
    assert await shelf.counters.read(date.min, date.max) == []


async def test_another_threshold_does_not_change_what_is_published(shelf: Shelf) -> None:
    """An operator who lowers MINIMUM_COUNT gets no second, finer look at old days."""
    await shelf.count(MONDAY, n=34)
    await shelf.close(MONDAY + DAY)
    await shelf.count(MONDAY + DAY, n=34)
    await shelf.close(MONDAY + 2 * DAY, rules=Rules(4, {}))
    assert [figure.n for figure in await shelf.shown()] == [30, 32]
    assert await shelf.figures.closed() == {"2026-03-02": 10, "2026-03-03": 4}


async def test_a_week_of_crossings_is_published_after_its_sunday(shelf: Shelf) -> None:
    """Pages by language have no day; all days of the week are closed before."""
    await shelf.count(MONDAY + 3 * DAY, "a.b|ti", 25, "step-locale")
    for day in range(7):
        await shelf.count(MONDAY + day * DAY, "a.b", 12)
        await shelf.close(MONDAY + day * DAY)
    assert all("W" not in figure.period for figure in await shelf.shown())
    await shelf.close(MONDAY + 7 * DAY)
    assert Figure("2026-W10", "step-locale", "a.b|ti", 20) in await shelf.shown()
    assert await shelf.counters.read(date.min, date.max) == []


async def test_days_on_which_nothing_was_counted_are_closed_too(shelf: Shelf) -> None:
    """After a pause the days between are closed and empty: a gap says nothing either."""
    await shelf.count(MONDAY, n=34)
    await shelf.close(MONDAY + DAY)
    await shelf.close(MONDAY + 4 * DAY)
    assert list(await shelf.figures.closed()) == ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"]


async def test_before_anything_was_counted_nothing_is_closed(shelf: Shelf) -> None:
    """A new copy has no figures, and none of the days before it began."""
    await shelf.close(MONDAY)
    assert await shelf.figures.closed() == {}


async def test_a_clock_that_stood_years_ahead_costs_only_what_it_counted(shelf: Shelf) -> None:
    """Periods that it closed are opened again; what is counted since is published as ever."""
    await shelf.count(MONDAY, n=34)
    await shelf.close(MONDAY + DAY)
    await shelf.close(MONDAY + 300 * DAY)
    await shelf.count(MONDAY + 2 * DAY, n=25)
    await shelf.close(MONDAY + 3 * DAY)
    await shelf.count(MONDAY + 35 * DAY, n=25)
    await shelf.close(MONDAY + 36 * DAY)
    assert max(await shelf.figures.closed()) < "2026-05"
    assert [figure.n for figure in await shelf.shown()] == [30, 20]


async def test_a_clock_that_stood_at_the_beginning_leaves_nothing_behind(shelf: Shelf) -> None:
    """What was counted in 1970 is dropped, and no day of the years between is closed one by one."""
    await shelf.count(date(1970, 1, 1), n=34)
    await shelf.count(date(1970, 1, 1), "a|ti", 34, "step-locale")
    await shelf.count(MONDAY, n=34)
    await shelf.close(MONDAY + DAY)
    assert [figure.n for figure in await shelf.shown()] == [30]
    assert await shelf.counters.read(date.min, date.max) == []
    assert len(await shelf.figures.closed()) < 500


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 24 * 60), st.integers(1, 40)), max_size=30))
async def test_however_often_one_looks_the_same_is_published(visits: list[tuple[int, int, int]]) -> None:
    """Closing at any moments between gives what closing once at the end gives."""
    often, once = Shelf(), Shelf()
    for day, minute, n in sorted(visits):
        now = datetime.combine(MONDAY, time(), BELGIUM) + day * DAY + timedelta(minutes=minute)
        for shelf in (often, once):
            await shelf.count(open_day(now), n=n)
        await close_periods(often.counters, often.figures, RULES, now)
    for shelf in (often, once):
        await shelf.close(MONDAY + 40 * DAY)
    assert await often.shown() == await once.shown()


async def test_old_days_become_part_of_their_month_with_the_same_sum(shelf: Shelf) -> None:
    """After ninety days months are the sums of what was published of them; a week goes with its Thursday."""
    for day in range(31 - 1):
        await shelf.count(MONDAY + day * DAY, n=25)
        await shelf.count(MONDAY + day * DAY, "a|ti", 5, "step-locale")
    await shelf.close(MONDAY + 40 * DAY)
    before = sum(figure.n for figure in await shelf.shown() if figure.what == "step")
    await prune(shelf.figures, MONDAY + (40 + DAYS_KEPT) * DAY)
    shown = await shelf.shown()
    assert {figure.period for figure in shown} == {"2026-03", "2026-04"}
    assert sum(figure.n for figure in shown if figure.what == "step") == before == 30 * 20


async def test_young_days_stay_and_old_months_end(shelf: Shelf) -> None:
    """Days of the last ninety stay as they are; a month older than asked for is deleted."""
    await shelf.count(MONDAY, n=34)
    await shelf.close(MONDAY + DAY)
    assert await prune(shelf.figures, MONDAY + DAYS_KEPT * DAY) == (0, 0)
    assert await prune(shelf.figures, MONDAY + (DAYS_KEPT + 1) * DAY) == (1, 0)
    assert await prune(shelf.figures, date(2029, 3, 31)) == (0, 0)
    assert await prune(shelf.figures, date(2029, 4, 1)) == (0, 1)
    assert await shelf.figures.closed() == {}


def test_the_rules_of_a_library_know_how_much_each_table_can_hide(library: Library) -> None:
    """The sizes are those that anybody can see: languages, kinds, provinces."""
    rules = rules_for(library, 10)
    assert rules.hidden(Counted.LOCALE) == 9 * len(library.locales)
    assert rules.hidden(Counted.CHANNEL) == 9
