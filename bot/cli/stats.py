"""`wegwijs stats`: what may be told of the last closed days and the last closed week."""

import asyncio
import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import click

from bot.content.talks import BELGIUM
from bot.dialogue.turns import Counted
from bot.operators.publishing import Period, Table, last_closed_days, last_closed_week, publish
from bot.ports import CounterKey
from bot.settings import read_settings
from bot.storage.sqlite import open_database

GRACE = timedelta(hours=1)
"""After midnight the last counts of the day are still being written: a day is closed an hour later."""
MOST_DAYS = 366
_WIDTH = 34

Counts = Sequence[tuple[CounterKey, int]]


@click.command()
@click.option("--days", default=1, show_default=True, type=click.IntRange(1, MOST_DAYS), help="How many closed days.")
def stats(days: int) -> None:
    """Show the figures of the last closed days and of the last closed week."""
    settings = read_settings(os.environ)
    database, k = Path(settings.database), settings.minimum_count
    if not database.exists():
        click.echo(f"Nothing is published yet: there is no database {database}. The bot makes it at its first start.")
        return
    today = (datetime.now(BELGIUM) - GRACE).date()
    periods = (*last_closed_days(today, days), last_closed_week(today))
    counts = asyncio.run(_read(database, periods))
    tables = {period: publish(counts, period, today, k) for period in periods}
    click.echo("\n".join(write_report(tables, k)))


def write_report(published: dict[Period, tuple[Table, ...]], k: int) -> list[str]:
    """Return the lines to print; they depend on what is published and on nothing behind it."""
    if not any(published.values()):
        return [f"Nothing is published yet: in these periods every count is fewer than {k}.", *_names(published)]
    lines = [
        f"Each number is rounded down to a multiple of {k}; each total is the sum of the numbers shown.",
        "They count what the bot showed, not people.",
    ]
    for period, tables in published.items():
        lines += ["", _name(period), *_period_lines(tables, k)]
    return lines


async def _read(database: Path, periods: Sequence[Period]) -> Counts:
    first, last = min(period.first for period in periods), max(period.last for period in periods)
    async with open_database(database) as storage:
        return await storage.counters.read(first, last)


def _names(published: dict[Period, tuple[Table, ...]]) -> list[str]:
    return [f"  {_name(period)}" for period in published]


def _name(period: Period) -> str:
    if period.first == period.last:
        return f"Day {period.first:%Y-%m-%d}"
    return f"Week {period.first:%G-W%V} ({period.first:%Y-%m-%d} to {period.last:%Y-%m-%d})"


def _period_lines(tables: tuple[Table, ...], k: int) -> list[str]:
    by_name = {table.what: table for table in tables}
    return [line for what in Counted for line in _table_lines(by_name.get(what, Table(what, ())), k)]


def _table_lines(table: Table, k: int) -> list[str]:
    fewer = f"fewer than {k}"
    if not table.figures:
        return [f"  {table.what:{_WIDTH}}{fewer:>14}"]
    rows = [f"    {figure.value:{_WIDTH - 2}}{figure.n:>14}" for figure in table.figures]
    last = [f"    {'any other':{_WIDTH - 2}}{fewer:>14}", f"    {'total shown':{_WIDTH - 2}}{table.total:>14}"]
    return [f"  {table.what}", *rows, *last]
