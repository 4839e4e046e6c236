"""The operators' pages in a real browser: the way in and out, WCAG 2.2 AA by day and night, small screens, paper."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
import uvicorn
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

from bot.content.library import Library
from bot.operators.dashboard import dashboard_parts
from bot.operators.guard import Guard
from bot.operators.health import Health
from bot.operators.health_page import health_part
from bot.operators.metrics import Readings
from bot.operators.readiness import Readiness
from bot.serving import QuietServer
from tests.operators.asking import PASSWORD, SECRET, Clock, behind_guard, settings_with
from tests.operators.filled import fill

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
TOO_WIDE = "() => document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
async def address(library: Library) -> AsyncIterator[str]:
    """A real server with the operators' pages behind a password."""
    clock = Clock()
    health = Health(clock)
    readings = Readings(health, Readiness(health, expects_telegram=True), lambda: library.revision)
    guard = Guard(settings_with(), SECRET, clock)
    parts = [*dashboard_parts(await fill(), lambda: library, clock, 10), health_part(readings)]
    site = behind_guard(library, guard, clock, parts)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = QuietServer(uvicorn.Config(site.application, access_log=False, log_config=None, lifespan="off"))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await task


async def faults_of(page: Page) -> list[str]:
    """Return what axe finds wrong, and whether the page is wider than the screen."""
    found = (await Axe().run(page, options={**RULES, "resultTypes": ["violations"]})).response["violations"]
    wide = ["too wide"] if await page.evaluate(TOO_WIDE) else []
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]] + wide


async def log_in(page: Page, address: str, password: str) -> None:
    """Type a password into the form."""
    await page.goto(f"{address}/operators")
    await page.get_by_label("Password").fill(password)
    await page.get_by_role("button", name="Log in").click()


async def test_an_operator_logs_in_looks_around_and_logs_out(chromium: Browser, address: str) -> None:
    """Without JavaScript; a wrong password is said beside the field."""
    context = await chromium.new_context(java_script_enabled=False)
    page = await context.new_page()
    await log_in(page, address, "not it at all")
    assert await page.get_by_role("alert").inner_text() == "This is not the password."
    await log_in(page, address, PASSWORD)
    await page.get_by_role("link", name="System health").click()
    assert await page.locator("a[aria-current=page]").inner_text() == "System health"
    assert await page.get_by_text("Telegram cannot be reached.").is_visible()
    await page.get_by_role("button", name="Log out").click()
    assert page.url == f"{address}/operators/login"
    await page.goto(f"{address}/operators/health")
    assert page.url == f"{address}/operators/login"
    await context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_and_all_fits_a_small_phone(chromium: Browser, address: str, scheme: str) -> None:
    """The login with a trouble, both pages, and a refusal."""
    context = await chromium.new_context(viewport={"width": 320, "height": 640})
    page = await context.new_page()
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await log_in(page, address, "not it at all")
    faults = await faults_of(page)
    await log_in(page, address, PASSWORD)
    faults += await faults_of(page)
    for part in ("figures", "topics?topic=detention", "demand", "content", "health"):
        await page.goto(f"{address}/operators/{part}")
        faults += await faults_of(page)
    await page.evaluate("() => { document.querySelector('input[name=token]').value = 'another'; }")
    await page.get_by_role("button", name="Log out").click()
    assert await page.get_by_role("heading", name="This was not done").is_visible()
    faults += await faults_of(page)
    await context.close()
    assert faults == []


async def test_on_paper_there_is_no_navigation_and_no_button(chromium: Browser, address: str) -> None:
    """What remains is what one wants to hand round."""
    context = await chromium.new_context(viewport={"width": 794, "height": 1123})
    page = await context.new_page()
    await log_in(page, address, PASSWORD)
    await page.emulate_media(media="print")
    for part in ("figures", "health"):
        await page.goto(f"{address}/operators/{part}")
        assert not any([await each.is_visible() for each in await page.locator("nav").all()])
        assert not await page.locator("button").is_visible()
        assert await page.locator("table:visible").count()


async def test_the_dashboard_needs_no_script_and_draws_its_charts(chromium: Browser, address: str) -> None:
    """Without JavaScript every chart has a name for screen readers, a height, and a table beside it."""
    context = await chromium.new_context(java_script_enabled=False, viewport={"width": 1000, "height": 900})
    page = await context.new_page()
    await log_in(page, address, PASSWORD)
    await page.get_by_role("link", name="Figures", exact=True).click()
    charts = await page.locator("figure svg[role=img]").all()
    assert len(charts) >= 5
    for chart in charts:
        box = await chart.bounding_box()
        assert box is not None
        assert box["height"] > 40
        assert await chart.locator("title").first.inner_html()
    assert await page.locator(".beside table").count() >= len(charts)
    await page.get_by_role("link", name="Last day").click()
    assert await page.locator("nav.choice a[aria-current]").inner_text() == "Last day"
    await context.close()
