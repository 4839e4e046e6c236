"""What several commands need: the content folder read, or one clear line why not."""

import os
from pathlib import Path

from bot.content.issues import has_errors
from bot.content.library import Library
from bot.content.reader import Reading, read_content
from bot.errors import ContentFaultyError
from bot.settings import Settings, read_settings
from bot.storage.content_folder import read_folder, read_sounds


def open_settings() -> Settings:
    """Return the settings of this process.

    Raises:
        SettingsError: one line for each setting that cannot be used.
    """
    return read_settings(os.environ)


def content_folder(folder: str | None) -> Path:
    """Return the folder given on the command line, else the one of the settings."""
    return Path(folder or open_settings().content_dir)


def open_reading(folder: Path) -> tuple[Reading, Library]:
    """Return the content of a folder, faults and all, as long as bot.yaml itself can be used.

    Raises:
        ContentUnreadableError: the folder cannot be read.
        ContentFaultyError: bot.yaml is unusable.
    """
    reading = read_content(read_folder(folder), read_sounds(folder))
    if reading.library is None:
        raise ContentFaultyError(f"bot.yaml in {folder} cannot be used. Run: wegwijs check {folder}")
    return reading, reading.library


def open_sound(folder: Path) -> tuple[Reading, Library]:
    """Return the content of a folder if it has no error: nobody shall print or confirm what cannot be shown.

    Raises:
        ContentUnreadableError: the folder cannot be read.
        ContentFaultyError: the content has errors.
    """
    from bot.dialogue.checking import check_content

    reading, library = open_reading(folder)
    if has_errors(check_content(reading)):
        raise ContentFaultyError(f"The content has errors. Mend them first: wegwijs check {folder}")
    return reading, library
