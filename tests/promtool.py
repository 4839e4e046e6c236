"""Finds promtool, which tests the alert rules; takes it out of Debian's package prometheus if it is not there.

The package is only unpacked, not installed: nobody who runs the tests wants a Prometheus at work on their machine.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OWN = Path(sys.prefix) / "promtool"
"""Where an unpacked one is kept, beside what else the tests need."""
MEND = (
    "The tests of the alert rules need promtool. As an administrator run: apt-get update && apt-get install prometheus"
)


class PromtoolMissingError(RuntimeError):
    """There is no promtool here, and it cannot be had from here; the message is the command that mends it."""


def find_promtool() -> str | None:
    """Return the path of promtool, or None."""
    return shutil.which("promtool") or (str(OWN) if OWN.exists() else None)


def need_promtool() -> str:
    """Return the path of promtool, fetching it if this machine lets us.

    Raises:
        PromtoolMissingError: it is not there and cannot be had.
    """
    path = find_promtool()
    if path is None:
        fetch(OWN)
        path = find_promtool()
    if path is None:
        raise PromtoolMissingError(MEND)
    return path


def fetch(place: Path) -> None:
    """Take promtool out of the package; do nothing where there is no apt."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return
    if os.geteuid() == 0:
        _run("apt-get", "update")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # apt fetches as a user of its own where it can
        _run("apt-get", "download", "prometheus", folder=folder)
        for package in Path(folder).glob("*.deb"):
            _run("dpkg-deb", "-x", str(package), folder)
            shutil.copy2(Path(folder) / "usr" / "bin" / "promtool", place)


def _run(*words: str, folder: str | None = None) -> None:
    subprocess.run(words, check=False, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - fixed commands


if __name__ == "__main__":
    try:
        need_promtool()
    except PromtoolMissingError as problem:
        sys.exit(str(problem))
