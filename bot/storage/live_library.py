"""The content in use, which follows the folder on disk as long as that passes every check."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from bot.content.issues import Issue, errors_of
from bot.content.keys import Keys
from bot.content.library import Library
from bot.errors import ContentUnreadableError
from bot.ports import Cause, News, Operators
from bot.storage.building import Built
from bot.storage.steady_reading import Content, Traces, read_steadily, traces_of

Build = Callable[[Content], Awaitable[Built]]
SHOWN_ERRORS = 5
"""Errors that operators are told one by one; `wegwijs check` lists all."""


class Outcome(Enum):
    """What looking at the folder led to."""

    UNCHANGED = "unchanged"
    TAKEN = "taken"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the folder on disk is not in use, and since when."""

    since: datetime
    sentence: str


class LiveLibrary:
    """Gives the library of this moment; only `refresh` changes it, in one swap.

    A library that is in use stays whole for the turn that uses it, and is forgotten after that.
    """

    def __init__(self, folder: Path, library: Library, build: Build, operators: Operators) -> None:
        """Begin with the library that the program was started with; its traces are not known yet."""
        self._folder = folder
        self._library = library
        self._build = build
        self._operators = operators
        self._traces: Traces | None = None
        self._refused = ""
        self.trouble: Trouble | None = None

    def __call__(self) -> Library:
        """Return the library of this moment."""
        return self._library

    async def refresh(self, now: datetime) -> Outcome:
        """Look at the folder; use what is there if it changed and has no error, else keep the last good library."""
        if await asyncio.to_thread(traces_of, self._folder) == self._traces:
            return Outcome.UNCHANGED
        try:
            content = await asyncio.to_thread(read_steadily, self._folder)
        except ContentUnreadableError as problem:
            self._traces = None
            return self._keep(str(problem), now)
        self._traces = content.traces
        return await self._consider(content, await asyncio.to_thread(lambda: content.revision), now)

    def standing(self) -> tuple[str, ...]:
        """Return what operators should see for as long as it lasts."""
        if self.trouble is None:
            return ()
        first, _, _ = self.trouble.sentence.partition("\n")
        return (f"content on disk is not in use since {self.trouble.since:%Y-%m-%d %H:%M}: {first}",)

    async def _consider(self, content: Content, revision: str, now: datetime) -> Outcome:
        if revision == self._library.revision:
            return self._settle("The content on disk is again the one in use.", Outcome.UNCHANGED)
        if revision == self._refused:
            return Outcome.UNCHANGED
        self._refused = revision
        try:
            built = await self._build(content)
        except ContentUnreadableError as problem:
            return self._keep(f"{problem} It is tried again after the next change.", now)
        if built.library is None:
            return self._keep(_list_errors(built.issues), now)
        self._swap(built.library)
        return self._settle(f"New content is in use: revision {revision}.", Outcome.TAKEN)

    def _swap(self, library: Library) -> None:
        """Use another library, set up like this one; buttons of pages that were shown keep their keys."""
        former = self._library
        keys = Keys({**former.keys.by_id, **library.keys.by_id}, {**former.keys.by_key, **library.keys.by_key})
        self._library = replace(library, keys=keys, require_review=former.require_review)

    def _keep(self, sentence: str, now: datetime) -> Outcome:
        if self.trouble is None or self.trouble.sentence != sentence:
            words = f"The content on disk is not used; the last good one stays. {sentence}"
            self._operators.tell(News(words, Cause.CONTENT_REFUSED, is_urgent=True))
            self.trouble = Trouble(self.trouble.since if self.trouble else now, sentence)
        return Outcome.REFUSED

    def _settle(self, sentence: str, outcome: Outcome) -> Outcome:
        self._refused = ""
        if self.trouble is not None or outcome is Outcome.TAKEN:
            self._operators.tell(News(sentence, Cause.CONTENT_TAKEN))
        self.trouble = None
        return outcome


def _list_errors(issues: tuple[Issue, ...]) -> str:
    errors = errors_of(issues)
    lines = [f"{issue.mark.file}:{issue.mark.line}: {issue.sentence} {issue.mend}" for issue in errors[:SHOWN_ERRORS]]
    more = len(errors) - len(lines)
    return "\n".join([*lines, *([f"and {more} more: run wegwijs check"] if more else [])])
