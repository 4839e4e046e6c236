"""Long polling: the next batch is asked for, and this one thereby confirmed, only when all of it is answered."""

import asyncio
import logging
from collections.abc import Sequence

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.telegram.inbound import ALLOWED_UPDATES
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.pace import Backoff, Pace, abandon, first_of, rest
from bot.channels.telegram.patience import wait_of
from bot.errors import SecondPollerError, TokenRefusedError
from bot.ports import UNWATCHED, Vitals

log = logging.getLogger(__name__)

TOKEN_REFUSED = "Telegram does not know this token. Copy TELEGRAM_BOT_TOKEN again from BotFather."  # noqa: S105
SECOND_POLLER = (
    "Another program has been reading this bot's updates for {seconds:.0f} s. "
    "Stop it, or give this one a token of its own."
)


class Polling:
    """Reads updates batch by batch. `updates` is the bot's own connection for that, renewed when it stalls."""

    def __init__(self, bot: Bot, updates: HTTPXRequest, lanes: Lanes, pace: Pace, vitals: Vitals = UNWATCHED) -> None:
        self._bot = bot
        self._vitals = vitals
        self._updates = updates
        self._lanes = lanes
        self._pace = pace
        self._offset = 0
        self._trouble = Backoff(pace.first_pause, pace.longest_pause)
        self._is_in_trouble = False
        self._conflict_since: float | None = None

    async def run(self, stopping: asyncio.Event) -> None:
        """Read and answer until asked to stop; then finish the batch in hand and confirm it.

        Raises:
            TokenRefusedError: Telegram does not know the token.
            SecondPollerError: another program reads the updates.
        """
        while not stopping.is_set():
            updates = await self._fetch(stopping)
            if updates and await self._answer(updates, stopping):
                self._offset = updates[-1].update_id + 1
        await self._confirm()

    async def _fetch(self, stopping: asyncio.Event) -> Sequence[Update]:
        """Return the next batch; an empty one after trouble, or when asked to stop."""
        asking = asyncio.create_task(self._ask())
        await first_of(asking, stopping)
        if not asking.done():
            await abandon(asking)
            return ()
        updates: Sequence[Update] = ()
        try:
            updates = asking.result()
            self._note_success()
        except InvalidToken as refusal:
            raise TokenRefusedError(TOKEN_REFUSED) from refusal
        except Conflict:
            await self._wait_for_rival(stopping)
        except RetryAfter as wish:
            await rest(wait_of(wish), stopping)
        except Exception as problem:  # noqa: BLE001 - whatever it is, people wait for their answers
            await self._recover(problem, stopping)
        return updates

    async def _ask(self) -> Sequence[Update]:
        async with asyncio.timeout(self._pace.poll_seconds + self._pace.stall_seconds):
            return await self._bot.get_updates(
                offset=self._offset or None,
                limit=self._pace.batch_size,
                timeout=self._pace.poll_seconds,
                allowed_updates=ALLOWED_UPDATES,
            )

    async def _answer(self, updates: Sequence[Update], stopping: asyncio.Event) -> bool:
        """Answer a batch; False if the time after a wish to stop was too short: then it will come again."""
        working = asyncio.create_task(self._lanes.answer(updates))
        await first_of(working, stopping)
        if not working.done():
            await asyncio.wait({working}, timeout=self._pace.stop_seconds)
        if not working.done():
            await abandon(working)
            log.warning("Stopped before a batch was answered; it is not confirmed and will come again.")
            return False
        working.result()
        return True

    async def _confirm(self) -> None:
        """Tell Telegram that what was answered need not come again."""
        if not self._offset:
            return
        try:
            async with asyncio.timeout(self._pace.confirm_seconds):
                await self._bot.get_updates(offset=self._offset, limit=1, timeout=0, allowed_updates=ALLOWED_UPDATES)
        except (TelegramError, TimeoutError):
            log.warning("The last batch could not be confirmed; it will come again.")

    async def _recover(self, problem: Exception, stopping: asyncio.Event) -> None:
        """Renew the connection: one that hangs says nothing for ever, and a new one costs little."""
        if not self._is_in_trouble:
            log.warning("Telegram cannot be reached (%s). Trying again until it can.", type(problem).__name__)
        self._is_in_trouble = True
        self._conflict_since = None
        await self._updates.shutdown()
        await self._updates.initialize()
        await rest(self._trouble.take(), stopping)

    async def _wait_for_rival(self, stopping: asyncio.Event) -> None:
        now = asyncio.get_running_loop().time()
        if self._conflict_since is None:
            self._conflict_since = now
            log.warning("Another program reads this bot's updates (409). Trying again.")
        if now - self._conflict_since >= self._pace.conflict_seconds:
            raise SecondPollerError(SECOND_POLLER.format(seconds=self._pace.conflict_seconds))
        await rest(self._trouble.take(), stopping)

    def _note_success(self) -> None:
        self._vitals.reached_telegram()
        if self._is_in_trouble or self._conflict_since is not None:
            log.info("Telegram sends updates again.")
        self._is_in_trouble = False
        self._conflict_since = None
        self._trouble.reset()
