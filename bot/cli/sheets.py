"""`wegwijs sheets`: topics on paper, as files that an organisation can print or mail."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from bot.cli.asking import refuse_unknown
from bot.cli.opening import content_folder, open_settings, open_sound
from bot.content.talks import BELGIUM


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--language", "languages", multiple=True, help="ar; several: repeat it. Without it: all languages.")
@click.option("--topic", "topics", multiple=True, help="detention; several: repeat it. Without it: all topics.")
@click.option("--address", default="", help="Where the web page is, for the QR code, if not as in bot.yaml.")
def sheets(folder: Path, languages: tuple[str, ...], topics: tuple[str, ...], address: str) -> None:
    """Write each topic in each language as one HTML file for A4 paper, which works without internet."""
    from bot.channels.web.fonts import carried_faces
    from bot.channels.web.sheets import write_sheet
    from bot.dialogue.sheet import make_sheet
    from bot.i18n.locales import LANGUAGES

    _, content = open_sound(content_folder(None))
    library = replace(content, require_review=open_settings().require_review)
    address = address.rstrip("/") or library.bot.web.address
    refuse_unknown("--language", languages, library.locales)
    refuse_unknown("--topic", topics, library.flows)
    today = datetime.now(BELGIUM).date()
    folder.mkdir(parents=True, exist_ok=True)
    for topic in topics or library.flows:
        for locale in languages or library.locales:
            sheet = make_sheet(library, library.flows[topic], locale, today)
            faces = carried_faces(LANGUAGES[locale].script)
            paper = write_sheet(library, sheet, address, faces, is_file=True)
            file = folder / f"{topic}.{locale}.html"
            file.write_text(paper.html, encoding="utf-8")
            click.echo(f"{file}: {len(sheet.sections)} pages")
    click.echo("To print, open a file in Chromium, Chrome or Edge. Print it anew when the content changes.")
    if not address:
        click.echo(
            "These sheets have no QR code: write where the web page is into web: address: in bot.yaml.", err=True
        )
