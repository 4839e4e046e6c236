"""The one door each input passes: language preference, respond, effects on what is kept, counts."""

import asyncio
import hashlib
import hmac
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.content.audio import Recording
from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.dialogue.inputs import Input, Pressed, Started
from bot.dialogue.menu_page import sentence_message
from bot.dialogue.position import Position, decode, home, written_locale
from bot.dialogue.respond import respond
from bot.dialogue.turns import CROSSED, Count, Counted, ForgetChat, RememberLanguage, Turn
from bot.errors import StorageError
from bot.i18n.locales import SOURCE_LOCALE, find_absent, find_locale
from bot.ports import UNWATCHED, CounterKey, Counters, FiguresDesk, Preferences, Recordings, Vitals

log = logging.getLogger(__name__)

DATABASE_SECONDS = 2.5
"""How long an answer waits for a language to be found or kept: a moment longer than the database itself is patient,
so that one person who waits hears the reason, and many who wait for each other are not held up."""

LibraryNow = Callable[[], Library]
"""Gives the library of this moment: one turn uses one library, a reload is one swap."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One input as a channel hands it in.

    `chat` is the channel's name for the chat (None where nothing is ever kept: browser, terminal); it is hashed
    before anything else and never stored. `phone_language` is the language tag of the phone or browser; `first_wish`
    the tag that a browser names first, where several are named.
    """

    channel: str
    given: Input
    button: str = ""
    chat: str | None = None
    phone_language: str = ""
    first_wish: str = ""


class Reception:
    """Takes inputs one by one from all channels; keeps nothing of a person but a language where one was chosen."""

    def __init__(
        self,
        library_now: LibraryNow,
        counters: Counters,
        preferences: Preferences,
        secret: bytes,
        *,
        recordings: Recordings | None = None,
    ) -> None:
        self._library_now = library_now
        self._counters = counters
        self._preferences = preferences
        self._secret = secret
        self._recordings = recordings
        self.vitals: Vitals = UNWATCHED
        """Who notes how the work goes; `bot.app` puts somebody here."""
        self._pending: Counter[CounterKey] = Counter()
        self.figures_desk: FiguresDesk | None = None
        """Where operators ask for figures. That is no input of a person: it passes neither this door nor a counter."""

    @property
    def library(self) -> Library:
        """The library of this moment."""
        return self._library_now()

    async def receive(self, visit: Visit, now: datetime) -> Turn:
        """Return what an input causes; what is kept and counted is done on the way.

        A database that cannot be reached costs a preference or a count, never an answer.
        """
        library = self.library
        phone = find_locale(visit.phone_language, library.locales)
        kept = await self._kept_language(visit, now)
        position, given = self._situation(library, visit, kept or phone or SOURCE_LOCALE)
        if isinstance(given, Started):
            given = Started(given.code, is_known=kept is not None)
        turn = respond(library, position, given, now)
        is_done = await self._apply(turn, visit, phone, now)
        if not is_done and ForgetChat() in turn.effects:
            sentence = library.say(position.locale, Phrase.FORGET_FAILED)
            turn = replace(turn, message=sentence_message(library, position, sentence))
        self.count(visit.channel, (*turn.counts, *_wanted(visit, kept, library)), now)
        return turn

    async def sound_of(self, recording: Recording) -> bytes:
        """Return the bytes of a recording that a turn wants to be played.

        Raises:
            StorageError: they are gone, or no longer those that fit the page.
        """
        if self._recordings is None:
            raise StorageError("This reception was opened without recordings.")
        return await self._recordings.read(recording)

    def count(self, channel: str, counts: tuple[Count, ...], now: datetime) -> None:
        """Add to the counters in memory; they are written in batches. Each menu is counted for its channel too."""
        menus = tuple(Count(Counted.CHANNEL, channel) for count in counts if count.what is Counted.LOCALE)
        for count in (*counts, *menus):
            self._pending[CounterKey(counted_on(count.what, now.date()), count.what.value, count.value)] += 1

    def count_error(self, channel: str, now: datetime) -> None:
        """Count that somebody was told of a fault of ours instead of being answered."""
        self.count(channel, (Count(Counted.ERROR, channel),), now)

    async def write_counts(self) -> None:
        """Write the counters gathered so far; keep them for the next time if the database refuses."""
        batch, self._pending = self._pending, Counter()
        if not batch:
            return
        try:
            await self._counters.add(batch)
        except StorageError as problem:
            self._pending.update(batch)
            self.vitals.counts_wait(str(problem))
            log.warning("Counters could not be written and wait for the next time: %s", problem)
        else:
            self.vitals.wrote_counts()

    async def forget_idle(self, now: datetime) -> None:
        """Delete languages that nobody used for 30 days."""
        try:
            await self._preferences.forget_idle(now.date())
        except StorageError as problem:
            self.vitals.database_failed()
            log.warning("Old language preferences could not be deleted now: %s", problem)

    def hash_chat(self, chat: str) -> bytes:
        """Return the keyed hash of a chat (HMAC-SHA-256, RFC 2104): without the key it names nobody."""
        return hmac.new(self._secret, chat.encode(), hashlib.sha256).digest()

    def _situation(self, library: Library, visit: Visit, locale: str) -> tuple[Position, Input]:
        """Return the position: the button's, or the menu in the person's language."""
        if not isinstance(visit.given, Pressed):
            return home(locale), visit.given
        position = decode(visit.button, library.keys)
        if position is not None:
            return position, visit.given
        written = written_locale(visit.button)
        return home(written if written in library.locales else locale), Pressed(is_old=True)

    async def _kept_language(self, visit: Visit, now: datetime) -> str | None:
        """Return the language kept for the chat; a button carries its own, so that none is looked up for it."""
        if visit.chat is None or isinstance(visit.given, Pressed):
            return None
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                return await self._preferences.find(self.hash_chat(visit.chat), now.date())
        except (StorageError, TimeoutError) as problem:
            self.vitals.database_failed()
            log.warning("A language preference could not be read: %s", _words(problem))
            return None

    async def _apply(self, turn: Turn, visit: Visit, phone: str | None, now: datetime) -> bool:
        """Keep or forget what a turn says; return whether that was done."""
        if visit.chat is None:
            return True
        chat = self.hash_chat(visit.chat)
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                for effect in turn.effects:
                    if isinstance(effect, RememberLanguage) and effect.locale != phone:
                        await self._preferences.keep(chat, effect.locale, now.date())
                    elif isinstance(effect, RememberLanguage | ForgetChat):
                        await self._preferences.forget(chat)
        except (StorageError, TimeoutError) as problem:
            self.vitals.database_failed()
            log.warning("A language preference could not be changed: %s", _words(problem))
            return False
        return True


def counted_on(what: Counted, today: date) -> date:
    """Return the day that a counter of today belongs to: of a crossing, the Monday of its week."""
    return today - timedelta(days=today.weekday()) if what in CROSSED else today


def _wanted(visit: Visit, kept: str | None, library: Library) -> tuple[Count, ...]:
    """Count a language that somebody's phone speaks and the bot does not, when they begin."""
    if kept or not isinstance(visit.given, Started):
        return ()
    language = find_absent(visit.first_wish or visit.phone_language, library.locales)
    return (Count(Counted.WANTED, language),) if language else ()


def _words(problem: Exception) -> str:
    return str(problem) or "the database gives no answer in time."
