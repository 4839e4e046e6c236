"""How `wegwijs check` says what it found: to people, to programs, beside the lines on GitHub."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from bot.content.fixing import Change
from bot.content.issues import Issue, Mark, Severity
from bot.i18n.bidi import CONTROLS

_QUOTE_WIDTH = 100
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_ENDS = " \t,;\"'{}[]()<>“”«»"
"""Signs at which the word that is underlined ends."""


def as_report(issues: Iterable[Issue], file_count: int) -> str:
    """Return all issues as an editor reads them: file by file, and a line at the end that counts them."""
    found = list(issues)
    parts = []
    for file, group in groupby(found, key=lambda issue: issue.mark.file):
        parts += [file, "", *(f"{as_text(issue)}\n" for issue in group)]
    return "\n".join([*parts, summary(found, file_count)])


def as_text(issue: Issue) -> str:
    """Return an issue as an editor reads it: where, the line with the place underlined, what, and the mend."""
    mark = issue.mark
    where = f"line {mark.line}, " if mark.quote.strip() else ""
    lines = [f"  {where}{issue.severity.value} {issue.code}"]
    if mark.quote.strip():
        lines += _quote(mark)
    return "\n".join([*lines, *(f"    {sentence}" for sentence in (issue.sentence, issue.mend) if sentence)])


def _quote(mark: Mark) -> list[str]:
    """Return the line as written, shortened if it is long, and below it the place underlined."""
    shown = "".join(" " if sign == "\t" or sign in CONTROLS else sign for sign in mark.quote)
    start = max(0, mark.column - 1 - _QUOTE_WIDTH // 2) if len(shown) > _QUOTE_WIDTH else 0
    part = shown[start : start + _QUOTE_WIDTH]
    indent = 0 if start else len(part) - len(part.lstrip())
    at = max(mark.column - 1 - start, indent)
    length = max(1, len(_word_at(part, at)))
    number = f"{mark.line:>5} | "
    return [f"{number}{part[indent:].rstrip()}", f"{' ' * len(number)}{' ' * (at - indent)}^{'~' * (length - 1)}"]


def _word_at(text: str, at: int) -> str:
    """Return the word that begins at a place; a key with its value, since either can be what is wrong."""
    end = at
    while end < len(text) and text[end] not in _ENDS:
        end += 1
    word = text[at:end]
    return text[at:].rstrip() if word.endswith(":") else word


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


def as_changes(changes: Iterable[Change]) -> str:
    """Return what was mended, a line for each place."""
    lines = [f"{change.file}{f', line {change.line}' if change.line else ''}: {change.what}" for change in changes]
    return "\n".join(["Mended:", *(f"  {line}" for line in lines), ""]) if lines else "Nothing to mend.\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
