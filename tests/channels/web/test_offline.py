"""Pages kept on the phone: only where the organisation allows it, only after the person asked, and removed again."""

from dataclasses import replace
from datetime import datetime

import httpx
from playwright.async_api import Browser

from bot.content.library import Library
from tests.channels.web.serving import serving


def with_offline(library: Library) -> Library:
    """Return the library of an organisation that lets people keep pages."""
    web = library.bot.web.model_copy(update={"offline": True})
    return replace(library, bot=library.bot.model_copy(update={"web": web}))


async def test_it_is_off_unless_the_organisation_allows_it(library: Library, now: datetime) -> None:
    """No page, no worker, no manifest, no link to them."""
    async with serving(library, now) as address, httpx.AsyncClient(base_url=address) as client:
        for path in ("/offline/en", "/worker.js", "/offline/en/manifest.json", "/icon.svg"):
            assert (await client.get(path)).status_code == 404
        assert "/offline/" not in (await client.get("/en/")).text


async def test_pages_are_kept_after_asking_and_removed_again(
    chromium: Browser, library: Library, now: datetime
) -> None:
    """Seen pages can be read without internet, others say so; after removing, nothing is left."""
    async with serving(with_offline(library), now) as address:
        context = await chromium.new_context(viewport={"width": 320, "height": 640})
        page = await context.new_page()
        await page.goto(f"{address}/en/detention/start")
        assert await page.evaluate("caches.keys()") == []
        await page.goto(f"{address}/en/")
        await page.locator("a[href='/offline/en']").click()
        await page.locator("#keep").click()
        await page.wait_for_selector("#kept:visible")
        await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        await page.goto(f"{address}/en/emergency/numbers")
        await context.set_offline(True)
        await page.goto(f"{address}/en/emergency/numbers")
        assert "112" in await page.inner_text("main")
        await page.goto(f"{address}/en/detention/start")
        assert await page.locator("#absent").is_visible()
        await context.set_offline(False)
        await page.goto(f"{address}/offline/en")
        await page.locator("#remove").click()
        await page.wait_for_selector("#removed:visible")
        assert await page.evaluate("caches.keys()") == []
        assert await page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
        await context.close()


async def test_without_javascript_the_page_says_that_it_cannot(
    chromium: Browser, library: Library, now: datetime
) -> None:
    """No button that does nothing."""
    async with serving(with_offline(library), now) as address:
        context = await chromium.new_context(java_script_enabled=False)
        page = await context.new_page()
        await page.goto(f"{address}/offline/ar")
        assert await page.locator("#unable").is_visible()
        assert await page.locator("button:visible").count() == 0
        await context.close()


async def test_an_installed_copy_has_what_a_phone_wants(library: Library, now: datetime) -> None:
    """A name, a start in the reader's language, an icon."""
    async with serving(with_offline(library), now) as address, httpx.AsyncClient(base_url=address) as client:
        manifest = (await client.get("/offline/ti/manifest.json")).json()
        assert manifest["start_url"] == "/ti/"
        icon = await client.get(manifest["icons"][0]["src"])
        assert icon.headers["content-type"] == "image/svg+xml"
