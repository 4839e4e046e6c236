"""`wegwijs diff`: what changed in the content, in words."""

from pathlib import Path

import click

from bot.cli.opening import content_folder
from bot.content.reader import Reading, read_content
from bot.errors import ContentFaultyError
from bot.storage.content_folder import read_folder, read_sounds
from bot.storage.revisions import read_revision

RANGE = ".."
_COLOURS = {"old": "red", "new": "green"}


@click.command()
@click.argument("revisions", metavar="[REV | REV1..REV2]", default="HEAD")
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
def diff(revisions: str, form: str) -> None:
    """Say what changed since REV (else: since the last commit), or from REV1 to REV2.

    [− words that went], [+ words that came]. Markdown is for a comment on GitHub.
    """
    from bot.editors.differences import compare
    from bot.editors.differences_words import SIGNS, write_markdown, write_text

    folder = content_folder(None)
    first, _, second = revisions.partition(RANGE)
    names = (f"at {first}", f"at {second}" if second else "now")
    differences = compare(read_past(folder, first), read_past(folder, second) if second else _read_now(folder), names)
    if differences.unread and differences.is_empty and any("bot.yaml" in one for one in differences.unread):
        raise ContentFaultyError("\n".join(differences.unread))
    if form == "markdown":
        click.echo(write_markdown(differences), nl=False)
    else:

        def paint(kind: str, words: str) -> str:
            return click.style(f"{SIGNS[kind]}{words}]", fg=_COLOURS[kind])

        click.echo(write_text(differences, paint), nl=False)


def read_past(folder: Path, revision: str) -> Reading:
    """Return the content as it was at a revision."""
    past = read_revision(folder, revision)
    return read_content(past.files, past.sounds)


def _read_now(folder: Path) -> Reading:
    return read_content(read_folder(folder), read_sounds(folder))
