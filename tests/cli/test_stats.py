"""`wegwijs stats`: what an operator reads on the screen."""

import asyncio
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.stats import stats, write_report
from bot.content.talks import BELGIUM
from bot.errors import SettingsError, StorageError
from bot.operators.publishing import day_of, publish, week_of
from bot.ports import CounterKey
from bot.storage.sqlite import open_database

DAY = timedelta(days=1)
MONDAY = date(2026, 3, 2)
NUMBERS = {("step", "menu"): 34, ("step", "rare"): 9, ("locale", "ti"): 10, ("channel", "web"): 3}


def counts_of(days: list[date]) -> dict[CounterKey, int]:
    """Return the same numbers for each day."""
    return {CounterKey(day, what, value): n for day in days for (what, value), n in NUMBERS.items()}


def fill(path: Path, counts: dict[CounterKey, int]) -> None:
    """Make a database with counters."""

    async def add() -> None:
        async with open_database(path) as storage:
            await storage.counters.add(counts)

    asyncio.run(add())


def run(path: Path, *arguments: str, **settings: str) -> Result:
    """Run the command on a database."""
    environment = {"DATABASE_URL": f"sqlite:///{path}"} | settings
    return CliRunner(env=environment).invoke(stats, arguments)


def last_weeks() -> list[date]:
    """Return the last twenty days, which hold a closed day and a closed week whatever day it is today."""
    today = datetime.now(BELGIUM).date()
    return [today - n * DAY for n in range(20)]


def test_the_last_closed_day_and_week_are_shown(tmp_path: Path) -> None:
    """A day of 34 shows 30, a week of seven such days 210."""
    fill(tmp_path / "wegwijs.db", counts_of(last_weeks()))
    result = run(tmp_path / "wegwijs.db")
    assert result.exit_code == 0
    menu = [line.split()[-1] for line in result.output.splitlines() if line.split()[:1] == ["menu"]]
    assert menu == ["30", "210"]


def test_as_many_days_are_shown_as_asked_for(tmp_path: Path) -> None:
    """With --days 5 there are five days and the week."""
    fill(tmp_path / "wegwijs.db", counts_of(last_weeks()))
    lines = run(tmp_path / "wegwijs.db", "--days", "5").output.splitlines()
    assert len([line for line in lines if line.startswith("Day ")]) == 5
    assert len([line for line in lines if line.startswith("Week ")]) == 1


def test_today_is_never_shown(tmp_path: Path) -> None:
    """What was counted today stays in the database until the day is over."""
    tomorrow = datetime.now(BELGIUM).date() + DAY
    fill(tmp_path / "wegwijs.db", counts_of([tomorrow]))
    assert "Nothing is published yet" in run(tmp_path / "wegwijs.db").output


def test_the_threshold_of_the_settings_is_used(tmp_path: Path) -> None:
    """With MINIMUM_COUNT=50, a day of 34 is hidden."""
    fill(tmp_path / "wegwijs.db", counts_of(last_weeks()[:1]))
    assert "every count is fewer than 50" in run(tmp_path / "wegwijs.db", MINIMUM_COUNT="50").output


def test_without_a_database_one_line_says_so_and_none_is_made(tmp_path: Path) -> None:
    """Before the bot's first start there is nothing to show, and looking changes nothing."""
    result = run(tmp_path / "wegwijs.db")
    assert result.exit_code == 0
    assert result.output.startswith(f"Nothing is published yet: there is no database {tmp_path}/wegwijs.db.")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_ends_the_command_with_our_error(tmp_path: Path) -> None:
    """A refusal of the database reaches the program's door, which prints it as one line."""
    (tmp_path / "wegwijs.db").write_bytes(b"garbage")
    assert isinstance(run(tmp_path / "wegwijs.db").exception, StorageError)


def test_wrong_settings_end_the_command_with_our_error(tmp_path: Path) -> None:
    """A threshold of one would hide nothing and is refused."""
    assert isinstance(run(tmp_path / "wegwijs.db", MINIMUM_COUNT="1").exception, SettingsError)


@pytest.mark.parametrize("days", ["0", "-1", "367", "many"])
def test_a_number_of_days_that_makes_no_sense_is_refused(tmp_path: Path, days: str) -> None:
    """The command says what is possible and ends with the exit code of a wrong command line."""
    assert run(tmp_path / "wegwijs.db", "--days", days).exit_code == 2


def test_the_report_reads_as_plain_tables() -> None:
    """Each dimension has its table, hidden numbers read "fewer than 10", totals are of what is shown."""
    period = day_of(MONDAY)
    tables = publish(counts_of([MONDAY]).items(), period, MONDAY + DAY, 10)
    report = "\n".join(" ".join(line.split()) for line in write_report({period: tables}, 10))
    assert "Day 2026-03-02\nstep\nmenu 30\nany other fewer than 10\ntotal shown 30\nlocale\nti 10\n" in report
    assert "\nchannel fewer than 10" in report
    assert "rare" not in report


def test_a_report_of_few_looks_like_a_report_of_none() -> None:
    """From the report nobody can tell whether somebody was there at all."""
    week = week_of(MONDAY)
    few = publish([(CounterKey(MONDAY, "locale", "ti"), 9)], week, MONDAY + 7 * DAY, 10)
    assert write_report({week: few}, 10) == write_report({week: ()}, 10)
    assert write_report({week: ()}, 10) == [
        "Nothing is published yet: in these periods every count is fewer than 10.",
        "  Week 2026-W10 (2026-03-02 to 2026-03-08)",
    ]
