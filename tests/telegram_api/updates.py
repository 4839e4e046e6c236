"""The queue of updates: offsets, long polling, and who waits for what to be settled."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from telegram.constants import UpdateType

from tests.telegram_api.refusals import RefusedError, conflict

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
ALL_TYPES = frozenset(kind.value for kind in UpdateType)
TAKEN_OVER = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(eq=False)
class Pending:
    """An update that the bot has not confirmed yet."""

    number: int
    chat_number: int
    body: dict[str, Any]
    repeats: int = 0
    settled: asyncio.Event = field(default_factory=asyncio.Event)


class UpdateQueue:
    """Updates wait here until a later offset, or a webhook's 2xx, settles them."""

    def __init__(self) -> None:
        self.allowed = ALL_TYPES - NOT_BY_DEFAULT
        self.pending: list[Pending] = []
        self.repeats_of_next = 0
        self.on_arrival: Callable[[], None] = lambda: None
        self._numbers = count(700_000_001)
        self.has_poll = asyncio.Event()
        self._poll: asyncio.Future[None] | None = None

    def allow(self, kinds: list[str] | None) -> None:
        """Keep the list of wanted kinds; None leaves the last one in force, an empty list is the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & ALL_TYPES or ALL_TYPES - NOT_BY_DEFAULT

    def add(self, kind: str, body: dict[str, Any], chat_number: int) -> Pending | None:
        """Queue an update; None if the bot does not want this kind."""
        if kind not in self.allowed:
            return None
        number = next(self._numbers)
        update = Pending(number, chat_number, {"update_id": number, kind: body}, self.repeats_of_next)
        self.repeats_of_next = 0
        self.pending.append(update)
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        self.on_arrival()
        return update

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """Confirm all before the offset and wait for updates; an older poll ends with 409."""
        self.end_poll(conflict(TAKEN_OVER))
        self._confirm(offset)
        if not self.pending and seconds > 0:
            await self._wait(seconds)
        return [update.body for update in self.pending[:limit]]

    def end_poll(self, reason: RefusedError) -> None:
        """Answer the poll that waits, if any, with a refusal."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(reason)

    def settle(self, update: Pending) -> None:
        """The bot has had this update; an update that must come twice comes again first."""
        if update.repeats:
            update.repeats -= 1
            return
        if update in self.pending:
            self.pending.remove(update)
        update.settled.set()

    def drop_all(self) -> None:
        """Forget what waits, as `drop_pending_updates` asks."""
        for update in list(self.pending):
            update.repeats = 0
            self.settle(update)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = self.pending[offset].number if len(self.pending) >= -offset else 0
        for update in [each for each in self.pending if each.number < offset]:
            self.settle(update)

    async def _wait(self, seconds: float) -> None:
        poll = asyncio.get_running_loop().create_future()
        self._poll = poll
        self.has_poll.set()
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await poll
        finally:
            if self._poll is poll:
                self._poll = None
                self.has_poll.clear()
