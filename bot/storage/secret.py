"""The key of the chat hash: the operator's own, else one made and kept beside the database."""

import contextlib
import os
import secrets
from pathlib import Path

from bot.errors import StorageError
from bot.settings import MIN_SECRET
from bot.storage.private_folder import make_private_folder

_RANDOM_BYTES = 32


def secret_file(database: Path) -> Path:
    """Return where the key of a database is kept when no SECRET_KEY is set."""
    return database.with_name(f"{database.name}.key")


def load_secret(settings_secret: str, database: Path) -> bytes:
    """Return the key: SECRET_KEY if it is set, else the kept one, made at the first start.

    The file holds text that can be moved into SECRET_KEY without losing a single language.

    Raises:
        StorageError: the key cannot be read or made; the message names the file and the mend.
    """
    if settings_secret:
        return settings_secret.encode()
    file = secret_file(database)
    make_private_folder(file.parent)
    try:
        if not file.exists():
            _make(file)
        key = file.read_bytes().strip()
    except OSError as problem:
        raise StorageError(
            f"The key {file} cannot be read or made: {problem.strerror}. "
            "Give this program the right to read and write it, or set SECRET_KEY."
        ) from problem
    if len(key) < MIN_SECRET:
        raise StorageError(
            f"The key {file} is damaged: it is shorter than {MIN_SECRET} characters. "
            "Put its backup in its place, or delete it (chosen languages are then forgotten)."
        )
    return key


def _make(file: Path) -> None:
    """Make the key whole or not at all; of two programs that start at once, both use the first one's."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(f"{secrets.token_urlsafe(_RANDOM_BYTES)}\n")
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, file)
    finally:
        draft.unlink()
