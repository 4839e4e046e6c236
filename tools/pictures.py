"""`python -m tools.pictures`: the pictures of the page in docs/pictures, taken in Chromium from the shipped content."""

import asyncio
import base64
from datetime import datetime, time
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from bot.content.library import Library
from bot.content.reader import read_content
from bot.content.talks import BELGIUM
from bot.storage.content_folder import read_folder
from tests.channels.web.kinds import KINDS
from tests.channels.web.serving import serving
from tests.chromium import ARGUMENTS, need_chromium

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
LOCALES = ("en", "ar", "ti", "ps")
SHOWN = ("menu", "page of a topic", "place", "card")
PHONE = (320, 640)
DESK = (1000, 720)
_SHEET = """<!doctype html><style>body {{ margin: 0; padding: 12px; background: #7d8a96; display: grid; gap: 12px;
grid-template-columns: repeat(4, max-content) }} img {{ width: {width}px; display: block }}</style>{images}"""


async def take(browser: Browser, address: str, size: tuple[int, int]) -> list[bytes]:
    """Return a picture of each kind of page in each language, language by language within a kind."""
    context = await browser.new_context(viewport={"width": size[0], "height": size[1]}, java_script_enabled=False)
    page = await context.new_page()
    taken: list[bytes] = []
    for kind in (kind for name in SHOWN for kind in KINDS if kind.name == name):
        for locale in LOCALES:
            await kind.open(page, address, locale)
            taken.append(await page.screenshot())
    await context.close()
    return taken


async def lay_out(browser: Browser, pictures: list[bytes], width: int, file: Path) -> None:
    """Write one picture with all of them, four in a row, each `width` pixels wide."""
    codes = (base64.b64encode(picture).decode() for picture in pictures)
    images = "".join(f'<img src="data:image/png;base64,{code}">' for code in codes)
    page = await browser.new_page(viewport={"width": 4 * (width + 12) + 12, "height": 100})
    await page.set_content(_SHEET.format(width=width, images=images))
    await page.screenshot(path=file, full_page=True, type="jpeg", quality=60)
    await page.close()


async def main() -> None:
    """Take the pictures of telephones and of a desk."""
    library = read_content(read_folder(ROOT / "content")).library
    assert isinstance(library, Library)
    now = datetime.combine(library.content_date, time(12), BELGIUM)
    async with serving(library, now) as address, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=need_chromium(), args=list(ARGUMENTS))
        phone = await take(browser, address, PHONE)
        await lay_out(browser, phone, 220, PICTURES / "page-phone.jpg")
        # One of each kind and each language: the picture of the README.
        await lay_out(
            browser, [phone[number * len(LOCALES) + number] for number in range(len(SHOWN))], 240, PICTURES / "bot.jpg"
        )
        await lay_out(browser, await take(browser, address, DESK), 360, PICTURES / "page-desk.jpg")
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
