"""Updates that Telegram brings by itself: checked, answered, and only then accepted."""

import hmac
import json
import logging
from collections.abc import AsyncIterable
from http import HTTPStatus
from typing import Any

from bot.channels.telegram.connection import read_json
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.pace import Pace
from bot.ports import UNWATCHED, Vitals

MOST_BYTES = 1 << 20
"""An update holds one message of at most 4096 characters and what it replies to; a megabyte is far above that."""

log = logging.getLogger(__name__)


class Webhook:
    """Takes the bodies of webhook requests; it knows nothing of the web server that receives them."""

    def __init__(self, secret: str, lanes: Lanes, pace: Pace, vitals: Vitals = UNWATCHED) -> None:
        self._secret = secret.encode()
        self._lanes = lanes
        self._most = pace.webhook_at_once
        self._vitals = vitals
        self._in_hand = 0

    async def take(self, body: AsyncIterable[bytes], secret_header: str) -> int:
        """Answer an update and return the HTTP status; Telegram brings it again until that is 2xx.

        Args:
            body: the body of the request in pieces; read only if the secret is right, and only so far.
            secret_header: the value of X-Telegram-Bot-Api-Secret-Token, "" if there is none.
        """
        if not self._secret or not hmac.compare_digest(secret_header.encode(), self._secret):
            return HTTPStatus.FORBIDDEN
        self._vitals.reached_telegram()
        update_json = await _collect(body)
        if update_json is None:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        content = _read_update(update_json)
        if content is None:
            return HTTPStatus.BAD_REQUEST
        if self._in_hand >= self._most:
            return HTTPStatus.SERVICE_UNAVAILABLE
        update = read_json(content)
        if update is None:
            log.warning("An update that cannot be read was accepted, so that it does not come again for ever.")
            return HTTPStatus.OK
        self._in_hand += 1
        try:
            await self._lanes.answer([update])
        finally:
            self._in_hand -= 1
        return HTTPStatus.OK


async def _collect(body: AsyncIterable[bytes]) -> bytes | None:
    """Return the whole body, or None as soon as it is too long."""
    collected = bytearray()
    async for piece in body:
        collected += piece
        if len(collected) > MOST_BYTES:
            return None
    return bytes(collected)


def _read_update(update_json: bytes) -> dict[str, Any] | None:
    try:
        body = json.loads(update_json)
    except (ValueError, RecursionError):
        return None
    is_update = isinstance(body, dict) and isinstance(body.get("update_id"), int)
    return body if is_update else None
