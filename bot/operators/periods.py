"""The stretches of time that figures are published for: days, ISO weeks, and months of what was published."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

WEEK_DAYS = 7
_DAY = timedelta(days=1)
_THURSDAY = 3


@dataclass(frozen=True, slots=True)
class Period:
    """A day, an ISO week (Monday to Sunday) or a calendar month; `label` is its name in the database and in files."""

    label: str
    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the period in order."""
        return tuple(self.first + n * _DAY for n in range((self.last - self.first).days + 1))

    def is_closed(self, today: date) -> bool:
        """Return whether the period is over, so that nothing is counted in it any more."""
        return self.last < today


def day_of(day: date) -> Period:
    """Return one day as a period: 2026-11-28."""
    return Period(day.isoformat(), day, day)


def week_of(day: date) -> Period:
    """Return the ISO week (ISO 8601) in which a day lies: 2026-W48."""
    monday = day - day.weekday() * _DAY
    return Period(f"{monday:%G-W%V}", monday, monday + (WEEK_DAYS - 1) * _DAY)


def month_of(day: date) -> Period:
    """Return the month in which a day lies: 2026-11."""
    first = day.replace(day=1)
    return Period(f"{first:%Y-%m}", first, (first + 31 * _DAY).replace(day=1) - _DAY)


def month_for(period: Period) -> Period:
    """Return the month that a period is added to: a week belongs to the month of its Thursday, as its year does."""
    return month_of(period.first + _THURSDAY * _DAY if "W" in period.label else period.first)


@cache
def period_named(label: str) -> Period:
    """Return the period of a label.

    Raises:
        ValueError: the label names no period.
    """
    if "W" in label:
        return week_of(date.fromisoformat(f"{label}-1"))
    if label.count("-") == 1:
        return month_of(date.fromisoformat(f"{label}-01"))
    return day_of(date.fromisoformat(label))
