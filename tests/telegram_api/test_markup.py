"""Tests: keyboards."""

from typing import Any

import pytest
from telegram import Bot, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from tests.telegram_api.expectations import expect_breach
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

pytest_plugins = ["tests.telegram_api.fixtures"]

ACCEPTED = [
    {"callback_data": "я" * 32},
    {"url": "https://example.org/"},
    {"url": "tg://resolve?domain=example"},
    {"copy_text": CopyTextButton("+3222272700")},
]
REFUSED = [
    ({"callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
    ({"callback_data": ""}, "BUTTON_DATA_INVALID"),
    ({"url": "tel:+3222272700"}, "inline keyboard button URL 'tel:+3222272700' is invalid"),
    ({"url": "mailto:a@example.org"}, "Unsupported URL protocol"),
    ({"url": "ftp://example.org/"}, "Unsupported URL protocol"),
    ({"url": "https://localhost/"}, "Wrong HTTP URL"),
    ({"copy_text": CopyTextButton("a" * 257)}, "BUTTON_COPY_TEXT_INVALID"),
    ({}, "Text buttons are unallowed in the inline keyboard"),
    ({"url": "https://example.org/", "callback_data": "a"}, "more than one action"),
    ({"switch_inline_query": "a"}, "not played by this stand-in"),
    ({"callback_data": "a", "api_kwargs": {"colour": "red"}}, "InlineKeyboardButton has no field colour"),
]


def keyboard(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[button] for button in buttons])


@pytest.fixture
async def person(api: StandIn) -> Person:
    someone = api.person()
    await someone.sends("/start", waits=False)
    return someone


@pytest.mark.parametrize("action", ACCEPTED, ids=str)
async def test_good_buttons_are_shown(telegram_bot: Bot, person: Person, action: dict[str, Any]) -> None:
    """A button with a text and one lawful action is shown."""
    button = InlineKeyboardButton("Go", **action)
    await telegram_bot.send_message(person.number, "text", reply_markup=keyboard(button))
    assert person.screen.rows == [["Go"]]


@pytest.mark.parametrize(("action", "words"), REFUSED, ids=str)
async def test_bad_buttons_are_refused(
    api: StandIn, telegram_bot: Bot, person: Person, action: dict[str, Any], words: str
) -> None:
    """A button with an unlawful action, with none, or with two is refused."""
    button = InlineKeyboardButton("Go", **action)
    call = telegram_bot.send_message(person.number, "text", reply_markup=keyboard(button))
    await expect_breach(api, call, words)


async def test_a_button_needs_a_text(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A button without a visible text is refused."""
    markup = keyboard(InlineKeyboardButton(" ", callback_data="a"))
    call = telegram_bot.send_message(person.number, "text", reply_markup=markup)
    await expect_breach(api, call, "button text must be non-empty")


async def test_a_hundred_buttons_are_the_limit(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A hundred buttons are accepted, one more is refused."""
    buttons = [InlineKeyboardButton("a", callback_data="a")] * 101
    await telegram_bot.send_message(person.number, "text", reply_markup=keyboard(*buttons[1:]))
    call = telegram_bot.send_message(person.number, "text", reply_markup=keyboard(*buttons))
    await expect_breach(api, call, "reply markup is too long")


async def test_ten_kilobytes_are_the_limit(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """Mark-up over 10 KB is refused, however few the buttons."""
    markup = keyboard(*[InlineKeyboardButton("a" * 600, callback_data="a")] * 20)
    call = telegram_bot.send_message(person.number, "text", reply_markup=markup)
    await expect_breach(api, call, "reply markup is too long")


async def test_an_empty_keyboard_is_none(telegram_bot: Bot, person: Person) -> None:
    """An inline keyboard without buttons leaves the message without one."""
    sent = await telegram_bot.send_message(person.number, "text", reply_markup=InlineKeyboardMarkup([]))
    assert sent.reply_markup is None
