"""`wegwijs talks`: how much of the content the talks hold true, and what none of them reaches."""

import click

from bot.cli.opening import content_folder, open_reading
from bot.dialogue.coverage import cover


@click.command()
@click.argument("folder", required=False)
def talks(folder: str | None) -> None:
    """Show which pages and buttons no talk reaches, with file and line."""
    target = content_folder(folder)
    reading, library = open_reading(target)
    covered = cover(reading, library)
    for missed in covered.missed:
        click.echo(f"{missed.mark.file}:{missed.mark.line} {missed.words}")
    click.echo(f"{len(library.talks)} talks reach {_share('pages', covered.steps_reached, covered.steps)}", nl=False)
    click.echo(f" and {_share('buttons', covered.options_reached, covered.options)}.")


def _share(what: str, part: int, whole: int) -> str:
    return f"{part} of {whole} {what} ({100 * part // whole if whole else 100} %)"
