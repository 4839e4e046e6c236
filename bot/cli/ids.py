"""`wegwijs ids`: records every new id and its key in ids.lock, for life."""

import click

from bot.cli.opening import content_folder, open_reading
from bot.content.checks.codes import Code
from bot.content.keys import write_lock
from bot.content.reader import LOCK_FILE
from bot.errors import ContentFaultyError


@click.command()
@click.argument("folder", required=False)
def ids(folder: str | None) -> None:
    """Record the ids of new steps, places and answers, so that their buttons work for ever."""
    target = content_folder(folder)
    reading, library = open_reading(target)
    broken = next((issue for issue in reading.issues if issue.code == Code.IDS_LOCK), None)
    if broken is not None:
        raise ContentFaultyError(f"{broken.sentence} {broken.mend}")
    new = len(set(library.keys.by_id) - set(reading.recorded))
    if new:
        (target / LOCK_FILE).write_bytes(write_lock(library.keys.by_id))
    click.echo(f"{new} new, {len(library.keys.by_id)} in {target / LOCK_FILE}.")
