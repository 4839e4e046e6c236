"""`wegwijs questions`: what the bot answers, as a page for people who judge the content."""

import click

from bot.cli.opening import content_folder, open_reading
from bot.content.questions import questions_page


@click.command()
@click.argument("folder", required=False)
def questions(folder: str | None) -> None:
    """Print what people ask, the page that answers it, and its sources with their dates, as Markdown."""
    _, library = open_reading(content_folder(folder))
    click.echo(questions_page(library), nl=False)
