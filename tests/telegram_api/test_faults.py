"""Tests: ordered troubles."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import Forbidden, NetworkError, RetryAfter, TimedOut

from tests.telegram_api.echo import echoing
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

pytest_plugins = ["tests.telegram_api.fixtures"]


@pytest.fixture
async def person(api: StandIn) -> Person:
    someone = api.person()
    await someone.sends("/start", waits=False)
    return someone


async def test_a_call_can_be_refused_so_many_times(
    api: StandIn, telegram_bot: Bot, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """429, 5xx and 403 come as often as ordered, in the order given, and nothing is done."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    api.fail_next("sendMessage", status=429, retry_after=7)
    api.fail_next("sendMessage", times=2, status=502)
    api.fail_next("*", status=403)
    with pytest.raises(RetryAfter, match="Retry in 0:00:07"):
        await telegram_bot.send_message(person.number, "one")
    for _ in range(2):
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await telegram_bot.send_message(person.number, "two")
    with pytest.raises(Forbidden):
        await telegram_bot.send_message(person.number, "three")
    await telegram_bot.send_message(person.number, "four")
    assert [call.status for call in api.calls_of("sendMessage")] == [429, 502, 502, 403, 200]
    assert [screen.text for screen in person.chat] == ["/start", "four"]


async def test_a_connection_drops_before_anything_is_done(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """With `drop_next` the message is not there."""
    api.drop_next("sendMessage")
    with pytest.raises(NetworkError):
        await telegram_bot.send_message(person.number, "one")
    assert len(person.chat) == 1


async def test_an_answer_is_lost_after_all_is_done(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """With `drop_after_next` the message is there, though the bot does not know."""
    api.drop_after_next("sendMessage")
    with pytest.raises(NetworkError):
        await telegram_bot.send_message(person.number, "one")
    assert person.screen.text == "one"


async def test_a_call_can_be_slow(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A delay longer than the bot's patience is a time-out; a shorter one is only slow."""
    api.delay_next("sendMessage", 0.05)
    await telegram_bot.send_message(person.number, "one")
    api.delay_next("sendMessage", 30)
    with pytest.raises(TimedOut):
        await telegram_bot.send_message(person.number, "two", read_timeout=0.05)
    assert person.screen.text == "one"


async def test_a_poll_can_hang(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A hanging poll says nothing, though an update waits; the next one brings it."""
    api.hang_next()
    with pytest.raises(TimedOut):
        await telegram_bot.get_updates(read_timeout=0.05)
    assert len(await telegram_bot.get_updates()) == 1
    assert len(person.chat) == 1


async def test_an_update_can_come_twice(api: StandIn, telegram_bot: Bot) -> None:
    """An update ordered twice is delivered again with the same number after it was confirmed."""
    person = api.person()
    api.duplicate_next_update()
    async with echoing(telegram_bot):
        await person.sends("hello")
    assert [screen.text for screen in person.chat] == ["hello", "you sent hello", "you sent hello"]


async def test_the_port_can_close_and_open(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """While the stand-in does not listen, calls fail; afterwards it is at the same address."""
    address = api.base_url
    polling = asyncio.create_task(telegram_bot.get_updates(offset=-1, timeout=30))
    assert len(await polling) == 1
    await api.stop_listening()
    for _ in range(2):
        with pytest.raises(NetworkError):
            await telegram_bot.send_message(person.number, "one")
    await api.start_listening()
    await telegram_bot.send_message(person.number, "two")
    assert (api.base_url, person.screen.text) == (address, "two")


async def test_a_closing_port_cuts_polls(api: StandIn, telegram_bot: Bot) -> None:
    """A poll that waits ends when the port closes, and a bot that tries again goes on."""
    person = api.person()
    async with echoing(telegram_bot):
        await person.sends("one")
        await api.stop_listening()
        await person.sends("two", waits=False)
        await api.start_listening()
        await person.sends("three")
    assert [screen.text for screen in person.chat if screen.by_bot] == [
        "you sent one",
        "you sent two",
        "you sent three",
    ]
