"""`wegwijs operators`: what those who run the bot set up for themselves."""

import click

QUOTED = "OPERATOR_PASSWORD_HASH='{hash}'"


@click.group()
def operators() -> None:
    """Set up what operators see."""


@operators.command()
def password() -> None:
    """Ask twice for a new password of the operators' pages, and print its hash."""
    from bot.operators.passwords import LEAST_LETTERS, MOST_LETTERS, hash_password

    click.echo(f"A password for the operators' pages, at least {LEAST_LETTERS} letters. It is not shown.", err=True)
    while True:
        words = click.prompt("Password", hide_input=True, confirmation_prompt="Once more", err=True)
        if LEAST_LETTERS <= len(words) <= MOST_LETTERS:
            break
        click.echo(f"It must have {LEAST_LETTERS} to {MOST_LETTERS} letters.", err=True)
    click.echo(QUOTED.format(hash=hash_password(words)))
    click.echo(
        "Set this variable and restart the bot: sessions of the former password end then.\n"
        "The single quotes are for a shell or a systemd environment file. In an env file of Docker leave them out;\n"
        "in a Compose file write $$ for each $.",
        err=True,
    )
