"""Four hundred days and a million inputs in all languages: what is counted is what happened, what is shown is less."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from pathlib import Path

from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.dialogue.turns import CROSSED, Counted
from bot.operators.closing import close_periods, rules_for
from bot.operators.periods import month_of, period_named, week_of
from bot.operators.publishing import FAMILIES
from bot.operators.retention import DAYS_KEPT, prune
from bot.ports import CounterKey, Figure
from bot.reception import Reception
from bot.storage.memory import MemoryPreferences
from bot.storage.sqlite import open_database
from tests.simulation import INPUTS, Tally, Year, count

DAY = timedelta(days=1)
K = 10
LEVELLED = {what.value for family in FAMILIES for what in family} | {Counted.STEP_LOCALE.value}


async def test_a_million_inputs_are_counted_exactly_and_published_as_the_rules_say(
    library: Library, tmp_path: Path
) -> None:
    """Night after night the numbers of the day equal the simulation's; in the end all figures follow from them."""
    year, happened = Year(library), Counter[CounterKey]()
    rules = rules_for(library, K)
    figures: list[Figure] = []
    async with open_database(tmp_path / "wegwijs.db") as storage:
        reception = Reception(lambda: library, storage.counters, MemoryPreferences(), b"key")
        for day in year.days:
            today = Tally()
            for use in year.uses(day):
                count(reception, use)
                today.add(use)
            happened.update(today.numbers)
            await reception.write_counts()
            counted = dict(await storage.counters.read(day, day))
            assert {key: n for key, n in counted.items() if key.what not in CROSSED} == by_day(today, day)
            night = datetime.combine(day + DAY, time(1, 30), BELGIUM)
            await close_periods(storage.counters, storage.figures, rules, night)
        figures = list(await storage.figures.read(await storage.figures.closed()))
        await prune(storage.figures, year.days[-1] + DAY)
        rolled = list(await storage.figures.read(await storage.figures.closed()))
        left = await storage.counters.read(date.min, date.max)
    assert sum(n for key, n in happened.items() if key.what not in CROSSED) > INPUTS
    check_figures(figures, happened)
    check_rolled(figures, rolled, year.days[-1] + DAY)
    assert all(week_of(key.day).last >= year.days[-1] for key, _ in left)


def by_day(tally: Tally, day: date) -> dict[CounterKey, int]:
    """Return what a simulation says of one day."""
    return {key: n for key, n in tally.numbers.items() if key.what not in CROSSED and key.day == day}


def check_figures(figures: list[Figure], happened: Counter[CounterKey]) -> None:
    """Each figure is the number rounded down; where a family agrees with its other sides, it may be lower."""
    shown = {(figure.period, figure.what, figure.value): figure.n for figure in figures}
    is_over = {figure.period for figure in figures}
    for key, n in happened.items():
        period = week_of(key.day).label if key.what in CROSSED else key.day.isoformat()
        figure = shown.pop((period, key.what, key.value), 0)
        if key.what not in LEVELLED and period in is_over:
            assert figure == n - n % K
        assert figure <= n - n % K
        assert figure % K == 0
    assert shown == {}


def check_rolled(figures: list[Figure], rolled: list[Figure], today: date) -> None:
    """Nothing young changed, nothing old stands by day, and each dimension has the same sum as before."""
    sums: list[Counter[str]] = [Counter(), Counter()]
    for total, rows in zip(sums, (figures, rolled), strict=True):
        for figure in rows:
            total[figure.what] += figure.n
    assert sums[0] == sums[1]
    periods = {period_named(figure.period) for figure in rolled}
    old = [period for period in periods if period.last < today - DAYS_KEPT * DAY]
    assert all(period == month_of(period.first) for period in old)
