"""Tests: updates that Telegram brings by itself."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram.runner import TelegramChannel
from bot.channels.telegram.webhook import MOST_BYTES
from bot.errors import SettingsError
from bot.reception import Reception
from bot.settings import Settings
from tests.channels.telegram.conftest import QUICK
from tests.telegram_api.listener import HOST, Listener
from tests.telegram_api.stand_in import StandIn

SECRET = "a-quiet-word-of-the-tests"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def door() -> AsyncIterator[Listener]:
    """A web server that hands webhook requests to the channel given to it as its state."""
    listener = Listener()

    async def take(request: Request) -> Response:
        channel: TelegramChannel = request.app.state.channel
        return Response(status_code=await channel.take(request.stream(), request.headers.get(HEADER, "")))

    app = Starlette(routes=[Route("/hook", take, methods=["POST"])])
    await listener.start(app)
    listener.app = app  # type: ignore[attr-defined] # the test reaches the application through its listener
    yield listener
    await listener.stop()


@pytest.fixture
async def channel(
    settings: Settings, reception: Reception, now: datetime, door: Listener
) -> AsyncIterator[TelegramChannel]:
    """The channel with a webhook to its door."""
    own = replace(settings, webhook_url=f"http://{HOST}:{door.port}/hook", webhook_secret=SECRET)
    stopping = asyncio.Event()
    async with TelegramChannel(own, reception, lambda: now, replace(QUICK, webhook_at_once=2)) as channel:
        door.app.state.channel = channel  # type: ignore[attr-defined] # as above
        listening = asyncio.create_task(channel.listen(stopping))
        yield channel
        stopping.set()
        await listening


def body(**content: Any) -> bytes:
    return json.dumps({"update_id": 5, **content}).encode()


async def in_pieces(text: bytes, size: int = 7) -> AsyncIterator[bytes]:
    """A body as a web server reads it."""
    for start in range(0, len(text), size):
        yield text[start : start + size]


async def test_a_conversation_by_webhook(api: StandIn, channel: TelegramChannel) -> None:
    """An act is over when the webhook has answered: the answer is there before the 200."""
    del channel
    api.fail_next("setWebhook", status=502)
    person = api.person()
    await person.sends("/menu")
    await person.presses("Emergency")
    assert len(person.chat) == 1
    [settings] = [call.parameters for call in api.calls_of("setWebhook") if call.status == 200]
    assert settings["secret_token"] == SECRET
    assert settings["allowed_updates"] == ["message", "callback_query", "my_chat_member"]


class Unread:
    """A body that must not be read."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Fail the test."""
        pytest.fail("The body was read.")


@pytest.mark.parametrize("secret", ["", "another", f"{SECRET}x", "ключ"])
async def test_without_the_secret_nothing_is_read(channel: TelegramChannel, secret: str) -> None:
    """403 for all but the right secret."""
    assert await channel.take(Unread(), secret) == 403


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"{}", b'{"update_id": "5"}', b"\xff", b"[" * 100_000])
async def test_what_is_no_update_is_refused(channel: TelegramChannel, text: bytes) -> None:
    """400 for what Telegram would never send."""
    assert await channel.take(in_pieces(text, 10_000), SECRET) == 400


async def test_a_body_without_end_is_cut_off(channel: TelegramChannel) -> None:
    """413 after a megabyte, and the rest is never read."""
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 65536
            yield bytes(65536)

    assert await channel.take(endless(), SECRET) == 413
    assert read <= MOST_BYTES + 65536


async def test_an_update_of_an_unknown_make_is_accepted(channel: TelegramChannel) -> None:
    """Otherwise Telegram would bring it for ever."""
    assert await channel.take(in_pieces(body(message={"message_id": 1})), SECRET) == 200
    assert await channel.take(in_pieces(body(poll={"id": "1"})), SECRET) == 200
    assert await channel.take(in_pieces(body()), SECRET) == 200


async def test_too_many_at_once_are_sent_away(api: StandIn, channel: TelegramChannel) -> None:
    """503: Telegram brings the update again a little later."""
    person = api.person()
    await person.sends("/menu")
    api.delay_next("sendMessage", 0.2, times=2)
    message = {"message_id": 1, "date": 0, "text": "/menu", "from": {"id": 1, "is_bot": False, "first_name": "A"}}
    bodies = [body(message={**message, "chat": {"id": person.number + n, "type": "private"}}) for n in range(3)]
    statuses = await asyncio.gather(*(channel.take(in_pieces(text), SECRET) for text in bodies))
    assert sorted(statuses) == [200, 200, 503]


async def test_without_a_secret_in_the_settings_nobody_comes_in(
    settings: Settings, reception: Reception, now: datetime
) -> None:
    """An empty secret is no secret."""
    async with TelegramChannel(settings, reception, lambda: now, QUICK) as channel:
        assert await channel.take(in_pieces(body()), "") == 403


async def test_listening_ends_when_telegram_is_never_there(
    api: StandIn, settings: Settings, reception: Reception, now: datetime
) -> None:
    """Asked to stop while it still tries, it stops."""
    await api.stop_listening()
    stopping = asyncio.Event()
    async with TelegramChannel(settings, reception, lambda: now, QUICK) as channel:
        listening = asyncio.create_task(channel.listen(stopping))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(listening), 0.1)
        stopping.set()
        await listening
    assert not channel.is_connected


async def test_an_address_that_telegram_refuses_ends_the_program_with_its_reason(
    api: StandIn, settings: Settings, reception: Reception, now: datetime
) -> None:
    """Trying again would change nothing: the setting is wrong."""
    api.fail_next("setWebhook", status=400)
    own = replace(settings, webhook_url="http://example.org/hook", webhook_secret=SECRET)
    async with TelegramChannel(own, reception, lambda: now, QUICK) as channel:
        with pytest.raises(SettingsError, match=r"WEBHOOK_URL http://example\.org/hook: .*Bad Request"):
            await channel.listen(asyncio.Event())
