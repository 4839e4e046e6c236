"""`wegwijs chat`: a conversation in the terminal; nothing is kept or counted on disk."""

import asyncio
import sys

import click

from bot.channels.terminal import Terminal
from bot.cli.opening import open_settings


@click.command()
@click.option("--language", default="en", help="The language of the phone that this terminal stands for.")
def chat(language: str) -> None:
    """Talk with the bot here: a button's number, words, /menu, or @ 51.05, 3.72 for a point."""
    from bot.app import clock, load_library
    from bot.reception import Reception
    from bot.storage.memory import MemoryCounters, MemoryPreferences

    library = load_library(open_settings())
    reception = Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"terminal")
    terminal = Terminal(reception, clock, language)
    asyncio.run(_talk(terminal))


async def _talk(terminal: Terminal) -> None:
    click.echo(await terminal.open())
    while True:
        line = await asyncio.to_thread(_read_line)
        if line is None:
            return
        if line:
            click.echo(await terminal.answer(line))


def _read_line() -> str | None:
    """Return the next line, "" for an empty one, None at the end of the input."""
    if sys.stdin.isatty():
        click.echo("\n> ", nl=False)
    line = sys.stdin.readline()
    return line.strip() if line else None
