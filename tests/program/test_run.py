"""`wegwijs run` against the stand-in and a browser, as an operator starts it."""

from pathlib import Path

import httpx
import pytest

from bot.content.library import Library
from bot.storage.library_cache import cache_file
from tests.kept_library import kept_library
from tests.program.running import program, start_again, start_command
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

LANGUAGES = {"en": "English", "nl": "Nederlands", "fr": "Français", "ar": "العربية", "ti": "ትግርኛ"}
AGE_WATCH = "bot.operators.telling"
"""Says which pages grew old, on the clock of the day on which the tests run."""
TOPICS = ("urgent-medical-aid.start", "detention.start", "assisted-return.start", "options.start")


def button_of(library: Library, context: str, locale: str) -> str:
    """Return a button's words in a language."""
    return library.text(locale, context)


async def test_without_a_token_one_line_tells_where_the_page_is(tmp_path: Path) -> None:
    """A newcomer presses the address and talks: nothing is set, and nothing was kept before."""
    async with program(tmp_path, SECRET_KEY="") as bot:
        assert bot.first_line.startswith("Wegwijs is at http://127.0.0.1:")
        assert "TELEGRAM_BOT_TOKEN is not set" in bot.first_line
        async with httpx.AsyncClient(base_url=bot.address) as browser:
            assert "What do you want to know?" in (await browser.get("/en/")).text
    assert len([line for line in bot.said.decode().splitlines() if AGE_WATCH not in line]) == 1


async def test_a_start_takes_the_kept_library_as_it_is(tmp_path: Path) -> None:
    """The very same content was checked before: nobody waits for it again."""
    async with program(tmp_path):
        pass
    assert cache_file(tmp_path / "wegwijs.db").stat().st_mtime_ns == kept_library().stat().st_mtime_ns


async def test_with_a_token_the_page_alone_can_be_asked_for(api: StandIn, tmp_path: Path) -> None:
    """The line says why Telegram is off, and nobody calls Telegram."""
    settings = {"TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_BASE_URL": api.base_url}
    async with program(tmp_path, "--channel", "web", **settings) as bot:
        assert "only the browser page was asked for" in bot.first_line
    assert api.calls == []


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_all_four_topics_are_reached_and_read(
    api: StandIn, library: Library, tmp_path: Path, locale: str
) -> None:
    """/start, language, menu, topic, in each language, through a strict Telegram."""
    async with program(tmp_path, TELEGRAM_BOT_TOKEN=api.token, TELEGRAM_API_BASE_URL=api.base_url):
        person = api.person(language_code="de", first_name="P")
        await person.sends("/start")
        await person.presses(LANGUAGES[locale])
        for topic in TOPICS:
            await person.presses(library.text(locale, "interface.menu"))
            await person.presses(button_of(library, f"bot.menu.{topic.replace('.', '-')}", locale))
            assert library.text(locale, f"{topic}.title") in person.screen.text
        assert len(person.chat) == 1, "one living message: typed words are gone"
    assert api.violations == []


async def test_the_right_desk_comes_first_for_ghent_and_for_luik(api: StandIn, tmp_path: Path) -> None:
    """By a shared point and by a typed town in another language."""
    async with program(tmp_path, TELEGRAM_BOT_TOKEN=api.token, TELEGRAM_API_BASE_URL=api.base_url):
        person = api.person(language_code="en", first_name="P")
        await person.sends("/start")
        await person.shares_location(51.0543, 3.7174)
        assert await first_desk(person) == "Fedasil return desk Ghent"
        await person.sends("Luik")
        assert await first_desk(person) == "Fedasil return desk Liège"


async def first_desk(person: Person) -> str:
    """Press the kind and return the first place's name."""
    await person.presses("Return desk")
    return person.screen.rows[0][0]


@pytest.mark.parametrize(
    ("settings", "code", "words"),
    [
        ({"PORT": "http", "LOG_LEVEL": "loud"}, 2, ("PORT", "LOG_LEVEL")),
        ({"CONTENT_DIR": "/nowhere"}, 2, ("/nowhere", "CONTENT_DIR")),
        ({"HOST": "203.0.113.1"}, 2, ("HOST", "203.0.113.1")),
        ({"DATABASE_URL": "sqlite:////dev/null/x.db", "SECRET_KEY": ""}, 5, ("/dev/null", "DATABASE_URL")),
    ],
)
async def test_what_keeps_the_bot_from_running_is_said_in_clear_lines(
    tmp_path: Path, settings: dict[str, str], code: int, words: tuple[str, ...]
) -> None:
    """Which, why, the mend; no traceback; an exit code of its own."""
    process = await start_again(tmp_path, "run", **settings)
    output, errors = await process.communicate()
    assert process.returncode == code, errors.decode()
    assert output == b""
    assert all(word in errors.decode() for word in words)
    assert "Traceback" not in errors.decode()


async def test_faulty_content_keeps_the_bot_from_starting_with_the_line_at_fault(tmp_path: Path) -> None:
    """An operator sees what an editor broke."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "bot.yaml").write_text("name: [broken\n", encoding="utf-8")
    process = await start_command(tmp_path, "run", CONTENT_DIR=str(tmp_path / "content"))
    _, errors = await process.communicate()
    assert process.returncode == 1
    assert "bot.yaml:" in errors.decode()
    assert "Traceback" not in errors.decode()


async def test_the_terminal_holds_a_conversation(tmp_path: Path) -> None:
    """`wegwijs chat`, fed line by line."""
    process = await start_again(tmp_path, "chat")
    output, errors = await process.communicate(b"1\n/menu\nLuik\n")
    assert process.returncode == 0, errors.decode()
    assert "What do you want to know?" in output.decode()
    assert "Liège" in output.decode()
