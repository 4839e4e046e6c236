"""The checked library as a bot keeps it beside its database: made once for all tests that start a bot."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from bot.app import load_library
from bot.settings import Settings
from bot.storage.library_cache import cache_file
from tests.conftest import CONTENT

SECRET_KEY = "the key of all bots of the tests"
"""What the kept library is signed with."""


@cache
def kept_library() -> Path:
    """Return where the shipped content stands, read, checked and signed; the first to ask waits for it."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    database = folder / "wegwijs.db"
    load_library(Settings(content_dir=str(CONTENT), database=str(database), secret_key=SECRET_KEY))
    return cache_file(database)


def keep_beside(database: Path) -> None:
    """Put the library beside a database as an earlier start with the key would have left it, with its date."""
    shutil.copy2(kept_library(), cache_file(database))
