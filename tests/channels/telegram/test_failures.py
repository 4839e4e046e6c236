"""Tests: what goes wrong on the way to Telegram, and what the person then sees."""

import logging
import time
from dataclasses import replace
from datetime import datetime

import pytest

from bot.channels.telegram.pace import Pace
from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.dialogue.turns import Turn
from bot.reception import Reception, Visit
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.channels.telegram.conftest import QUICK, Running, until
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn


@pytest.fixture
async def person(api: StandIn) -> Person:
    """Somebody who has the menu in front of them once the channel runs."""
    return api.person()


async def test_a_second_tap_changes_nothing(api: StandIn, running: Running, person: Person) -> None:
    """Two taps on one button: "message is not modified" is success, and both presses are answered."""
    async with running():
        await person.sends("/menu")
        screen = person.screen
        await person.presses_on(screen, "Emergency", waits=False)
        await person.presses_on(screen, "Emergency")
        assert len(person.chat) == 1
        assert [call.status for call in api.calls_of("editMessageText")] == [200, 400]
        assert api.unanswered_queries == []


async def test_a_message_that_is_gone_is_sent_anew(api: StandIn, running: Running, person: Person) -> None:
    """The person deleted the message and presses it in another window."""
    async with running():
        await person.sends("/menu")
        screen = person.screen
        del api.world.chats.messages[screen.number]
        await person.presses_on(screen, "Emergency")
        assert person.screen.number > screen.number
        assert api.unanswered_queries == []


async def test_a_press_that_waited_too_long_is_still_shown(api: StandIn, running: Running, person: Person) -> None:
    """The bot was down: the press can no longer be answered, the page comes all the same."""
    async with running():
        await person.sends("/menu")
    before = person.screen
    await person.presses("Emergency", waits=False)
    api.clock.advance(seconds=60)
    async with running():
        await until(lambda: person.screen.text != before.text)
    assert api.calls_of("answerCallbackQuery")[-1].status == 400
    assert person.screen.number == before.number


async def test_a_person_who_blocked_the_bot_costs_one_call(
    api: StandIn, running: Running, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """403 is no fault: nothing is tried again and nothing is logged."""
    await person.sends("/menu", waits=False)
    await person.blocks_bot(waits=False)
    with caplog.at_level(logging.INFO, "bot"):
        async with running():
            await api.person().sends("/menu")
    statuses = [call.status for call in api.calls_of("sendMessage")]
    assert sorted(statuses) == [200, 403]
    assert "could not be answered" not in caplog.text


@pytest.mark.parametrize("method", ["sendMessage", "deleteMessages"])
async def test_errors_of_telegram_are_tried_again(api: StandIn, running: Running, person: Person, method: str) -> None:
    """5xx and a lost connection delay an answer, they do not prevent it."""
    api.fail_next(method, times=2, status=502)
    api.drop_next(method)
    async with running():
        await person.sends("/menu")
    assert [(screen.by_bot, "Menu" in screen.text) for screen in person.chat if screen.by_bot] != []
    assert len(person.chat) == 1


async def test_an_edit_whose_answer_was_lost_is_done_once(api: StandIn, running: Running, person: Person) -> None:
    """The second attempt finds the message as it should be, and that is success."""
    async with running():
        await person.sends("/menu")
        api.drop_after_next("editMessageText")
        await person.presses("Emergency")
        assert len(person.chat) == 1
        assert [call.status for call in api.calls_of("editMessageText")][-1] == 400


async def test_a_sent_message_whose_answer_was_lost_may_stand_twice(
    api: StandIn, running: Running, person: Person
) -> None:
    """At least once: the person sees the answer, perhaps twice, never not at all."""
    api.drop_after_next("sendMessage")
    async with running():
        await person.sends("/menu")
    assert [screen.by_bot for screen in person.chat] == [True, True]


async def test_a_short_wait_is_waited(api: StandIn, running: Running, person: Person) -> None:
    """429 with a second to wait: the answer comes after it, not before."""
    api.fail_next("sendMessage", status=429, retry_after=1)
    async with running():
        await person.sends("/menu")
    first, second = api.calls_of("sendMessage")
    assert second.time - first.time >= 1
    assert len(person.chat) == 1


async def test_a_long_wait_holds_up_nobody_else(api: StandIn, running: Running, person: Person) -> None:
    """429 with two seconds to wait: the chat is put aside, others are answered at once, and it in its order."""
    api.fail_next("sendMessage", status=429, retry_after=2)
    async with running():
        await person.sends("/menu")
        began = time.monotonic()
        await person.sends("/language")
        for _ in range(3):
            other = api.person()
            await other.sends("/menu")
            assert other.screen.rows
        assert time.monotonic() - began < 1
        assert [screen.by_bot for screen in person.chat] == [False, False]
        await until(lambda: [screen.by_bot for screen in person.chat] == [True, True])
        assert time.monotonic() - began > 1
    assert "Choose your language" in person.screen.text


async def test_what_was_put_aside_can_wait_again(
    api: StandIn, running: Running, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """A second 429 is waited for as well; one that is too long ends it, and the log says so."""
    api.fail_next("sendMessage", times=2, status=429, retry_after=1)
    async with running(replace(QUICK, short_wait=0.5)):
        await person.sends("/menu")
        await until(lambda: person.chat[-1].by_bot)
        assert len(api.calls_of("sendMessage")) == 3
        api.fail_next("sendMessage", status=429, retry_after=1)
        api.fail_next("sendMessage", status=429, retry_after=600)
        await person.sends("/menu")
        await until(lambda: "Telegram asks to wait 600 s" in caplog.text)
        await person.sends("/menu")
        assert api.calls_of("sendMessage")[-1].status == 200


async def test_a_chat_that_floods_waits_with_a_bounded_line(
    api: StandIn, running: Running, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Twenty updates of one chat wait at most; at the end of the program they are given up, and the log says so."""
    api.fail_next("sendMessage", status=429, retry_after=60)
    async with running():
        await person.sends("/menu")
        for _ in range(20):
            await person.sends("/menu", waits=False)
        await person.sends("/menu")
    assert caplog.text.count("too many wait in its chat") == 2
    assert "1 chats were still put aside" in caplog.text


async def test_an_apology_that_is_refused_too_is_not_repeated(
    api: StandIn, running: Running, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever Telegram has against the answer: two attempts, two lines in the log, and on."""
    api.fail_next("sendMessage", times=2, status=400)
    async with running():
        await person.sends("/menu")
        await person.sends("/menu")
    assert len(api.calls_of("sendMessage")) == 3
    assert caplog.text.count("BadRequest (Bad Request) at ") == 2


async def test_too_long_a_wait_is_given_up(
    api: StandIn, running: Running, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Nobody waits ten minutes for a menu; the log says so without saying who."""
    api.fail_next("sendMessage", status=429, retry_after=600)
    async with running():
        await person.sends("/menu")
        await person.sends("/menu")
    assert [call.status for call in api.calls_of("sendMessage")] == [429, 200]
    assert "given up" in caplog.text


async def test_a_call_that_hangs_is_tried_twice_then_given_up(
    api: StandIn, running: Running, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Two times the time of an update, then it is confirmed, and the next one is answered."""
    api.hang_next("sendMessage", times=50)
    pace = Pace(update_seconds=0.2, call_seconds=0.1, first_pause=0.01)
    async with running(pace):
        await person.sends("/menu")
        assert "not answered in 2 tries" in caplog.text
        api.faults.clear()
        await person.sends("/menu")
        assert person.screen.rows


async def test_a_second_try_goes_on_where_the_first_one_stopped(api: StandIn, running: Running, person: Person) -> None:
    """The message was sent and its deletion hung: the message is not sent again."""
    api.hang_next("deleteMessages", times=3)
    async with running(Pace(update_seconds=0.3, call_seconds=0.1, first_pause=0.01)):
        await person.sends("/menu")
    assert len(api.calls_of("sendMessage")) == 1
    assert len(person.chat) == 1


class BrokenReception(Reception):
    """A reception with a bug: it stumbles over whatever a person said."""

    async def receive(self, visit: Visit, now: datetime) -> Turn:
        """Fail, with all the person's words in the exception."""
        raise ValueError(f"no idea what {visit.given} of {visit.chat} means at {now}")


async def test_a_bug_is_told_and_logged_without_a_word_of_the_person(
    api: StandIn, running: Running, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    """The person gets a sentence and the menu in their language, the log the place of the fault, and all goes on."""
    broken = BrokenReception(lambda: library, MemoryCounters(), MemoryPreferences(), b"secret")
    person = api.person(language_code="fr")
    async with running(QUICK, broken):
        await person.sends("my secret story")
        assert library.say("fr", Phrase.ERROR) in person.screen.text
        assert library.say("fr", Phrase.HIDE) in str(person.screen.rows)
        assert [screen.by_bot for screen in person.chat] == [True]
        await person.presses(library.say("fr", Phrase.LANGUAGE))
        assert api.unanswered_queries == []
    assert "ValueError at test_failures.py" in caplog.text
    assert "secret story" not in caplog.text
    assert str(person.number) not in caplog.text


async def test_a_bug_about_a_group_is_told_to_nobody(api: StandIn, running: Running, library: Library) -> None:
    """A group gets no apology and no menu."""
    broken = BrokenReception(lambda: library, MemoryCounters(), MemoryPreferences(), b"secret")
    async with running(QUICK, broken):
        await api.person().adds_bot_to_group()
    assert api.calls_of("sendMessage") == []


class LibrarylessReception(Reception):
    """A reception whose library is gone."""

    @property
    def library(self) -> Library:
        """No library at all."""
        raise LookupError("no library")


async def test_a_bug_in_the_apology_stops_nothing(
    api: StandIn, settings: object, running: Running, caplog: pytest.LogCaptureFixture, library: Library
) -> None:
    """Even then the update is confirmed and the next one is read."""
    del settings
    broken = LibrarylessReception(lambda: library, MemoryCounters(), MemoryPreferences(), b"secret")
    async with running(QUICK, broken):
        await api.person().sends("/menu")
        await api.person().sends("/menu")
    assert caplog.text.count("Nor could the person be told: LookupError") == 2


async def test_an_update_that_cannot_be_read_blocks_nobody(api: StandIn, running: Running, person: Person) -> None:
    """An update of a make that the library does not know is confirmed, and those after it are answered."""
    await person.sends("hello", waits=False)
    del api.world.updates.pending[0].body["message"]["date"]
    api.world.updates.pending[0].body["message"]["chat"] = 7
    async with running():
        await person.sends("/menu")
        assert person.screen.rows
