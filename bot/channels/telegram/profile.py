"""What people see of the bot before they write to it: commands, description, short description."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.dialogue.respond import COMMANDS
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE

log = logging.getLogger(__name__)


async def update_profile(bot: Bot, library: Library) -> None:
    """Bring the profile in step with the content in each language that Telegram knows; English is everybody's else.

    Only what differs is set: Telegram allows few such changes. A failure costs the profile, never an answer.
    """
    pairs = [(SOURCE_LOCALE, "")]
    pairs += [(locale, LANGUAGES[locale].telegram or "") for locale in library.locales if locale != SOURCE_LOCALE]
    try:
        for locale, code in pairs:
            if code or locale == SOURCE_LOCALE:
                await _update_language(bot, library, locale, code or None)
    except TelegramError as problem:
        log.warning("The bot's profile is not up to date (%s); it is tried at the next start.", type(problem).__name__)


def commands_of(library: Library, locale: str) -> tuple[BotCommand, ...]:
    """Return the commands and what they do, in a language."""
    return tuple(BotCommand(name, library.say(locale, Phrase(f"command-{name}"))) for name in COMMANDS)


async def _update_language(bot: Bot, library: Library, locale: str, code: str | None) -> None:
    commands = commands_of(library, locale)
    if await bot.get_my_commands(language_code=code) != commands:
        await bot.set_my_commands(commands, language_code=code)
    description = library.text(locale, "bot.description").strip()
    if (await bot.get_my_description(language_code=code)).description != description:
        await bot.set_my_description(description, language_code=code)
    about = library.text(locale, "bot.about").strip()
    if (await bot.get_my_short_description(language_code=code)).short_description != about:
        await bot.set_my_short_description(about, language_code=code)
