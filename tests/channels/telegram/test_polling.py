"""Tests: reading updates for as long as the program runs, whatever happens on the way."""

import asyncio
import logging
import time
from dataclasses import replace
from datetime import datetime

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot.channels.telegram.connection import UpdatesRequest
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.runner import TelegramChannel
from bot.errors import SecondPollerError, TokenRefusedError
from bot.reception import Reception
from bot.settings import Settings
from tests.channels.telegram.conftest import QUICK, Running, until
from tests.telegram_api.stand_in import StandIn


async def test_updates_are_asked_for_as_they_should_be(api: StandIn, running: Running) -> None:
    """Twenty at most, by long polling, and always with the kinds we want."""
    async with running():
        await api.person().sends("/menu")
    first = api.calls_of("getUpdates")[0].parameters
    assert first == {"limit": 20, "timeout": 10, "allowed_updates": ["message", "callback_query", "my_chat_member"]}


async def test_chats_are_answered_side_by_side(api: StandIn, running: Running) -> None:
    """One slow answer of Telegram delays its own chat, not the others of the batch."""
    people = [api.person() for _ in range(10)]
    for person in people:
        await person.sends("/menu", waits=False)
    api.delay_next("sendMessage", 0.3, times=10)
    began = time.monotonic()
    async with running():
        await people[0].sends("/menu")
    assert time.monotonic() - began < 1.5
    assert all(person.screen.rows for person in people)


async def test_the_updates_of_a_chat_stay_in_order(api: StandIn, running: Running) -> None:
    """Three presses in a hurry: the last one has the last word, however slow the first one was."""
    person = api.person()
    async with running():
        await person.sends("/menu")
        screen = person.screen
        api.delay_next("editMessageText", 0.2)
        await person.presses_on(screen, "Emergency", waits=False)
        await person.presses_on(screen, "About this bot", waits=False)
        await person.presses_on(screen, "Doctor and medicine")
    assert "octor" in person.screen.text


async def test_a_batch_is_confirmed_when_it_is_answered(api: StandIn, running: Running) -> None:
    """No later offset is asked for while an answer is still under way."""
    api.delay_next("sendMessage", 0.2)
    async with running():
        await api.person().sends("/menu")
        sent = api.calls_of("deleteMessages")[0].time
        assert [call.time > sent for call in api.calls_of("getUpdates") if "offset" in call.parameters] == [True]


async def test_an_update_that_comes_twice_is_answered_twice_at_most(api: StandIn, running: Running) -> None:
    """Telegram may repeat an update; a repeated press shows the same page again."""
    person = api.person()
    async with running():
        await person.sends("/menu")
        api.duplicate_next_update()
        await person.presses("Emergency")
    assert len(person.chat) == 1
    assert api.unanswered_queries == []


async def test_stopping_finishes_the_batch_and_confirms_it(api: StandIn, running: Running) -> None:
    """Asked to stop in the middle of an answer, the channel ends it, confirms it, and goes."""
    person = api.person()
    api.delay_next("sendMessage", 0.3)
    async with running():
        await person.sends("/menu", waits=False)
        await until(lambda: api.calls_of("sendMessage"))
        began = time.monotonic()
    assert time.monotonic() - began < 5
    assert person.screen.rows
    assert api.world.updates.pending == []


async def test_a_batch_that_cannot_be_confirmed_is_no_fault(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram gone at the very end: the channel says so and goes."""
    async with running():
        await api.person().sends("/menu")
        api.fail_next("getUpdates", status=502)
    assert "could not be confirmed" in caplog.text


async def test_stopping_while_telegram_says_nothing(
    api: StandIn, settings: Settings, reception: Reception, now: datetime
) -> None:
    """Asked to stop during a call that hangs at the start, the channel does not wait for its end."""
    api.hang_next("getMe")
    stopping = asyncio.Event()
    async with TelegramChannel(settings, reception, lambda: now) as channel:
        polling = asyncio.create_task(channel.poll(stopping))
        await until(lambda: api.calls_of("getMe"))
        stopping.set()
        async with asyncio.timeout(1):
            await polling
    assert api.calls_of("getUpdates") == []


async def test_an_answer_that_is_no_json_is_trouble_like_any_other(
    api: StandIn, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of a proxy, or updates without numbers, in the place of Telegram's answer: tried again."""
    answers = iter([b"<html>", b'{"ok": true, "result": [7]}', b'{"ok": true, "result": [{"message": {}}]}'])
    whole = UpdatesRequest.parse_json_payload
    monkeypatch.setattr(
        UpdatesRequest, "parse_json_payload", staticmethod(lambda payload: whole(next(answers, payload)))
    )
    person = api.person()
    async with running():
        await person.sends("/menu")
    assert person.screen.rows


async def test_a_request_without_a_token_is_refused(settings: Settings, reception: Reception, now: datetime) -> None:
    """The program asks only with a token; without one it is told so before anything is sent."""
    with pytest.raises(InvalidToken, match="no token"):
        TelegramChannel(replace(settings, telegram_bot_token=""), reception, lambda: now)


async def test_stopping_does_not_wait_for_ever(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """A batch that cannot be ended in time is not confirmed: it comes again at the next start."""
    person = api.person()
    api.hang_next("sendMessage")
    async with running(replace(QUICK, stop_seconds=0.1)):
        await person.sends("/menu", waits=False)
        await until(lambda: api.calls_of("sendMessage"))
    assert "it is not confirmed and will come again" in caplog.text
    assert len(api.world.updates.pending) == 1
    async with running():
        await person.sends("/menu")
    assert [screen.by_bot for screen in person.chat] == [True, True]


async def test_telegram_out_of_reach_at_the_start(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """The channel keeps trying, says so once, and answers when Telegram is there."""
    person = api.person()
    await api.stop_listening()
    async with running():
        await asyncio.sleep(0.3)
        await api.start_listening()
        await person.sends("/menu")
    assert person.screen.rows
    assert caplog.text.count("cannot be reached") == 1


async def test_telegram_out_of_reach_in_between(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """Errors, cut connections and a closed port: each is survived, and told once."""
    person = api.person()
    with caplog.at_level(logging.INFO, "bot"):
        async with running():
            await person.sends("/menu")
            api.fail_next("getUpdates", times=3, status=502)
            api.drop_next("getUpdates", times=2)
            await person.sends("/menu")
            await api.stop_listening()
            await asyncio.sleep(0.1)
            await api.start_listening()
            await person.sends("/menu")
    assert len(api.calls_of("sendMessage")) == 3
    assert caplog.text.count("sends updates again") >= 1


async def test_a_silent_stall_is_noticed(api: StandIn, running: Running) -> None:
    """A poll that never ends is cut off and made anew on a new connection."""
    person = api.person()
    api.hang_next("getUpdates")
    async with running(Pace(poll_seconds=1, stall_seconds=0.2, call_seconds=0.1, first_pause=0.01)):
        await person.sends("/menu")
    assert person.screen.rows


async def test_a_request_to_wait_is_obeyed(api: StandIn, running: Running) -> None:
    """429 on getUpdates: the next one comes after the time asked for."""
    api.fail_next("getUpdates", status=429, retry_after=1)
    async with running():
        await api.person().sends("/menu")
    first, second, *_ = api.calls_of("getUpdates")
    assert second.time - first.time >= 1


async def test_a_second_reader_is_borne_for_a_while(
    api: StandIn, running: Running, telegram_bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    """409 is told once; when the other one goes, all goes on."""
    person = api.person()
    with caplog.at_level(logging.INFO, "bot"):
        async with running():
            await person.sends("/menu")
            await telegram_bot.get_updates(timeout=0)
            await person.sends("/menu")
    assert len(api.calls_of("sendMessage")) == 2
    assert caplog.text.count("409") == 1


async def test_a_second_reader_that_stays_ends_the_program(
    api: StandIn, settings: Settings, reception: Reception, now: datetime
) -> None:
    """After the time allowed, of 409 and nothing else, one clear line and the exit code 4."""
    api.fail_next("getUpdates", times=1000, status=409)
    async with TelegramChannel(settings, reception, lambda: now, QUICK) as channel:
        with pytest.raises(SecondPollerError, match="Another program has been reading") as caught:
            await channel.poll(asyncio.Event())
    assert caught.value.exit_code == 4


async def test_a_wrong_token_ends_the_program(
    api: StandIn, settings: Settings, reception: Reception, now: datetime
) -> None:
    """Wrong from the start, or revoked later: one clear line without the token, and the exit code 3."""
    wrong = replace(settings, telegram_bot_token="7000000001:another-token-of-thirty-five-signs--")
    async with TelegramChannel(wrong, reception, lambda: now, QUICK) as channel:
        with pytest.raises(TokenRefusedError, match="does not know this token") as caught:
            await channel.poll(asyncio.Event())
    assert "7000000001" not in str(caught.value)
    assert caught.value.exit_code == 3
    api.fail_next("getUpdates", status=401)
    async with TelegramChannel(settings, reception, lambda: now, QUICK) as channel:
        with pytest.raises(TokenRefusedError):
            await channel.poll(asyncio.Event())


async def test_a_former_webhook_is_no_obstacle(api: StandIn, running: Running, telegram_bot: Bot) -> None:
    """Polling after a time with webhooks: the webhook is removed, what waits is kept."""
    person = api.person()
    await person.sends("/menu", waits=False)
    await telegram_bot.set_webhook("http://127.0.0.1:9/nobody")
    api.fail_next("deleteWebhook", status=502)
    async with running():
        await person.sends("/menu")
    assert len(api.calls_of("sendMessage")) == 2


async def test_a_webhook_that_cannot_be_removed_is_only_logged(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """A Bot API server that does not know the method is no reason to stop before the first update."""
    api.fail_next("deleteWebhook", status=404)
    async with running():
        await api.person().sends("/menu")
    assert "A former webhook could not be removed." in caplog.text


async def test_a_cancelled_channel_leaves_nothing_behind(
    api: StandIn, settings: Settings, reception: Reception
) -> None:
    """Cancelled instead of asked to stop, it ends its own tasks."""
    async with TelegramChannel(settings, reception, datetime.now, QUICK) as channel:
        polling = asyncio.create_task(channel.poll(asyncio.Event()))
        await until(lambda: api.calls_of("getUpdates"))
        polling.cancel()
        await asyncio.wait({polling})
    await asyncio.sleep(0.01)
    assert [task for task in asyncio.all_tasks() if "bot/channels" in repr(task)] == []
