"""Whether the bot can do its work now; if not, why, in words that may be read by anybody."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.operators.health import Health

UNAVAILABLE = 503


class Trouble(StrEnum):
    """What keeps the bot from being ready."""

    TELEGRAM = "telegram"
    DATABASE = "database"
    DISK = "disk"


SENTENCES = {
    Trouble.TELEGRAM: "Telegram cannot be reached.",
    Trouble.DATABASE: "The database cannot be written; people are answered, counts wait.",
    Trouble.DISK: "The disk of the database is nearly full.",
}


class Readiness:
    """Reads the health of the program; `expects_telegram` where the bot serves Telegram at all."""

    def __init__(self, health: Health, notes: Callable[[], Sequence[str]] = tuple, *, expects_telegram: bool) -> None:
        """Take `notes` too: what /readyz says beside, without being a reason not to send people here."""
        self._health = health
        self._notes = notes
        self._expects_telegram = expects_telegram

    @property
    def expects_telegram(self) -> bool:
        """Whether the bot serves Telegram."""
        return self._expects_telegram

    def troubles(self) -> tuple[Trouble, ...]:
        """Return all causes, none if the bot is ready."""
        found = {
            Trouble.TELEGRAM: self._expects_telegram and self._health.is_telegram_silent(),
            Trouble.DATABASE: self._health.is_database_failing() or self._health.is_database_gone(),
            Trouble.DISK: self._health.is_disk_tight(),
        }
        return tuple(trouble for trouble, is_so in found.items() if is_so)

    def sentences(self) -> tuple[str, ...]:
        """Return the troubles in words."""
        return tuple(SENTENCES[trouble] for trouble in self.troubles())

    def route(self) -> Route:
        """Return /readyz: 200, or 503 with a line for each cause; open to all, so nothing but this is in it."""

        async def answer(request: Request) -> Response:
            del request
            troubles = self.troubles()
            lines = [f"{trouble}: {SENTENCES[trouble]}" for trouble in troubles] or ["ready"]
            text = "\n".join([*lines, *self._notes(), ""])
            return PlainTextResponse(text, UNAVAILABLE if troubles else 200)

        return Route("/readyz", answer)
