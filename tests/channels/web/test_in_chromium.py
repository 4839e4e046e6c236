"""The page in a real browser, without JavaScript, on a small telephone."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Request

from bot.content.library import Library
from tests.channels.web.serving import serving

PHONE = {"width": 320, "height": 640}
LOCALES = {"en": "English", "ar": "العربية", "ti": "ትግርኛ"}


@pytest.fixture
async def phone(chromium: Browser) -> AsyncIterator[BrowserContext]:
    """A small telephone with JavaScript switched off."""
    context = await chromium.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]}, java_script_enabled=False
    )
    yield context
    await context.close()


async def is_too_wide(page: Page) -> bool:
    """Tell whether something sticks out at the side of the screen."""
    boxes = await page.locator("body *:visible").all()
    widths = [await box.bounding_box() for box in boxes]
    return any(box and (box["x"] < -1 or box["x"] + box["width"] > PHONE["width"] + 1) for box in widths)


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_whole_conversation_on_a_small_telephone(
    phone: BrowserContext, library: Library, now: datetime, locale: str
) -> None:
    """Language, welcome, menu, a topic, a question, a place: nothing sticks out, nothing foreign is asked for."""
    async with serving(library, now) as address:
        page = await phone.new_page()
        asked: list[str] = []

        def note(request: Request) -> None:
            asked.append(request.url)

        page.on("request", note)
        await page.goto(f"{address}/")
        await page.get_by_role("link", name=LOCALES[locale]).click()
        assert page.url.endswith(f"/{locale}/trust/welcome")
        await page.goto(f"{address}/{locale}/")
        assert not await is_too_wide(page)
        await page.locator(f"nav a[href='/{locale}/urgent-medical-aid/start']").click()
        assert await page.locator("h1").inner_text() == library.text(locale, "urgent-medical-aid.start.title")
        assert not await is_too_wide(page)
        await page.goto(f"{address}/{locale}/urgent-medical-aid/where-live")
        await page.locator("nav button").first.click()
        assert await page.locator("h1").count() == 1
        await page.locator("#q").fill("9000")
        await page.locator("footer button").click()
        await page.locator("nav button").first.click()
        assert "0800 32 745" in await page.inner_text("main")
        assert not await is_too_wide(page)
        assert await page.locator("html").get_attribute("dir") == ("rtl" if locale == "ar" else "ltr")
        assert all(url.startswith(address) for url in asked)


async def test_every_button_is_large_enough_for_a_finger(
    phone: BrowserContext, library: Library, now: datetime
) -> None:
    """44 px, as WCAG 2.2 advises for targets."""
    async with serving(library, now) as address:
        page = await phone.new_page()
        await page.goto(f"{address}/en/")
        for button in await page.locator("nav .button:visible, nav button:visible, summary, header a").all():
            box = await button.bounding_box()
            assert box is not None
            assert box["height"] >= 44
