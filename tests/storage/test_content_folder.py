"""The content folder on disk: words are read into memory, recordings are only looked at."""

from pathlib import Path

import pytest

from bot.content.sound import MAX_BYTES, read_sound
from bot.errors import ContentUnreadableError
from bot.storage.content_folder import read_folder, read_sounds
from tests.content.opus import opus_file
from tests.content.sample import sample_files, written


def test_words_and_recordings_are_read_apart(tmp_path: Path) -> None:
    """No byte of a recording is in memory after reading."""
    files = sample_files()
    written(tmp_path, files)
    sounds = {name for name in files if name.endswith(".ogg")}
    assert read_folder(tmp_path) == {name: data for name, data in files.items() if name not in sounds}
    assert read_sounds(tmp_path) == {name: read_sound(files[name]) for name in sounds}


def test_a_file_in_the_wrong_form_is_seen_and_a_hidden_one_is_not(tmp_path: Path) -> None:
    """An editor who puts an MP3 there is told; what a file manager leaves behind is nobody's business."""
    written(tmp_path, {"audio/ar/help.start.mp3": b"ID3", "audio/ar/.DS_Store": b"x", "pictures/a.ogg": opus_file()})
    assert [(name, sound.fault) for name, sound in read_sounds(tmp_path).items()] == [
        ("audio/ar/help.start.mp3", "is MP3, not Ogg Opus")
    ]


def test_a_film_is_left_unread(tmp_path: Path) -> None:
    """A start must not take minutes over a file that nobody may hear anyway."""
    written(tmp_path, {"audio/ar/film.ogg": b""})
    with (tmp_path / "audio/ar/film.ogg").open("wb") as film:
        film.truncate(50 * MAX_BYTES)
    (sound,) = read_sounds(tmp_path).values()
    assert (sound.is_large, sound.digest) == (True, "")


def test_without_recordings_there_are_none(tmp_path: Path) -> None:
    """The shipped content has no such folder."""
    assert read_sounds(tmp_path) == {}


def test_a_missing_folder_is_named_with_its_setting(tmp_path: Path) -> None:
    """One clear line."""
    with pytest.raises(ContentUnreadableError, match="CONTENT_DIR"):
        read_folder(tmp_path / "nowhere")
