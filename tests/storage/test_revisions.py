"""Earlier content, read from git."""

from pathlib import Path

import pytest

from bot.content.sound import MAX_BYTES
from bot.errors import RevisionUnreadableError
from bot.storage.content_folder import read_folder, read_sounds
from bot.storage.revisions import read_revision
from tests.content.sample import sample_files, written
from tests.storage.git_repository import commit, git, repository


@pytest.mark.parametrize("below", ["content", ".", "deep/er"])
def test_a_revision_is_the_folder_as_it_was(tmp_path: Path, below: str) -> None:
    """The same files and sounds as were read from disk then, wherever in the repository the folder is."""
    folder = repository(tmp_path, sample_files(), below)
    files, sounds = read_folder(folder), read_sounds(folder)
    (folder / "facts.yaml").write_text("changed: {}\n")
    (folder / "notes.txt").write_text("None of ours.\n")
    commit(tmp_path, "Change")
    past = read_revision(folder, "HEAD~1")
    assert (past.files, past.sounds) == (files, sounds)
    assert read_revision(folder, "main").files["facts.yaml"] == b"changed: {}\n"


def test_hidden_files_and_huge_sounds_are_not_read(tmp_path: Path) -> None:
    """As on disk."""
    folder = repository(tmp_path, sample_files())
    files, sounds = read_folder(folder), read_sounds(folder)
    written(folder, {".hidden/x.yaml": b"a: b\n", "audio/en/huge.ogg": b"x" * (MAX_BYTES + 1)})
    commit(tmp_path, "More")
    past = read_revision(folder, "HEAD")
    assert past.files == files
    assert past.sounds.keys() == {*sounds, "audio/en/huge.ogg"}


def test_what_cannot_be_had_is_said_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, no such revision, no folder then, no folder now, no git."""
    outside = tmp_path / "outside"
    outside.mkdir()
    with pytest.raises(RevisionUnreadableError, match="is in no git repository"):
        read_revision(outside, "HEAD")
    with pytest.raises(RevisionUnreadableError, match="There is no folder"):
        read_revision(tmp_path / "nowhere", "HEAD")
    inside = tmp_path / "inside"
    folder = repository(inside, sample_files())
    for unknown in ("nonsense", "--output=/tmp/x", "HEAD~5"):
        with pytest.raises(RevisionUnreadableError, match="There is no revision"):
            read_revision(folder, unknown)
    later = inside / "later"
    later.mkdir()
    with pytest.raises(RevisionUnreadableError, match="did not exist yet at HEAD"):
        read_revision(later, "HEAD")
    monkeypatch.setenv("PATH", str(outside))
    with pytest.raises(RevisionUnreadableError, match="git is not installed"):
        read_revision(folder, "HEAD")


def test_a_repository_of_somebody_else_is_told_in_gits_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Containers meet it: the folder belongs to another user than the program."""
    folder = repository(tmp_path, sample_files())
    assert git(folder, "status", "--short") == ""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(RevisionUnreadableError, match="Git does not trust"):
        read_revision(folder, "HEAD")
