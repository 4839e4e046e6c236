"""`wegwijs run`: the bot on Telegram and in the browser, until it is told to stop."""

import asyncio

import click

from bot.cli.opening import open_settings
from bot.errors import SettingsError


@click.command()
@click.option(
    "--channel",
    "channels",
    multiple=True,
    type=click.Choice(["telegram", "web", "terminal"]),
    help="telegram: refuse to start without TELEGRAM_BOT_TOKEN. web: without Telegram. terminal: talk here. "
    "Without it: Telegram if the token is set. The browser page is always there, except with terminal.",
)
def run(channels: tuple[str, ...]) -> None:
    """Start the bot."""
    from bot.app import serve
    from bot.logs import configure_logs

    settings = open_settings()
    configure_logs(settings.log_level, settings.log_format)
    if "terminal" in channels:
        from bot.cli.chat import chat

        click.get_current_context().invoke(chat)
        return
    wanted = frozenset(channels) or frozenset({"web"} | ({"telegram"} if settings.telegram_bot_token else set()))
    if "telegram" in wanted and not settings.telegram_bot_token:
        raise SettingsError("TELEGRAM_BOT_TOKEN is not set. Get a token from BotFather and set it.")
    asyncio.run(serve(settings, wanted, click.echo))
