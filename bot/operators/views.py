"""What operators look at: closed stretches of time, each beside the one before, as sums of published figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.dialogue.turns import Counted
from bot.operators.periods import Period, day_of, month_for, month_of, period_named, week_of
from bot.ports import Figure

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Table:
    """What is published of one dimension in one stretch of time, from large to small; what is not in it is hidden."""

    what: Counted
    figures: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """The sum of the figures, which tells nothing that they do not."""
        return sum(n for _, n in self.figures)


@dataclass(frozen=True, slots=True)
class Spans:
    """A day, week or month that is over, and the one before it."""

    name: str
    last: Period
    before: Period


def last_spans(today: date) -> tuple[Spans, ...]:
    """Return the last closed day, week and month, each with the one before.

    Args:
        today: the day after the last closed one (`bot.operators.closing.open_day`).
    """
    spans = []
    for name, period_at in (("day", day_of), ("week", week_of), ("month", month_of)):
        last = period_at(period_at(today).first - _DAY)
        spans.append(Spans(name, last, period_at(last.first - _DAY)))
    return tuple(spans)


def last_days(today: date, how_many: int) -> tuple[Period, ...]:
    """Return the newest days that are over, oldest first."""
    return tuple(day_of(today - back * _DAY) for back in range(how_many, 0, -1))


def labels_of(periods: Iterable[Period]) -> set[str]:
    """Return the labels of everything that lies in some periods: their days and weeks, and a month's own sums."""
    labels: set[str] = set()
    for period in periods:
        labels |= {period.label, *(day.isoformat() for day in period.days)}
        labels |= {week.label for week in map(week_of, period.days) if month_for(week) == period}
    return labels


def add_up(figures: Iterable[Figure], span: Period) -> dict[Counted, Table]:
    """Return a table for each dimension: the sum of what was published of the periods inside a stretch of time.

    A crossing has figures by week; a week counts for the month of its Thursday, else where it lies in whole.
    """
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for figure in figures:
        if _lies_in(figure, span):
            sums[figure.what][figure.value] += figure.n
    return {what: Table(what, _rank(sums[what])) for what in Counted}


def _lies_in(figure: Figure, span: Period) -> bool:
    period = period_named(figure.period)
    if "W" in period.label and span == month_of(span.first):
        return month_for(period) == span
    return span.first <= period.first and period.last <= span.last


def _rank(sums: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))
