"""The picture of a chat: what the stand-in received, each paragraph with its own direction."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from bot.channels.telegram.outbound import write_page
from bot.content.library import Library
from bot.dialogue.inputs import Pressed
from bot.dialogue.position import Act, home
from bot.dialogue.respond import respond
from tests.chromium import ARGUMENTS, need_chromium
from tests.telegram_api.mock_page import main, walk, write_message, write_mock
from tests.telegram_api.screen import Screen

DIRECTIONS = """() => [...document.querySelectorAll(".bubble p")].filter(p => p.innerText.trim())
  .map(p => [p.closest("section").lang, getComputedStyle(p).direction])"""
ENDS = """text => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  for (let node; node = walker.nextNode();) {
    const start = node.data.indexOf(text);
    if (start < 0) continue;
    const at = place => { const range = document.createRange();
      range.setStart(node, place); range.setEnd(node, place + 1); return range.getBoundingClientRect().left };
    found.push([at(start), at(start + text.length - 1)]);
  }
  return found;
}"""
"""Where the first and the last sign of a text stand on the screen, each time it is there."""

CUT = """() => [...document.querySelectorAll(".row span")].filter(one => one.scrollWidth > one.clientWidth)
  .map(one => one.textContent)"""


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """Debian's Chromium, without a network."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=need_chromium(), args=list(ARGUMENTS))
        yield await browser.new_page(viewport={"width": 1400, "height": 1700})
        await browser.close()


def draw(text: str, *entities: dict[str, object]) -> str:
    """Return a message without a keyboard."""
    return write_message(Screen(1, 1, True, "text", text, entities, (), {}))  # noqa: FBT003 - the stand-in's own fields


def test_each_line_is_a_paragraph_of_its_own() -> None:
    """As the rules of direction have it (UAX #9)."""
    assert draw("one\n\nሁለት").count('<p dir="auto">') == 3


def test_entities_are_measured_in_utf16_units_and_may_cross_lines() -> None:
    """A pictogram is two units; bold that goes on in the next line is closed and opened again."""
    drawn = draw("🆘 a\nb", {"type": "bold", "offset": 3, "length": 3})
    assert '<p dir="auto">🆘 <b>a</b></p><p dir="auto"><b>b</b></p>' in drawn


def test_a_quotation_covers_its_lines_and_words_are_escaped() -> None:
    """The parts of a card stand in a quotation; no word of a message is markup."""
    drawn = draw("a\n<b>", {"type": "blockquote", "offset": 2, "length": 3})
    assert '<p dir="auto">a</p><p dir="auto" class=quote>&lt;b&gt;</p>' in drawn


def test_the_tool_writes_one_page_that_asks_for_nothing(tmp_path: Path) -> None:
    """Two lists and two places for a language; no picture, style or link from elsewhere."""
    file = tmp_path / "mock.html"
    main(["--locale", "ti", "--out", str(file)])
    written = file.read_text("utf-8")
    assert written.count("<article>") == 4
    assert not re.search(r"(src|href)=|url\(|<script", written)


async def test_places_in_arabic_and_tigrinya_stand_in_their_own_order(page: Page, library: Library) -> None:
    """Arabic paragraphs begin at the right, Tigrinya ones at the left; numbers and names read as written in both."""
    await page.set_content(write_mock({locale: await walk(library, locale) for locale in ("ar", "ti")}))
    directions = await page.evaluate(DIRECTIONS)
    assert {tuple(one) for one in directions} == {("ar", "rtl"), ("ti", "ltr")}
    for text in ("0800 32 745 (+32 800 32 745)", "+32 4 220 58 11", "CPAS de Liège", "Place Saint-Jacques 13"):
        ends = await page.evaluate(ENDS, text)
        assert len(ends) >= 4, text
        assert all(first < last for first, last in ends), text


async def test_in_no_language_the_ways_to_the_emergency_page_and_to_other_languages_are_cut(
    page: Page, library: Library, now: datetime
) -> None:
    """They share a row in Telegram: each has half of a small phone."""
    here = replace(home("en"), act=Act.STEP, thing="step:detention.start")
    chats = {}
    for locale in library.locales:
        keyboard = write_page(
            respond(library, replace(here, locale=locale), Pressed(), now).message, library.keys
        ).keyboard
        assert keyboard is not None
        last = tuple(button.to_dict() for button in keyboard.inline_keyboard[-1])
        assert len(last) == 2
        chats[locale] = [Screen(1, 1, True, "text", "-", (), (last,), {})]  # noqa: FBT003 - the stand-in's own fields
    await page.set_content(write_mock(chats))
    assert await page.evaluate(CUT) == []


def test_a_quotation_is_one_along_all_its_lines() -> None:
    """A card has many lines and one quotation."""
    drawn = draw("a\nb\nc", {"type": "blockquote", "offset": 0, "length": 3})
    assert drawn.count("class=quote") == 2
