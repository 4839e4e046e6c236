"""How long figures stay: days and weeks roll into months, months end."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from bot.operators.periods import Period, month_for, month_of, period_named
from bot.ports import Figures

DAYS_KEPT = 90
"""Days after which a day or a week is kept only as a part of its month."""
MONTHS_KEPT = 36
"""Months after which a month is deleted; three years of reports."""
_DAY = timedelta(days=1)


async def prune(figures: Figures, today: date, months_kept: int = MONTHS_KEPT) -> tuple[int, int]:
    """Roll old days and weeks into months and delete old months; return how many of the one and of the other.

    A month is the sum of what was published of its days and weeks, so it tells nothing that they did not.

    Raises:
        StorageError: nothing was changed, or a part; the rest follows the next time.
    """
    closed = await figures.closed()
    old = old_months(closed, today, months_kept)
    await figures.forget(old)
    rolled = old_parts(closed, today)
    for month, parts in rolled.items():
        await figures.roll(parts, month.label, max(closed[part] for part in parts))
    return sum(map(len, rolled.values())), len(old)


def old_parts(closed: Mapping[str, int], today: date) -> dict[Period, list[str]]:
    """Return the days and weeks that are old, by the month that each is added to."""
    parts: dict[Period, list[str]] = defaultdict(list)
    for label in closed:
        period = period_named(label)
        if period != month_of(period.first) and period.last < today - DAYS_KEPT * _DAY:
            parts[month_for(period)].append(label)
    return dict(parts)


def old_months(closed: Mapping[str, int], today: date, months_kept: int) -> list[str]:
    """Return the months that ended longer ago than so many months."""
    months = today.year * 12 + today.month - 1 - months_kept
    oldest = date(months // 12, months % 12 + 1, 1)
    periods = map(period_named, closed)
    return [period.label for period in periods if period == month_of(period.first) and period.first < oldest]
