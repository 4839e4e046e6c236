"""`wegwijs diff`: what changed, in words."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.diff import diff
from bot.errors import ContentFaultyError
from tests.content.sample import sample_files, written
from tests.editors.changing import edited
from tests.storage.git_repository import commit, repository

CHANGED = edited(("flows/paper.yaml", "title: Where do you live?", "title: Where do you sleep?"))


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample, committed, as the content of this process."""
    folder = repository(tmp_path, sample_files())
    monkeypatch.setenv("CONTENT_DIR", str(folder))
    return folder


def test_without_a_change_it_says_so() -> None:
    """Since the last commit."""
    assert CliRunner().invoke(diff).output.startswith("Nothing changed")


def test_the_working_folder_is_compared_with_a_revision(content: Path) -> None:
    """Without a revision: with the last commit."""
    written(content, CHANGED)
    assert "Where do you [− live?] [+ sleep?]" in CliRunner().invoke(diff).output
    marked = CliRunner().invoke(diff, ["HEAD", "--format", "markdown"]).output
    assert "<del>live?</del> <ins>sleep?</ins>" in marked
    coloured = CliRunner().invoke(diff, color=True).output
    assert "\x1b[31m[− live?]" in coloured


def test_two_revisions_are_compared_without_the_working_folder(content: Path, tmp_path: Path) -> None:
    """What is on disk does not matter."""
    written(content, CHANGED)
    commit(tmp_path, "Reworded")
    (content / "bot.yaml").write_text("nonsense\n")
    assert "sleep?" in CliRunner().invoke(diff, ["HEAD~1..HEAD"]).output
    assert CliRunner().invoke(diff, ["HEAD..HEAD"]).output.startswith("Nothing changed")


def test_content_that_cannot_be_read_at_all_ends_with_an_error(content: Path, tmp_path: Path) -> None:
    """bot.yaml is unusable on both sides."""
    (content / "bot.yaml").write_text("nonsense\n")
    commit(tmp_path, "Broken")
    result = CliRunner().invoke(diff)
    assert isinstance(result.exception, ContentFaultyError)
    assert "bot.yaml cannot be read at HEAD" in str(result.exception)
