"""The command `wegwijs`: finds the wanted command and turns errors into one clear line."""

import importlib
import sys

import click

from bot.errors import WegwijsError

COMMANDS = {
    "run": "bot.cli.run:run",
    "audio": "bot.cli.audio:audio",
    "campaign": "bot.cli.campaign:campaign",
    "chat": "bot.cli.chat:chat",
    "check": "bot.cli.check:check",
    "diff": "bot.cli.diff:diff",
    "explain": "bot.cli.explain:explain",
    "graph": "bot.cli.graph:graph",
    "ids": "bot.cli.ids:ids",
    "new": "bot.cli.new:new",
    "operators": "bot.cli.operators:operators",
    "places": "bot.cli.places:places",
    "preview": "bot.cli.preview:preview",
    "questions": "bot.cli.questions:questions",
    "review": "bot.cli.review:review",
    "schema": "bot.cli.schema:schema",
    "screens": "bot.cli.screens:screens",
    "sheets": "bot.cli.sheets:sheets",
    "stats": "bot.cli.stats:stats",
    "talks": "bot.cli.talks:talks",
    "translations": "bot.cli.translations:translations",
}
"""A command is imported when it runs, so that none waits for what another needs."""


class LazyGroup(click.Group):
    """A group that imports a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None if there is none of this name."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup)
@click.version_option(package_name="wegwijs")
def wegwijs() -> None:
    """Wegwijs: factual information for people without secure residence in Belgium."""


def main() -> None:
    """Run a command; an error of ours ends it with its message and its exit code, never with a traceback."""
    try:
        wegwijs(standalone_mode=True)
    except WegwijsError as problem:
        click.echo(str(problem), err=True)
        sys.exit(problem.exit_code)
