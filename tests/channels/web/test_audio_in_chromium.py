"""A recording in a real browser: it loads, plays and seeks, under the page's own policy."""

from datetime import datetime

from playwright.async_api import async_playwright

from bot.content.talks import BELGIUM
from tests.channels.web.serving import serving
from tests.chromium import ARGUMENTS, need_chromium
from tests.content.opus import opus_file
from tests.content.sample import RECORDED, library_of, recorded, sample_files

NOON = datetime(2026, 11, 21, 12, tzinfo=BELGIUM)
SECONDS = 2
PHONE = 320
PLAY = """async audio => {
    const until = name => new Promise(resolve => audio.addEventListener(name, resolve, {once: true}));
    audio.muted = true;
    const ended = until('ended');
    await audio.play();
    const seeked = until('seeked');
    audio.currentTime = audio.duration - 0.3;
    await seeked;
    await ended;
    return [audio.duration, audio.error];
}"""


async def test_a_recording_plays_and_seeks() -> None:
    """What the server sends is what a browser can play; nothing is asked for before."""
    files = sample_files()
    files |= recorded(files, "en", RECORDED, opus_file(SECONDS, packets=SECONDS * 50 + 1))
    async with serving(library_of(files), NOON, sounds=files) as address, async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=need_chromium(), args=[*ARGUMENTS, "--autoplay-policy=no-user-gesture-required"]
        )
        page = await browser.new_page(viewport={"width": PHONE, "height": 640})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        await page.goto(f"{address}/en/help/numbers")
        assert not any("/audio/" in url for url in asked)
        player = page.locator("audio")
        box = await player.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE
        duration, trouble = await player.evaluate(PLAY)
        assert trouble is None
        assert abs(duration - SECONDS) < 0.1
        assert all(url.startswith(address) for url in asked)
        await browser.close()
