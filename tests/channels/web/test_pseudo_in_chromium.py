"""A language two fifths longer than English on the smallest telephone."""

from datetime import datetime

from playwright.async_api import Browser

from bot.content.library import Library
from tests.channels.web.serving import serving
from tests.channels.web.test_in_chromium import PHONE, is_too_wide
from tests.pseudo import LONG, RTL, pseudo_locales

PATHS = ("", "emergency/numbers", "detention/start", "urgent-medical-aid/start", "paper/start", "trust/privacy")


async def test_nothing_sticks_out_in_a_longer_language_nor_in_a_mirrored_one(
    chromium: Browser, library: Library, now: datetime
) -> None:
    with pseudo_locales(library) as pseudo:
        async with serving(pseudo, now) as address:
            page = await chromium.new_page(viewport={"width": PHONE["width"], "height": PHONE["height"]})
            for locale, direction in ((LONG, "ltr"), (RTL, "rtl")):
                for path in PATHS:
                    answer = await page.goto(f"{address}/{locale}/{path}")
                    assert answer is not None
                    assert answer.ok
                    assert await page.locator("html").get_attribute("dir") == direction
                    assert not await is_too_wide(page), f"{locale}/{path}"
                    wide = await page.evaluate("document.documentElement.scrollWidth")
                    assert wide <= PHONE["width"], f"{locale}/{path}"
            await page.close()
