"""The key of the chat hash: given, or made once and kept."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from bot.errors import StorageError
from bot.storage.secret import load_secret, secret_file


def test_a_given_key_is_used_and_no_file_is_made(tmp_path: Path) -> None:
    """With SECRET_KEY set, nothing is written."""
    assert load_secret("a key of the operator", tmp_path / "wegwijs.db") == b"a key of the operator"
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_made_once(tmp_path: Path) -> None:
    """The second start finds the key of the first, so that kept languages are found again."""
    database = tmp_path / "var" / "wegwijs.db"
    assert load_secret("", database) == load_secret("", database)
    assert [file.name for file in database.parent.iterdir()] == ["wegwijs.db.key"]


def test_each_database_gets_its_own_key(tmp_path: Path) -> None:
    """Keys are random: two databases never share one."""
    assert load_secret("", tmp_path / "one.db") != load_secret("", tmp_path / "two.db")


def test_a_made_key_is_long(tmp_path: Path) -> None:
    """A key holds 32 random bytes as text."""
    assert len(load_secret("", tmp_path / "wegwijs.db")) == 43


def test_only_the_owner_may_read_a_made_key(tmp_path: Path) -> None:
    """The file has mode 0600."""
    load_secret("", tmp_path / "wegwijs.db")
    assert stat.S_IMODE(secret_file(tmp_path / "wegwijs.db").stat().st_mode) == 0o600


def test_a_made_key_can_move_into_the_settings(tmp_path: Path) -> None:
    """What stands in the file, set as SECRET_KEY, is the same key."""
    database = tmp_path / "wegwijs.db"
    made = load_secret("", database)
    assert load_secret(secret_file(database).read_text().strip(), database) == made


@pytest.mark.parametrize("_attempt", range(20))
def test_programs_that_start_at_once_use_one_key(tmp_path: Path, _attempt: int) -> None:
    """Whoever is first makes the key; the others take it, and no draft is left behind."""
    line = Barrier(8)

    def start(_: int) -> bytes:
        line.wait()
        return load_secret("", tmp_path / "wegwijs.db")

    with ThreadPoolExecutor(8) as starts:
        keys = set(starts.map(start, range(8)))
    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["wegwijs.db.key"]


@pytest.mark.parametrize("content", [b"", b"\n", b"too short\n"])
def test_a_damaged_key_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    """A key that is too short is not replaced in silence: that would forget everybody's language."""
    file = secret_file(tmp_path / "wegwijs.db")
    file.write_bytes(content)
    with pytest.raises(StorageError, match="is damaged"):
        load_secret("", tmp_path / "wegwijs.db")
    assert file.read_bytes() == content


def test_a_key_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A folder in the place of the key is refused with the way out."""
    secret_file(tmp_path / "wegwijs.db").mkdir()
    with pytest.raises(StorageError, match="or set SECRET_KEY"):
        load_secret("", tmp_path / "wegwijs.db")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file in the place of the folder is refused with the setting to change."""
    (tmp_path / "var").write_bytes(b"")
    with pytest.raises(StorageError, match="Set DATABASE_URL"):
        load_secret("", tmp_path / "var" / "wegwijs.db")
