"""`wegwijs screens`: every screen in several languages side by side, as one page for reading and reviewing."""

from pathlib import Path

import click

from bot.cli.diff import read_past
from bot.cli.opening import content_folder, open_reading
from bot.content.library import Library
from bot.content.marks import suggest

ALL = "all"


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--topic", "topics", multiple=True, help="detention; several: repeat it. Without it: all topics.")
@click.option(
    "--language", "languages", multiple=True, help="ar; several: repeat it; all. Without it: English and one more."
)
@click.option("--changed-since", "revision", default="", help="Only screens that differ from this commit or branch.")
def screens(file: Path, topics: tuple[str, ...], languages: tuple[str, ...], revision: str) -> None:
    """Write the screens into FILE: one page, as wide as small phones, that works without internet."""
    from bot.editors.screens import Wish, make_screens
    from bot.editors.screens_page import default_locales, write_screens

    folder = content_folder(None)
    _, library = open_reading(folder)
    locales = _locales(library, languages) or default_locales(library)
    for topic in topics:
        if topic not in library.flows:
            raise click.BadParameter(f"There is no topic {topic!r}. {suggest(topic, library.flows)}")
    before = read_past(folder, revision).library if revision else None
    if revision and before is None:
        click.echo(f"The content at {revision} cannot be read, so all screens are shown.", err=True)
    sections = make_screens(library, Wish(locales, topics), before)
    note = f"Content of {library.content_date}."
    if before is not None:
        note += f" Only what differs from {revision}, with how it was before."
    data = write_screens(library, sections, locales, note).encode()
    file.write_bytes(data)
    count = sum(len(sheet.screens) for section in sections for sheet in section.sheets)
    shown = "1 screen" if count == 1 else f"{count} screens"
    size = f"{len(data) / 1e6:.1f} MB" if len(data) > 1e6 else f"{len(data) / 1e3:.0f} kB"  # noqa: PLR2004 - a million bytes
    click.echo(f"{file}: {shown} in {', '.join(locales)}, {size}")


def _locales(library: Library, wished: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages asked for, in the order of bot.yaml.

    Raises:
        click.BadParameter: one of them is none of the bot's.
    """
    for locale in wished:
        if locale != ALL and locale not in library.locales:
            raise click.BadParameter(f"The bot does not speak {locale!r}. Possible: {', '.join(library.locales)}, all.")
    return tuple(locale for locale in library.locales if ALL in wished or locale in wished)
