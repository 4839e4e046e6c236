"""Updates that Telegram brings by itself: checked, answered, and only then accepted."""

import hmac
import json
import logging
from http import HTTPStatus
from typing import Any

from bot.channels.telegram.connection import read_json
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.pace import Pace

log = logging.getLogger(__name__)


class Webhook:
    """Takes the bodies of webhook requests; it knows nothing of the web server that receives them."""

    def __init__(self, secret: str, lanes: Lanes, pace: Pace) -> None:
        self._secret = secret.encode()
        self._lanes = lanes
        self._most = pace.webhook_at_once
        self._in_hand = 0

    async def take(self, update_json: bytes, secret_header: str) -> int:
        """Answer an update and return the HTTP status; Telegram brings it again until that is 2xx.

        Args:
            update_json: the body of the request.
            secret_header: the value of X-Telegram-Bot-Api-Secret-Token, "" if there is none.
        """
        if not self._secret or not hmac.compare_digest(secret_header.encode(), self._secret):
            return HTTPStatus.FORBIDDEN
        body = _read_body(update_json)
        if body is None:
            return HTTPStatus.BAD_REQUEST
        if self._in_hand >= self._most:
            return HTTPStatus.SERVICE_UNAVAILABLE
        update = read_json(body)
        if update is None:
            log.warning("An update that cannot be read was accepted, so that it does not come again for ever.")
            return HTTPStatus.OK
        self._in_hand += 1
        try:
            await self._lanes.answer([update])
        finally:
            self._in_hand -= 1
        return HTTPStatus.OK


def _read_body(update_json: bytes) -> dict[str, Any] | None:
    try:
        body = json.loads(update_json)
    except (ValueError, RecursionError):
        return None
    is_update = isinstance(body, dict) and isinstance(body.get("update_id"), int)
    return body if is_update else None
