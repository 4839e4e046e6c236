"""All published figures as one table, for a spreadsheet or a program; docs/counting.md explains each column."""

import csv
import io
from collections.abc import Iterable, Mapping

from bot.operators.periods import period_named
from bot.ports import Figure

COLUMNS = ("period", "first_day", "last_day", "what", "value", "crossed_with", "at_least", "k")


def write_csv(figures: Iterable[Figure], closed: Mapping[str, int]) -> str:
    """Return the figures as CSV (RFC 4180), oldest first; a period without figures has one line without a value."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    by_period: dict[str, list[Figure]] = {label: [] for label in closed}
    for figure in figures:
        by_period.setdefault(figure.period, []).append(figure)
    for period in sorted(map(period_named, by_period), key=lambda period: (period.first, period.last)):
        start = (period.label, period.first.isoformat(), period.last.isoformat())
        k = closed[period.label]
        for figure in by_period[period.label]:
            value, _, crossed_with = figure.value.partition("|")
            writer.writerow((*start, figure.what, value, crossed_with, figure.n, k))
        if not by_period[period.label]:
            writer.writerow((*start, "", "", "", "", k))
    return target.getvalue()
