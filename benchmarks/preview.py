"""`make bench`: how long after saving a file the preview shows it, in a real browser, with the shipped content."""

import asyncio
import shutil
import statistics
import tempfile
from datetime import datetime
from pathlib import Path
from time import perf_counter

from playwright.async_api import Page, async_playwright

from bot.content.talks import BELGIUM
from bot.editors.live_content import LiveContent
from bot.editors.preview import Preview
from bot.serving import listen, serve_application
from tests.chromium import ARGUMENTS, need_chromium

CONTENT = Path(__file__).parent.parent / "content"
FLOW, STEP, TITLE = "flows/detention.yaml", "detention.first-hours", "title: The first hours"
ROUNDS = 10
GOAL = 1.0
SHOWN = """words => new Promise(resolve => {
  const look = () => document.getElementById("talk").textContent.includes(words) && resolve();
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true, characterData: true});
  look();
})"""


async def time_to_show(page: Page, file: Path, data: str, words: str) -> float:
    """Return the seconds from saving a file until its words, or its issue, stand beside the phone."""
    start = perf_counter()
    await asyncio.to_thread(file.write_text, data)
    await page.evaluate(SHOWN, words)
    return perf_counter() - start


async def measure(folder: Path, address: str) -> None:
    """Save a page with another title, a broken page and the page as it was, again and again."""
    file = folder / FLOW
    good = await asyncio.to_thread(file.read_text)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=need_chromium(), args=list(ARGUMENTS))
        page = await browser.new_page(viewport={"width": 1280, "height": 800})
        await page.goto(f"{address}/?step={STEP}&second=ar")
        changed, broken = [], []
        for number in range(ROUNDS):
            title = f"The first hours {'and more ' * (number % 2)}now"
            changed.append(await time_to_show(page, file, good.replace(TITLE, f"title: {title}"), title))
            data = good.replace(TITLE, TITLE.replace(":", ""))
            broken.append(await time_to_show(page, file, data, "What was saved cannot be shown."))
        await browser.close()
    for name, times in {"another title": changed, "a broken file": broken}.items():
        middle = statistics.median(times)
        verdict = "good" if middle < GOAL else "TOO SLOW"
        print(f"{name:14} shown after {middle:.2f} s (median), {max(times):.2f} s (slowest of {len(times)}): {verdict}")


async def main() -> None:
    """Serve a copy of the shipped content and measure."""
    with tempfile.TemporaryDirectory() as name, listen("127.0.0.1", 0) as listener:
        folder = Path(shutil.copytree(CONTENT, Path(name) / "content"))
        stopping, content = asyncio.Event(), LiveContent(folder)
        await content.refresh()
        watching = asyncio.create_task(content.follow(stopping))
        print(f"whole content  read and checked in {content.now.seconds:.2f} s")
        preview = Preview(content, lambda: datetime.now(BELGIUM), stopping)
        serving = asyncio.create_task(serve_application(preview.application, listener, stopping))
        await measure(folder, f"http://127.0.0.1:{listener.getsockname()[1]}")
        stopping.set()
        await asyncio.gather(watching, serving)


if __name__ == "__main__":
    asyncio.run(main())
