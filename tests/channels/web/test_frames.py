"""Other sites may show the page inside their own only where bot.yaml names them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime

from playwright.async_api import Browser

from bot.content.library import Library
from tests.channels.web.serving import serving


@asynccontextmanager
async def embedder(framed: str) -> AsyncIterator[str]:
    """Serve another site that shows a page of ours in a frame; give its address."""
    body = f'<title>other</title><iframe src="{framed}" width=320 height=600></iframe>'.encode()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def framed_by(library: Library, *sites: str) -> Library:
    """Return the library of an organisation that lets sites show its page."""
    web = library.bot.web.model_copy(update={"frames": sites})
    return replace(library, bot=library.bot.model_copy(update={"web": web}))


async def shown_in_frame(chromium: Browser, site: str) -> str:
    """Return what a visitor of the other site reads in the frame."""
    page = await chromium.new_page()
    await page.goto(site)
    frame = page.frames[1]
    await frame.wait_for_load_state()
    text = await frame.locator("body").inner_text()
    await page.close()
    return text


async def test_no_site_may_frame_the_page_unless_it_is_named(
    chromium: Browser, library: Library, now: datetime
) -> None:
    """A false site cannot dress itself in ours."""
    async with serving(library, now) as address, embedder(f"{address}/en/") as site:
        assert "What do you want to know?" not in await shown_in_frame(chromium, site)


async def test_a_named_site_shows_the_page(chromium: Browser, library: Library, now: datetime) -> None:
    """The same page with another policy; a site beside the named one is still refused."""
    sites: list[str] = []
    async with (
        serving(library, now, library_now=lambda: framed_by(library, *sites)) as address,
        embedder("about:blank") as stranger,
        embedder(f"{address}/en/") as named,
    ):
        sites.append(named)
        assert "What do you want to know?" in await shown_in_frame(chromium, named)
        sites[:] = [stranger]
        assert "What do you want to know?" not in await shown_in_frame(chromium, named)
