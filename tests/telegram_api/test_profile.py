"""Tests: what the bot says about itself."""

from collections.abc import Awaitable, Callable

import pytest
from telegram import Bot, BotCommand, MenuButtonCommands

from tests.telegram_api.expectations import expect_breach
from tests.telegram_api.stand_in import StandIn

pytest_plugins = ["tests.telegram_api.fixtures"]

Making = Callable[[Bot], Awaitable[object]]
REFUSED: list[tuple[Making, str]] = [
    (lambda bot: bot.set_my_commands([]), "expected 1 to 100 commands"),
    (lambda bot: bot.set_my_commands([("a", "b")] * 101), "expected 1 to 100 commands"),
    (lambda bot: bot.set_my_commands([("Start", "b")]), "BOT_COMMAND_INVALID"),
    (lambda bot: bot.set_my_commands([("a" * 33, "b")]), "BOT_COMMAND_INVALID"),
    (lambda bot: bot.set_my_commands([("a", "b" * 257)]), "BOT_COMMAND_DESCRIPTION_INVALID"),
    (lambda bot: bot.set_my_commands([("a", " ")]), "BOT_COMMAND_DESCRIPTION_INVALID"),
    (lambda bot: bot.set_my_commands([("a", "b")], language_code="ckb"), "invalid language code"),
    (lambda bot: bot.set_my_description("a" * 513), "bot description is too long"),
    (lambda bot: bot.set_my_short_description("a" * 121), "bot short_description is too long"),
    (lambda bot: bot.set_my_name("a" * 65), "bot name is too long"),
    (lambda bot: bot.set_my_name("a", language_code="FR"), "invalid language code"),
]


async def test_commands_are_kept_by_language(telegram_bot: Bot) -> None:
    """Each language has its own commands, exactly as set."""
    await telegram_bot.set_my_commands([("start", "Begin")])
    await telegram_bot.set_my_commands([("start", "Commencer")], language_code="fr")
    assert await telegram_bot.get_my_commands() == (BotCommand("start", "Begin"),)
    assert await telegram_bot.get_my_commands(language_code="fr") == (BotCommand("start", "Commencer"),)
    await telegram_bot.delete_my_commands(language_code="fr")
    assert await telegram_bot.get_my_commands(language_code="fr") == ()


async def test_descriptions_are_kept_by_language(telegram_bot: Bot) -> None:
    """Name and descriptions at their limits are kept; a language without its own has the default."""
    await telegram_bot.set_my_description("a" * 512)
    await telegram_bot.set_my_short_description("b" * 120, language_code="nl")
    await telegram_bot.set_my_name("Wegwijs", language_code="nl")
    assert (await telegram_bot.get_my_description(language_code="ar")).description == "a" * 512
    assert (await telegram_bot.get_my_short_description(language_code="nl")).short_description == "b" * 120
    assert (await telegram_bot.get_my_short_description()).short_description == ""
    assert (await telegram_bot.get_my_name("nl")).name == "Wegwijs"


async def test_the_menu_button_is_kept(api: StandIn, telegram_bot: Bot) -> None:
    """The default menu button holds for every chat."""
    person = api.person()
    await person.sends("/start", waits=False)
    await telegram_bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert await telegram_bot.get_chat_menu_button(person.number) == MenuButtonCommands()
    assert (await telegram_bot.get_chat(person.number)).first_name == person.account.first_name


@pytest.mark.parametrize(("make", "words"), REFUSED)
async def test_profile_limits_hold(api: StandIn, telegram_bot: Bot, make: Making, words: str) -> None:
    """Commands, descriptions, names and language codes out of bounds are refused."""
    await expect_breach(api, make(telegram_bot), words)
