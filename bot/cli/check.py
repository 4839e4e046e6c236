"""`wegwijs check`: reads the whole content and prints every issue with its place and its mend."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from bot.cli.opening import content_folder
from bot.content.issues import Issue, Severity, has_errors
from bot.content.reader import read_content
from bot.content.talks import BELGIUM
from bot.dialogue.checking import check_content
from bot.storage.content_folder import read_folder, read_sounds

_QUOTE_WIDTH = 100
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


@click.command()
@click.argument("folder", required=False)
@click.option("--today", "with_today", is_flag=True, help="Also say what is too old or over today.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(folder: str | None, form: str, *, with_today: bool) -> None:
    """Check the content, every language and every talk; ends with 1 if there is an error."""
    target = content_folder(folder)
    files, sounds = read_folder(target), read_sounds(target)
    today = datetime.now(BELGIUM).date() if with_today else None
    issues = check_content(read_content(files, sounds), today)
    match form:
        case "json":
            click.echo(as_json(issues))
        case "github":
            click.echo("\n".join(as_github(issue, target) for issue in issues))
        case _:
            click.echo("".join(f"{as_text(issue)}\n\n" for issue in issues) + summary(issues, len(files) + len(sounds)))
    if has_errors(issues):
        sys.exit(1)


def as_text(issue: Issue) -> str:
    """Return an issue as an editor reads it: where, the line with the place underlined, what, and the mend."""
    mark = issue.mark
    lines = [f"{mark.file}:{mark.line}:{mark.column} {issue.severity.value} {issue.code}"]
    if mark.quote.strip():
        start = max(0, mark.column - 1 - _QUOTE_WIDTH // 2) if len(mark.quote) > _QUOTE_WIDTH else 0
        quote = mark.quote[start : start + _QUOTE_WIDTH]
        lines += [f"    {quote}", f"    {' ' * (mark.column - 1 - start)}^"]
    return "\n".join([*lines, *(f"  {sentence}" for sentence in (issue.sentence, issue.mend) if sentence)])


def as_json(issues: Iterable[Issue]) -> str:
    """Return the issues for a program to read."""
    return json.dumps([asdict(issue) for issue in issues], ensure_ascii=False, indent=2)


def as_github(issue: Issue, folder: Path) -> str:
    """Return an issue as a line that GitHub shows beside the changed file."""
    words = f"{issue.sentence} {issue.mend}".strip()
    properties = {
        "file": (folder / issue.mark.file).as_posix(),
        "line": str(issue.mark.line),
        "col": str(issue.mark.column),
        "title": str(issue.code),
    }
    named = ",".join(f"{name}={_escape(value, ':,')}" for name, value in properties.items())
    return f"::{_GITHUB[issue.severity]} {named}::{_escape(words)}"


def _escape(text: str, also: str = "") -> str:
    for sign in f"%\r\n{also}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def summary(issues: Iterable[Issue], file_count: int) -> str:
    """Return the closing line: "2 errors, 1 warning, 0 notes in 31 files"."""
    counted = Counter(issue.severity for issue in issues)
    parts = [_count(counted[severity], severity.value) for severity in Severity]
    return f"{', '.join(parts)} in {_count(file_count, 'file')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
