"""What many tests need: the shipped library, read once, a moment that never changes, and one browser."""

from collections.abc import AsyncIterator
from datetime import datetime, time
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.async_api import Browser, async_playwright

from bot.content.library import Library
from bot.content.reader import Reading, read_content
from bot.content.talks import BELGIUM
from bot.storage.content_folder import read_folder
from tests.chromium import ARGUMENTS, need_chromium

settings.register_profile("wegwijs", deadline=None)  # a slow machine is no fault: speed is measured in benchmarks
settings.load_profile("wegwijs")

pytest_plugins = ["tests.telegram_api.fixtures"]

CONTENT = Path(__file__).parent.parent / "content"


@pytest.fixture(scope="session")
def shipped_reading() -> Reading:
    """The shipped content as read, with its issues."""
    return read_content(read_folder(CONTENT))


@pytest.fixture(scope="session")
def library(shipped_reading: Reading) -> Library:
    """The shipped library."""
    assert shipped_reading.library is not None
    return shipped_reading.library


@pytest.fixture(scope="session")
def now(library: Library) -> datetime:
    """Noon of the content date: tests are as green in three years as today."""
    return datetime.combine(library.content_date, time(12, 0), BELGIUM)


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """Debian's Chromium, one for all: each test opens pages of its own."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=need_chromium(), args=list(ARGUMENTS))
        yield browser
        await browser.close()
