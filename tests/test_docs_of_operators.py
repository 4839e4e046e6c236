"""What operators and authorities are told of the program and its data is what the program has."""

import re
import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.dialogue.respond import COMMANDS
from bot.i18n.locales import LANGUAGES
from bot.operators.alert_days import alert_file
from bot.ports import CounterKey, Figure
from bot.reception import Reception
from bot.storage.library_cache import cache_file
from bot.storage.memory import MemoryCounters, MemoryPreferences
from bot.storage.secret import secret_file
from bot.storage.sqlite import open_database
from tests.test_docs import OPERATORS, ROOT, text_of

DATA = ROOT / "docs" / "operators-data.md"
TELEGRAM = ROOT / "docs" / "operators-telegram.md"
OWN_PAGES = [*(ROOT / "docs").glob("operators-*.md"), *(ROOT / "docs").glob("privacy-*.md")]
SQLITE3 = shutil.which("sqlite3")
SECRET = "a-secret-of-the-tests"
CHAT = "5000000001"


def stored_rows() -> dict[str, list[str]]:
    """Return the rows of both tables below "What is stored": what stands in the first cell, and the other cells."""
    section = text_of(DATA).split("\n## What is stored\n")[1].split("\n## ")[0]
    rows = (line.strip("|").split(" | ") for line in section.splitlines() if line.startswith("| `"))
    return {cells[0].strip(" `"): [cell.strip() for cell in cells[1:]] for cells in rows}


def run(words: list[str], folder: Path, given: str = "") -> str:
    """Run a command that a page shows, without a terminal; return what it prints."""
    done = subprocess.run(  # noqa: S603 - the page's own command
        words, cwd=folder, input=given, capture_output=True, text=True, check=True, start_new_session=True
    )
    return done.stdout


async def fill(path: Path) -> None:
    """Make a database with a chosen language, an exact number and a published figure."""
    day = date(2026, 11, 27)
    async with open_database(path) as storage:
        desk = Reception(
            lambda: pytest.fail("no content is needed"), MemoryCounters(), MemoryPreferences(), SECRET.encode()
        )
        await storage.preferences.keep(desk.hash_chat(CHAT), "ar", day)
        await storage.counters.add({CounterKey(day, "step", "emergency.numbers"): 9})
        await storage.figures.freeze("2026-11-26", 10, [Figure("2026-11-26", "locale", "ar", 30)], [])


async def test_each_table_and_column_of_the_database_is_told(tmp_path: Path) -> None:
    """An authority that is told of four tables finds four."""
    path = tmp_path / "wegwijs.db"
    await fill(path)
    connection = sqlite3.connect(path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    columns = {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}
    connection.close()
    told = {name: cells[0].split(", ") for name, cells in stored_rows().items() if "." not in name}
    assert told == columns


def test_each_file_beside_the_database_is_told() -> None:
    """Whoever deletes or moves the data finds all of it."""
    database = Path("wegwijs.db")
    files = [database, *(find(database) for find in (secret_file, alert_file, cache_file))]
    assert [name for name in stored_rows() if "." in name] == [file.name for file in files]


def test_the_way_through_names_each_page_for_operators() -> None:
    """A page that nobody is sent to is not read."""
    assert all(f"]({page.name})" in text_of(OPERATORS) for page in OWN_PAGES)


def test_the_texts_to_paste_are_those_that_the_bot_sets(library: Library) -> None:
    """What is typed by hand into a test bot is no older promise."""
    page = " ".join(text_of(TELEGRAM).split())
    for key in ("bot.description", "bot.about"):
        assert " ".join(library.text("en", key).split()) in page
    for name in COMMANDS:
        assert f"{name} - {library.say('en', Phrase(f'command-{name}'))}" in page


def test_the_page_says_which_languages_have_no_profile(library: Library) -> None:
    """The others are as many as the page says."""
    without = [LANGUAGES[code].own_name for code in library.locales if not LANGUAGES[code].telegram]
    assert without == [LANGUAGES["prs"].own_name, LANGUAGES["ckb"].own_name]
    assert "**Dari and Sorani get the English ones**" in text_of(TELEGRAM)
    others = len(library.locales) - len(without) - 1
    assert f"in {others} more languages" in text_of(TELEGRAM)


async def test_the_look_up_of_a_given_number_finds_what_is_kept(tmp_path: Path) -> None:
    """A person who gives their number gets a true answer."""
    await fill(tmp_path / "wegwijs.db")
    script = text_of(DATA).split("<<'END'\n")[1].split("\nEND\n")[0]
    found = {}
    for number in (CHAT, "5000000002"):
        asked = run([sys.executable, "-c", script, number, "wegwijs.db"], tmp_path, f"{SECRET}\n")
        found[number] = asked.strip()
    assert found == {CHAT: "('ar', '2026-11-27')", "5000000002": ""}


@pytest.mark.skipif(SQLITE3 is None, reason="sqlite3 is not on this machine: Debian's package of this name")
async def test_a_copy_of_the_figures_holds_nothing_else(tmp_path: Path) -> None:
    """No deleted language and no small number lives on in a backup, and what is copied can be put back."""
    await fill(tmp_path / "wegwijs.db")
    order = re.search(r'^sqlite3 -readonly wegwijs\.db "(.+)" >', text_of(DATA), re.MULTILINE)
    assert order
    assert SQLITE3
    words = [SQLITE3, "-readonly", "wegwijs.db", order.group(1)]
    copied = run(words, tmp_path)
    assert copied.splitlines() == [
        "INSERT INTO periods VALUES('2026-11-26',10);",
        "INSERT INTO figures VALUES('2026-11-26','locale','ar',30);",
    ]
    async with open_database(tmp_path / "new.db"):
        pass
    connection = sqlite3.connect(tmp_path / "new.db")
    connection.executescript(copied)
    connection.close()
    async with open_database(tmp_path / "new.db") as storage:
        assert await storage.figures.closed() == {"2026-11-26": 10}
