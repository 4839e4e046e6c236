"""How `wegwijs check` says what it found: to people, to programs, beside the lines on GitHub."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from bot.content.checks.codes import Code
from bot.content.fixing import Change
from bot.content.issues import Issue, Mark, Severity
from bot.i18n.bidi import CONTROLS

_QUOTE_WIDTH = 100
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_VALUE = re.compile(r"(?:- )?[\w.-]+: +|msgctxt ")
"""What stands before a value."""
_ABOUT_KEYS = frozenset({Code.ENTRY_KEY, Code.INTERFACE_UNKNOWN, Code.FACT_UNUSED})
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
    where = f"line {mark.line}, " if mark.quote.strip() or mark.line > 1 else ""
    lines = [f"  {where}{issue.severity.value} {issue.code}"]
    if mark.quote.strip():
        lines += _quote(mark, _underlined(issue))
    return "\n".join([*lines, *(f"    {sentence}" for sentence in (issue.sentence, issue.mend) if sentence)])


def _quote(mark: Mark, place: tuple[int, int]) -> list[str]:
    """Return the line as written, shortened if it is long, and below it the place underlined."""
    shown = "".join(" " if sign == "\t" or sign in CONTROLS else sign for sign in mark.quote)
    at, end = place
    start = max(0, at - _QUOTE_WIDTH // 2) if len(shown) > _QUOTE_WIDTH else len(shown) - len(shown.lstrip())
    number = f"{mark.line:>5} | " + ("…" if len(shown) > _QUOTE_WIDTH and start else "")
    part = shown[start : start + _QUOTE_WIDTH]
    rest = "…" if start + _QUOTE_WIDTH < len(shown) else ""
    length = max(1, min(end, start + len(part)) - at)
    return [f"{number}{part.rstrip()}{rest}", f"{' ' * (len(number) + max(at - start, 0))}^{'~' * (length - 1)}"]


def _underlined(issue: Issue) -> tuple[int, int]:
    """Return which part of its line an issue is about: a sign, a word, a key, or the value of a key."""
    text = issue.mark.quote.expandtabs(1).rstrip()
    at = max(issue.mark.column - 1, len(text) - len(text.lstrip()))
    end = next((place for place in range(at, len(text)) if text[place] in _ENDS), len(text))
    if issue.code.startswith("yaml-") or issue.code in _ABOUT_KEYS:
        return at, end
    value = _VALUE.match(text, at)
    if value and value.end() < len(text):
        return value.end(), len(text)
    return at, end if end > at else len(text)


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
