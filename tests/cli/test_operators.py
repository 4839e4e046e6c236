"""`wegwijs operators password`: how an operator gets a hash to set."""

import re

from argon2 import PasswordHasher
from click.testing import CliRunner

from bot.cli.operators import operators
from bot.settings import read_settings

PASSWORD = "correct horse battery"


def test_the_hash_is_printed_so_that_it_can_be_set_as_it_is() -> None:
    """The line on standard output is the line for the environment file; the password is never shown."""
    result = CliRunner().invoke(operators, ["password"], input=f"{PASSWORD}\n{PASSWORD}\n")
    found = re.fullmatch(r"OPERATOR_PASSWORD_HASH='(.+)'\n", result.stdout)
    assert result.exit_code == 0
    assert found
    assert PasswordHasher().verify(found.group(1), PASSWORD)
    assert read_settings({"OPERATOR_PASSWORD_HASH": found.group(1)}).operator_password_hash == found.group(1)
    assert PASSWORD not in result.output
    assert "restart the bot" in result.stderr


def test_a_short_password_and_two_that_differ_are_asked_for_again() -> None:
    """Nobody locks themselves out by a slip."""
    given = f"short\nshort\n{PASSWORD}\n{PASSWORD}x\n{PASSWORD}\n{PASSWORD}\n"
    result = CliRunner().invoke(operators, ["password"], input=given)
    assert result.exit_code == 0
    assert "at least 12 letters" in result.stderr
    assert "must have 12 to 256 letters" in result.stderr
    assert "do not match" in result.stderr
