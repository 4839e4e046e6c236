"""The page of all screens, as HTML and in a real browser."""

from pathlib import Path

from playwright.async_api import Browser, expect

from bot.content.library import Library
from bot.editors.screens import Wish, make_screens
from bot.editors.screens_page import default_locales, write_screens
from tests.content.sample import library_of, planted, sample_files
from tests.editors.changing import edited

BYTES_OF_A_SCREEN = 2200
LANGUAGES_SOON = 24


def page_of(library: Library, *locales: str, topics: tuple[str, ...] = (), before: Library | None = None) -> str:
    return write_screens(library, make_screens(library, Wish(locales, topics), before), locales, "A note.")


def test_a_screen_has_its_words_its_variants_and_its_buttons() -> None:
    """Buttons lead to the screen they open, where the page holds it."""
    page = page_of(library_of(sample_files()), "en", topics=("paper",))
    assert "<h1>Sample: 2 screens</h1>" in page
    assert '<section id="paper.decision"><h2>A decision about your stay' in page
    assert '<a class=b href="#paper.decision">' in page
    assert "<span class=b>📞 Numbers to call</span>" in page
    assert '<p class="if" lang="en" dir="ltr">After no answer or home: none</p>' in page
    assert page.count("<li>the envelope") == 1
    assert "Menu</span>" not in page


def test_styles_of_words_cards_and_directions() -> None:
    """Bold, a part of a card in another language, Arabic from the right."""
    files = planted("bot.yaml", "  ar: {fallback: en}\n", "  ar: {fallback: en}\n  nl: {}\n")
    page = page_of(library_of(files), "en", "ar")
    assert "<b>information</b>" in page
    assert '<article class="l-ar" lang="ar" dir="rtl">' in page
    italic = planted("flows/help.yaml", "**information**", "_information_ & <more>")
    assert "<i>information</i> &amp; &lt;more&gt;" in page_of(library_of(italic), "en")
    ends = planted("glossary.yaml", "  text: A request to a judge", "  text: |\n    - a request\n    - to a judge")
    assert "<li>to a judge" in page_of(library_of(ends), "en")
    assert "</ul>\n</article>" in page_of(library_of(ends), "en")


def test_before_and_now_stand_side_by_side() -> None:
    """For a review."""
    after = library_of(edited(("flows/paper.yaml", "text: Do you live at", "text: Do you have")))
    page = page_of(after, "en", before=library_of(sample_files()))
    assert page.index("English, before") < page.index("Do you live at") < page.index("English, now")
    assert page.count("<section") == 1


def test_english_and_one_more_language_are_shown_by_default(library: Library) -> None:
    """Twenty-four languages side by side are for a server, not for a telephone."""
    assert default_locales(library) == ("en", "nl")


def test_a_page_of_all_languages_stays_small_enough_to_mail(library: Library) -> None:
    """Twenty-four languages stay under twenty megabytes: a screen costs about two kilobytes."""
    sections = make_screens(library, Wish(library.locales))
    count = sum(len(sheet.screens) for section in sections for sheet in section.sheets)
    size = len(write_screens(library, sections, library.locales).encode())
    assert size / count < BYTES_OF_A_SCREEN
    assert size / len(library.locales) * LANGUAGES_SOON < 20_000_000


async def test_it_works_without_javascript_and_asks_for_nothing(
    chromium: Browser, library: Library, tmp_path: Path
) -> None:
    """A link unfolds its topic, a box hides a language, and a screen is 320 pixels wide."""
    file = tmp_path / "screens.html"
    file.write_text(page_of(library, "en", "ar"), encoding="utf-8")
    page = await chromium.new_page(viewport={"width": 1000, "height": 800}, java_script_enabled=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(file.as_uri())
    arabic = page.locator("[id='paper.start'] .l-ar")
    await expect(arabic).to_be_hidden()
    await page.get_by_role("link", name="I got a paper", exact=True).click()
    await expect(arabic).to_be_visible()
    box = await arabic.bounding_box()
    assert box is not None
    assert box["width"] == 320
    await page.get_by_label("العربية").uncheck()
    await expect(arabic).to_be_hidden()
    await expect(page.locator("[id='paper.start'] .l-en")).to_be_visible()
    assert asked == [file.as_uri()]
