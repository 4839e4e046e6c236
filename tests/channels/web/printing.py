"""What is known of a printed PDF."""

import subprocess
from pathlib import Path

from bot.i18n.bidi import strip_controls


def ask_poppler(tool: str, pdf: Path, *further: str) -> str:
    """Return what one of the tools of poppler says of a PDF."""
    command = [tool, str(pdf), *further]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own file


def letters_only(text: str) -> str:
    """Return letters and digits alone: PDF keeps neither spaces nor direction as they were."""
    return "".join(sign for sign in strip_controls(text) if sign.isalnum())
