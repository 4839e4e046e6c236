"""A git repository for tests: files are written and committed, with no name of a real person."""

import os
import subprocess
from pathlib import Path

from tests.content.sample import Files, written

_NOBODY = {
    "GIT_AUTHOR_NAME": "Editor", "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "Editor", "GIT_COMMITTER_EMAIL": "editor@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it says."""
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **_NOBODY})  # noqa: S603 - fixed words
    return done.stdout.strip()


def repository(folder: Path, files: Files, below: str = "content") -> Path:
    """Make a repository with these files in a folder of it, committed once, and return the content folder."""
    content = folder / below
    content.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    written(content, files)
    commit(folder, "The content as it begins")
    return content


def commit(folder: Path, message: str) -> str:
    """Commit everything and return the name of the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")
