"""Tests: what operators see in the logs, and what never stands there."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.errors import StorageError
from bot.logs import configure_logs, redact
from tests.channels.telegram.conftest import QUICK, Running, reception, running, settings
from tests.telegram_api.stand_in import StandIn

__all__ = ["reception", "running", "settings"]
TOKEN = "7000000001:a-made-up-token-of-thirty-five-signs"


@pytest.fixture
def root() -> Iterator[None]:
    """Gives pytest its logging back."""
    top = logging.getLogger()
    handlers, level = list(top.handlers), top.level
    levels = {name: logging.getLogger(name).level for name in ("bot", "httpx", "httpcore", "telegram", "asyncio")}
    yield
    top.handlers[:] = handlers
    top.setLevel(level)
    for name, former in levels.items():
        logging.getLogger(name).setLevel(former)


def fail(words: str) -> None:
    raise ValueError(words)


def test_tokens_are_taken_out() -> None:
    """As they are, and as they stand in addresses."""
    assert redact(f"http://x/bot{TOKEN}/getMe") == "http://x/bot<token>/getMe"
    assert redact(TOKEN.replace(":", "%3A")) == "<token>"
    assert redact("at 12:30, 9000 Gent") == "at 12:30, 9000 Gent"


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("form", ["console", "json"])
def test_exceptions_keep_their_place_and_lose_their_words(form: str) -> None:
    """The words of an exception may be a person's; ours are kept, without tokens."""
    stream = io.StringIO()
    configure_logs("info", form, stream)
    log = logging.getLogger("bot.here")
    try:
        try:
            fail("my secret story")
        except ValueError as cause:
            raise StorageError(f"no disk for {TOKEN}") from cause
    except StorageError:
        log.exception("It broke with %s", TOKEN)
    text = stream.getvalue()
    assert "in fail" in text
    assert "ValueError" in text
    assert "StorageError: no disk for <token>" in text
    assert "It broke with <token>" in text
    assert "secret story" not in text


@pytest.mark.usefixtures("root")
def test_a_json_line_is_one_object() -> None:
    """Programs read time, level, logger and message."""
    stream = io.StringIO()
    configure_logs("warning", "json", stream)
    logging.getLogger("bot.here").info("hidden by its level")
    logging.getLogger("bot.here").warning("two\nlines of %s", "العربية")
    line = json.loads(stream.getvalue())
    assert (line["level"], line["logger"], line["message"]) == ("warning", "bot.here", "two\nlines of العربية")


@pytest.mark.usefixtures("root")
def test_words_of_libraries_are_not_shown() -> None:
    """python-telegram-bot prints whole updates when it stumbles over one."""
    stream = io.StringIO()
    configure_logs("debug", "console", stream)
    logging.getLogger("telegram.Bot").critical("Received data was %r", "my secret story")
    logging.getLogger("httpx").info("GET http://x")
    logging.getLogger("uvicorn.error").warning("Stopped")
    text = stream.getvalue()
    assert "CRITICAL telegram.Bot: Its words are not shown" in text
    assert "uvicorn.error: Stopped" in text
    assert "secret story" not in text
    assert "GET" not in text


@pytest.mark.usefixtures("root")
async def test_a_talk_at_debug_leaves_no_trace_of_the_person(api: StandIn, running: Running) -> None:
    """Commands, words, a place, presses and troubles: no token, number, name, word or coordinate in the logs."""
    stream = io.StringIO()
    configure_logs("debug", "console", stream)
    person = api.person(first_name="Zulaykha")
    api.fail_next("sendMessage", status=502)
    api.fail_next("sendMessage", status=400)
    api.fail_next("editMessageText", status=400)
    async with running(QUICK):
        await person.sends("/start")
        await person.sends("appendicitis")
        await person.shares_location(51.0543, 3.7174)
        await person.presses("Menu")
        api.drop_next("getUpdates")
        await person.sends("/menu")
    text = stream.getvalue()
    assert "An update could not be answered" in text
    traces = (api.token, str(person.number), "Zulaykha", "appendicitis", "51.05", "3.71")
    assert [trace for trace in traces if trace in text] == []
