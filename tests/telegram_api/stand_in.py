"""The stand-in as a test sees it: a base URL for the bot, persons, troubles, and the record."""

from typing import Self

from tests.telegram_api.chats import Account
from tests.telegram_api.clock import Clock
from tests.telegram_api.door import Door
from tests.telegram_api.faults import FaultPlan
from tests.telegram_api.listener import HOST, Listener
from tests.telegram_api.person import Person
from tests.telegram_api.queries import Query
from tests.telegram_api.recorder import Call
from tests.telegram_api.webhook import WebhookSender
from tests.telegram_api.world import World

TOKEN = "7000000001:a-made-up-token-of-thirty-five-signs"


class StandIn(FaultPlan):
    """Telegram's Bot API for one bot, on loopback, stricter than the real one."""

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        super().__init__()
        self.world = World(token)
        self.token = token
        self._listener = Listener(port)
        self._door = Door(self.world, self, self._listener.cut)
        self._sender: WebhookSender | None = None

    async def __aenter__(self) -> Self:
        self._sender = WebhookSender(self.world)
        await self._listener.start(self._door.app)
        return self

    async def __aexit__(self, *_reason: object) -> None:
        if self._sender:
            await self._sender.stop()
        await self._listener.stop()

    @property
    def base_url(self) -> str:
        """Methods are at `<base_url>/bot<token>/<method>`."""
        return f"http://{HOST}:{self._listener.port}"

    @property
    def clock(self) -> Clock:
        """The time as Telegram sees it."""
        return self.world.clock

    @property
    def calls(self) -> list[Call]:
        """All calls of the bot, oldest first."""
        return self.world.recorder.calls

    @property
    def violations(self) -> list[str]:
        """The rules that the bot broke; a test that ends with any has failed."""
        return self.world.recorder.violations

    @property
    def unanswered_queries(self) -> list[Query]:
        """Presses that the bot never answered."""
        return self.world.queries.list_unanswered()

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method, oldest first."""
        return list(self.world.recorder.calls_of(method))

    def take_violations(self) -> list[str]:
        """Hand over the violations that a test expects, and forget them."""
        taken = list(self.violations)
        self.violations.clear()
        return taken

    def person(self, *, language_code: str | None = "en", first_name: str = "Amina") -> Person:
        """Somebody with Telegram on their phone."""
        number = next(self.world.chats.people)
        return Person(self.world, Account(number, first_name, language_code))

    def duplicate_next_update(self) -> None:
        """Deliver the next update twice, although it was confirmed."""
        self.world.updates.repeats_of_next += 1

    async def stop_listening(self) -> None:
        """Cut all connections and refuse new ones."""
        await self._listener.stop()

    async def start_listening(self) -> None:
        """Listen again, on the same port."""
        await self._listener.start(self._door.app)
