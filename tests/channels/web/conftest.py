"""A real browser for the tests of the page."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from tests.chromium import ARGUMENTS, need_chromium

LATIN_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
FONT_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


@pytest.fixture
async def poor_chromium(tmp_path: Path) -> AsyncIterator[Browser]:
    """Debian's Chromium on a computer that has one Latin font and no other."""
    executable = need_chromium()
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for name in LATIN_FONTS:
        (fonts / name).symlink_to(Path("/usr/share/fonts/truetype/noto") / name)
    settings = tmp_path / "fonts.conf"
    settings.write_text(FONT_SETTINGS.format(folder=fonts), encoding="utf-8")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=executable, args=list(ARGUMENTS), env={"FONTCONFIG_FILE": str(settings)}
        )
        yield browser
        await browser.close()
