"""`wegwijs stats`: the published figures of the last closed day, week and month; as a file; and what is too old."""

import asyncio
import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO

import click

from bot.content.talks import BELGIUM
from bot.operators.closing import open_day
from bot.operators.export import write_csv
from bot.operators.report import explain, say_state, write_report
from bot.operators.retention import MONTHS_KEPT, prune
from bot.operators.views import add_up, labels_of, last_days, last_spans
from bot.ports import Figure
from bot.settings import read_settings
from bot.storage.sqlite import open_database

MOST_DAYS = 90


@click.group(invoke_without_command=True)
@click.option("--days", default=1, show_default=True, type=click.IntRange(1, MOST_DAYS), help="How many closed days.")
@click.pass_context
def stats(context: click.Context, days: int) -> None:
    """Show the published figures of the last closed days, week and month, each beside the one before."""
    if context.invoked_subcommand is None and (database := _find_database()):
        today = open_day(datetime.now(BELGIUM))
        click.echo("\n".join(asyncio.run(_report(database, today, days, read_settings(os.environ).minimum_count))))


@stats.command("csv")
@click.argument("file", type=click.File("w", encoding="utf-8", lazy=True), default="-")
def csv_file(file: IO[str]) -> None:
    """Write all published figures as CSV, into a file or on the screen."""
    if database := _find_database():
        file.write(asyncio.run(_export(database)))


@stats.command("prune")
@click.option("--months", default=MONTHS_KEPT, show_default=True, type=click.IntRange(0, 1200), help="Months to keep.")
def prune_figures(months: int) -> None:
    """Roll old days and weeks into months now, and delete months older than --months. The bot does so every day."""
    if database := _find_database():
        rolled, deleted = asyncio.run(_prune(database, datetime.now(BELGIUM).date(), months))
        click.echo(f"{rolled} days and weeks became parts of their months; {deleted} months deleted.")


def _find_database() -> Path | None:
    database = Path(read_settings(os.environ).database)
    if database.exists():
        return database
    click.echo(
        f"Nothing is published yet: there is no database {database}. The bot makes it at its first start.", err=True
    )
    return None


async def _report(database: Path, today: date, days: int, k: int) -> Sequence[str]:
    spans = last_spans(today)
    stretches = [(period, last_days(period.first, 1)[0]) for period in last_days(today, days)]
    stretches += [(span.last, span.before) for span in spans[1:]]
    async with open_database(database) as storage:
        closed = await storage.figures.closed()
        figures = await storage.figures.read(labels_of(period for pair in stretches for period in pair))
    if not figures:
        shown = f"the last {days} days" if days > 1 else "the last day"
        return [f"Nothing is published of {shown}, week and month: every count is fewer than {k}.", say_state(closed)]
    lines = list(explain(k))
    for last, before in stretches:
        lines += ["", *write_report(last, add_up(figures, last), add_up(figures, before), k)]
    return lines


async def _export(database: Path) -> str:
    async with open_database(database) as storage:
        closed = await storage.figures.closed()
        figures: Sequence[Figure] = await storage.figures.read(closed)
    return write_csv(figures, closed)


async def _prune(database: Path, today: date, months: int) -> tuple[int, int]:
    async with open_database(database) as storage:
        return await prune(storage.figures, today, months)
