"""`wegwijs sheets`: files that an organisation prints or mails."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.sheets import sheets
from bot.errors import ContentFaultyError
from tests.content.sample import planted, sample_files, written

pytestmark = pytest.mark.usefixtures("content")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample as the content of this process."""
    folder = written(tmp_path / "content", sample_files())
    monkeypatch.setenv("CONTENT_DIR", str(folder))
    return folder


def test_each_topic_is_written_in_each_language(tmp_path: Path) -> None:
    """Without any option: everything, into a folder that is made."""
    result = CliRunner().invoke(sheets, [str(tmp_path / "paper"), "--address", "https://other.example/"])
    assert result.exit_code == 0
    names = [file.name for file in sorted((tmp_path / "paper").iterdir())]
    assert names == ["help.ar.html", "help.en.html", "paper.ar.html", "paper.en.html"]
    page = (tmp_path / "paper" / "paper.ar.html").read_text("utf-8")
    assert 'href="https://other.example/ar/paper/start"' in page
    assert "data:font/woff2" in page


def test_only_what_is_named_is_written_and_the_address_is_that_of_the_content(tmp_path: Path) -> None:
    """bot.yaml says where the page is, once for everything."""
    result = CliRunner().invoke(sheets, [str(tmp_path / "paper"), "--language", "en", "--topic", "help"])
    assert [file.name for file in (tmp_path / "paper").iterdir()] == ["help.en.html"]
    assert 'href="https://wegwijs.example/en/help/start"' in (tmp_path / "paper" / "help.en.html").read_text("utf-8")
    assert result.stderr == ""


def test_a_missing_address_is_told(tmp_path: Path, content: Path) -> None:
    """A sheet without a code is a sheet still."""
    bot = content / "bot.yaml"
    bot.write_text(bot.read_text("utf-8").replace("  address: https://wegwijs.example\n", ""), "utf-8")
    result = CliRunner().invoke(sheets, [str(tmp_path / "paper"), "--language", "en", "--topic", "help"])
    assert result.exit_code == 0
    assert "no QR code" in result.stderr


@pytest.mark.parametrize("wish", [("--language", "xx"), ("--topic", "papier")])
def test_what_does_not_exist_is_refused_before_anything_is_written(tmp_path: Path, wish: tuple[str, str]) -> None:
    """The line names what can be chosen."""
    result = CliRunner().invoke(sheets, [str(tmp_path / "paper"), *wish])
    assert result.exit_code == 2
    assert "Possible: " in result.stderr
    assert not (tmp_path / "paper").exists()


def test_translations_that_must_be_reviewed_are_not_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the bot does not show, paper does not show either."""
    monkeypatch.setenv("REQUIRE_REVIEW", "all")
    CliRunner().invoke(sheets, [str(tmp_path / "paper"), "--language", "ar", "--topic", "paper"])
    assert "A decision about your stay" in (tmp_path / "paper" / "paper.ar.html").read_text("utf-8")


def test_content_with_an_error_is_not_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paper cannot be taken back."""
    folder = written(tmp_path / "content", planted("flows/paper.yaml", "to: help.numbers", "to: help.nubmers"))
    monkeypatch.setenv("CONTENT_DIR", str(folder))
    result = CliRunner().invoke(sheets, [str(tmp_path / "paper")])
    assert isinstance(result.exception, ContentFaultyError)
