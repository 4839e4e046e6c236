"""A fault planted in the sample: which issue it must give, and where."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.content.checks.codes import Code
from tests.content.sample import Files, planted, sample_files, with_catalogue_text


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the files with it, the code, the file and the words of the line that the issue must point at.

    `at` is "" where the issue is about a whole file. `also` are errors that rightly come with it.
    """

    code: Code
    files: Callable[[], Files]
    file: str
    at: str
    today: date | None = None
    also: frozenset[Code] = frozenset()


def plant(code: Code, file: str, old: str, new: str, at: str | None = None) -> Fault:
    """Return the fault that one changed place of one file makes; the issue points at the new words."""
    return Fault(code, lambda: planted(file, old, new), file, new if at is None else at)


def along(fault: Fault, *codes: Code) -> Fault:
    """Return the fault with the errors that rightly come with it."""
    return replace(fault, also=frozenset(codes))


def plant_bytes(code: Code, file: str, data: bytes | None, at: str = "") -> Fault:
    """Return the fault that other bytes in place of a file make; None takes the file away."""

    def make() -> Files:
        files = sample_files()
        files.pop(file, None)
        return files if data is None else files | {file: data}

    return Fault(code, make, file, at)


def plant_translation(code: Code, context: str, new: str, at: str | None = None) -> Fault:
    """Return the fault that one changed translation makes."""
    domain = context.partition(".")[0]
    file = f"locales/ar/LC_MESSAGES/{domain}.po"
    return Fault(code, lambda: with_catalogue_text(context, new), file, new if at is None else at)
