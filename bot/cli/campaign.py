"""`wegwijs campaign`: a start link, its QR code and its poster; the figures of each campaign are counted by the bot."""

from pathlib import Path

import click

from bot.channels.telegram.start_links import start_link
from bot.cli.asking import FOLDER, ask, say_next, write_accepted
from bot.cli.opening import content_folder, open_reading, open_sound
from bot.cli.poster_files import choose_languages, choose_papers, make_poster, write_files
from bot.content.library import Library
from bot.editors.adding import Files, add_entry, add_user_name

_BOT = click.option(
    "--bot", "given_name", default="", help="The bot's user name on Telegram, if bot.yaml has none yet."
)
_BOT_QUESTION = "The bot's user name on Telegram, as BotFather gave it"
_PAPER = click.Choice(["a4", "a6", "both"], case_sensitive=False)
_LANGUAGES_QUESTION = (
    "Languages on the poster, with commas, the most important first; empty: the first ones of bot.yaml"
)
_OUT_QUESTION = "Folder for the files"


@click.group()
def campaign() -> None:
    """Make a start link for a flyer, its QR code and its poster."""


@campaign.command()
@ask("id", "Id of the campaign, for life (small letters, digits, hyphens; at most 31)")
@ask("name", "Its name, for operators; not shown to people")
@ask("to", "Page that its link opens (flow.step); empty: the menu", "")
@ask("locale", "Language in which it opens, such as ar; empty: the phone's own", "")
@ask("languages", _LANGUAGES_QUESTION, "")
@click.option("--paper", type=_PAPER, default="both", show_default=True, prompt="Paper", help="Size of the poster.")
@ask("out", _OUT_QUESTION, "posters")
@_BOT
@FOLDER
def new(folder: str | None, given_name: str, **given: str) -> None:
    """Add a campaign to campaigns.yaml, and make its files. Each answer can be given as an option."""
    target = content_folder(folder)
    reading, library = open_sound(target)
    papers = choose_papers(given["paper"])
    languages = choose_languages(library, given["languages"], papers, given["locale"])
    user_name, changed = _user_name(reading.files, library, given_name)
    values = {key: given[key] for key in ("name", "to", "locale")}
    write_accepted(target, reading, {**changed, **add_entry(reading.files, "campaigns.yaml", given["id"], values)})
    _, library = open_sound(target)
    made = make_poster(library, library.campaigns[given["id"]], user_name, languages[0])
    write_files(library, made, languages, papers, Path(given["out"]))
    say_next(
        "Scan the code on the printed paper with a phone before you put it up.",
        f"Other languages, into another folder: wegwijs campaign poster {given['id']} --languages ar,ti --out other",
        "How often its link was used: wegwijs stats",
    )


@campaign.command()
@click.argument("campaign_id", metavar="ID")
@click.option("--languages", default="", help=f"{_LANGUAGES_QUESTION}.")
@click.option("--paper", type=_PAPER, default="both", show_default=True, help="Size of the poster.")
@click.option("--out", default="posters", show_default=True, help=f"{_OUT_QUESTION}.")
@_BOT
@FOLDER
def poster(campaign_id: str, folder: str | None, given_name: str, **given: str) -> None:
    """Make the files of a campaign again: in other languages, or after the content changed."""
    target = content_folder(folder)
    reading, library = open_sound(target)
    found = library.campaigns.get(campaign_id)
    if found is None:
        known = ", ".join(library.campaigns) or "none yet: wegwijs campaign new"
        raise click.BadParameter(f"There is no campaign {campaign_id!r}. There are: {known}", param_hint="ID")
    papers = choose_papers(given["paper"])
    languages = choose_languages(library, given["languages"], papers, found.locale or "")
    user_name, changed = _user_name(reading.files, library, given_name)
    if changed:
        write_accepted(target, reading, changed)
    write_files(library, make_poster(library, found, user_name, languages[0]), languages, papers, Path(given["out"]))


@campaign.command("list")
@FOLDER
def list_(folder: str | None) -> None:
    """List all campaigns with their links."""
    _, library = open_reading(content_folder(folder))
    user_name = library.bot.telegram.user_name
    for found in library.campaigns.values():
        click.echo(f"{found.id}: {found.name}")
        if user_name:
            click.echo(f"  {start_link(user_name, found.id)}")
        click.echo(f"  opens {found.to or 'the menu'} in {found.locale or 'the language of the phone'}")
    if not library.campaigns:
        click.echo("There is no campaign yet: wegwijs campaign new")
    if not user_name:
        click.echo("The links are not known: write the bot's name into telegram: user-name: in bot.yaml.", err=True)


def _user_name(files: Files, library: Library, given: str) -> tuple[str, Files]:
    """Return the bot's user name, and bot.yaml with it if it did not stand there.

    No option overrules bot.yaml: a poster that names another bot leads people to somebody else.
    """
    known = library.bot.telegram.user_name
    name = given.strip().removeprefix("https://").removeprefix("t.me/").removeprefix("@")
    if not known:
        name = name or click.prompt(_BOT_QUESTION).strip().removeprefix("@")
        return name, add_user_name(files, name)
    if name and name.lower() != known.lower():
        mend = "Change telegram: user-name: there if the bot has a new name."
        raise click.BadParameter(f"{name!r} is not the name in bot.yaml, {known!r}. {mend}", param_hint="--bot")
    return known, {}
