"""The content folder as it was: read from git, which runs as a program of its own; nothing on disk changes."""

import io
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.content.audio import AUDIO_FOLDER
from bot.content.sound import MAX_BYTES, Sound, read_sound, unread_sound
from bot.errors import RevisionUnreadableError
from bot.storage.content_folder import SUFFIXES


@dataclass(frozen=True, slots=True)
class PastContent:
    """The files of a revision and what is known of its sounds, as `read_folder` and `read_sounds` return them."""

    files: dict[str, bytes]
    sounds: dict[str, Sound]


def read_revision(folder: Path, revision: str) -> PastContent:
    """Return the content folder as it was at a revision: a commit, a branch, a tag, HEAD~3.

    Raises:
        RevisionUnreadableError: no git, no repository, no such revision, or no such folder in it; the message says
            which, and what to do.
    """
    commit = _find_commit(folder, revision)
    try:
        archive = _git(folder, "archive", "--format=tar", commit)  # Of this folder alone, with paths below it.
    except _GitRefusedError as problem:
        raise RevisionUnreadableError(f"The folder {folder} did not exist yet at {revision}.") from problem
    return _unpack(archive)


class _GitRefusedError(RevisionUnreadableError):
    """Git ended with an error; the message is git's."""


def _find_commit(folder: Path, revision: str) -> str:
    try:
        name = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except _GitRefusedError as problem:
        raise RevisionUnreadableError(
            f'There is no revision "{revision}" here. Name a commit, a branch or a tag; "git log" lists commits. '
            "A copy that was made with --depth has not all of them: run git fetch --unshallow."
        ) from problem
    return name.decode().strip()


def _git(folder: Path, *arguments: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise RevisionUnreadableError("The program git is not installed, so there is nothing to compare with.")
    if not folder.is_dir():
        raise RevisionUnreadableError(f"There is no folder {folder}. Set CONTENT_DIR to the folder with bot.yaml.")
    command = [program, "-C", str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - git, with no shell in between
    if done.returncode == 0:
        return done.stdout
    words = done.stderr.decode(errors="replace").strip()
    if "not a git repository" in words:
        raise RevisionUnreadableError(
            f"{folder} is in no git repository, so there is no earlier content to compare with."
        )
    if "dubious ownership" in words:
        raise RevisionUnreadableError(f"Git does not trust {folder}, as it belongs to somebody else: {words}")
    raise _GitRefusedError(words)


def _unpack(archive: bytes) -> PastContent:
    """Return what an archive holds, read in memory."""
    past = PastContent({}, {})
    with tarfile.open(fileobj=io.BytesIO(archive)) as members:
        for member in members:
            name = PurePosixPath(member.name).as_posix()
            opened = members.extractfile(member) if member.isfile() and "/." not in f"/{name}" else None
            if opened is None:
                continue
            if PurePosixPath(name).suffix in SUFFIXES:
                past.files[name] = opened.read()
            elif name.startswith(AUDIO_FOLDER):
                past.sounds[name] = unread_sound(member.size) if member.size > MAX_BYTES else read_sound(opened.read())
    return past
