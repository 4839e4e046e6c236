"""`wegwijs check`: reads the whole content and prints every issue with its place and its mend."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from bot.cli.check_words import as_changes, as_github, as_json, as_report
from bot.cli.opening import content_folder
from bot.content.audio import AUDIO_FOLDER
from bot.content.fixing import Change, fix_file
from bot.content.in_step import bring_in_step
from bot.content.issues import has_errors
from bot.content.talks import BELGIUM
from bot.dialogue.checking import Checking
from bot.storage.content_folder import read_folder, read_sounds, write_files

_OURS = ("locales/", AUDIO_FOLDER)
"""Folders whose files are written by commands alone."""


@click.command()
@click.argument("folder", required=False)
@click.option("--today", "with_today", is_flag=True, help="Also say what is too old or over today.")
@click.option("--fix", "with_fix", is_flag=True, help="First mend what needs no thought, and say what that was.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(folder: str | None, form: str, *, with_today: bool, with_fix: bool) -> None:
    """Check the content, every language and every talk; ends with 1 if there is an error."""
    target = content_folder(folder)
    checking = Checking()
    today = datetime.now(BELGIUM).date() if with_today else None
    if with_fix:
        click.echo(as_changes(fix(checking, target, today)), err=form != "text")
    files, sounds = read_folder(target), read_sounds(target)
    _, issues = checking.check(files, sounds, today)
    match form:
        case "json":
            click.echo(as_json(issues))
        case "github":
            click.echo("\n".join(as_github(issue, target) for issue in issues))
        case _:
            click.echo(as_report(issues, len(files) + len(sounds)))
    if has_errors(issues):
        sys.exit(1)


def fix(checking: Checking, target: Path, today: date | None) -> list[Change]:
    """Mend what needs no thought in a folder, and return what that was."""
    files = read_folder(target)
    changes: list[Change] = []
    mended: dict[str, bytes] = {}
    for file, data in files.items():
        if file.endswith((".yaml", ".talk")) and not file.startswith(_OURS):
            new, found = fix_file(file, data)
            changes += found
            mended |= {file: new} if new != data else {}
    library, issues = checking.check(files | mended, read_sounds(target), today)
    if library is not None and not has_errors(issues):
        in_step = bring_in_step(checking.reading, library)
        changes += [Change(file, 0, "brought in step with the content") for file in in_step]
        mended |= in_step
    write_files(target, mended)
    return changes
