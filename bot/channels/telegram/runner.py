"""The Telegram channel as the program starts and stops it."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterable, Callable, Coroutine
from datetime import datetime
from typing import Any, Self

from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.answering import Desk, describe
from bot.channels.telegram.chat import NO_PREVIEW
from bot.channels.telegram.connection import open_bot, open_requests
from bot.channels.telegram.inbound import ALLOWED_UPDATES
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.pace import Backoff, Pace, abandon, first_of, rest
from bot.channels.telegram.patience import patiently, wait_of
from bot.channels.telegram.polling import TOKEN_REFUSED, Polling
from bot.channels.telegram.profile import update_profile
from bot.channels.telegram.webhook import Webhook
from bot.errors import SettingsError, TokenRefusedError
from bot.ports import UNWATCHED, Vitals
from bot.reception import Reception
from bot.settings import Settings

log = logging.getLogger(__name__)

WEBHOOK_CONNECTIONS = 40


class TelegramChannel:
    """One bot account on Telegram: by long polling (`poll`), or by webhook (`listen` and `take`)."""

    def __init__(
        self,
        settings: Settings,
        reception: Reception,
        now: Callable[[], datetime],
        pace: Pace | None = None,
        vitals: Vitals = UNWATCHED,
    ) -> None:
        self._settings = settings
        self._reception = reception
        self._pace = pace or Pace()
        self._vitals = vitals
        self._calls, self._updates = open_requests(self._pace, vitals)
        self._bot = open_bot(settings.telegram_bot_token, settings.telegram_api_base_url, self._calls, self._updates)
        desk = Desk(self._bot, reception, now, self._pace, settings.operator_ids)
        self._lanes = Lanes(desk, self._pace, vitals)
        self._webhook = Webhook(settings.webhook_secret, self._lanes, self._pace, vitals)
        self.is_connected = False

    async def __aenter__(self) -> Self:
        """Give the channel; nothing is sent before it polls or listens."""
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Close the connections."""
        await self.close()

    async def connect(self, stopping: asyncio.Event) -> None:
        """Find out who the bot is; while Telegram cannot be reached, keep trying.

        Raises:
            TokenRefusedError: Telegram does not know the token.
        """
        self.is_connected = await self._persist(self._bot.initialize, stopping)

    async def poll(self, stopping: asyncio.Event) -> None:
        """Answer people until asked to stop; what was answered is then confirmed.

        Raises:
            TokenRefusedError: Telegram does not know the token.
            SecondPollerError: another program reads this bot's updates.
        """
        await self.connect(stopping)
        if not self.is_connected:
            return
        await self._leave_webhook(stopping)
        profile = asyncio.create_task(self._update_profile())
        log.info("The bot answers on Telegram, by long polling.")
        try:
            await Polling(self._bot, self._updates, self._lanes, self._pace, self._vitals).run(stopping)
        finally:
            profile.cancel()
            await asyncio.wait({profile})

    async def listen(self, stopping: asyncio.Event) -> None:
        """Ask Telegram to bring the updates to WEBHOOK_URL, where the web application hands them to `take`.

        Replicas may all ask: they ask for the same. Nothing is undone at the end, the others go on.

        Raises:
            TokenRefusedError: Telegram does not know the token.
            SettingsError: Telegram refuses WEBHOOK_URL.
        """
        await self.connect(stopping)
        if await self._persist(self._set_webhook, stopping):
            await self._update_profile()
        while not stopping.is_set():
            await self._greet()
            await rest(self._pace.greeting_seconds, stopping)

    @property
    def waiting(self) -> int:
        """How many updates were taken from Telegram and are not answered yet."""
        return self._lanes.waiting

    async def notify(self, chat: int, words: str) -> bool:
        """Send plain words to an operator; False if Telegram refuses and would refuse again.

        Raises:
            TelegramError, TimeoutError: they could not be sent now.
        """
        try:
            async with asyncio.timeout(self._pace.update_seconds):
                await patiently(
                    lambda: self._bot.send_message(chat, words, link_preview_options=NO_PREVIEW), self._pace
                )
        except (Forbidden, BadRequest):
            return False
        return True

    async def take(self, body: AsyncIterable[bytes], secret_header: str) -> int:
        """Answer an update that came by webhook; return the HTTP status: 200, 400, 403, 413 or 503."""
        return await self._webhook.take(body, secret_header)

    async def close(self) -> None:
        """Give up what waits and close the connections."""
        await self._lanes.close()
        await self._calls.shutdown()
        await self._updates.shutdown()

    async def refresh_profile(self) -> None:
        """Show commands and description as new content has them; nothing before Telegram was ever reached."""
        if self.is_connected:
            await self._update_profile()

    async def _update_profile(self) -> None:
        try:
            await update_profile(self._bot, self._reception.library)
        except Exception as fault:  # noqa: BLE001 - the profile is no reason to stop answering
            log.error("The bot's profile could not be brought up to date: %s", describe(fault))  # noqa: TRY400

    async def _greet(self) -> None:
        """See whether Telegram is there, on days on which nobody writes."""
        with contextlib.suppress(TelegramError, TimeoutError):
            await self._bot.get_me()
            self._vitals.reached_telegram()

    async def _leave_webhook(self, stopping: asyncio.Event) -> None:
        """Make polling possible where a webhook was set before; what waits there is kept."""
        try:
            await self._persist(self._bot.delete_webhook, stopping)
        except TokenRefusedError:
            log.warning("A former webhook could not be removed.")

    async def _set_webhook(self) -> None:
        try:
            await self._bot.set_webhook(
                self._settings.webhook_url,
                secret_token=self._settings.webhook_secret,
                allowed_updates=ALLOWED_UPDATES,
                max_connections=WEBHOOK_CONNECTIONS,
            )
        except BadRequest as refusal:
            raise SettingsError(
                f"Telegram refuses WEBHOOK_URL {self._settings.webhook_url}: {refusal.message}. "
                "Set it to an https address that can be reached from the internet, or empty it to poll."
            ) from refusal

    async def _persist(self, call: Callable[[], Coroutine[Any, Any, object]], stopping: asyncio.Event) -> bool:
        """Make a call until it succeeds; False if asked to stop before."""
        pauses = Backoff(self._pace.first_pause, self._pace.longest_pause)
        is_told = False
        while not stopping.is_set():
            calling = asyncio.create_task(call())
            await first_of(calling, stopping)
            if not calling.done():
                await abandon(calling)
                break
            try:
                calling.result()
            except InvalidToken as refusal:
                raise TokenRefusedError(TOKEN_REFUSED) from refusal
            except TelegramError as problem:
                if not is_told:
                    log.warning("Telegram cannot be reached (%s). Trying until it can.", type(problem).__name__)
                is_told = True
                await rest(wait_of(problem) if isinstance(problem, RetryAfter) else pauses.take(), stopping)
            else:
                return True
        return False
