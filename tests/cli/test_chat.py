"""A conversation in the terminal, and the talk that is made of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import wegwijs
from bot.content.talks import read_talk
from tests.content.sample import sample_files, written


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample, as the content of this computer."""
    folder = written(tmp_path / "content", sample_files())
    monkeypatch.setenv("CONTENT_DIR", str(folder))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/wegwijs.db")
    return folder


def run(typed: str, *arguments: str) -> Result:
    """Run `wegwijs chat` and type."""
    return CliRunner().invoke(wegwijs, ["chat", *arguments], input=typed)


def test_a_conversation_is_shown_and_leaves_nothing(content: Path) -> None:
    before = sorted(content.rglob("*"))
    result = run("1\n\n/menu\n")
    assert result.exit_code == 0
    assert "What do you want to know?" in result.output
    assert sorted(content.rglob("*")) == before


def test_a_recorded_talk_passes_check_at_once(content: Path) -> None:
    """As the page for editors says."""
    file = content / "talks" / "new.talk"
    result = run("1\n/menu\n1\n1\n", "--record", str(file), "--title", "Somebody asks")
    assert result.exit_code == 0, result.output
    assert "5 moves" in result.output
    talk, issues = read_talk(file.name, file.read_bytes())
    assert talk is not None
    assert (talk.title, issues) == ("Somebody asks", ())
    assert CliRunner().invoke(wegwijs, ["check", str(content)]).exit_code == 0


def test_a_talk_that_exists_is_never_overwritten(content: Path) -> None:
    file = content / "talks" / "paper.talk"
    before = file.read_bytes()
    result = run("1\n", "--record", str(file))
    assert (result.exit_code, file.read_bytes()) == (2, before)


def test_what_cannot_be_a_talk_is_said(content: Path) -> None:
    file = content / "talks" / "new.talk"
    typed = "1\nAntwerp\n/language\n2\n/menu\nAntwerp\n"
    result = run(typed, "--record", str(file), "--title", "Two languages")
    assert (result.exit_code, file.exists()) == (1, False)
    assert "in one language" in result.output


def test_coverage_names_file_and_line(content: Path) -> None:
    result = CliRunner().invoke(wegwijs, ["talks", str(content)])
    assert result.exit_code == 0
    assert 'flows/help.yaml:20 page "Numbers to call" (help.numbers)' in result.output
    assert "1 talks reach 3 of 4 pages (75 %) and 2 of 8 buttons (25 %)." in result.output
