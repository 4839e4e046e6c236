"""Telling operators on Telegram, besides the log: of each cause once a day at most."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from pathlib import Path

from bot.operators.alert_days import read_days, write_days
from bot.operators.telling import LogLines
from bot.ports import Cause, News

log = logging.getLogger(__name__)

Send = Callable[[int, str], Awaitable[bool]]
"""Brings words to a chat: True if they are there, False if they never will be, an exception if perhaps later."""

_CALLED_FOR_ANYWAY = frozenset({Cause.PAGES_OVERDUE, Cause.PLACES_OVERDUE})
"""What is not urgent, and nobody would look for. Other news that are not urgent are good ones, for the log alone."""
PAUSES = (1.0, 10.0, 60.0, 300.0, 900.0)
"""Seconds between attempts; Telegram can be away for a while, and an alert of a quarter of an hour ago still helps."""
MOST_WAITING = 50
MOST_LETTERS = 3500
HEADING = "For the operators of Wegwijs"


class Alerts:
    """Keeps the contract of `bot.ports.Operators`: the log always, Telegram through `deliver` where it is served.

    What must not be told twice a day is remembered in a file, so that a program that restarts again and again does not
    call again and again. The file holds causes and days.
    """

    def __init__(
        self, chats: Sequence[int], today: Callable[[], date], file: Path, pauses: Sequence[float] = PAUSES
    ) -> None:
        self._chats = tuple(chats)
        self._today = today
        self._file = file
        self._pauses = tuple(pauses)
        self._lines = LogLines()
        self._days = read_days(file)
        self._waiting: asyncio.Queue[News] = asyncio.Queue(MOST_WAITING)
        self._is_last_lost = False
        self.lost = 0
        """How many alerts did not reach an operator, since the start."""

    def tell(self, news: News) -> None:
        """Write a line, and call the operators if they were not called for this cause today."""
        self._lines.tell(news)
        is_known = self._days.get(news.cause) == self._today()
        if not self._chats or is_known or not (news.is_urgent or news.cause in _CALLED_FOR_ANYWAY):
            return
        self._days[news.cause] = self._today()
        try:
            self._waiting.put_nowait(news)
        except asyncio.QueueFull:
            self._lose(len(self._chats))

    def notes(self) -> tuple[str, ...]:
        """Return what /readyz says beside: that operators could not be reached the last time."""
        return ("note: the last alert did not reach every operator; see the log.",) if self._is_last_lost else ()

    async def settled(self) -> None:
        """Return when all that was told is delivered or given up."""
        await self._waiting.join()

    async def deliver(self, send: Send, stopping: asyncio.Event) -> None:
        """Bring to Telegram what is told, one after the other, until asked to stop."""
        stopped = asyncio.create_task(stopping.wait())
        while not stopped.done():
            taking = asyncio.create_task(self._waiting.get())
            await asyncio.wait({taking, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not taking.done():
                taking.cancel()
                break
            delivering = asyncio.create_task(self._call_all(taking.result(), send))
            await asyncio.wait({delivering, stopped}, return_when=asyncio.FIRST_COMPLETED)
            delivering.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await delivering
        stopped.cancel()

    async def _call_all(self, news: News, send: Send) -> None:
        words = f"{HEADING}\n\n{news.sentence[:MOST_LETTERS]}"
        reached = await asyncio.gather(*(self._call(chat, words, send) for chat in self._chats))
        self._is_last_lost = not all(reached)
        if self._is_last_lost:
            self._lose(reached.count(False))
        await asyncio.to_thread(write_days, self._file, dict(self._days))
        self._waiting.task_done()

    async def _call(self, chat: int, words: str, send: Send) -> bool:
        for pause in (*self._pauses, None):
            try:
                return await send(chat, words)
            except Exception as problem:  # noqa: BLE001 - whatever keeps an alert from going out, the bot goes on
                log.warning("An alert could not be sent to an operator now (%s).", type(problem).__name__)
            if pause is not None:
                await asyncio.sleep(pause)
        return False

    def _lose(self, how_many: int) -> None:
        self.lost += how_many
        self._is_last_lost = True
        log.error(
            "An alert did not reach %d of %d operators on Telegram. Check OPERATOR_IDS, and let each of them press "
            "Start in the bot.", how_many, len(self._chats),
        )  # fmt: skip
