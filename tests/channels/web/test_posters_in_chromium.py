"""Posters, as a real browser prints them on a computer that has Latin fonts only."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Browser, Page

from bot.channels.web.posters import MOST_LANGUAGES, PAPERS, Paper, Poster, web_link, write_poster
from bot.content.library import Library
from bot.content.model import Campaign, Web
from tests.channels.web.printing import ask_poppler, letters_only

ADDRESS = "https://wegwijs.example"
POINTS = {"a4": (595, 842), "a6": (298, 420)}
OWN_FONTS = {"NotoNaskhArabic", "NotoSansEthiopic", "NotoSansGeorgian"}
READY = "document.fonts.ready.then(() => new Promise(requestAnimationFrame))"
LEAVES_ITS_PLACE = """() => {
  const main = document.querySelector("main"), edge = main.getBoundingClientRect(), style = getComputedStyle(main);
  const inside = {
    left: edge.left + parseFloat(style.paddingLeft), right: edge.right - parseFloat(style.paddingRight),
    bottom: edge.bottom - parseFloat(style.paddingBottom),
  };
  return [...main.querySelectorAll("*:not(wbr)")].filter(one => {
    const box = one.getBoundingClientRect();
    return box.left < inside.left - 1 || box.right > inside.right + 1 || box.bottom > inside.bottom + 1;
  }).map(one => one.textContent.slice(0, 60));
}"""
LETTERS = "parseFloat(getComputedStyle(document.querySelector('.small')).fontSize) * 0.75"


@pytest.fixture
def shelf(library: Library) -> Library:
    """The shipped content, with an address: two codes need most room."""
    return replace(library, bot=library.bot.model_copy(update={"web": Web(address=ADDRESS)}))


def longest_title(library: Library) -> str:
    """Return the step whose title is longest in all languages together."""
    return max(library.steps, key=lambda step: sum(len(library.text(one, f"{step}.title")) for one in library.locales))


def made(library: Library, campaign: Campaign, name: str, locales: tuple[str, ...], paper: Paper) -> str:
    """Return a poster."""
    link = f"https://t.me/{name}?start={campaign.id}"
    return write_poster(library, Poster(campaign, name, link, web_link(library, campaign, locales[0])), locales, paper)


async def shown(browser: Browser, file: Path, html: str, page: Page | None = None) -> Page:
    """Open a poster, with its fonts there; in a new page unless one is given."""
    file.write_text(html, encoding="utf-8")
    page = page or await browser.new_page(viewport={"width": 900, "height": 1200})
    await page.goto(file.as_uri())
    await page.evaluate(READY)
    return page


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "locales", [("ar",), ("en", "ti"), ("ka", "ps", "fa", "am"), ("ckb", "so", "ru")], ids="-".join
)
async def test_a_poster_is_one_side_of_its_paper_and_both_codes_lead_where_they_should(
    poor_chromium: Browser, shelf: Library, tmp_path: Path, paper: Paper, locales: tuple[str, ...]
) -> None:
    """The codes are read from the print itself, beside everything else that stands on it."""
    campaign = Campaign(id="antwerp-2026", name="Poster", to="urgent-medical-aid.start")
    page = await shown(poor_chromium, tmp_path / "p.html", made(shelf, campaign, "WegwijsBot", locales, paper))
    printed = tmp_path / "p.pdf"
    printed.write_bytes(await page.pdf(prefer_css_page_size=True))
    facts = ask_poppler("pdfinfo", printed)
    assert re.search(r"Pages: +1\n", facts)
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+) pts", facts)
    assert size
    assert (float(size[1]), float(size[2])) == pytest.approx(POINTS[paper], abs=1)
    fonts = {line.split()[0].partition("+")[2] for line in ask_poppler("pdffonts", printed).splitlines()[2:]}
    assert (
        {f"{font}-Regular" for font in OWN_FONTS}
        <= fonts
        <= {f"{font}-{weight}" for font in {"NotoSans", *OWN_FONTS} for weight in ("Regular", "Bold")}
    )
    ask_poppler("pdftoppm", printed, "-png", "-singlefile", "-r", "150", str(tmp_path / "p"))
    with Image.open(tmp_path / "p.png") as picture:
        found = {code.text for code in zxingcpp.read_barcodes(picture.convert("L"))}
    path = f"{locales[0]}/urgent-medical-aid/start"
    assert found == {"https://t.me/WegwijsBot?start=antwerp-2026", f"{ADDRESS}/{path}"}
    text = letters_only(ask_poppler("pdftotext", printed, "-"))
    assert letters_only("t.me/WegwijsBot?start=antwerp-2026") in text


@pytest.mark.parametrize("paper", PAPERS)
async def test_every_language_fits_beside_the_longest_names_and_titles(
    poor_chromium: Browser, shelf: Library, tmp_path: Path, paper: Paper
) -> None:
    """The longest user name, id and title that can be; nothing leaves its place, and small letters stay readable."""
    campaign = Campaign(id="a" * 31, name="Poster", to=longest_title(shelf))
    page = None
    for room in range(1, MOST_LANGUAGES[paper] + 1):
        for first in range(0, len(shelf.locales), room):
            locales = shelf.locales[first : first + room]
            html = made(shelf, campaign, "W" + "e_1" * 10 + "b", locales, paper)
            page = await shown(poor_chromium, tmp_path / "p.html", html, page)
            assert await page.evaluate(LEAVES_ITS_PLACE) == [], locales
            assert await page.evaluate(LETTERS) > 4.5, locales


@pytest.mark.parametrize("paper", PAPERS)
async def test_where_no_script_may_run_a_usual_poster_is_one_side_too(
    poor_chromium: Browser, shelf: Library, tmp_path: Path, paper: Paper
) -> None:
    campaign = Campaign(id="antwerp-2026", name="Poster", to="urgent-medical-aid.start")
    locales = shelf.locales[: MOST_LANGUAGES[paper]]
    html = made(shelf, campaign, "WegwijsBot", locales, paper)
    page = await shown(poor_chromium, tmp_path / "p.html", re.sub(r"<script>.*</script>", "", html, flags=re.DOTALL))
    assert await page.evaluate(LEAVES_ITS_PLACE) == []


async def test_on_a_screen_a_poster_says_how_to_print_it(
    poor_chromium: Browser, shelf: Library, tmp_path: Path
) -> None:
    """On paper that line is not there."""
    html = made(shelf, Campaign(id="menu", name="Poster"), "WegwijsBot", ("fa",), "a4")
    page = await shown(poor_chromium, tmp_path / "p.html", html)
    assert await page.locator(".how").is_visible()
    await page.emulate_media(media="print")
    assert not await page.locator(".how").is_visible()
