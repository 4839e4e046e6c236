"""`wegwijs chat`: a conversation in the terminal; nothing is kept or counted on disk, unless it is to be a talk."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

import click

from bot.channels.terminal import Terminal
from bot.cli.opening import open_settings
from bot.content.library import Library


@click.command()
@click.option("--language", default="en", help="The language of the phone that this terminal stands for.")
@click.option(
    "--record",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was played as a talk into this new file: content/talks/<name>.talk.",
)
@click.option("--title", default="A conversation", show_default=True, help="What that talk shows: its first line.")
def chat(language: str, file: Path | None, title: str) -> None:
    """Talk with the bot here: a button's number, words, /menu, or @ 51.05, 3.72 for a point."""
    from bot.app import clock, load_library
    from bot.reception import Reception
    from bot.storage.memory import MemoryCounters, MemoryPreferences

    if file is not None and file.exists():
        raise click.UsageError(f"{file} exists. Choose another name, or delete it first.")
    library = load_library(open_settings())
    reception = Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"terminal")
    start = clock().replace(second=0, microsecond=0)
    # A talk happens at one moment; without one, the clock goes on.
    terminal = Terminal(reception, (lambda: start) if file else clock, language)
    asyncio.run(_talk(terminal))
    if file is not None:
        _write(library, terminal, language, file, (title, start))


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


def _write(library: Library, terminal: Terminal, language: str, file: Path, head: tuple[str, datetime]) -> None:
    from bot.dialogue.talk_writing import Conversation, write_talk

    played = Conversation(terminal.played, [language, terminal.language], head[1])
    text = write_talk(library, head[0], played)
    if text is None:
        raise click.ClickException(
            "This conversation cannot be written as a talk: two buttons with the same words were on a page, or words "
            "were typed in two languages. Play it again in one language."
        )
    file.write_text(text, encoding="utf-8")
    click.echo(f"\n{len(terminal.played)} moves in {file}. The talk holds. Take out lines that do not matter.")
