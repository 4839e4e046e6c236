"""The folder of the database: made for its owner alone."""

from pathlib import Path

from bot.errors import StorageError


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it; one that exists keeps its rights.

    Raises:
        StorageError: it cannot be made; the message names it and the mend.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise StorageError(
            f"The folder {folder} of the database cannot be made: {problem.strerror}. "
            "Set DATABASE_URL to a place that this program may write to."
        ) from problem
