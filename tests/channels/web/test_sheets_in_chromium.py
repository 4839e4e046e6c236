"""A sheet on A4 paper, as a real browser prints it on a computer that has Latin fonts only."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.async_api import Browser, Request

from bot.channels.web.fonts import carried_faces
from bot.channels.web.sheets import write_sheet
from bot.content.library import Library
from bot.dialogue.sheet import make_sheet
from bot.i18n.locales import LANGUAGES
from tests.channels.web.printing import ask_poppler, letters_only
from tests.channels.web.serving import serving

A4_WIDTH = 794
"""210 mm in the pixels of CSS."""
OWN_FONTS = {"en": set[str](), "ar": {"NotoNaskhArabic"}, "ti": {"NotoSansEthiopic"}}
STICKING_OUT = """width => [...document.body.querySelectorAll("*")].filter(one => {
  const box = one.getBoundingClientRect();
  return box.left < -1 || box.right > width + 1;
}).map(one => one.textContent.slice(0, 80))"""


@pytest.mark.parametrize("locale", OWN_FONTS)
async def test_a_sheet_is_printed_on_a4_with_its_own_fonts(
    poor_chromium: Browser, library: Library, now: datetime, tmp_path: Path, locale: str
) -> None:
    """From the site: page numbers, fonts that the computer does not have, and text that can be searched."""
    asked: list[str] = []
    refused: list[str] = []
    async with serving(library, now) as address:
        page = await poor_chromium.new_page(java_script_enabled=False)

        def note(request: Request) -> None:
            asked.append(request.url)

        page.on("request", note)
        page.on("console", lambda line: refused.append(line.text))
        await page.goto(f"{address}/{locale}/detention/")
        printed = tmp_path / "sheet.pdf"
        printed.write_bytes(await page.pdf(prefer_css_page_size=True))
    assert all(url.startswith(address) for url in asked)
    assert [line for line in refused if "Security Policy" in line] == []
    facts = ask_poppler("pdfinfo", printed)
    assert re.search(r"Page size: +59[45]\.?\d* x 84[12]\.?\d* pts \(A4\)", facts)
    fonts = ask_poppler("pdffonts", printed).splitlines()[2:]
    assert all(re.search(r" yes yes (yes|no) ", line) for line in fonts)
    names = {line.split()[0].partition("+")[2] for line in fonts}
    assert {f"{font}-{weight}" for font in OWN_FONTS[locale] for weight in ("Regular", "Bold")} <= names
    assert names <= {f"{font}-{weight}" for font in {"NotoSans", *OWN_FONTS[locale]} for weight in ("Regular", "Bold")}
    text = ask_poppler("pdftotext", printed, "-")
    sides = int(re.findall(r"Pages: +(\d+)", facts)[0])
    assert f"2 / {sides}" in text
    for section in make_sheet(library, library.flows["detention"], locale, now.date()).sections:
        words = max((one.words for one in section.references), key=len, default=section.heading.words)
        assert letters_only(words)[:12] in letters_only(text), words


@pytest.mark.parametrize("locale", ["en", "ar"])
async def test_each_sheet_fits_on_paper_and_as_a_file_asks_for_nothing(
    poor_chromium: Browser, library: Library, now: datetime, tmp_path: Path, locale: str
) -> None:
    """Nothing sticks out at the side, and no request leaves the machine."""
    page = await poor_chromium.new_page(viewport={"width": A4_WIDTH, "height": 1123})
    await page.emulate_media(media="print")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    for flow in library.flows.values():
        sheet = make_sheet(library, flow, locale, now.date())
        faces = carried_faces(LANGUAGES[locale].script)
        file = tmp_path / f"{flow.flow}.html"
        paper = write_sheet(library, sheet, "https://wegwijs.example", faces, is_file=True)
        file.write_text(paper.html, encoding="utf-8")
        await page.goto(file.as_uri())
        assert await page.evaluate(STICKING_OUT, A4_WIDTH) == [], flow.flow
        assert not await page.locator(".how").is_visible()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


async def test_on_a_screen_a_sheet_says_how_to_print_and_fits_a_small_telephone(
    poor_chromium: Browser, library: Library, now: datetime
) -> None:
    """A helper may open it on anything."""
    async with serving(library, now) as address:
        page = await poor_chromium.new_page(viewport={"width": 320, "height": 640})
        for locale in OWN_FONTS:
            await page.goto(f"{address}/{locale}/detention/")
            assert await page.locator(".how").is_visible()
            assert await page.evaluate(STICKING_OUT, 320) == []
