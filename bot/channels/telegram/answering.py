"""One update from Telegram's JSON to an answer on the person's phone."""

import asyncio
import logging
import time
import traceback
from collections import deque
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

from telegram import Bot, Update
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.channels.telegram.chat import LiveChat
from bot.channels.telegram.figures import asks_for_figures, plan_figures
from bot.channels.telegram.inbound import Arrival, read_update
from bot.channels.telegram.living_message import Acts, plan, tidy
from bot.channels.telegram.outbound import Page, write_page
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.patience import is_gone
from bot.channels.telegram.voices import Voices
from bot.content.phrases import Phrase
from bot.dialogue.menu_page import sentence_message
from bot.dialogue.position import home, written_locale
from bot.dialogue.turns import Effect, PlayAloud
from bot.i18n.locales import SOURCE_LOCALE, find_locale
from bot.reception import Reception

log = logging.getLogger(__name__)


class Desk:
    """Everything that answering needs, once for all updates."""

    def __init__(
        self,
        bot: Bot,
        reception: Reception,
        now: Callable[[], datetime],
        pace: Pace,
        operator_ids: Collection[int] = (),
    ) -> None:
        self._operator_ids = operator_ids
        self._bot = bot
        self._reception = reception
        self._now = now
        self._pace = pace
        self._voices = Voices(bot, reception.sound_of, pace)

    async def prepare(self, update: Update) -> Acts:
        """Return what is to be done about an update, the turn included: it is taken once, however often shown."""
        arrival = read_update(update)
        if arrival is None:
            query = update.callback_query
            return deque([lambda: self._chat(0).answer_query(query.id)]) if query else deque()
        library = self._reception.library
        if self._reception.figures_desk and asks_for_figures(arrival, self._operator_ids):
            shown = await self._reception.figures_desk.show(self._now())
            return plan_figures(self._chat(arrival.chat), arrival, shown, library.keys)
        turn = await self._reception.receive(arrival.visit, self._now())
        page = write_page(turn.message, library.keys)
        acts = plan(self._chat(arrival.chat), arrival, page, turn.effects)
        return acts + self._voicing(arrival.chat, turn.effects)

    def apologise(self, update: Update) -> Acts:
        """Return the acts that tell a person of a fault of ours, with the menu, in their language."""
        self._reception.count_error("telegram", self._now())
        arrival = read_update(update)
        if arrival is None or not arrival.message:
            return deque()
        chat = self._chat(arrival.chat)
        page = self._apology(arrival)
        acts: Acts = deque([lambda: chat.send(page), *tidy(chat, arrival)])
        if arrival.query:
            acts.append(lambda: chat.answer_query(arrival.query))
        return acts

    def _voicing(self, chat: int, effects: Iterable[Effect]) -> Acts:
        """Return the acts that play what is to be heard, behind the page that says it."""
        return deque(partial(self._voices.play, chat, effect) for effect in effects if isinstance(effect, PlayAloud))

    def _chat(self, number: int) -> LiveChat:
        return LiveChat(self._bot, number, self._pace)

    def _apology(self, arrival: Arrival) -> Page:
        library = self._reception.library
        written = written_locale(arrival.visit.button)
        locale = written if written in library.locales else None
        locale = locale or find_locale(arrival.visit.phone_language, library.locales) or SOURCE_LOCALE
        sentence = library.say(locale, Phrase.ERROR)
        return write_page(sentence_message(library, home(locale), sentence), library.keys)


class Answer:
    """The answer to one update; it can be gone on with after a time limit has cut it short."""

    def __init__(self, desk: Desk, update: Update) -> None:
        self._desk = desk
        self._update = update
        self._acts: Acts | None = None
        self._apologises = False
        self._begun = time.perf_counter()

    @property
    def is_apology(self) -> bool:
        """Whether the person was told of a fault of ours instead."""
        return self._apologises

    @property
    def seconds(self) -> float:
        """How long ago the update came."""
        return time.perf_counter() - self._begun

    async def go_on(self) -> None:
        """Do what is left to do. A fault of ours is logged and told to the person; it never stops anything.

        Raises:
            RetryAfter: Telegram asks to wait for longer than is good for the other chats.
        """
        try:
            await self._act()
        except (asyncio.CancelledError, RetryAfter):
            raise
        except Exception as fault:  # noqa: BLE001 - a bug in one answer must not leave anybody else without one
            if isinstance(fault, TelegramError) and is_gone(fault):
                return
            log.error("An update could not be answered: %s", describe(fault))  # noqa: TRY400 - no content in logs
            await self._apologise()

    async def _act(self) -> None:
        if self._acts is None:
            self._acts = await self._desk.prepare(self._update)
        while self._acts:
            await self._acts[0]()
            self._acts.popleft()

    async def _apologise(self) -> None:
        if self._apologises:
            return
        self._apologises = True
        try:
            self._acts = self._desk.apologise(self._update)
        except Exception as fault:  # noqa: BLE001 - the library itself may be at fault
            log.error("Nor could the person be told: %s", describe(fault))  # noqa: TRY400 - no content in logs
            return
        await self.go_on()


def describe(fault: BaseException) -> str:
    """Return what went wrong and where, without the exception's own words: those may hold what a person wrote."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    words = f" ({fault.message})" if isinstance(fault, BadRequest) else ""
    cause = f"; because of {describe(fault.__cause__)}" if fault.__cause__ else ""
    return f"{type(fault).__name__}{words} at {places}{cause}"
