"""The rules by which counters become figures that may be shown: pure, and the same for every view and export.

A *cell* is one value of one dimension in one period. The rules:

1. Only periods that are over: a day, or an ISO week (Monday to Sunday). No others, since overlapping periods (a month
   beside its weeks) can be subtracted from each other.
2. One dimension at a time; no cell crosses two.
3. A day's figure is its number rounded down to a multiple of k. So whatever is below k becomes 0 and is not listed:
   hiding and rounding are one act, of which neither half can be forgotten, and a figure seldom moves by one visit.
4. A hidden cell and an empty one look the same, so that not even "somebody chose this language" can be read.
5. A week's figure is the sum of its shown days, plus what its hidden days held together, rounded down to a multiple
   of k and never more than they could hold if one of them were empty. Whoever knows the week and its days therefore
   still cannot exclude a single number below k for any hidden day.
6. A total is the sum of the figures shown, never of the numbers behind them.

So each figure says "at least so many", counts pages and presses, and no figure counts people.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.ports import CounterKey

WEEK_DAYS = 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that figures may be published for; make it with `day_of` or `week_of`."""

    first: date
    last: date

    def __post_init__(self) -> None:
        is_day = self.first == self.last
        is_week = self.first.isoweekday() == 1 and self.last - self.first == (WEEK_DAYS - 1) * _DAY
        if not (is_day or is_week):
            raise ValueError(f"{self.first} to {self.last} is neither a day nor a week from Monday to Sunday.")

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the period in order."""
        return tuple(self.first + n * _DAY for n in range((self.last - self.first).days + 1))

    def is_closed(self, today: date) -> bool:
        """Return whether the period is over, so that nothing is counted in it any more."""
        return self.last < today


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that may be shown: of this value, at least so many."""

    value: str
    n: int


@dataclass(frozen=True, slots=True)
class Table:
    """What is published of one dimension in one period; what is not in it was fewer than k."""

    what: str
    figures: tuple[Figure, ...]

    @property
    def total(self) -> int:
        """The sum of the figures, which tells nothing that they do not."""
        return sum(figure.n for figure in self.figures)


def day_of(day: date) -> Period:
    """Return one day as a period."""
    return Period(day, day)


def week_of(day: date) -> Period:
    """Return the ISO week in which a day lies."""
    monday = day - (day.isoweekday() - 1) * _DAY
    return Period(monday, monday + (WEEK_DAYS - 1) * _DAY)


def last_closed_days(today: date, how_many: int) -> tuple[Period, ...]:
    """Return the newest days that are over, oldest first."""
    return tuple(day_of(today - back * _DAY) for back in range(how_many, 0, -1))


def last_closed_week(today: date) -> Period:
    """Return the newest ISO week that is over."""
    return week_of(today - WEEK_DAYS * _DAY)


def publish(counters: Iterable[tuple[CounterKey, int]], period: Period, today: date, k: int) -> tuple[Table, ...]:
    """Return a table for each dimension that has a figure to show, by name; figures from large to small.

    Counters of other days are overlooked.

    Raises:
        ValueError: the period is not over, or k hides nothing; both are mistakes of the caller.
    """
    if not period.is_closed(today):
        raise ValueError(f"The period from {period.first} to {period.last} is not over on {today}.")
    if k <= 1:
        raise ValueError(f"A threshold of {k} hides nothing.")
    figures: dict[str, list[Figure]] = defaultdict(list)
    for (what, value), days in _by_cell(counters, period).items():
        n = _publishable([days.get(day, 0) for day in period.days], k)
        if n:
            figures[what].append(Figure(value, n))
    return tuple(Table(what, tuple(sorted(figures[what], key=_rank))) for what in sorted(figures))


def _by_cell(
    counters: Iterable[tuple[CounterKey, int]], period: Period
) -> Mapping[tuple[str, str], Mapping[date, int]]:
    cells: dict[tuple[str, str], dict[date, int]] = defaultdict(dict)
    for key, n in counters:
        if period.first <= key.day <= period.last:
            days = cells[key.what, key.value]
            days[key.day] = days.get(key.day, 0) + n
    return cells


def _publishable(days: Sequence[int], k: int) -> int:
    """Return the figure of one cell from the numbers of its days (rules 3 and 5)."""
    shown = sum(_round_down(n, k) for n in days)
    hidden = [n for n in days if n < k]
    room = (k - 1) * max(len(hidden) - 1, 0)
    return shown + _round_down(min(sum(hidden), room), k)


def _round_down(n: int, k: int) -> int:
    return n - n % k


def _rank(figure: Figure) -> tuple[int, str]:
    return -figure.n, figure.value
