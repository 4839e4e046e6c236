"""A finding about content: where, how grave, what is wrong, and the mend."""

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


def has_errors(issues: tuple[Issue, ...] | list[Issue]) -> bool:
    """Tell whether one of the issues keeps the content out."""
    return any(issue.severity is Severity.ERROR for issue in issues)
