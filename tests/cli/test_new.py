"""`wegwijs new`: what was asked for stands in the content, which passes check as before."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import wegwijs
from bot.content.library import Library
from bot.content.model import Place
from bot.storage.content_folder import read_folder
from tests.content.sample import library_of, sample_files, written

STEP = (
    "--flow", "paper", "--id", "envelope", "--title", "Keep: the envelope", "--text", r"Keep it.\n\nIt has a date.",
    "--sources", "court-page", "--sensitivity", "yellow", "--from", "paper.decision", "--button", "Why the envelope?",
    "--to", "",
)  # fmt: skip
FLOW = (
    "--id", "music", "--title", "Music", "--step", "start", "--step-title", "Making music", "--text", "It is free.",
    "--sources", "none", "--owner", "content-team", "--from", "help.start", "--button", "Music", "--to", "help.numbers",
)  # fmt: skip
PLACE = (
    "--id", "new-desk", "--name", "Desk: Gent", "--language", "nl", "--kinds", "legal", "--street", "Lange Straat 2",
    "--postcode", "2018", "--town", "Antwerp", "--point", "51.2057, 4.4106", "--phones", "+3232011691", "--site", "",
    "--link", "https://www.example.org/x", "--seen", "2026-11-21",
)  # fmt: skip
FACT = (
    "--id", "phone.line", "--value", "+3232011692", "--sources", "court-page", "--seen", "2026-11-21",
    "--note", "Free: yes",
)  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample on disk."""
    return written(tmp_path / "content", sample_files())


def run(content: Path, *arguments: str, typed: str = "") -> Result:
    """Run `wegwijs new` on a folder."""
    return CliRunner().invoke(wegwijs, ["new", *arguments, "--folder", str(content)], input=typed)


def library(content: Path) -> Library:
    """Return what stands there; it must pass check, with every id recorded."""
    result = CliRunner().invoke(wegwijs, ["check", str(content)])
    assert result.exit_code == 0, result.output
    assert "id-new" not in result.output
    return library_of({**sample_files(), **read_folder(content)})


def test_a_step_with_a_button_to_it_and_one_that_leads_on(content: Path) -> None:
    before = (content / "flows" / "paper.yaml").read_text(encoding="utf-8")
    result = run(content, "step", *STEP)
    assert result.exit_code == 0, result.output
    found = library(content)
    step = found.steps["paper.envelope"]
    assert (step.title, step.text) == ("Keep: the envelope", "Keep it.\n\nIt has a date.")
    assert (step.sensitivity, step.sources) == ("yellow", ("court-page",))
    assert step.options[0].to == "paper.decision"
    assert found.steps["paper.decision"].options[-1].to == "paper.envelope"
    after = (content / "flows" / "paper.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in after] == []
    assert "wegwijs translations update" in result.output


def test_every_answer_can_be_typed(content: Path) -> None:
    """Enter takes what is offered."""
    typed = "paper\nenvelope\nThe envelope\nKeep it.\n\n\npaper.decision\nThe envelope\n\n"
    result = run(content, "step", typed=typed)
    assert result.exit_code == 0, result.output
    assert library(content).steps["paper.envelope"].sensitivity == "green"
    assert "names no source" in result.output


def test_a_flow_with_its_first_page_and_a_button_to_it(content: Path) -> None:
    result = run(content, "flow", *FLOW)
    assert result.exit_code == 0, result.output
    found = library(content)
    assert (found.flows["music"].start, found.steps["music.start"].options[0].to) == ("music.start", "help.numbers")
    first = (content / "flows" / "music.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/flow.schema.json"
    assert run(content, "flow", *FLOW).exit_code == 1


def test_a_place_stands_in_the_file_of_its_kind(content: Path) -> None:
    result = run(content, "place", *PLACE)
    assert result.exit_code == 0, result.output
    place = library(content).places["new-desk"]
    assert isinstance(place, Place)
    assert (place.name, place.postcode, place.precision) == ({"nl": "Desk: Gent"}, "2018", "street")
    assert b"new-desk:" in (content / "places" / "antwerp.yaml").read_bytes()


def test_a_place_can_stand_in_a_new_file(content: Path) -> None:
    assert run(content, "place", *PLACE, "--file", "ghent.yaml").exit_code == 0
    assert "new-desk" in library(content).places
    assert (content / "places" / "ghent.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server:")


def test_a_fact_waits_to_be_used(content: Path) -> None:
    result = run(content, "fact", *FACT)
    assert result.exit_code == 0, result.output
    fact = library(content).facts["phone.line"]
    assert (fact.value, fact.note) == ("+3232011692", "Free: yes")
    assert "{phone.line}" in result.output


def test_a_language_has_empty_catalogues_and_hears_what_it_lacks(content: Path) -> None:
    result = run(content, "language", "--code", "uk", "--fallback", "ar, en")
    assert result.exit_code == 0, result.output
    found = library(content)
    assert found.bot.locales["uk"].fallback == ("ar", "en")
    assert (content / "locales" / "uk" / "LC_MESSAGES" / "help.po").exists()
    assert (content / "locales" / "uk" / "ledger" / "bot.yaml").exists()
    assert "tone/uk.yaml" in result.output


def test_a_language_without_words_for_durations_hears_it(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All languages of today's table have them; the next one may not."""
    monkeypatch.setattr("bot.cli.new.has_units", lambda code: not code)
    result = run(content, "language", "--code", "uk", "--fallback", "en")
    assert "units" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("language", "--code", "xx", "--fallback", "en"), "unknown"),
        (("language", "--code", "ar", "--fallback", "en"), "already"),
        (("step", *STEP[:1], "nowhere", *STEP[2:]), "no flow nowhere"),
        (("step", *STEP[:13], "paper.nothing", *STEP[14:-1], "paper.decision"), "no step paper.nothing"),
        (("step", *STEP[:-1], "paper.nothing"), "no page paper.nothing"),
        (("step", *STEP[:7], "Call 02 274 00 11.", *STEP[8:]), "Nothing was written"),
        (("fact", *FACT[:3], "12", *FACT[4:]), "Nothing was written"),
        (("place", "--id", "Bad Id", *PLACE[2:]), "Nothing was written"),
    ],
)
def test_what_would_be_wrong_is_said_and_nothing_is_written(
    content: Path, arguments: tuple[str, ...], words: str
) -> None:
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}
    result = run(content, *arguments)
    assert result.exit_code != 0
    assert words in result.output + str(result.exception)
    assert {file: file.read_bytes() for file in content.rglob("*") if file.is_file()} == before


def test_a_broken_list_of_ids_is_never_written_anew(content: Path) -> None:
    """All keys that people's buttons carry stand in it."""
    lock = content / "ids.lock"
    lock.write_bytes(lock.read_bytes() + b"nonsense\n")
    before = lock.read_bytes()
    result = run(content, "fact", *FACT)
    assert (result.exit_code, lock.read_bytes()) == (1, before)
    assert "ids.lock" in str(result.exception)


def test_a_fault_that_was_there_before_does_not_stop_anybody(content: Path) -> None:
    """The content of a colleague is half done; the new fact is right."""
    file = content / "flows" / "help.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("to: numbers", "to: number"), encoding="utf-8")
    assert run(content, "fact", *FACT).exit_code == 0
