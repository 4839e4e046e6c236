"""The sheet on A4 paper, as a real browser prints it."""

from pathlib import Path

from playwright.async_api import Browser, Request

from bot.content.library import Library
from bot.content.reader import Reading
from tests.operators.test_review_sheet import sheet_of

A4_WIDTH = 794
"""210 mm in the pixels of CSS."""
STICKING_OUT = """width => [...document.body.querySelectorAll("*")].filter(one => {
  const box = one.getBoundingClientRect();
  return box.left < 0 || box.right > width;
}).map(one => one.textContent.slice(0, 80))"""
SHORT_LINES = """() => [...document.querySelectorAll(".line")]
  .filter(line => line.getBoundingClientRect().width < 200).length"""


async def test_each_shipped_sheet_fits_on_paper_and_asks_for_nothing(
    chromium: Browser, shipped_reading: Reading, library: Library, tmp_path: Path
) -> None:
    """Nothing sticks out at the side, no line of a correction is lost, and no request leaves the machine."""
    page = await chromium.new_page(viewport={"width": A4_WIDTH, "height": 1123}, java_script_enabled=False)
    await page.emulate_media(media="print")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    for flow in library.flows.values():
        sheet = tmp_path / f"{flow.flow}.html"
        sheet.write_text(sheet_of(shipped_reading, flow.flow), encoding="utf-8")
        await page.goto(sheet.as_uri())
        assert await page.evaluate(STICKING_OUT, A4_WIDTH) == [], flow.flow
        assert await page.evaluate(SHORT_LINES) == 0, flow.flow
        printed = await page.pdf(prefer_css_page_size=True)
        assert printed.startswith(b"%PDF")
        assert b"/MediaBox [0 0 594.9" in printed or b"/MediaBox [0 0 595" in printed, flow.flow
    assert all(url.startswith("file://") for url in asked)
    assert len(asked) == len(library.flows)
