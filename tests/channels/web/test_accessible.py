"""WCAG 2.2 AA, as far as a machine can see it, on every kind of page in four scripts; and what a keyboard meets."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page

from bot.content.library import Library
from tests.channels.web.kinds import KINDS, Kind
from tests.channels.web.serving import serving
from tests.channels.web.test_offline import with_offline

LOCALES = ("en", "ar", "ti", "ru")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
FINGER = 44
"""Pixels of a target: WCAG 2.2 advises them (2.5.5), and this project promises them."""
HEAVIEST = 30 * 1024
"""Bytes of a page with everything in it; `make bench` prints the table."""
CONTROLS = (
    "header a, main li > a:only-child, main .button:visible, main button:visible, summary, footer button, input:visible"
)
TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth"""
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {name: one.id || one.textContent.trim(), ring: style.outlineStyle, top: box.top, bottom: box.bottom,
          order: [...document.querySelectorAll("a, button, input, summary")].indexOf(one)};
}"""


@pytest.fixture
async def address(library: Library, now: datetime) -> AsyncIterator[str]:
    """A site with every kind of page."""
    async with serving(with_offline(library), now) as address:
        yield address


async def phone(chromium: Browser) -> BrowserContext:
    """Return a small telephone with a new page."""
    context = await chromium.new_context(viewport={"width": 320, "height": 640})
    context.set_default_timeout(10_000)
    await context.new_page()
    return context


async def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with a page."""
    found = (await Axe().run(page, options={**RULES, "resultTypes": ["violations"]})).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("locale", LOCALES)
async def test_axe_finds_nothing_on_any_kind_of_page(chromium: Browser, address: str, locale: str) -> None:
    """Names, roles, headings, landmarks, languages, contrast: by day, and the first pages by night."""
    context = await phone(chromium)
    (page,) = context.pages
    found: list[str] = []
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        for kind in KINDS if scheme == "light" else KINDS[:4]:
            await kind.open(page, address, locale)
            found += [f"{scheme} {kind.name}: {one}" for one in await violations(page)]
    await context.close()
    assert found == []


@pytest.mark.parametrize("locale", LOCALES)
async def test_every_kind_of_page_fits_a_small_telephone_and_doubled_letters(
    chromium: Browser, address: str, locale: str
) -> None:
    """Nothing is wider than 320 pixels, with letters of twice their size too; every control suits a finger."""
    context = await chromium.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page = await context.new_page()
    faults: list[str] = []
    for kind in KINDS:
        await kind.open(page, address, locale)
        faults += [f"{kind.name}: too wide"] if await page.evaluate(TOO_WIDE) else []
        for control in await page.locator(CONTROLS).all():
            box = await control.bounding_box()
            if box is None or min(box["height"], box["width"]) < FINGER:
                faults.append(f"{kind.name}: {await control.inner_text()} {box}")
        faults += [f"{kind.name}: too heavy"] if len((await page.content()).encode()) > HEAVIEST else []
        await page.add_style_tag(content="html { font-size: 200% }")
        faults += [f"{kind.name}: too wide when doubled"] if await page.evaluate(TOO_WIDE) else []
    await context.close()
    assert faults == []


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_keyboard_meets_every_control_in_the_order_of_reading(
    chromium: Browser, address: str, locale: str
) -> None:
    """First the way to the text, then the way out; each control shows that it is chosen and hides behind nothing."""
    context = await phone(chromium)
    (page,) = context.pages
    await KINDS[2].open(page, address, locale)
    controls = await page.locator("a:visible, button:visible, input:visible, summary:visible").count()
    met: list[int] = []
    for _ in range(controls):
        await page.keyboard.press("Tab")
        now = await page.evaluate(FOCUSED)
        met.append(now["order"])
        assert now["ring"] == "solid", now
        if now["name"] != "leave" and len(met) > 3:
            header = await page.locator("header").bounding_box()
            assert header is not None
            assert now["top"] >= header["y"] + header["height"] - 1, now
            assert now["bottom"] <= 641, now
    assert met == sorted(met)
    assert len(set(met)) == controls
    await context.close()


async def test_the_first_control_leads_past_the_bar_to_the_text(chromium: Browser, address: str) -> None:
    """Whoever hears the page read aloud need not hear the bar on every page."""
    context = await phone(chromium)
    (page,) = context.pages
    await page.goto(f"{address}/en/detention/start")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    assert await page.evaluate("document.activeElement.id") == "main"
    await context.close()


async def test_a_screen_reader_meets_heading_text_and_buttons_in_this_order(chromium: Browser, address: str) -> None:
    """The tree that assistive technology reads: bar, heading, text, choices, search."""
    context = await phone(chromium)
    (page,) = context.pages
    await page.goto(f"{address}/en/urgent-medical-aid/start")
    tree = await page.locator("body").aria_snapshot()
    wanted = ["banner", 'heading "Doctor and medicine" [level=1]', "paragraph", "navigation", "contentinfo", "search"]
    places = [tree.index(part) for part in wanted]
    assert places == sorted(places), tree
    assert "img" not in tree, "drawings are ornaments and are not read"
    await context.close()


@pytest.mark.parametrize("look", ["forced colours", "more contrast", "less motion"])
async def test_settings_of_the_system_are_respected(chromium: Browser, address: str, look: str) -> None:
    """Forced colours, more contrast, less motion: the page stays whole, and nothing on it ever moves."""
    context = await phone(chromium)
    (page,) = context.pages
    await page.emulate_media(
        forced_colors="active" if look == "forced colours" else "none",
        contrast="more" if look == "more contrast" else "no-preference",
        reduced_motion="reduce" if look == "less motion" else "no-preference",
    )
    await page.goto(f"{address}/ar/detention/start")
    assert await page.evaluate("document.getAnimations().length") == 0
    assert await violations(page) == []
    await context.close()


async def test_in_arabic_the_page_is_mirrored(chromium: Browser, address: str) -> None:
    """The drawing stands at the right of its words, the way out at the left."""
    context = await phone(chromium)
    (page,) = context.pages
    await page.goto(f"{address}/ar/detention/start")
    drawing = await page.locator("nav .button svg").first.bounding_box()
    words = await page.locator("nav .button span").first.bounding_box()
    leave = await page.locator("#leave").bounding_box()
    assert drawing is not None
    assert words is not None
    assert leave is not None
    assert drawing["x"] > words["x"]
    assert leave["x"] < 160
    await context.close()


def test_every_kind_is_named_once() -> None:
    """The table of kinds is what the other tests and the weights go through."""
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert all(isinstance(kind, Kind) for kind in KINDS)
