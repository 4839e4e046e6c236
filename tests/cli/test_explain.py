from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.explain import explain, read_page, section_of
from bot.content.checks.codes import Code


def test_a_code_is_explained_with_its_reason_and_its_mend() -> None:
    result = CliRunner().invoke(explain, ["link-dangling"])
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "link-dangling",
        "",
        "A button, the menu, one of the bot's own pages or a start link leads to a step that does not exist.",
        "",
        "Why: people stand before a closed door.",
        'Mend: the id after "Did you mean".',
    ]


@pytest.mark.parametrize("code", Code)
def test_each_code_has_an_explanation_without_markup(code: Code) -> None:
    words = section_of(read_page(), code)
    assert words.startswith(f"{code}\n\n")
    assert words.count("\nWhy: ") == words.count("\nMend: ") == 1
    assert not any(sign in words for sign in ("**", "](", "\n#"))


def test_a_misspelt_code_is_answered_with_the_nearest() -> None:
    result = CliRunner().invoke(explain, ["link-dangeling"])
    assert result.exit_code == 1
    assert result.output == 'There is no code "link-dangeling". Did you mean "link-dangling"?\n'


def test_the_page_goes_with_an_installed_copy() -> None:
    """A wheel has no folder docs: the page is packed where the command looks first."""
    root = Path(__file__).parents[2]
    assert '"docs/checks.md" = "bot/checks.md"' in (root / "pyproject.toml").read_text(encoding="utf-8")
    assert "COPY docs/checks.md" in (root / "Dockerfile").read_text(encoding="utf-8")
    assert "!docs/checks.md" in (root / ".dockerignore").read_text(encoding="utf-8")
