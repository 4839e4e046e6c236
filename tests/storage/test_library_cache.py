"""The library that is kept for the next start: only what this very bot wrote is ever read."""

from pathlib import Path

import pytest

from bot.content.library import Library
from bot.storage.library_cache import cache_file, find_library, keep_library

SECRET = b"the secret of one bot alone"


@pytest.fixture
def cache(library: Library, tmp_path: Path) -> Path:
    """A cache with the shipped library."""
    file = cache_file(tmp_path / "own" / "wegwijs.db")
    keep_library(file, library, SECRET)
    return file


def test_what_was_kept_comes_back_the_same(cache: Path, library: Library) -> None:
    """Texts, places, translations: all of it."""
    found = find_library(cache, library.revision, SECRET)
    assert found is not None
    assert (found.flows, found.facts, found.places, found.bot) == (
        library.flows,
        library.facts,
        library.places,
        library.bot,
    )
    assert found.text("ti", "detention.start.title") == library.text("ti", "detention.start.title")


def test_another_content_is_read_anew(cache: Path) -> None:
    """An editor changed a letter."""
    assert find_library(cache, "another revision", SECRET) is None


def test_without_a_cache_the_content_is_read(library: Library, tmp_path: Path) -> None:
    """The first start."""
    assert find_library(cache_file(tmp_path / "wegwijs.db"), library.revision, SECRET) is None


def test_a_cache_of_somebody_else_is_never_opened(cache: Path, library: Library) -> None:
    """Opening a pickle runs its writer's code: without our secret in its signature it stays closed."""
    assert find_library(cache, library.revision, b"the secret of another bot") is None


def test_a_changed_cache_is_never_opened(cache: Path, library: Library) -> None:
    """A damaged disk, or a hand in the file."""
    cache.write_bytes(cache.read_bytes() + b".")
    assert find_library(cache, library.revision, SECRET) is None


def test_a_folder_that_cannot_be_written_costs_only_time(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    """The bot goes on and says so once."""
    caplog.set_level("INFO")
    keep_library(Path("/proc/wegwijs.db.library"), library, SECRET)
    assert "read again at each start" in caplog.text
