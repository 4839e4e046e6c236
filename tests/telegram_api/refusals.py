"""How the stand-in says no: a breach is the bot's own fault, a circumstance can happen to any bot."""

from typing import Any


class RefusedError(Exception):
    """A call that Telegram answers with `ok: false`."""

    def __init__(self, status: int, description: str, *, is_breach: bool, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.is_breach = is_breach
        self.retry_after = retry_after

    def as_json(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def breach(description: str) -> RefusedError:
    """A call that breaks a rule; it is kept among the violations."""
    return RefusedError(400, f"Bad Request: {description}", is_breach=True)


def circumstance(description: str) -> RefusedError:
    """A lawful call that came too late or to the wrong place."""
    return RefusedError(400, f"Bad Request: {description}", is_breach=False)


def forbidden(description: str) -> RefusedError:
    """A chat that does not want the bot."""
    return RefusedError(403, f"Forbidden: {description}", is_breach=False)


def conflict(description: str) -> RefusedError:
    """Two readers of one update queue."""
    return RefusedError(409, f"Conflict: {description}", is_breach=False)
