"""Tests: /stats, as an operator and as anybody else has it."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.channels.telegram.runner import TelegramChannel
from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.operators.stats_desk import REFUSED, StatsDesk
from bot.ports import FiguresDesk
from bot.reception import Reception
from bot.settings import Settings
from bot.storage.memory import MemoryCounters
from tests.channels.telegram.conftest import Running, until
from tests.operators.simulated import NOW, simulate
from tests.operators.test_stats_desk import Refusing
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn


@pytest.fixture
def operator(api: StandIn) -> Person:
    """Somebody who runs the bot."""
    return api.person(first_name="Lien", language_code="nl")


@pytest.fixture
def settings(settings: Settings, operator: Person) -> Settings:
    """Settings that name the operator."""
    return replace(settings, operator_ids=(1, operator.number))


@pytest.fixture
async def desk(library: Library) -> FiguresDesk:
    """What is published of an imagined bot, as of a day of its own."""
    inner = StatsDesk(await simulate(75), 10, lambda: library)

    class OnThatDay:
        async def show(self, _now: object) -> object:
            return await inner.show(NOW)

    return OnThatDay()  # type: ignore[return-value]  # the same, but for the clock


@pytest.fixture(autouse=True)
async def channel(running: Running, reception: Reception, desk: FiguresDesk) -> AsyncIterator[TelegramChannel]:
    """The channel at work, with figures behind it."""
    reception.figures_desk = desk
    async with running() as channel:
        yield channel


async def ask(person: Person, typed: str = "/stats") -> list[str]:
    """Ask, and return the kinds of messages that stand in the chat once the last has come."""
    await person.sends(typed)
    return [screen.kind for screen in person.chat]


async def test_an_operator_gets_words_a_picture_and_a_file(api: StandIn, operator: Person) -> None:
    """In this order, and the command is gone as all typed words are."""
    assert await ask(operator) == ["text", "photo", "document"]
    words, photo, document = operator.chat
    assert "Week 2026-W47" in words.text
    assert words.covered("bold")[0] == "Figures of Wegwijs"
    assert photo.text == "Menus, by language: the last eight weeks."
    assert photo.content["photo"][0]["width"] == 880
    assert document.content["document"]["file_name"] == "wegwijs-figures-2026-11-26.csv"
    assert api.calls_of("sendDocument")[0].parameters["document"].data.startswith(b"period,first_day")
    assert operator.screen.by_bot


@pytest.mark.parametrize("typed", ["/STATS", "/stats@wegwijs_bot", "/stats now"])
async def test_the_command_is_read_as_any_other(operator: Person, typed: str) -> None:
    """Capitals, the name of the bot and words behind it do no harm."""
    assert await ask(operator, typed) == ["text", "photo", "document"]


async def test_asking_is_counted_nowhere_and_keeps_nothing(reception: Reception, operator: Person) -> None:
    """An operator is no reader."""
    await ask(operator)
    assert not reception._pending


async def test_anybody_else_has_the_answer_to_an_unknown_command(
    api: StandIn, library: Library, reception: Reception, operator: Person
) -> None:
    """To the byte, in the same calls, and counted the same: nothing tells that there is such a command."""
    await ask(operator)
    stranger, other = api.person(), api.person()
    answers = []
    for person, typed in ((stranger, "/stats"), (other, "/nonsense")):
        before = len(api.calls)
        reception._pending.clear()
        await person.sends(typed)
        calls = [call for call in api.calls[before:] if call.method in {"sendMessage", "deleteMessages"}]
        said = [{key: value for key, value in call.parameters.items() if key == "text" or "markup" in key
                 or key == "entities"} for call in calls]  # fmt: skip
        answers.append(([call.method for call in calls], said, dict(reception._pending)))
    assert answers[0] == answers[1]
    assert stranger.screen.text == other.screen.text
    assert library.say("en", Phrase.UNKNOWN_COMMAND) in stranger.screen.text
    assert [screen.kind for screen in stranger.chat] == ["text"]


async def test_nobody_is_shown_the_command(api: StandIn, operator: Person) -> None:
    """Not in the list of commands that Telegram offers."""
    await ask(operator)
    await until(lambda: api.calls_of("setMyShortDescription"))
    for call in api.calls_of("setMyCommands"):
        assert "stats" not in [command["command"] for command in call.parameters["commands"]]


async def test_in_a_group_nothing_is_shown(api: StandIn, operator: Person) -> None:
    """Figures are for a chat alone with the bot; it leaves groups anyhow."""
    group = await operator.adds_bot_to_group()
    await operator.sends("/stats", to=group)
    assert api.calls_of("sendPhoto") == []
    assert api.calls_of("sendDocument") == []


async def test_a_database_that_refuses_is_told_in_one_sentence(
    api: StandIn, library: Library, reception: Reception, operator: Person
) -> None:
    """No picture, no file, no apology beside it, and nothing counted."""
    reception.figures_desk = StatsDesk(Refusing(MemoryCounters()), 10, lambda: library)
    assert await ask(operator) == ["text"]
    assert operator.screen.text == REFUSED
    assert not reception._pending
    assert api.calls_of("sendPhoto") == []


@pytest.mark.parametrize("method", ["sendMessage", "sendPhoto", "sendDocument"])
async def test_trouble_on_the_way_costs_a_moment_and_repeats_nothing(
    api: StandIn, operator: Person, method: str
) -> None:
    """What was sent is not sent again."""
    api.fail_next(method, status=500)
    await operator.sends("/stats", waits=False)
    await until(lambda: api.calls_of("sendDocument") and api.calls_of("sendDocument")[-1].status == 200)
    assert [screen.kind for screen in operator.chat if screen.by_bot] == ["text", "photo", "document"]


async def test_people_go_on_as_ever(operator: Person, library: Library) -> None:
    """After the figures an operator can use the bot like anybody; the figures make room for the menu."""
    await ask(operator)
    await operator.sends("/menu")
    assert library.say("nl", Phrase.MENU_TITLE) in operator.screen.text
    assert [screen.kind for screen in operator.chat] == ["text"]
