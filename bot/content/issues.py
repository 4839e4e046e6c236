"""A finding about content: where, how grave, what is wrong, and the mend."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave an issue is; an error keeps content out of the running bot."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1, and `quote` is the line as written."""

    file: str
    line: int = 1
    column: int = 1
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding, in an editor's words: `sentence` says what is wrong and why, `mend` what to do."""

    code: str
    severity: Severity
    mark: Mark
    sentence: str
    mend: str = ""


def error(code: str, mark: Mark, sentence: str, mend: str = "") -> Issue:
    """Return an issue that keeps content out of the running bot."""
    return Issue(code, Severity.ERROR, mark, sentence, mend)


def warning(code: str, mark: Mark, sentence: str, mend: str = "") -> Issue:
    """Return an issue that somebody has to look at, but that harms no reader today."""
    return Issue(code, Severity.WARNING, mark, sentence, mend)


def note(code: str, mark: Mark, sentence: str, mend: str = "") -> Issue:
    """Return an issue that is good to know."""
    return Issue(code, Severity.NOTE, mark, sentence, mend)


def errors_of(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return those of the issues that keep the content out."""
    return tuple(issue for issue in issues if issue.severity is Severity.ERROR)


def has_errors(issues: Iterable[Issue]) -> bool:
    """Tell whether one of the issues keeps the content out."""
    return any(issue.severity is Severity.ERROR for issue in issues)


def new_errors(before: Iterable[Issue], after: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the errors that were not there before, each as often as it is new; lines may have moved."""
    known = Counter(_name(issue) for issue in errors_of(before))
    found = []
    for issue in errors_of(after):
        if known[_name(issue)]:
            known[_name(issue)] -= 1
        else:
            found.append(issue)
    return tuple(found)


def _name(issue: Issue) -> tuple[str, str, str]:
    return issue.code, issue.mark.file, issue.sentence
