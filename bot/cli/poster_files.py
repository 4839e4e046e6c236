"""The files of a campaign: its code as a drawing and a picture, and its poster on each paper."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from bot.channels.telegram.start_links import start_link
from bot.channels.web.posters import (
    MOST_LANGUAGES,
    PAPERS,
    Paper,
    Poster,
    missing_words,
    unread_words,
    web_link,
    write_poster,
)
from bot.channels.web.qr_codes import png_file, svg_file
from bot.cli.asking import refuse_unknown
from bot.cli.opening import open_settings
from bot.content.facts import OPERATOR
from bot.content.library import Library
from bot.content.model import Campaign


def choose_papers(paper: str) -> tuple[Paper, ...]:
    """Return the sizes that a word names: a4, a6, both."""
    return tuple(size for size in PAPERS if paper in {size, "both"})


def choose_languages(library: Library, wished: str, papers: Sequence[Paper], first: str) -> tuple[str, ...]:
    """Return the languages of a poster: those named, else the first ones of the bot behind that of the campaign.

    Raises:
        click.BadParameter: one does not exist, is not translated, or there is no room for so many.
    """
    room = min(MOST_LANGUAGES[paper] for paper in papers)
    named = tuple(dict.fromkeys(part.strip() for part in wished.split(",") if part.strip()))
    refuse_unknown("--languages", named, library.locales)
    chosen = named or tuple(dict.fromkeys([*([first] if first in library.locales else []), *library.locales]))[:room]
    if len(chosen) > room:
        sizes = " and ".join(f"{MOST_LANGUAGES[paper]} on {paper.upper()}" for paper in papers)
        mend = "Name fewer, or choose --paper a4." if len(chosen) <= MOST_LANGUAGES["a4"] else "Name fewer."
        raise click.BadParameter(
            f"{len(chosen)} languages; there is room for {sizes}. {mend}", param_hint="--languages"
        )
    missing = missing_words(library, chosen)
    if missing:
        mend = "Translate bot.about and the texts interface.poster-… first, or leave them out."
        raise click.BadParameter(
            f"The poster's words are missing in {', '.join(missing)}. {mend}", param_hint="--languages"
        )
    return chosen


def make_poster(library: Library, campaign: Campaign, user_name: str, locale: str) -> Poster:
    """Return what a campaign's poster leads to; the locale is that of the page in a browser if it names none."""
    return Poster(campaign, user_name, start_link(user_name, campaign.id), web_link(library, campaign, locale))


def write_files(
    library: Library, poster: Poster, locales: Sequence[str], papers: Sequence[Paper], folder: Path
) -> None:
    """Write a campaign's code and its posters into a folder, and say where they lead and who has read their words."""
    library = replace(library, require_review=open_settings().require_review)
    name = poster.campaign.id
    made = {f"{name}.svg": svg_file(poster.link), f"{name}.png": png_file(poster.link)}
    for paper in papers:
        made[f"{name}-{paper}.html"] = write_poster(library, poster, locales, paper).encode()
    folder.mkdir(parents=True, exist_ok=True)
    for file, data in made.items():
        (folder / file).write_bytes(data)
        click.echo(f"{folder / file}")
    click.echo(f"The code leads to {poster.link}")
    if poster.web_link:
        click.echo(f"The small code leads to {poster.web_link}")
    click.echo(f"The poster says who runs the bot: {library.facts[OPERATOR].value}")
    unread = unread_words(library, poster, locales)
    if unread:
        click.echo(f"Machine translation that nobody has read: {', '.join(unread)}. Have it read before you print.")
    click.echo("To print, open an .html file in a browser, and choose its paper and a scale of 100 %.")
