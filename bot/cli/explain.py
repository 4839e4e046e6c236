"""`wegwijs explain CODE`: what a code of `wegwijs check` means, from docs/checks.md."""

import re
import sys
from importlib.resources import files
from pathlib import Path

import click

from bot.content.checks.codes import Code
from bot.content.marks import suggest


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what a code of `wegwijs check` means, why it matters to readers, and the mend."""
    wanted = code.strip().lower()
    if wanted not in set(Code):
        click.echo(f'There is no code "{code}". {suggest(wanted, [each.value for each in Code])}', err=True)
        sys.exit(1)
    click.echo(section_of(read_page(), wanted))


def read_page() -> str:
    """Return docs/checks.md: the copy in an installed package, else the page of this checkout."""
    packaged = files("bot").joinpath("checks.md")
    page = packaged if packaged.is_file() else Path(__file__).parents[2] / "docs" / "checks.md"
    return page.read_text(encoding="utf-8")


def section_of(page: str, code: str) -> str:
    """Return what stands below the heading of a code, for a terminal: without the signs of Markdown."""
    section = page.split(f"\n### {code}\n", 1)[1].split("\n#", 1)[0]
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", section).replace("**", "").replace("`", "")
    return f"{code}\n\n{re.sub(r'^- ', '', words.strip(), flags=re.MULTILINE)}"
