"""Issues as the pages of the preview show them: where in which file, beside which page, and how to get there."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bot.content.issues import Issue
from bot.editors.step_finder import StepFinder

QUOTE_WIDTH = 100
"""Letters of the quoted line that are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An issue ready to be shown; `quote` is cut around the place, `before` are its letters up to there."""

    issue: Issue
    step: str
    link: str
    before: str
    quote: str

    @property
    def where(self) -> str:
        """The file and the line."""
        return f"{self.issue.mark.file}:{self.issue.mark.line}"


def find_findings(issues: Iterable[Issue], finder: StepFinder, folder: Path) -> list[Finding]:
    """Return issues with their steps and the links that open them in an editor."""
    return [_finding(issue, finder, folder) for issue in issues]


def _finding(issue: Issue, finder: StepFinder, folder: Path) -> Finding:
    mark = issue.mark
    start = max(0, mark.column - 1 - QUOTE_WIDTH // 2) if len(mark.quote) > QUOTE_WIDTH else 0
    cut = mark.quote[start : start + QUOTE_WIDTH].rstrip()
    place = mark.column - 1 - start
    link = editor_link(folder, mark.file, mark.line)
    return Finding(issue, finder.find(mark)[1], link, cut[:place].lstrip(), cut[place:])


def editor_link(folder: Path, file: str, line: int = 1) -> str:
    """Return the address with which Visual Studio Code opens a line of a file."""
    path = (folder / file).resolve().as_posix()
    return f"vscode://file/{quote(path.lstrip('/'), safe='/:')}:{line}"
