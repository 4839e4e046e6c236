"""Finds Chromium, fonts, text browsers, gettext and what reads PDF; installs them with apt as root, or says how."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-color-emoji", "poppler-utils", "curl", "w3m", "gettext")
PROGRAMS = ("pdftotext", "curl", "w3m", "msgfmt")
FONT = Path("/usr/share/fonts/truetype/noto/NotoSansEthiopic-Regular.ttf")
COMMAND = f"apt-get update && apt-get install --yes --no-install-recommends {' '.join(PACKAGES)}"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A browser in a container: no sandbox of its own, and no calls to its maker."""


class ChromiumMissingError(RuntimeError):
    """There is no Chromium here, or one of the programs beside it, and it cannot be installed from here.

    The message is the command that mends it.
    """


def find_chromium() -> str | None:
    """Return the path of Chromium, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def need_chromium() -> str:
    """Return the path of Chromium, installing it if this machine lets us.

    Raises:
        ChromiumMissingError: it is not there and only an administrator can install it.
    """
    path = find_chromium()
    if path and FONT.exists() and all(map(shutil.which, PROGRAMS)):
        return path
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["/bin/sh", "-c", COMMAND], check=True, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - a fixed command
        path = find_chromium()
    if path is None or not all(map(shutil.which, PROGRAMS)):
        raise ChromiumMissingError(
            f"The browser tests need Chromium, poppler-utils, curl, w3m and gettext. As an administrator run: {COMMAND}"
        )
    return path


if __name__ == "__main__":
    try:
        need_chromium()
    except (ChromiumMissingError, subprocess.CalledProcessError) as problem:
        sys.exit(str(problem))
