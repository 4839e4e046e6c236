"""Tests: editing, deleting, leaving."""

import pytest
from telegram import Bot, ReplyKeyboardMarkup

from tests.telegram_api.echo import MENU
from tests.telegram_api.expectations import expect_breach, expect_circumstance
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

pytest_plugins = ["tests.telegram_api.fixtures"]

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


@pytest.fixture
async def person(api: StandIn) -> Person:
    someone = api.person()
    await someone.sends("/start", waits=False)
    return someone


async def test_an_edit_changes_text_and_keyboard(telegram_bot: Bot, person: Person) -> None:
    """An edit replaces the text, and without a keyboard it takes the keyboard away."""
    sent = await telegram_bot.send_message(person.number, "one", reply_markup=MENU)
    edited = await telegram_bot.edit_message_text("two", person.number, sent.message_id)
    assert edited == sent
    assert (person.screen.text, person.screen.rows) == ("two", [])


async def test_a_keyboard_can_be_changed_alone(telegram_bot: Bot, person: Person) -> None:
    """The keyboard changes while the text stays."""
    sent = await telegram_bot.send_message(person.number, "one")
    await telegram_bot.edit_message_reply_markup(person.number, sent.message_id, reply_markup=MENU)
    assert (person.screen.text, len(person.screen.rows)) == ("one", 2)


async def test_a_bot_edits_its_message_at_any_age(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """After a year the bot may still edit."""
    sent = await telegram_bot.send_message(person.number, "one")
    api.clock.advance(hours=24 * 365)
    await telegram_bot.edit_message_text("two", person.number, sent.message_id)
    assert person.screen.text == "two"


async def test_an_edit_that_changes_nothing_is_refused(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """The same text and keyboard once more are refused."""
    sent = await telegram_bot.send_message(person.number, "<b>one</b>", parse_mode="HTML", reply_markup=MENU)
    call = telegram_bot.edit_message_text(
        "<b>one</b> ", person.number, sent.message_id, parse_mode="HTML", reply_markup=MENU
    )
    await expect_circumstance(api, call, NOT_MODIFIED)


async def test_an_edit_of_what_is_not_there_is_refused(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """Unknown messages, messages of other chats and unknown chats cannot be edited."""
    other = api.person()
    await other.sends("/start", waits=False)
    sent = await telegram_bot.send_message(other.number, "one")
    missing = "Bad Request: message to edit not found"
    await expect_circumstance(api, telegram_bot.edit_message_text("two", person.number, 999), missing)
    await expect_circumstance(api, telegram_bot.edit_message_text("two", person.number, sent.message_id), missing)
    unknown = telegram_bot.edit_message_text("two", 12345, sent.message_id)
    await expect_circumstance(api, unknown, "Bad Request: chat not found")


async def test_what_must_not_be_edited_is_refused(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """The person's messages and messages with a reply keyboard cannot be edited, and a place has no text."""
    sent = await telegram_bot.send_message(person.number, "one", reply_markup=ReplyKeyboardMarkup([["Go"]]))
    words = "Bad Request: message can't be edited"
    await expect_breach(api, telegram_bot.edit_message_text("two", person.number, sent.message_id), words)
    await expect_breach(api, telegram_bot.edit_message_text("two", person.number, person.chat[0].number), words)
    place = await telegram_bot.send_location(person.number, 51, 3)
    call = telegram_bot.edit_message_text("two", person.number, place.message_id)
    await expect_breach(api, call, "there is no text in the message to edit")


async def test_a_long_edit_is_refused(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """An edit has the same limit as a message, in other words."""
    sent = await telegram_bot.send_message(person.number, "one")
    call = telegram_bot.edit_message_text("a" * 4097, person.number, sent.message_id)
    await expect_breach(api, call, "Bad Request: MESSAGE_TOO_LONG")


async def test_messages_are_deleted_for_48_hours(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """Young messages of bot and person go; older ones stay, with Telegram's words."""
    sent = await telegram_bot.send_message(person.number, "one")
    await telegram_bot.delete_message(person.number, person.chat[0].number)
    api.clock.advance(hours=47)
    await telegram_bot.delete_message(person.number, sent.message_id)
    assert person.chat == []
    old = await telegram_bot.send_message(person.number, "two")
    api.clock.advance(hours=48)
    call = telegram_bot.delete_message(person.number, old.message_id)
    await expect_circumstance(api, call, "Bad Request: message can't be deleted for everyone")
    call = telegram_bot.delete_message(person.number, sent.message_id)
    await expect_circumstance(api, call, "Bad Request: message to delete not found")


async def test_bulk_deletion_answers_true_whatever_it_found(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """Numbers of nobody, of other chats and of old messages are passed over in silence."""
    other = api.person()
    await other.sends("/start", waits=False)
    old = await telegram_bot.send_message(person.number, "old")
    api.clock.advance(hours=49)
    await telegram_bot.send_message(person.number, "young")
    assert await telegram_bot.delete_messages(person.number, list(range(1, 101)))
    assert [screen.number for screen in person.chat] == [1, old.message_id]
    assert len(other.chat) == 1


async def test_bulk_deletion_has_bounds(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """More than a hundred numbers, or none, are refused."""
    call = telegram_bot.delete_messages(person.number, list(range(1, 102)))
    await expect_breach(api, call, "too many message identifiers specified")
    await expect_breach(api, telegram_bot.delete_messages(person.number, []), "identifiers are not specified")


async def test_one_counter_numbers_all_chats(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """Message numbers run on across chats."""
    other = api.person()
    await other.sends("/start", waits=False)
    first = await telegram_bot.send_message(person.number, "one")
    second = await telegram_bot.send_message(other.number, "two")
    assert (first.message_id, second.message_id) == (3, 4)


async def test_a_left_group_is_closed(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A bot that has left a group cannot write there, and a private chat cannot be left."""
    group = await person.adds_bot_to_group(waits=False)
    await telegram_bot.send_message(group.number, "goodbye")
    await telegram_bot.leave_chat(group.number)
    call = telegram_bot.send_message(group.number, "hello")
    await expect_circumstance(api, call, "Forbidden: bot is not a member of the group chat")
    await expect_breach(api, telegram_bot.leave_chat(person.number), "can't be changed in private chats")
    assert [screen.text for screen in group.chat] == ["", "goodbye"]
