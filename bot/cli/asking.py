"""What commands that ask have in common: a question with its option, one folder, what is written, what comes next."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from bot.content.reader import Reading
from bot.editors.adding import Files, accept

FOLDER = click.option("--folder", help="The content folder; without it, the one of CONTENT_DIR.")


def ask(name: str, question: str, default: str | None = None) -> Callable[[Any], Any]:
    """Return an option that is asked for if it is not given (any: click's own signature)."""
    return click.option(f"--{name}", prompt=question, default=default, show_default=bool(default), help=question)


def refuse_unknown(option: str, wished: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a language or a topic that does not exist, before anything is written."""
    names = list(known)
    for name in wished:
        if name not in names:
            raise click.BadParameter(f"{name!r} does not exist. Possible: {', '.join(names)}", param_hint=option)


def write_accepted(target: Path, reading: Reading, changed: Files) -> None:
    """Write what changes in a content folder, unless the content would have an error that it had not before."""
    accepted = accept(reading.files, reading.sounds, changed)
    for name, data in accepted.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    names = [name for name in accepted if not name.startswith("locales/")]
    click.echo(f"Written: {', '.join(names)}.")


def say_next(*lines: str) -> None:
    """Say what is left to do, one line each."""
    click.echo("Next:")
    for line in lines:
        click.echo(f"- {line}")
