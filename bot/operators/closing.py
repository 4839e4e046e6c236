"""Closing periods that are over: their figures are published once, and the exact numbers are gone from then on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.content.library import Library
from bot.dialogue.turns import CROSSED, Counted
from bot.operators.periods import Period, day_of, period_named, week_of
from bot.operators.publishing import Numbers, PublishedDay, Rules, publish_day, publish_week
from bot.ports import CounterKey, Counters, Figure, Figures

GRACE = timedelta(hours=1)
"""After midnight the last counts of the day are still being written: a day is closed an hour later."""
LONGEST_PAUSE = timedelta(days=400)
"""Days further back than this are not closed one by one: nobody was counted in them, or a clock stood at 1970."""
CLOCK_FAULT = timedelta(days=31)
"""A period that was closed so long before it ends, a wrong clock has closed."""
_DAY = timedelta(days=1)
_HOURS = 24


def rules_for(library: Library, k: int) -> Rules:
    """Return the rules for a copy of the bot; anybody can see how many languages and kinds of places it has."""
    languages = len(library.locales)
    sizes = {
        Counted.LOCALE: languages,
        Counted.STEP_LOCALE: languages,
        Counted.HOUR: _HOURS,
        Counted.KIND: len(library.bot.kinds),
        Counted.PROVINCE: len(library.bot.provinces),
    }
    return Rules(k, {what.value: size for what, size in sizes.items()})


def open_day(now: datetime) -> date:
    """Return the day that is still being counted; all days before it are over."""
    return (now - GRACE).date()


async def close_periods(counters: Counters, figures: Figures, rules: Rules, now: datetime) -> None:
    """Publish every day and week that is over, oldest first, and delete the numbers behind them.

    Numbers that come late, for a period that is closed already, are deleted too: nothing published ever changes.
    Periods that a wrong clock closed long before their time are opened again: else nothing would count until then.

    Raises:
        StorageError: the database cannot be used; what is not closed yet is closed the next time.
    """
    today = open_day(now)
    await figures.forget(_closed_ahead(await figures.closed(), today))
    numbers = await counters.read(date.min, today - _DAY)
    closed = await figures.closed()
    for period in _due(numbers, closed, today, is_week=False):
        spent = [key for key, _ in numbers if key.day == period.first and key.what not in CROSSED]
        await _freeze(figures, period, rules.k, publish_day(_of(numbers, spent), rules), spent)
    closed = await figures.closed()
    for period in _due(numbers, closed, today, is_week=True):
        spent = [key for key, _ in numbers if key.day == period.first and key.what in CROSSED]
        days = await _published_days(figures, period, closed)
        await _freeze(figures, period, rules.k, publish_week(_of(numbers, spent), days, rules), spent)
    closed = await figures.closed()
    last = {is_week: _last_closed(closed, is_week=is_week) for is_week in (False, True)}
    await counters.forget([key for key, _ in numbers if key.day <= (last[key.what in CROSSED] or date.min)])


def _closed_ahead(closed: Mapping[str, int], today: date) -> list[str]:
    return [label for label in closed if period_named(label).last > today + CLOCK_FAULT]


def _last_closed(closed: Mapping[str, int], *, is_week: bool) -> date | None:
    """Return the first day of the last closed day or week; None before there is one."""
    period_at = week_of if is_week else day_of
    periods = map(period_named, closed)
    return max((period.first for period in periods if period == period_at(period.first)), default=None)


def _due(
    numbers: Sequence[tuple[CounterKey, int]], closed: Mapping[str, int], today: date, *, is_week: bool
) -> Iterator[Period]:
    """Yield the periods to close, from the one after the last closed one, or from the first that was counted in."""
    period_at = week_of if is_week else day_of
    done = _last_closed(closed, is_week=is_week)
    begun = [key.day for key, _ in numbers if (key.what in CROSSED) is is_week]
    if done is None and not begun:
        return
    first = period_at(done).last + _DAY if done else min(begun)
    period = period_at(max(first, today - LONGEST_PAUSE))
    while period.is_closed(today):
        yield period
        period = period_at(period.last + _DAY)


def _of(numbers: Sequence[tuple[CounterKey, int]], keys: Sequence[CounterKey]) -> Numbers:
    wanted = frozenset(keys)
    return {(key.what, key.value): n for key, n in numbers if key in wanted}


async def _published_days(figures: Figures, week: Period, closed: Mapping[str, int]) -> list[PublishedDay]:
    labels = [day.isoformat() for day in week.days if day.isoformat() in closed]
    shown = await figures.read(labels)
    return [
        PublishedDay(
            closed[label],
            {figure.value: figure.n for figure in shown if figure.period == label and figure.what == Counted.STEP},
        )
        for label in labels
    ]


async def _freeze(
    figures: Figures, period: Period, k: int, published: Mapping[tuple[str, str], int], spent: Sequence[CounterKey]
) -> None:
    rows = [Figure(period.label, what, value, n) for (what, value), n in sorted(published.items())]
    await figures.freeze(period.label, k, rows, spent)
