"""What the page's script adds: leaving at once, and sharing a location. Without it, all else works."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from playwright.async_api import Browser, BrowserContext, Request, Route

from bot.content.library import Library
from tests.channels.web.serving import serving

NEUTRAL = "the neutral site"
GHENT = {"latitude": 51.0543123, "longitude": 3.7174321}


@pytest.fixture
async def address(library: Library, now: datetime) -> AsyncIterator[str]:
    """The site with the shipped content."""
    async with serving(library, now) as address:
        yield address


async def phone(chromium: Browser, library: Library, *, has_script: bool = True) -> BrowserContext:
    """Return a telephone for which the neutral site is played here: no test leaves the machine."""
    context = await chromium.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=has_script)

    async def answer(route: Route) -> None:
        await route.fulfill(body=f"<title>{NEUTRAL}</title>", content_type="text/html")

    await context.route(re.compile(re.escape(library.bot.web.leave)), answer)
    await context.new_page()
    return context


async def test_leaving_replaces_the_page_in_the_history(chromium: Browser, library: Library, address: str) -> None:
    """Whoever presses "back" on the neutral site does not come to the page that was left."""
    context = await phone(chromium, library)
    (page,) = context.pages
    await page.goto(f"{address}/en/")
    await page.goto(f"{address}/en/detention/start")
    await page.locator("#leave").click()
    await page.wait_for_url(library.bot.web.leave)
    assert await page.title() == NEUTRAL
    await page.go_back()
    assert page.url == f"{address}/en/"
    await context.close()


async def test_the_page_is_blank_before_the_other_site_answers(
    chromium: Browser, library: Library, address: str
) -> None:
    """On one bar of signal the other site takes long: nothing is to be read meanwhile, nor in the title."""
    context = await phone(chromium, library)
    (page,) = context.pages

    seen_enough = asyncio.Event()

    async def late(route: Route) -> None:
        await seen_enough.wait()
        await route.fulfill(body="late", content_type="text/html")

    await context.route(re.compile(re.escape(library.bot.web.leave)), late)
    await page.goto(f"{address}/en/detention/start")
    looked = await page.evaluate(
        "document.getElementById('leave').click(), [document.documentElement.clientHeight && "
        "document.querySelector('h1').getBoundingClientRect().height, document.title]"
    )
    seen_enough.set()
    assert looked[0] == 0
    assert "etention" not in looked[1]
    await page.wait_for_url(library.bot.web.leave)
    await context.close()


async def test_shift_three_times_leaves_and_ordinary_typing_does_not(
    chromium: Browser, library: Library, address: str
) -> None:
    """The way of a keyboard, as on the sites of the British government (GOV.UK, exit this page)."""
    context = await phone(chromium, library)
    (page,) = context.pages
    await page.goto(f"{address}/en/")
    await page.locator("#q").focus()
    for key in ("Shift", "A", "Shift", "B", "Shift", "C"):
        await page.keyboard.press(key)
    assert page.url == f"{address}/en/"
    for _ in range(3):
        await page.keyboard.press("Shift")
    await page.wait_for_url(library.bot.web.leave)
    await context.close()


async def test_without_javascript_leaving_is_a_plain_link(chromium: Browser, library: Library, address: str) -> None:
    """It works, and tells the other site nothing of where the person was."""
    context = await phone(chromium, library, has_script=False)
    (page,) = context.pages
    told: list[str | None] = []

    async def note(request: Request) -> None:
        if request.url.startswith(library.bot.web.leave):
            told.append(await request.header_value("referer"))

    page.on("request", note)
    await page.goto(f"{address}/ti/detention/start")
    await page.locator("#leave").click()
    await page.wait_for_url(library.bot.web.leave)
    assert told == [None]
    await context.close()


async def test_a_shared_location_goes_by_post_and_never_into_an_address(
    chromium: Browser, library: Library, address: str
) -> None:
    """Rounded to about a hundred metres on the phone itself, used for one answer."""
    context = await phone(chromium, library)
    await context.grant_permissions(["geolocation"], origin=address)
    await context.set_geolocation({"latitude": GHENT["latitude"], "longitude": GHENT["longitude"]})
    (page,) = context.pages
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.on("request", note)
    await page.goto(f"{address}/en/places/")
    await page.locator("#where button").click()
    await page.wait_for_selector("h1:has-text('Nearest to you')")
    assert "Ghent" in await page.inner_text("main")
    assert not any("51.0" in request.url for request in asked)
    assert asked[-1].method == "POST"
    assert asked[-1].post_data == "point=51.054%2C3.717"
    assert "51.05" not in await page.content()
    await context.close()


async def test_a_refused_location_is_said_and_the_other_ways_stay(
    chromium: Browser, library: Library, address: str
) -> None:
    """Sharing is never needed."""
    context = await phone(chromium, library)
    (page,) = context.pages
    await page.goto(f"{address}/en/places/legal")
    await page.locator("#where button").click()
    await page.wait_for_selector("#refused:visible")
    await page.locator("#q").fill("9000")
    await page.locator("footer button").click()
    assert "9000" in await page.inner_text("h1")
    await context.close()


async def test_without_javascript_no_button_for_a_location_is_shown(
    chromium: Browser, library: Library, address: str
) -> None:
    """A button that does nothing would be worse than none."""
    context = await phone(chromium, library, has_script=False)
    (page,) = context.pages
    await page.goto(f"{address}/en/places/")
    assert not await page.locator("#where").is_visible()
    await context.close()
