"""`wegwijs stats`: what an operator reads on the screen."""

import asyncio
import csv
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.stats import stats
from bot.content.talks import BELGIUM
from bot.errors import SettingsError, StorageError
from bot.operators.closing import close_periods, open_day
from bot.operators.publishing import Rules
from bot.ports import CounterKey
from bot.storage.sqlite import open_database

DAY = timedelta(days=1)
NUMBERS = {("step", "trust.welcome"): 34, ("step", "rare"): 9, ("search", "not-found"): 10, ("wanted", "bn"): 3}


def fill(path: Path, days: int, k: int = 10) -> None:
    """Make a database in which the bot ran for so many days until today, and closed them."""
    now = datetime.now(BELGIUM)

    async def run_bot() -> None:
        async with open_database(path) as storage:
            for back in range(days):
                day = now.date() - back * DAY
                await storage.counters.add({CounterKey(day, *cell): n for cell, n in NUMBERS.items()})
            await close_periods(storage.counters, storage.figures, Rules(k, {}), now)

    asyncio.run(run_bot())


def run(path: Path, *arguments: str, **settings: str) -> Result:
    """Run the command on a database."""
    environment = {"DATABASE_URL": f"sqlite:///{path}"} | settings
    return CliRunner(env=environment).invoke(stats, arguments)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of seventy days."""
    path = tmp_path_factory.mktemp("stats") / "wegwijs.db"
    fill(path, 70)
    return path


def test_the_last_closed_day_week_and_month_stand_beside_the_ones_before(filled: Path) -> None:
    """A day of 34 shows 30, a week of seven such days 210, a month the sum of its days."""
    result = run(filled)
    assert result.exit_code == 0
    pages = [line.split()[1:] for line in result.output.splitlines() if line.split()[:1] == ["trust.welcome"]]
    month = (open_day(datetime.now(BELGIUM)).replace(day=1) - DAY).day * 30
    assert [row[0] for row in pages] == ["30", "210", str(month)]
    assert [row[1] for row in pages[:2]] == ["30", "210"]


def test_what_is_hidden_does_not_stand_there(filled: Path) -> None:
    """A page of nine and a language of three are in no line; nor are their sums."""
    report = run(filled).output
    assert "rare" not in report
    assert "wanted" not in report
    assert "what is fewer than 10 is not listed" in report


def test_as_many_days_are_shown_as_asked_for(filled: Path) -> None:
    """With --days 5 there are five days, the week and the month."""
    lines = run(filled, "--days", "5").output.splitlines()
    assert [line.split()[0] for line in lines if line[:1].isalpha()][2:] == ["Day"] * 5 + ["Week", "Month"]


def test_before_the_first_closed_day_the_report_says_when_there_will_be_one(tmp_path: Path) -> None:
    """What was counted today stays in the database until the day is over."""
    fill(tmp_path / "wegwijs.db", 0)
    report = run(tmp_path / "wegwijs.db").output
    assert report.startswith("Nothing is published of the last day, week and month: every count is fewer than 10.")
    assert "has closed no day yet" in report


def test_the_file_has_a_line_for_each_figure(filled: Path, tmp_path: Path) -> None:
    """All that is published, with its columns named; a spreadsheet adds up to the same."""
    assert run(filled, "csv", str(tmp_path / "figures.csv")).exit_code == 0
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    days = [row for row in rows if row["what"] == "step" and row["value"] == "trust.welcome"]
    assert len(days) in {68, 69}
    assert {(row["at_least"], row["k"]) for row in days} == {("30", "10")}
    assert all(date.fromisoformat(row["first_day"]) <= date.fromisoformat(row["last_day"]) for row in rows)


def test_pruning_says_what_it_did_and_takes_nothing_young(tmp_path: Path) -> None:
    """Of a young database nothing is rolled and nothing deleted."""
    fill(tmp_path / "wegwijs.db", 5)
    result = run(tmp_path / "wegwijs.db", "prune")
    assert result.output == "0 days and weeks became parts of their months; 0 months deleted.\n"


def test_without_a_database_one_line_says_so_and_none_is_made(tmp_path: Path) -> None:
    """Before the bot's first start there is nothing to show, and looking changes nothing."""
    for arguments in ((), ("csv",), ("prune",)):
        result = run(tmp_path / "wegwijs.db", *arguments)
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
