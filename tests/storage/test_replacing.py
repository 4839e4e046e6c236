"""A file is replaced in one step, or not at all."""

from pathlib import Path

import pytest

from bot.storage.replacing import replace_file


def test_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    """A file that colleagues can write stays one."""
    file = tmp_path / "facts.yaml"
    file.write_bytes(b"old")
    file.chmod(0o664)
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o664
    assert [each.name for each in tmp_path.iterdir()] == ["facts.yaml"]


def test_a_new_file_can_be_read_by_others(tmp_path: Path) -> None:
    """What holds drafts for a moment is private, the content is not."""
    replace_file(tmp_path / "notices.yaml", b"")
    assert (tmp_path / "notices.yaml").stat().st_mode & 0o777 == 0o644


def test_what_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    """A folder stands where the file should be."""
    (tmp_path / "facts.yaml" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="facts"):
        replace_file(tmp_path / "facts.yaml", b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["facts.yaml"]
