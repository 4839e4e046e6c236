"""The two connections to the Bot API: one waits for updates, the other makes calls."""

import os
from http import HTTPStatus
from typing import Any

from telegram import Bot, Update
from telegram.error import InvalidToken
from telegram.request import HTTPXRequest

from bot.channels.telegram.pace import Pace
from bot.ports import UNWATCHED, Vitals

# python-telegram-bot 22 warns of a change to come unless its new behaviour is chosen.
os.environ.setdefault("PTB_TIMEDELTA", "true")

CALL_CONNECTIONS = 64
UPDATE_CONNECTIONS = 2


class CallsRequest(HTTPXRequest):
    """The connection that makes calls; it notes how often Telegram asks to wait."""

    vitals: Vitals = UNWATCHED

    async def do_request(self, *asked: Any, **more: Any) -> tuple[int, bytes]:  # the library's own parameters
        """Make a call; return the status and what came back."""
        status, payload = await super().do_request(*asked, **more)
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            self.vitals.told_to_wait()
        return status, payload


class UpdatesRequest(CallsRequest):
    """The connection that waits for updates.

    An update that cannot be read would otherwise make its whole batch fail, again and again; here it is
    emptied, so that it is confirmed like any other.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return Telegram's answer, with every update in it readable."""
        answer = HTTPXRequest.parse_json_payload(payload)
        result = answer.get("result")
        if isinstance(result, list):
            answer["result"] = [update if read_json(update) else _emptied(update) for update in result]
        return answer


def read_json(update: dict[str, Any]) -> Update | None:
    """Return an update from its JSON, or None if the library cannot read it."""
    try:
        return Update.de_json(update, None)
    except Exception:  # noqa: BLE001 - whatever the library stumbles over, the update is unreadable
        return None


def open_requests(pace: Pace, vitals: Vitals = UNWATCHED) -> tuple[HTTPXRequest, UpdatesRequest]:
    """Return the connections for calls and for updates, each with time limits of its own."""
    calls = CallsRequest(CALL_CONNECTIONS, *_limits(pace))
    updates = UpdatesRequest(UPDATE_CONNECTIONS, *_limits(pace))
    calls.vitals = updates.vitals = vitals
    return calls, updates


def open_bot(token: str, base_url: str, calls: HTTPXRequest, updates: HTTPXRequest) -> Bot:
    """Return a client of the Bot API at `<base_url>/bot<token>/<method>`; nothing is sent yet.

    Raises:
        InvalidToken: there is no token.
    """
    if not token:
        raise InvalidToken("There is no token.")
    base = base_url.rstrip("/")
    return Bot(token, f"{base}/bot", f"{base}/file/bot", request=calls, get_updates_request=updates)


def _limits(pace: Pace) -> tuple[float, float, float, float]:
    """Return the seconds to read, to write, to connect, and to wait for a free connection."""
    return (pace.call_seconds,) * 4


def _emptied(update: dict[str, Any]) -> dict[str, Any]:
    return {"update_id": update["update_id"]}
