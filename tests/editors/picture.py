"""`python -m tests.editors.picture`: makes the pictures of the preview in docs/pictures from the shipped content."""

import asyncio
import shutil
import tempfile
from datetime import datetime, time
from pathlib import Path

from playwright.async_api import Page, async_playwright

from bot.content.talks import BELGIUM
from bot.editors.live_content import LiveContent
from bot.editors.preview import Preview
from bot.serving import listen, serve_application
from tests.chromium import ARGUMENTS, need_chromium

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
EVENING = datetime.combine(datetime(2026, 11, 23, tzinfo=BELGIUM), time(20, 0), BELGIUM)
TO_THE_TOP = """heading => {
  const side = heading.parentElement;
  side.scrollTo(0, heading.offsetTop - side.offsetTop - 8);
}"""


async def draw_preview(page: Page, address: str, folder: Path) -> None:
    """Somebody is detained, with children, on Monday at 20:00 in Liège; a fault was just saved."""
    await page.goto(f"{address}/?step=situation.closed-centre&second=ar")
    await page.locator("#answer-children").select_option("with-me")
    await page.locator("#answer-health").select_option("ill")
    await page.locator("#answer-place").select_option("closed-centre")
    await page.locator("#place").fill("4000")
    await page.locator("#place").press("Enter")
    await page.locator(".branches").first.wait_for()
    flow = folder / "flows" / "situation.yaml"
    text = await asyncio.to_thread(flow.read_text)
    await asyncio.to_thread(flow.write_text, text.replace("to: detention.visitors", "to: detention.visitor", 1))
    await page.locator(".broken").wait_for()
    await page.locator("#flows h2").last.evaluate(
        "heading => heading.parentElement.scrollTo(0, heading.offsetTop - heading.parentElement.offsetTop - 8)"
    )
    await page.locator("#place").blur()
    await page.screenshot(path=PICTURES / "preview.png")


async def draw_form(page: Page, address: str) -> None:
    """An opening hour with a typing mistake."""
    await page.goto(f"{address}/entries/places/fedasil-return-desk-antwerp")
    await page.locator("[name='f.hours']").fill("ma-vr 9-17")
    await page.get_by_role("button", name="Check and save").click()
    await page.locator(".beside.error").scroll_into_view_if_needed()
    await page.screenshot(path=PICTURES / "preview-form.png")


async def main() -> None:
    """Serve a copy of the shipped content and draw."""
    with tempfile.TemporaryDirectory() as name, listen("127.0.0.1", 0) as listener:
        folder = Path(shutil.copytree(ROOT / "content", Path(name) / "content"))
        stopping, content = asyncio.Event(), LiveContent(folder)
        await content.refresh()
        watching = asyncio.create_task(content.follow(stopping))
        preview = Preview(content, lambda: EVENING, stopping)
        serving = asyncio.create_task(serve_application(preview.application, listener, stopping))
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=need_chromium(), args=list(ARGUMENTS))
            page = await browser.new_page(viewport={"width": 1280, "height": 700}, locale="en-GB")
            await draw_form(page, address)
            await draw_preview(page, address, folder)
            await browser.close()
        stopping.set()
        await asyncio.gather(watching, serving)


if __name__ == "__main__":
    asyncio.run(main())
