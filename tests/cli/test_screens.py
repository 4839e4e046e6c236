"""`wegwijs screens`: every screen on one page."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.screens import screens
from tests.content.sample import sample_files, written
from tests.editors.changing import edited
from tests.storage.git_repository import commit, repository


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample, committed, as the content of this process."""
    folder = repository(tmp_path, sample_files())
    monkeypatch.setenv("CONTENT_DIR", str(folder))
    return folder


def run(tmp_path: Path, *options: str) -> tuple[Result, str]:
    file = tmp_path / "screens.html"
    result = CliRunner().invoke(screens, [str(file), *options])
    return result, file.read_text("utf-8") if file.exists() else ""


def test_two_languages_are_written_and_the_size_is_said(tmp_path: Path) -> None:
    """English and the first other one."""
    result, page = run(tmp_path)
    size = (tmp_path / "screens.html").stat().st_size
    assert result.output == f"{tmp_path / 'screens.html'}: 28 screens in en, ar, {size / 1000:.0f} kB\n"
    assert 'id="show-ar"' in page


def test_topics_and_languages_are_chosen(tmp_path: Path) -> None:
    """All languages by one word."""
    _, page = run(tmp_path, "--topic", "help", "--language", "en")
    assert "<h1>Sample: 2 screens</h1>" in page
    assert 'id="show-ar"' not in page
    _, page = run(tmp_path, "--language", "all")
    assert 'id="show-ar"' in page


def test_what_does_not_exist_is_refused(tmp_path: Path) -> None:
    """Nothing is written."""
    result, page = run(tmp_path, "--topic", "halp")
    assert 'Did you mean "help"?' in result.output
    result, page = run(tmp_path, "--language", "xx")
    assert "Possible: en, ar, all." in result.output
    assert page == ""


def test_only_what_changed_since_a_revision(tmp_path: Path, content: Path) -> None:
    """With how it was before; content that could not be read then changes nothing."""
    written(content, edited(("flows/paper.yaml", "text: Do you live at", "text: Do you have")))
    result, page = run(tmp_path, "--language", "en", "--changed-since", "HEAD")
    assert "1 screen in en" in result.output
    assert "Only what differs from HEAD, with how it was before." in page
    (content / "bot.yaml").write_text("nonsense\n")
    commit(tmp_path, "Broken")
    written(content, sample_files())
    result, page = run(tmp_path, "--changed-since", "HEAD")
    assert "cannot be read, so all screens are shown" in result.stderr
    assert "28 screens" in result.output
