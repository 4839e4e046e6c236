"""The library as it was last read and checked, kept beside the database, so that a restart takes no reading.

A cache only: it is used if the content and the program are the very same, and made anew otherwise. Reading a pickle
runs what its writer wants, so the file carries a signature made with the program's own secret.
"""

import hashlib
import hmac
import logging
import os
import pickle
import tempfile
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.content.library import Library
from bot.storage.private_folder import make_private_folder

log = logging.getLogger(__name__)

_READ_BY = ("content", "i18n", "places", "dialogue")
"""The packages that decide what a library is and whether it is sound."""


def cache_file(database: Path) -> Path:
    """Return where the cache of a bot stands: beside its database."""
    return database.with_name(f"{database.name}.library")


def find_library(file: Path, revision: str, secret: bytes) -> Library | None:
    """Return the library of this content revision, or None if the cache has no such one that this bot has signed."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    stamp, _, body = data.partition(b"\n")
    if not hmac.compare_digest(stamp, _sign(revision, body, secret)):
        return None
    library = pickle.loads(body)  # noqa: S301 - signed by a bot that has our secret
    return library if isinstance(library, Library) else None


def keep_library(file: Path, library: Library, secret: bytes) -> None:
    """Keep a library that was read and checked; a folder that cannot be written costs only time."""
    body = pickle.dumps(library, protocol=pickle.HIGHEST_PROTOCOL)
    try:
        make_private_folder(file.parent)
        handle, draft = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as target:
            target.write(_sign(library.revision, body, secret) + b"\n" + body)
        Path(draft).replace(file)
    except OSError as problem:
        log.info("The content is read again at each start: %s cannot be written (%s).", file, problem.strerror)


def _sign(revision: str, body: bytes, secret: bytes) -> bytes:
    """Return what only the same content, the same program and a file written with the same secret have."""
    signed = f"library {revision} {_program()} ".encode() + body
    return hmac.new(secret, signed, hashlib.sha256).hexdigest().encode()


def _program() -> str:
    digest = hashlib.sha256()
    for package in _READ_BY:
        for source in _sources(files("bot").joinpath(package)):
            digest.update(source.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += _sources(entry)
        elif entry.name.endswith(".py"):
            found.append(entry)
    return found
