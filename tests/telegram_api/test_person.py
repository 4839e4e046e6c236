"""Tests: persons and what they see."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.telegram_api.echo import echoing
from tests.telegram_api.person import Person
from tests.telegram_api.screen import bare
from tests.telegram_api.stand_in import StandIn

pytest_plugins = ["tests.telegram_api.fixtures"]


@pytest.fixture
async def person(api: StandIn, telegram_bot: Bot) -> AsyncIterator[Person]:
    async with echoing(telegram_bot):
        yield api.person(language_code="ar", first_name="Nour")


async def test_an_act_is_over_when_the_bot_has_answered(person: Person) -> None:
    """After an act the answer is on the screen, without any waiting in the test."""
    await person.sends("/start")
    assert person.screen.text == "you sent /start"
    assert person.screen.rows == [["✅ English", "العربية"], ["Site", "None"]]
    assert [screen.by_bot for screen in person.chat] == [False, True]


async def test_a_button_is_found_by_its_words(api: StandIn, person: Person) -> None:
    """A press needs the button's words only; its pictogram may be left out."""
    await person.sends("/start")
    screen = await person.presses("English")
    assert screen is not None
    assert screen.text == "pressed en"
    assert [notice["text"] for notice in person.notices] == ["heard"]
    assert api.unanswered_queries == []


async def test_links_open_on_the_phone_alone(api: StandIn, person: Person) -> None:
    """A button with a link tells the bot nothing."""
    await person.sends("/start")
    await person.presses("Site")
    assert person.opened_url == "https://example.org/"
    assert api.unanswered_queries == []
    assert person.notices == []


async def test_a_missing_button_is_an_error(person: Person) -> None:
    """The error names the buttons that are there."""
    await person.sends("/start")
    with pytest.raises(AssertionError, match=r"0 buttons read 'Help'.*English"):
        await person.presses("Help")


async def test_two_presses_may_overlap(api: StandIn, person: Person) -> None:
    """A look at a message keeps its buttons, so that both presses arrive."""
    await person.sends("/start")
    screen = person.screen
    await asyncio.gather(person.presses_on(screen, "English"), person.presses_on(screen, "العربية"))
    assert len(api.calls_of("answerCallbackQuery")) == 2


async def test_a_press_on_a_deleted_message_arrives(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """The update then carries a message that is no longer accessible."""
    await person.sends("/start")
    screen = person.screen
    await telegram_bot.delete_message(person.number, screen.number)
    await person.presses_on(screen, "English", waits=False)
    assert api.world.updates.pending[-1].body["callback_query"]["message"]["date"] == 0


async def test_all_that_can_be_sent_arrives(api: StandIn, telegram_bot: Bot) -> None:
    """Each kind of message is complete enough for python-telegram-bot to read."""
    person = api.person()
    await person.shares_location(51.05, 3.72, waits=False)
    await person.sends_sticker(waits=False)
    await person.sends_voice(waits=False)
    await person.sends_photo("street", waits=False)
    await person.sends_document(waits=False)
    await person.sends_contact(waits=False)
    messages = [update.message for update in await telegram_bot.get_updates()]
    kinds = ("location", "sticker", "voice", "photo", "document", "contact")
    assert all(getattr(message, kind) for message, kind in zip(messages, kinds, strict=True))
    assert [screen.kind for screen in person.chat] == list(kinds)


async def test_blocking_is_reported(api: StandIn, person: Person) -> None:
    """The bot hears that it was blocked and let in again; a person who blocks it cannot write."""
    await person.sends("/start")
    await person.blocks_bot()
    with pytest.raises(AssertionError, match="must unblock"):
        await person.sends("hello")
    await person.unblocks_bot()
    await person.sends("hello")
    assert api.world.updates.pending == []


async def test_a_group_can_be_left(person: Person) -> None:
    """The bot hears that it was added to a group, and is gone when it leaves."""
    group = await person.adds_bot_to_group("Neighbours")
    assert not group.has_bot
    await person.sends("/start", to=group)
    assert [screen.by_bot for screen in group.chat] == [False, False]


async def test_a_bot_that_does_not_react_is_found_out(api: StandIn) -> None:
    """An act that nobody settles fails after the stand-in's patience, with a sentence."""
    api.world.patience = 0.05
    with pytest.raises(AssertionError, match=r"did not settle this message within 0\.05 s"):
        await api.person().sends("hello")


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("✅ English", "English"),
        ("⬅️ Back", "Back"),
        ("1️⃣ First", "First"),
        ("🇧🇪 Belgium now", "Belgium now"),
        ("\u2067🏠 القائمة\u2069", "القائمة"),
        ("112 police", "112 police"),
        ("✅", "✅"),
    ],
)
def test_a_pictogram_is_no_part_of_the_words(label: str, words: str) -> None:
    """Direction marks and a leading pictogram are passed over; numbers are words."""
    assert bare(label) == words
