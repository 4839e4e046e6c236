"""What the core asks of the edge: contracts, in prose, that every adapter keeps."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.content.audio import Recording
from bot.dialogue.messages import Message


@dataclass(frozen=True, slots=True)
class CounterKey:
    """One counter: a day (of a crossing, the Monday of its week), what is counted, and which value of it."""

    day: date
    what: str
    value: str


class Counters(Protocol):
    """Where counters are kept. There is no visitor, session or event in it, only numbers."""

    async def add(self, additions: Mapping[CounterKey, int]) -> None:
        """Add all numbers in one transaction: all or none.

        Raises:
            StorageError: nothing was written; the caller may try again later with the same numbers.
        """
        ...

    async def read(self, first: date, last: date) -> Sequence[tuple[CounterKey, int]]:
        """Return every counter of the days from first to last, both included, sorted by key.

        Raises:
            StorageError: the database cannot be read.
        """
        ...

    async def forget(self, keys: Collection[CounterKey]) -> None:
        """Delete counters; those that are not there are no error.

        Raises:
            StorageError: nothing was deleted.
        """
        ...


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A number that was published: of this value, in this period (2026-11-28, 2026-W48, 2026-11), at least so many."""

    period: str
    what: str
    value: str
    n: int


class Figures(Protocol):
    """Where published figures are kept. Those of a period are written once and never change."""

    async def closed(self) -> Mapping[str, int]:
        """Return every period that was published, also with no figures, and the threshold it was published with.

        Raises:
            StorageError: the database cannot be read.
        """
        ...

    async def read(self, periods: Collection[str]) -> Sequence[Figure]:
        """Return the figures of some periods, in order.

        Raises:
            StorageError: the database cannot be read.
        """
        ...

    async def freeze(self, period: str, k: int, figures: Sequence[Figure], spent: Collection[CounterKey]) -> None:
        """Publish a period and delete the counters behind it, in one transaction.

        If somebody has published the period before, their figures stay and these are dropped.

        Raises:
            StorageError: nothing was written, nothing deleted.
        """
        ...

    async def roll(self, parts: Collection[str], month: str, k: int) -> None:
        """Add the figures of periods to those of a month, and delete the periods, in one transaction.

        Raises:
            StorageError: nothing was changed.
        """
        ...

    async def forget(self, periods: Collection[str]) -> None:
        """Delete periods and their figures.

        Raises:
            StorageError: nothing was deleted.
        """
        ...


class Preferences(Protocol):
    """Where a chosen language is kept, under a keyed hash of the chat that the caller makes."""

    async def find(self, chat: bytes, today: date) -> str | None:
        """Return the language kept for a chat, or None; refresh its date if that is older than a week.

        A preference not used for 30 days is not returned, even before it is deleted.

        Raises:
            StorageError: the database cannot be read.
        """
        ...

    async def keep(self, chat: bytes, locale: str, today: date) -> None:
        """Keep a language for a chat, replacing an earlier one.

        Raises:
            StorageError: nothing was written.
        """
        ...

    async def forget(self, chat: bytes) -> None:
        """Delete what is kept for a chat, so that its bytes are no longer in the file; nothing kept is no error.

        Raises:
            StorageError: nothing was deleted, or its bytes could not be wiped yet; the next deletion wipes them.
        """
        ...

    async def forget_idle(self, today: date) -> int:
        """Delete every preference not used for 30 days; return how many.

        Raises:
            StorageError: nothing was deleted, or its bytes could not be wiped yet; the next deletion wipes them.
        """
        ...


class Recordings(Protocol):
    """Where the sound of recordings lies; the library knows only that there is one."""

    async def read(self, recording: Recording) -> bytes:
        """Return the bytes of a recording: those that the library was made with, never others.

        Raises:
            StorageError: they are gone, or are others now; what they say is not known.
        """
        ...


class Cause(StrEnum):
    """What news are about: of one cause operators are bothered once a day at most."""

    CONTENT_TAKEN = "content-taken"
    CONTENT_REFUSED = "content-refused"
    PAGES_WITHHELD = "pages-withheld"
    PAGES_OVERDUE = "pages-overdue"
    PLACES_OVERDUE = "places-overdue"
    ERRORS = "errors"
    DISK = "disk"
    DATABASE = "database"


@dataclass(frozen=True, slots=True)
class News:
    """One thing that operators should know, in words for them; nothing of any person. Urgent: somebody must act."""

    sentence: str
    cause: Cause
    is_urgent: bool = False


class Operators(Protocol):
    """Those who run the bot, as far as the program can reach them."""

    def tell(self, news: News) -> None:
        """Tell them once; returns at once, and never fails: an answer to a person must not wait for it."""
        ...


class Vitals(Protocol):
    """Notes how the program does its work: numbers and moments, nothing of any person. Each returns at once."""

    def answered(self, seconds: float) -> None:
        """One input was answered, so long after it came."""
        ...

    def failed(self) -> None:
        """One input could not be answered as it should: the person was told so, or given up."""
        ...

    def told_to_wait(self) -> None:
        """Telegram asked to wait (429)."""
        ...

    def reached_telegram(self) -> None:
        """Telegram was there, and is ours: it gave updates, or brought one."""
        ...

    def wrote_counts(self) -> None:
        """What was counted is in the database."""
        ...

    def counts_wait(self, why: str) -> None:
        """What was counted could not be written and is kept for the next time, seconds from now."""
        ...

    def database_failed(self) -> None:
        """The database refused something else; a language was not found or not kept."""
        ...


class Unwatched:
    """Keeps the contract of `Vitals` where nobody looks."""

    def answered(self, seconds: float) -> None:
        """Note nothing."""

    def failed(self) -> None:
        """Note nothing."""

    def told_to_wait(self) -> None:
        """Note nothing."""

    def reached_telegram(self) -> None:
        """Note nothing."""

    def wrote_counts(self) -> None:
        """Note nothing."""

    def counts_wait(self, why: str) -> None:
        """Note nothing."""

    def database_failed(self) -> None:
        """Note nothing."""


UNWATCHED = Unwatched()


@dataclass(frozen=True, slots=True)
class FiguresShown:
    """What an operator gets who asks for figures: words, a picture with words below, a file; some may lack."""

    message: Message
    picture: bytes = b""
    caption: str = ""
    file: bytes = b""
    file_name: str = ""


class FiguresDesk(Protocol):
    """Where an operator asks for what is published. Asking publishes nothing, and is counted nowhere."""

    async def show(self, now: datetime) -> FiguresShown:
        """Return the published figures; if the database refuses, the words say so."""
        ...
