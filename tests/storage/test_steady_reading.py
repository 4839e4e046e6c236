"""A folder is read in one piece, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import ContentUnreadableError
from bot.storage import steady_reading
from bot.storage.content_folder import read_folder, read_sounds
from bot.storage.steady_reading import read_steadily, traces_of
from tests.content.sample import sample_files, written

FACTS = "facts.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample on disk."""
    return written(tmp_path / "content", sample_files())


def interrupt(monkeypatch: pytest.MonkeyPatch, times: int, act: Callable[[], object]) -> None:
    """Let somebody act while the folder is being read, so often."""
    left = [times]

    def read(folder: Path) -> dict[str, bytes]:
        files = read_folder(folder)
        if left[0]:
            left[0] -= 1
            act()
        return files

    monkeypatch.setattr(steady_reading, "read_folder", read)


def test_all_is_read_with_its_traces(folder: Path) -> None:
    content = read_steadily(folder)
    assert content.files == read_folder(folder)
    assert content.sounds == read_sounds(folder)
    assert content.traces == traces_of(folder)
    assert len(content.revision) == 16


def test_a_write_in_between_is_noticed_and_all_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor saves two files that belong together: never the old one with the new one."""
    interrupt(monkeypatch, 1, lambda: (folder / FACTS).write_bytes(b"# new\n"))
    assert read_steadily(folder).files[FACTS] == b"# new\n"


def test_a_file_that_goes_while_it_is_read_is_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs save by writing another file and renaming it."""
    extra = folder / "talks" / "late.talk"
    extra.parent.mkdir(exist_ok=True)
    extra.write_bytes(b"x")

    def act() -> None:
        extra.unlink(missing_ok=True)
        raise ContentUnreadableError("it was there a moment ago")

    interrupt(monkeypatch, 1, act)
    assert "talks/late.talk" not in read_steadily(folder).files


def test_files_that_never_rest_are_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that takes minutes is taken when it has ended."""
    numbers = iter(range(100))
    interrupt(monkeypatch, 100, lambda: (folder / FACTS).write_bytes(f"# {next(numbers)}\n".encode()))
    with pytest.raises(ContentUnreadableError, match="are being written"):
        read_steadily(folder)


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentUnreadableError, match="CONTENT_DIR"):
        read_steadily(tmp_path / "nowhere")


def test_a_disk_that_fails_is_one_clear_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> dict[str, bytes]:
        raise OSError(5, "Input/output error", str(folder))

    monkeypatch.setattr(steady_reading, "read_folder", fail)
    with pytest.raises(ContentUnreadableError, match="Input/output error"):
        read_steadily(folder)


def test_traces_leave_out_what_is_no_content_and_what_goes_meanwhile(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "notes.docx").write_bytes(b"x")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.yaml").write_bytes(b"x")
    assert set(traces_of(folder)) == set(sample_files())
    monkeypatch.setattr(steady_reading, "content_paths", lambda folder: [("gone.yaml", folder / "gone.yaml")])
    assert traces_of(folder) == {}
