"""Tests: the bot's profile."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from telegram import Bot

from bot.channels.telegram.profile import update_profile
from bot.content.library import Library
from bot.dialogue.respond import COMMANDS
from bot.i18n.locales import LANGUAGES
from tests.channels.telegram.conftest import Running
from tests.telegram_api.stand_in import StandIn


def changes(api: StandIn) -> Iterator[str]:
    return (call.method for call in api.calls if call.method.startswith("set"))


async def test_each_language_that_telegram_knows_has_its_profile(
    api: StandIn, telegram_bot: Bot, library: Library
) -> None:
    """English is the default; the others follow where Telegram has a code for them."""
    await update_profile(telegram_bot, library)
    commands = await telegram_bot.get_my_commands()
    assert [command.command for command in commands] == list(COMMANDS)
    spoken = [code for name in library.locales if name != "en" and (code := LANGUAGES[name].telegram)]
    assert len(api.calls_of("setMyCommands")) == 1 + len(spoken)
    for code in spoken:
        assert len(await telegram_bot.get_my_commands(language_code=code)) == len(COMMANDS)
    about = await telegram_bot.get_my_short_description()
    assert about.short_description == library.bot.about.strip()


async def test_a_language_without_a_code_has_no_profile(api: StandIn, telegram_bot: Bot, library: Library) -> None:
    """Telegram has no two letters for Dari: its readers see the default."""
    spoken = {"en": library.bot.locales["en"], "prs": library.bot.locales["en"]}
    own = replace(library, bot=library.bot.model_copy(update={"locales": spoken}))
    await update_profile(telegram_bot, own)
    assert [call.parameters.get("language_code") for call in api.calls_of("setMyCommands")] == [None]


async def test_what_is_right_already_is_not_set_again(api: StandIn, telegram_bot: Bot, library: Library) -> None:
    """Telegram allows few changes a day."""
    await update_profile(telegram_bot, library)
    before = len(list(changes(api)))
    await update_profile(telegram_bot, library)
    assert len(list(changes(api))) == before


async def test_a_refused_profile_is_only_logged(
    api: StandIn, telegram_bot: Bot, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    """The bot answers all the same."""
    api.fail_next("setMyDescription", status=429, retry_after=3600)
    await update_profile(telegram_bot, library)
    assert "profile is not up to date (RetryAfter)" in caplog.text


async def test_a_bug_in_the_profile_stops_no_answers(
    api: StandIn, running: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The fault is logged by its place, and people are answered."""

    async def stumble(*_parameters: object) -> None:
        raise LookupError("bot.about")

    monkeypatch.setattr("bot.channels.telegram.runner.update_profile", stumble)
    person = api.person()
    async with running():
        await person.sends("/menu")
    assert person.screen.rows
    assert "could not be brought up to date: LookupError at test_profile.py" in caplog.text
