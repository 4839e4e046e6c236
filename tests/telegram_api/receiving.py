"""Methods by which the bot gets its updates and answers presses."""

import re
from typing import Any

from telegram.constants import CallbackQueryLimit, PollingLimit, WebhookLimit

from tests.telegram_api.chats import Json
from tests.telegram_api.refusals import breach, conflict
from tests.telegram_api.updates import ALL_TYPES
from tests.telegram_api.world import WebhookSettings, World

WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
MAX_POLL_SECONDS = 50


async def get_updates(world: World, parameters: Json) -> list[Json]:
    """`getUpdates`."""
    if world.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    limit = parameters.get("limit", PollingLimit.MAX_LIMIT)
    if not PollingLimit.MIN_LIMIT <= limit <= PollingLimit.MAX_LIMIT:
        raise breach(f"limit must be between 1 and 100, found {limit}")
    world.updates.allow(_read_kinds(parameters))
    seconds = min(parameters.get("timeout", 0), MAX_POLL_SECONDS)
    return await world.updates.poll(parameters.get("offset", 0), limit, seconds)


def set_webhook(world: World, parameters: Json) -> bool:
    """setWebhook; plain http is let through, since this is a loopback."""
    url = parameters.get("url") or ""
    if url and not re.match(r"https?://\S+", url):
        raise breach("invalid webhook URL specified")
    connections = parameters.get("max_connections", 40)
    if not WebhookLimit.MIN_CONNECTIONS_LIMIT <= connections <= WebhookLimit.MAX_CONNECTIONS_LIMIT:
        raise breach("max_connections must be between 1 and 100")
    settings = WebhookSettings(url, _read_secret(parameters), connections)
    world.updates.allow(_read_kinds(parameters))
    if parameters.get("drop_pending_updates"):
        world.updates.drop_all()
    if url:
        world.updates.end_poll(conflict("terminated by setWebhook request"))
    world.webhook = settings
    world.updates.on_arrival()
    return True


def delete_webhook(world: World, parameters: Json) -> bool:
    """`deleteWebhook`."""
    if parameters.get("drop_pending_updates"):
        world.updates.drop_all()
    world.webhook = WebhookSettings()
    return True


def get_webhook_info(world: World, _parameters: Json) -> Json:
    """`getWebhookInfo`."""
    return {
        "url": world.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
        "max_connections": world.webhook.max_connections,
        "allowed_updates": sorted(world.updates.allowed),
    }


def answer_callback_query(world: World, parameters: Json) -> bool:
    """`answerCallbackQuery`."""
    text = parameters.get("text") or ""
    if len(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise breach("MESSAGE_TOO_LONG")
    if not parameters.get("callback_query_id"):
        raise breach("callback_query_id is empty")
    world.queries.answer(parameters["callback_query_id"], parameters)
    return True


def _read_secret(parameters: Json) -> str:
    secret: str = parameters.get("secret_token") or ""
    if len(secret) > WebhookLimit.MAX_SECRET_TOKEN_LENGTH:
        raise breach("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise breach("secret token contains unallowed characters")
    return secret


def _read_kinds(parameters: Json) -> list[str] | None:
    kinds: list[Any] | None = parameters.get("allowed_updates")
    for kind in kinds or []:
        if kind not in ALL_TYPES:
            raise breach(f"allowed_updates: unknown kind of update {kind!r}")
    return kinds
