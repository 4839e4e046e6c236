"""Fixtures: the stand-in, and python-telegram-bot's own client pointed at it."""

from collections.abc import AsyncIterator

import pytest_asyncio
from telegram import Bot
from telegram.request import HTTPXRequest

from tests.telegram_api.stand_in import StandIn


@pytest_asyncio.fixture
async def api() -> AsyncIterator[StandIn]:
    """A fresh stand-in; the test fails if the bot has broken a rule of the Bot API."""
    async with StandIn() as stand_in:
        yield stand_in
    assert stand_in.violations == []


@pytest_asyncio.fixture
async def telegram_bot(api: StandIn) -> AsyncIterator[Bot]:
    """A client of python-telegram-bot; plain http on loopback has no certificate to verify."""
    calls, polls = (HTTPXRequest(httpx_kwargs={"verify": False, "trust_env": False}) for _ in range(2))
    base = f"{api.base_url}/bot"
    async with Bot(api.token, base_url=base, request=calls, get_updates_request=polls) as bot:
        yield bot
