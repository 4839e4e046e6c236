"""`wegwijs translations review`, `typo` and `status`, through real files."""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.translations import translations
from bot.content.talks import BELGIUM
from bot.dialogue.turns import Counted
from bot.errors import TranslationRefusedError
from bot.i18n.ledger import State
from bot.ports import Figure
from bot.storage.content_folder import read_folder
from bot.storage.sqlite import open_database
from tests.content.sample import library_of, sample_files, written

TODAY = datetime.now(BELGIUM).date()
TOMORROW = (TODAY + timedelta(days=1)).isoformat()
HELP = "flows/help.yaml"
FREE = "It is free."
CONTEXT = "help.start.text"

Run = Callable[..., Result]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder on disk, in English and Arabic."""
    return written(tmp_path / "content", sample_files())


@pytest.fixture
def run(content: Path) -> Run:
    """Run a command on the content folder."""
    return lambda *words: CliRunner(env={"CONTENT_DIR": str(content)}).invoke(translations, words)


def state(content: Path, context: str = CONTEXT) -> State:
    """Return the state of a text in Arabic."""
    return library_of(read_folder(content)).texts["ar"][context].state


def edit(content: Path, old: str, new: str) -> None:
    """Change one place of a flow, as an editor does."""
    text = (content / HELP).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (content / HELP).write_text(text.replace(old, new), encoding="utf-8")


def refusal_of(result: Result) -> str:
    """Return the lines with which a command was refused."""
    assert isinstance(result.exception, TranslationRefusedError), result.output
    return str(result.exception)


def test_a_flow_read_by_a_person_is_reviewed_with_role_and_day(content: Path, run: Run) -> None:
    assert state(content) is State.MACHINE
    result = run("review", "ar", "help", "--role", "interpreter", "--date", "2026-11-20")
    assert "are reviewed: interpreter 2026-11-20." in result.output
    library = library_of(read_folder(content))
    states = {text.state for context, text in library.texts["ar"].items() if context.startswith("help.")}
    assert states == {State.REVIEWED}
    assert "interpreter 2026-11-20" in (content / "locales/ar/ledger/help.yaml").read_text(encoding="utf-8")


def test_one_text_alone_can_be_reviewed(content: Path, run: Run) -> None:
    assert run("review", "ar", "help", "--context", CONTEXT, "--role", "volunteer").exit_code == 0
    assert state(content) is State.REVIEWED
    assert state(content, "help.start.title") is State.MACHINE


def test_a_review_survives_an_update_and_ends_with_the_next_edit(content: Path, run: Run) -> None:
    run("review", "ar", "help", "--role", "volunteer")
    assert run("update").exit_code == 0
    assert state(content) is State.REVIEWED
    edit(content, FREE, "It costs nothing.")
    assert state(content) is State.OUTDATED


def test_outdated_texts_are_refused_by_name_and_nothing_is_written(content: Path, run: Run) -> None:
    edit(content, FREE, "It costs nothing.")
    before = read_folder(content)
    assert f"{CONTEXT} is outdated" in refusal_of(run("review", "ar", "help", "--role", "volunteer"))
    assert read_folder(content) == before


def test_a_translation_that_still_holds_is_reviewed_beside_the_new_english(content: Path, run: Run) -> None:
    edit(content, FREE, "It costs nothing.")
    run("update")
    words = ("review", "ar", "help", "--role", "volunteer", "--still-holds")
    assert "Name each text" in refusal_of(run(*words))
    assert run(*words, "--context", CONTEXT).exit_code == 0
    assert state(content) is State.REVIEWED
    assert "fuzzy" not in (content / "locales/ar/LC_MESSAGES/help.po").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("ra", "help", "--role", "x"), '"ra" is no language of bot.yaml. Possible: ar.'),
        (("ar", "hepl", "--role", "x"), 'There is no topic "hepl". Did you mean "help"?'),
        (("ar", "help", "--role", " "), "The role is empty"),
        (("ar", "help", "--role", 'a "b"'), "between quotes"),
        (("ar", "help", "--role", "x", "--date", TOMORROW), "has not come yet"),
        (("ar", "help", "--role", "x", "--context", "help.start.txt"), f'Did you mean "{CONTEXT}"?'),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_the_mend(run: Run, words: tuple[str, ...], sentence: str) -> None:
    assert sentence in refusal_of(run("review", *words))


@pytest.mark.parametrize("with_update", [False, True])
def test_a_comma_makes_no_translation_outdated(content: Path, run: Run, *, with_update: bool) -> None:
    """Before or after the catalogues were brought in step."""
    edit(content, FREE, "It is, free.")
    assert state(content) is State.OUTDATED
    if with_update:
        run("update")
    result = run("typo", CONTEXT)
    assert f"ar {CONTEXT}: stays as it was" in result.output
    assert state(content) is State.MACHINE
    assert "0 translations" in run("typo", CONTEXT).output


def test_another_meaning_is_refused_and_nothing_is_written(content: Path, run: Run) -> None:
    edit(content, FREE, "It is not free.")
    before = read_folder(content)
    assert "on which the meaning turns (not)" in refusal_of(run("typo", CONTEXT))
    assert read_folder(content) == before


def test_an_outdated_translation_shows_the_english_it_was_made_from(content: Path, run: Run) -> None:
    edit(content, FREE, "It costs nothing.")
    run("update")
    once = read_folder(content)
    catalogue = once["locales/ar/LC_MESSAGES/help.po"].decode()
    assert any(line.startswith("#| ") and FREE in line for line in catalogue.splitlines())
    run("update")
    assert read_folder(content) == once


def test_the_status_names_states_and_flows(run: Run) -> None:
    lines = run("status").output.splitlines()
    assert lines[0].split() == [each.value for each in State]
    assert any(line.startswith("ar  all 100 % (0 %)") and "paper 100 % (0 %)" in line for line in lines)
    assert "no figures yet" in run("status").output


def test_the_status_of_one_flow_as_a_program_reads_it(run: Run) -> None:
    run("review", "ar", "help", "--role", "volunteer")
    rows = json.loads(run("status", "--flow", "help", "--format", "json").output)
    assert [(row["locale"], row["flow"], row["present"], row["read"]) for row in rows] == [("ar", "help", 100, 100)]
    assert rows[0]["machine"] == 0
    assert "Did you mean" in refusal_of(run("status", "--flow", "hepl"))


async def _publish(database: Path, shown: dict[str, int]) -> None:
    day = (TODAY - timedelta(weeks=1)).isoformat()
    async with open_database(database) as storage:
        figures = [Figure(day, Counted.STEP, step, n) for step, n in shown.items()]
        await storage.figures.freeze(day, 10, figures, ())


def test_the_status_weighs_by_what_was_shown_on_closed_days(content: Path, tmp_path: Path) -> None:
    """A page that many read and that is missing costs more than the same page without figures."""
    catalogue = content / "locales/ar/LC_MESSAGES/help.po"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace('msgstr "What this bot does نص"', 'msgstr ""'), encoding="utf-8")
    environment = {"CONTENT_DIR": str(content), "DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}"}
    words = ["status", "--flow", "help", "--format", "json"]
    found = []
    for _ in range(2):
        result = CliRunner(env=environment).invoke(translations, words)
        found += json.loads(result.output)
        asyncio.run(_publish(tmp_path / "x.db", {"help.start": 400}))
    assert found[1]["present"] < found[0]["present"] < 100
