"""A language is one line in bot.yaml and its texts; no code changes."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.check import check
from bot.cli.translations import translations
from bot.content.library import Library
from bot.dialogue.inputs import Pressed, Started
from bot.dialogue.position import home
from bot.dialogue.respond import respond
from bot.i18n.locales import LANGUAGES
from bot.storage.content_folder import read_folder
from tests.content.sample import library_of, sample_files, written
from tests.crawler import crawl
from tests.dialogue.test_every_page import faults

NEW = ("de", "ka", "am", "ckb", "kmr")
"""Languages that the sample does not speak: of each script and direction."""


@pytest.fixture(params=NEW)
def locale(request: pytest.FixtureRequest) -> str:
    """A language to be added."""
    return str(request.param)


@pytest.fixture
def content(tmp_path: Path, locale: str) -> Path:
    """A content folder with one line more in bot.yaml."""
    files = sample_files()
    line = b"locales:\n"
    assert files["bot.yaml"].count(line) == 1
    files["bot.yaml"] = files["bot.yaml"].replace(line, line + f"  {locale}: {{fallback: en}}\n".encode())
    return written(tmp_path / "content", files)


def run(content: Path, *words: str) -> Result:
    """Run a command about translations."""
    result = CliRunner(env={"CONTENT_DIR": str(content)}).invoke(translations, words)
    assert result.exit_code == 0, result.output
    return result


def library_in(content: Path) -> Library:
    """Return the content as a library, without its recordings."""
    return library_of(read_folder(content))


def test_at_first_every_page_says_that_it_is_missing_and_offers_english(
    content: Path, locale: str, now: datetime
) -> None:
    run(content, "update")
    assert (content / "locales" / locale / "LC_MESSAGES" / "help.po").exists()
    library = library_in(content)
    page = respond(library, home(locale), Pressed(), now).message
    assert page.locale == locale
    assert [
        fault for position, message in crawl(library, locale, now) for fault in faults(library, position, message)
    ] == []


def test_with_its_texts_the_bot_speaks_it(content: Path, locale: str, now: datetime, tmp_path: Path) -> None:
    """Drafted, checked, offered among the languages, and every page shown in it."""
    own_name = LANGUAGES[locale].own_name
    drafts = {context: f"{source.text} {own_name}" for context, source in library_in(content).source_texts.items()}
    (tmp_path / "drafts.json").write_text(json.dumps(drafts), encoding="utf-8")
    run(content, "draft", locale, str(tmp_path / "drafts.json"))
    checked = CliRunner().invoke(check, [str(content)])
    assert checked.output.startswith("0 errors, 0 warnings"), checked.output
    library = library_in(content)
    welcome = respond(library, home("en"), Started(), now).message
    assert own_name in {button.text for button in welcome.buttons}
    pages = list(crawl(library, locale, now))
    assert [fault for position, message in pages for fault in faults(library, position, message)] == []
    assert len(pages) > len(library.steps)
    assert all(message.locale == locale and own_name in message.words for _, message in pages)
    assert f"{locale:4}all 100 % (0 %)" in run(content, "status").output
