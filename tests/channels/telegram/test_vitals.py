"""What the channel notes of its own work: answers, failures, waits, and that Telegram is there; nobody's chat."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime

import pytest
from telegram.error import NetworkError

from bot.channels.telegram.pace import Pace
from bot.channels.telegram.runner import TelegramChannel
from bot.dialogue.turns import Turn
from bot.operators.health import Health
from bot.reception import Reception, Visit
from bot.settings import Settings
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.channels.telegram.conftest import QUICK, until
from tests.operators.asking import Clock
from tests.telegram_api.stand_in import StandIn

IMPATIENT = replace(QUICK, update_seconds=0.2, longest_wait=2.0)


class Faulty(Reception):
    """A reception with a fault of ours."""

    async def receive(self, visit: Visit, now: datetime) -> Turn:
        """Fail."""
        raise RuntimeError("a fault")


@pytest.fixture
def health() -> Health:
    """Somebody who notes."""
    return Health(Clock())


@pytest.fixture
async def channel(
    settings: Settings, reception: Reception, now: datetime, health: Health
) -> AsyncIterator[TelegramChannel]:
    """The channel at work, watched."""
    async for channel in polling(settings, reception, now, QUICK, health):
        yield channel


async def polling(
    settings: Settings, reception: Reception, now: datetime, pace: Pace, health: Health
) -> AsyncIterator[TelegramChannel]:
    """Poll until the caller is done."""
    stopping = asyncio.Event()
    async with TelegramChannel(settings, reception, lambda: now, pace, health) as channel:
        task = asyncio.create_task(channel.poll(stopping))
        yield channel
        stopping.set()
        await task


async def test_each_answer_is_counted_with_its_time(api: StandIn, channel: TelegramChannel, health: Health) -> None:
    """From the update's coming to the last act on the phone."""
    person = api.person()
    await person.sends("/menu")
    api.delay_next("editMessageText", 0.3)
    await person.presses("Emergency")
    await until(lambda: channel.waiting == 0)
    assert (health.inputs, health.errors) == (2, 0)
    assert 0.3 <= health.seconds < 5
    assert not health.is_telegram_silent()


async def test_what_waits_is_counted_as_long_as_it_waits(api: StandIn, channel: TelegramChannel) -> None:
    """In hand, or put aside because Telegram asks to wait."""
    assert channel.waiting == 0
    api.fail_next("sendMessage", status=429, retry_after=2)
    await api.person().sends("/menu", waits=False)
    await until(lambda: channel.waiting == 1)
    await until(lambda: channel.waiting == 0)


async def test_each_wish_to_wait_is_counted(api: StandIn, channel: TelegramChannel, health: Health) -> None:
    """On either connection."""
    del channel
    api.fail_next("sendMessage", status=429, retry_after=1)
    api.fail_next("getUpdates", status=429, retry_after=1)
    await api.person().sends("/menu")
    await until(lambda: health.waits == 2)


async def test_a_fault_of_ours_is_counted_though_the_person_was_told(
    api: StandIn, settings: Settings, library_reception: Faulty, now: datetime, health: Health
) -> None:
    """An apology is no answer."""
    async for _ in polling(settings, library_reception, now, QUICK, health):
        await api.person().sends("/menu")
        await until(lambda: health.inputs == 1)
    assert health.errors == 1


@pytest.fixture
def library_reception(reception: Reception) -> Faulty:
    """A faulty reception with the shipped content, in which the apology is written."""
    return Faulty(lambda: reception.library, MemoryCounters(), MemoryPreferences(), b"key")


async def test_whoever_is_given_up_is_counted(
    api: StandIn, settings: Settings, reception: Reception, now: datetime, health: Health
) -> None:
    """Too slow twice, or asked to wait for longer than anybody would."""
    async for _ in polling(settings, reception, now, IMPATIENT, health):
        api.delay_next("sendMessage", 0.5, times=2)
        await api.person().sends("/menu", waits=False)
        await until(lambda: health.errors == 1)
        api.fail_next("sendMessage", status=429, retry_after=60)
        await api.person().sends("/menu", waits=False)
        await until(lambda: health.errors == 2)


async def test_an_operator_is_sent_plain_words(api: StandIn, channel: TelegramChannel) -> None:
    """What looks like markup stays as it is; who blocked the bot, or never wrote to it, cannot be reached."""
    person = api.person()
    await person.sends("/start")
    assert await channel.notify(person.number, "flows/a.yaml:3: <b> & _x_")
    assert person.screen.text == "flows/a.yaml:3: <b> & _x_"
    await person.blocks_bot()
    assert not await channel.notify(person.number, "anything")


async def test_without_telegram_an_operator_cannot_be_sent_anything_now(api: StandIn, channel: TelegramChannel) -> None:
    """Which may change: whoever asked tries again."""
    await api.stop_listening()
    with pytest.raises((NetworkError, TimeoutError)):
        await channel.notify(5, "anything")
    await api.start_listening()


async def test_by_webhook_telegram_is_asked_whether_it_is_there(
    api: StandIn, settings: Settings, reception: Reception, now: datetime, health: Health
) -> None:
    """On days on which nobody writes, too; an outage ends nothing."""
    own = replace(settings, webhook_url="http://127.0.0.1:9/hook", webhook_secret="a-quiet-word")
    stopping = asyncio.Event()
    async with TelegramChannel(own, reception, lambda: now, replace(QUICK, greeting_seconds=0.01), health) as channel:
        listening = asyncio.create_task(channel.listen(stopping))
        await until(lambda: not health.is_telegram_silent())
        api.fail_next("getMe", times=2, status=502)
        asked = len(api.calls_of("getMe"))
        await until(lambda: len(api.calls_of("getMe")) > asked + 3)
        stopping.set()
        await listening
