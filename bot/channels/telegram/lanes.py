"""Many updates at once: in order within a chat, side by side across chats, nobody waiting for another's trouble."""

import asyncio
import logging
from collections import defaultdict, deque
from collections.abc import Sequence
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import RetryAfter

from bot.channels.telegram.answering import Answer, Desk
from bot.channels.telegram.inbound import lane_of
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.patience import wait_of
from bot.ports import UNWATCHED, Vitals

log = logging.getLogger(__name__)

TRIES = 2
MAX_WAITING = 20
"""Updates of one chat that wait while Telegram wants no message sent to it."""


class Lanes:
    """Answers updates, at most so many chats at the same time.

    What is put aside because Telegram asks to wait counts as answered, so that it holds up nobody else: a kill
    in those seconds loses it, as does the end of the program.
    """

    def __init__(self, desk: Desk, pace: Pace, vitals: Vitals = UNWATCHED) -> None:
        self._desk = desk
        self._pace = pace
        self._vitals = vitals
        self._in_hand = 0
        self._places = asyncio.Semaphore(pace.at_once)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._waiting: dict[int, deque[Answer]] = {}
        self._late: set[asyncio.Task[None]] = set()

    async def answer(self, updates: Sequence[Update]) -> None:
        """Return when each update is answered, given up, or put aside because Telegram asks to wait."""
        chats: dict[int, list[Update]] = defaultdict(list)
        for update in updates:
            chats[lane_of(update)].append(update)
        self._in_hand += len(updates)
        try:
            await asyncio.gather(*(self._answer_chat(chat, lane) for chat, lane in chats.items()))
        finally:
            self._in_hand -= len(updates)

    @property
    def waiting(self) -> int:
        """How many updates were taken from Telegram and are neither answered nor given up, batch by batch."""
        return self._in_hand + sum(map(len, self._waiting.values()))

    async def close(self) -> None:
        """Give up what was put aside."""
        if self._waiting:
            log.warning("%d chats were still put aside; they get no answer.", len(self._waiting))
        for task in self._late:
            task.cancel()
        if self._late:
            await asyncio.wait(set(self._late))

    async def _answer_chat(self, chat: int, updates: list[Update]) -> None:
        lock = self._locks.setdefault(chat, asyncio.Lock())
        async with lock:
            for update in updates:
                await self._answer_next(chat, Answer(self._desk, update))

    async def _answer_next(self, chat: int, answer: Answer) -> None:
        if chat in self._waiting:
            self._line_up(self._waiting[chat], answer)
            return
        async with self._places:
            wait = await self._try(answer)
        if wait:
            self._put_aside(chat, answer, wait)

    async def _try(self, answer: Answer) -> float:
        """Answer in the time given, then once more; return how long Telegram wants the chat left alone, mostly 0."""
        for _ in range(TRIES):
            try:
                async with asyncio.timeout(self._pace.update_seconds):
                    await answer.go_on()
            except TimeoutError:
                continue
            except RetryAfter as wish:
                return wait_of(wish)
            if answer.is_apology:
                self._vitals.failed()
            else:
                self._vitals.answered(answer.seconds)
            return 0.0
        self._give_up(f"it was not answered in {TRIES} tries")
        return 0.0

    def _give_up(self, why: str, how_many: int = 1) -> None:
        for _ in range(how_many):
            self._vitals.failed()
            log.warning("An update was given up: %s.", why)

    def _put_aside(self, chat: int, answer: Answer, wait: float) -> None:
        if wait > self._pace.longest_wait:
            self._give_up(f"Telegram asks to wait {wait:.0f} s")
            return
        self._waiting[chat] = deque([answer])
        task = asyncio.create_task(self._answer_late(chat, wait))
        self._late.add(task)
        task.add_done_callback(self._late.discard)

    def _line_up(self, line: deque[Answer], answer: Answer) -> None:
        if len(line) < MAX_WAITING:
            line.append(answer)
        else:
            self._give_up("too many wait in its chat")

    async def _answer_late(self, chat: int, wait: float) -> None:
        """Answer what was put aside, in its order, once Telegram wants it."""
        line = self._waiting[chat]
        try:
            while line:
                await asyncio.sleep(wait)
                async with self._places:
                    wait = await self._try(line[0])
                if wait > self._pace.longest_wait:
                    self._give_up(f"Telegram asks to wait {wait:.0f} s", len(line))
                    return
                if not wait:
                    line.popleft()
        finally:
            del self._waiting[chat]
