"""Tests: conversations as persons have them, through the stand-in and back."""

import re

import pytest

from bot.channels.telegram.runner import TelegramChannel
from bot.content.library import Library
from bot.content.phrases import Phrase
from tests.channels.telegram.conftest import until
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

pytestmark = pytest.mark.usefixtures("channel")

GENT = (51.0543, 3.7174)


def own_messages(person: Person) -> int:
    return sum(1 for screen in person.chat if screen.by_bot)


def typed_messages(person: Person) -> int:
    return sum(1 for screen in person.chat if not screen.by_bot)


async def test_first_contact_then_one_message_that_changes(api: StandIn, library: Library) -> None:
    """/start offers languages; each press changes the same message; nothing typed stays."""
    person = api.person(language_code="en")
    first = await person.sends("/start")
    assert first is not None
    assert library.say("en", Phrase.CHOOSE_LANGUAGE) in first.text
    await person.presses("English")
    await person.presses("Menu")
    await person.presses("Doctor and medicine")
    assert library.steps["urgent-medical-aid.start"].title in person.screen.text
    assert person.screen.number == first.number
    assert (own_messages(person), typed_messages(person)) == (1, 0)
    assert api.unanswered_queries == []


async def test_a_chosen_language_is_spoken_and_mirrored(api: StandIn, library: Library) -> None:
    """Arabic chosen on a French phone: the menu comes in Arabic, and /menu finds the choice again."""
    person = api.person(language_code="fr")
    await person.sends("/start")
    await person.presses("العربية")
    await person.sends("/menu")
    assert library.say("ar", Phrase.MENU_TITLE) in person.screen.text
    last = person.screen.rows[-1]
    assert library.say("ar", Phrase.LANGUAGE) in last[0]
    assert library.say("ar", Phrase.EMERGENCY) in last[1]


async def test_commands_words_and_other_things(api: StandIn, library: Library) -> None:
    """Each gets one answer; commands and words are deleted, a voice message is not opened."""
    person = api.person()
    for typed, phrase in (("/menu", Phrase.MENU_TITLE), ("/nonsense", Phrase.UNKNOWN_COMMAND),
                          ("/forget", Phrase.PRIVACY_FORGOTTEN), ("qwxz", Phrase.SEARCH_NONE)):  # fmt: skip
        await person.sends(typed)
        assert library.say("en", phrase) in person.screen.text
    assert typed_messages(person) == 0
    await person.sends_voice()
    assert library.say("en", Phrase.UNSUPPORTED) in person.screen.text


async def test_words_find_pages(api: StandIn) -> None:
    """Typed words are answered by pages that fit, and deleted."""
    person = api.person()
    screen = await person.sends("doctor")
    assert screen is not None
    assert any("octor" in label for row in screen.rows for label in row)
    assert typed_messages(person) == 0


async def test_sharing_a_location(api: StandIn, library: Library) -> None:
    """The button asks with the phone's own keyboard; the answer comes, the question and the shared point go."""
    person = api.person()
    await person.sends("/menu")
    await person.presses("Help near me")
    await person.presses(library.say("en", Phrase.PLACES_SHARE))
    asked = api.calls_of("sendMessage")[-1].parameters["reply_markup"]
    assert asked["one_time_keyboard"]
    assert asked["keyboard"][0][0]["request_location"]
    assert person.screen.text == library.say("en", Phrase.PLACES_SHARE_TEXT)
    await person.shares_location(*GENT)
    assert library.say("en", Phrase.PLACES_NEAR_POINT) in person.screen.text
    assert [screen.kind for screen in person.chat] == ["text"]
    assert typed_messages(person) == 0


async def test_hiding_clears_the_chat(api: StandIn, library: Library) -> None:
    """Hide now deletes what stands, in hundreds, back to a thousand numbers, then says so and offers nothing."""
    someone_else = api.person(first_name="Nour")
    await someone_else.sends("/menu")
    person = api.person()
    for _ in range(3):
        await person.sends_sticker()
    await person.sends("/menu")
    await person.presses("Hide now")
    [left] = person.chat
    assert left.text.startswith(library.say("en", Phrase.CLEARED)[:30])
    assert left.rows == []
    assert len(someone_else.chat) == 1
    assert api.unanswered_queries == []


async def test_clearing_reaches_a_thousand_numbers_back(api: StandIn) -> None:
    """/clear asks for ten hundreds, from its own number downwards, and never for a number below one."""
    person = api.person()
    api.world.chats.numbers = iter(range(1050, 9999))
    await person.sends("/clear")
    batches = [call.parameters["message_ids"] for call in api.calls_of("deleteMessages")]
    assert [len(batch) for batch in batches] == [100] * 10
    assert (batches[0][0], batches[-1][-1]) == (1050, 51)
    assert len(person.chat) == 1


async def test_an_old_hide_button_clears_what_came_later(api: StandIn) -> None:
    """The button of a message further up also takes the messages below it."""
    person = api.person()
    old = await person.sends("/menu")
    await person.sends_sticker()
    await person.sends("/menu")
    assert old is not None
    await person.presses_on(old, "Hide now")
    assert len(person.chat) == 1


async def test_a_group_hears_one_sentence_and_is_left(api: StandIn, library: Library) -> None:
    """Added to a group, the bot says that it talks with one person at a time, and goes."""
    group = await api.person().adds_bot_to_group()
    said = [screen.text for screen in group.chat if screen.by_bot]
    assert said == [library.say("en", Phrase.GROUP)]
    assert not group.has_bot


@pytest.mark.parametrize("status", [400, 403])
async def test_a_group_where_the_bot_may_not_write_is_left_too(api: StandIn, status: int) -> None:
    """Refused in the group, the bot goes without a word."""
    api.fail_next("sendMessage", status=status)
    group = await api.person().adds_bot_to_group()
    assert not group.has_bot


async def test_a_group_that_must_wait_is_left_later(api: StandIn) -> None:
    """429 in the group: the sentence comes after the wait, then the bot goes."""
    api.fail_next("sendMessage", status=429, retry_after=2)
    group = await api.person().adds_bot_to_group()
    await until(lambda: not group.has_bot)
    assert [screen.by_bot for screen in group.chat][-1]


async def test_a_press_in_a_group_is_answered_with_silence(api: StandIn) -> None:
    """The button stops turning; nothing is said where others read."""
    person = api.person()
    await person.sends("/menu")
    screen = person.screen
    await person.presses_on(screen, "Emergency", waits=False)
    api.world.updates.pending[0].body["callback_query"]["message"]["chat"] = {
        "id": -5, "type": "group", "title": "Neighbours",
    }  # fmt: skip
    await person.sends_sticker()
    assert api.unanswered_queries == []
    assert api.calls_of("editMessageText") == []


async def test_blocking_is_no_reason_to_write(api: StandIn) -> None:
    """A person who blocks the bot and comes back hears nothing before they ask."""
    person = api.person()
    await person.sends("/menu")
    calls = len(api.calls_of("sendMessage"))
    await person.blocks_bot()
    await person.unblocks_bot()
    assert len(api.calls_of("sendMessage")) == calls


async def test_a_start_link_leads_to_a_page(api: StandIn, library: Library) -> None:
    """A button's own data works as a start link: it names page and language."""
    person = api.person()
    await person.sends("/menu")
    data = person.screen.find_button("Doctor and medicine")["callback_data"]
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", data)
    friend = api.person(language_code="fr")
    await friend.sends(f"/start {data}")
    assert library.steps["urgent-medical-aid.start"].title in friend.screen.text


async def test_a_stranger_button_leads_home(api: StandIn, channel: TelegramChannel, library: Library) -> None:
    """Data that means nothing here says so and offers the menu."""
    del channel
    person = api.person()
    await person.sends("/menu")
    old = person.screen
    old.find_button("Doctor and medicine")["callback_data"] = "1sAzzzzen-"
    await person.presses_on(old, "Doctor and medicine")
    assert library.say("en", Phrase.OLD_BUTTON) in person.screen.text


async def test_typed_words_leave_one_living_message(library: Library, api: StandIn) -> None:
    """The page before goes with the words; another person's chat is left alone."""
    someone_else = api.person(first_name="Nour")
    await someone_else.sends("/menu")
    person = api.person()
    await person.sends("/menu")
    await person.sends("Luik")
    [left] = person.chat
    assert "Liège" in left.text
    assert len(someone_else.chat) == 1
    assert library.say("en", Phrase.MENU_TITLE) in someone_else.screen.text
