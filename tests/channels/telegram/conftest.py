"""A reception with the shipped content, and the whole channel at work against the stand-in."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime

import pytest

from bot.channels.telegram.pace import Pace
from bot.channels.telegram.runner import TelegramChannel
from bot.content.library import Library
from bot.reception import Reception
from bot.settings import Settings
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.telegram_api.stand_in import StandIn

QUICK = Pace(
    poll_seconds=10,
    stall_seconds=1,
    update_seconds=2,
    short_wait=1,
    call_seconds=1,
    first_pause=0.01,
    longest_call_pause=0.05,
    longest_pause=0.05,
    conflict_seconds=0.3,
    stop_seconds=2,
)
SECONDS = 30
Running = Callable[..., AbstractAsyncContextManager[TelegramChannel]]


async def until(is_so: Callable[[], object]) -> None:
    """Wait until something is so that gives no event to wait for."""
    async with asyncio.timeout(SECONDS):
        while not is_so():  # noqa: ASYNC110 - the stand-in and other processes give no event
            await asyncio.sleep(0.002)


@pytest.fixture
def reception(library: Library) -> Reception:
    """A reception that keeps everything in memory."""
    return Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"a secret of the tests")


@pytest.fixture
def settings(api: StandIn) -> Settings:
    """Settings that lead to the stand-in."""
    return Settings(telegram_bot_token=api.token, telegram_api_base_url=api.base_url)


@pytest.fixture
def running(settings: Settings, reception: Reception, now: datetime) -> Running:
    """Opens the channel, polling for as long as a block lasts; the block ends as SIGTERM would end it."""

    @contextlib.asynccontextmanager
    async def run(pace: Pace = QUICK, desk: Reception = reception) -> AsyncIterator[TelegramChannel]:
        stopping = asyncio.Event()
        async with TelegramChannel(settings, desk, lambda: now, pace) as channel:
            polling = asyncio.create_task(channel.poll(stopping))
            try:
                yield channel
            finally:
                stopping.set()
                await polling

    return run


@pytest.fixture
async def channel(running: Running) -> AsyncIterator[TelegramChannel]:
    """The channel at work, with short waits."""
    async with running() as channel:
        yield channel
