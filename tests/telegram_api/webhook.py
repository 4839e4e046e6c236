"""Delivery of updates to a webhook: in order within a chat, again and again until it answers 2xx."""

import asyncio
import contextlib
from typing import Any

import httpx

from tests.telegram_api.dispatch import perform
from tests.telegram_api.door import stringify
from tests.telegram_api.recorder import Call
from tests.telegram_api.refusals import RefusedError
from tests.telegram_api.signatures import known_methods
from tests.telegram_api.updates import Pending
from tests.telegram_api.world import World

FIRST_PAUSE = 0.02
LONGEST_PAUSE = 1.0
ANSWER_SECONDS = 60.0


class WebhookSender:
    """One lane a chat; a lane ends when it is empty."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._running = 0
        self._client: httpx.AsyncClient | None = None
        world.updates.on_arrival = self.look

    def look(self) -> None:
        """Open a lane for each chat that has something to deliver."""
        if not self._world.webhook.url:
            return
        for number in {update.chat_number for update in self._world.updates.pending} - self._lanes.keys():
            if len(self._lanes) < self._world.webhook.max_connections:
                self._lanes[number] = asyncio.get_running_loop().create_task(self._drain(number))

    async def stop(self) -> None:
        """Give up what is under way."""
        self._world.updates.on_arrival = lambda: None
        lanes = list(self._lanes.values())
        for lane in lanes:
            lane.cancel()
        await asyncio.gather(*lanes, return_exceptions=True)
        if self._client:
            await self._client.aclose()

    async def _drain(self, chat_number: int) -> None:
        pause = FIRST_PAUSE
        try:
            while (update := self._find_next(chat_number)) and self._world.webhook.url:
                if await self._deliver(update):
                    self._world.updates.settle(update)
                    pause = FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)
        finally:
            del self._lanes[chat_number]
        self.look()

    def _find_next(self, chat_number: int) -> Pending | None:
        waiting = (each for each in self._world.updates.pending if each.chat_number == chat_number)
        return next(waiting, None)

    async def _deliver(self, update: Pending) -> bool:
        settings = self._world.webhook
        headers = {"X-Telegram-Bot-Api-Secret-Token": settings.secret} if settings.secret else {}
        try:
            self._client = self._client or httpx.AsyncClient(timeout=ANSWER_SECONDS, trust_env=False)
            response = await self._client.post(settings.url, json=update.body, headers=headers)
        except httpx.HTTPError:
            return False
        if response.is_success:
            await self._obey(response)
        return response.is_success

    async def _obey(self, response: httpx.Response) -> None:
        """Do the one call that the body of the answer may bring; its result goes nowhere."""
        if not response.headers.get("content-type", "").startswith("application/json"):
            return
        body: Any = response.json()
        if not isinstance(body, dict) or "method" not in body:
            return
        name = body.pop("method")
        method = known_methods().get(str(name).lower())
        if method is None:
            self._world.recorder.violate(str(name), "there is no such method")
            return
        call = Call(method, body, self._world.clock.now())
        self._world.recorder.calls.append(call)
        with contextlib.suppress(RefusedError):
            call.answer, call.status = await perform(self._world, call, stringify(body)), 200
