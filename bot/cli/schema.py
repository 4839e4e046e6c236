"""`wegwijs schema`: writes the JSON Schemas with which an editor's program completes and explains keys."""

import json

import click

from bot.cli.opening import content_folder
from bot.content.forms import SCHEMA_FOLDER, schema_files


@click.command()
@click.argument("folder", required=False)
def schema(folder: str | None) -> None:
    """Write a JSON Schema for each kind of content file into the folder schema/ of the content."""
    target = content_folder(folder)
    (target / SCHEMA_FOLDER).mkdir(exist_ok=True)
    written = schema_files()
    for name, form in written.items():
        (target / name).write_text(json.dumps(form, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    click.echo(f"{len(written)} schemas in {target / SCHEMA_FOLDER}.")
