"""A poster says what its languages say, and names where it leads."""

import re
from dataclasses import replace
from html import unescape

import pytest

from bot.channels.web.posters import Poster, missing_words, unread_words, web_link, write_poster
from bot.content.library import Library
from bot.content.model import Campaign
from bot.content.phrases import Phrase
from bot.i18n.locales import LANGUAGES
from tests.content.sample import library_of, sample_files

DOCTOR = Campaign(id="antwerp-2026", name="Poster in the north", to="urgent-medical-aid.start")
MENU = Campaign(id="antwerp-2026", name="Poster in the north")
LINK = "https://t.me/WegwijsBot?start=antwerp-2026"


def poster(campaign: Campaign, page: str = "") -> Poster:
    """Return a poster of a campaign."""
    return Poster(campaign, "WegwijsBot", LINK, page)


def test_each_language_has_the_title_of_its_page_and_the_same_words(library: Library) -> None:
    """From the catalogues: nothing is written for a poster that is not in them."""
    page = write_poster(library, poster(DOCTOR), ("fa", "ka"), "a4")
    for locale in ("fa", "ka"):
        assert f"<h1>{library.text(locale, 'urgent-medical-aid.start.title')}</h1>" in page
        assert library.text(locale, "bot.about").strip() in page
        assert library.say(locale, Phrase.POSTER_SCAN) in page
    assert '<html lang="fa" dir="rtl">' in page
    assert '<section class="Geor" lang="ka" dir="ltr">' in page


def test_the_link_to_the_menu_has_no_title_but_what_the_bot_is(library: Library) -> None:
    page = write_poster(library, poster(MENU), ("en",), "a4")
    assert f"<h1>{library.text('en', 'bot.about').strip()}</h1>" in page


def test_the_exact_name_and_the_link_can_be_compared_and_typed(library: Library) -> None:
    """Who does not trust the code compares the name; the name keeps its direction between Arabic words."""
    page = write_poster(library, poster(MENU), ("ar",), "a4")
    assert "\u2066@WegwijsBot\u2069" in page
    assert "t.me/WegwijsBot?start=antwerp-2026" in page.replace("<wbr>", "")
    assert "Poster in the north" not in page.partition("</head>")[2]


def test_without_a_page_in_a_browser_there_is_one_code_and_no_word_of_a_second(library: Library) -> None:
    alone = write_poster(library, poster(MENU), ("en",), "a4")
    both = write_poster(library, poster(MENU, "https://wegwijs.example/en/"), ("en",), "a4")
    assert (alone.count("<svg"), both.count("<svg")) == (1, 2)
    words = library.say("en", Phrase.POSTER_BROWSER)
    assert (words in alone, words in both) == (False, True)


def test_every_language_of_the_bot_is_named_in_itself_with_its_own_font(library: Library) -> None:
    """The sight of one's own language says that the bot speaks it."""
    page = write_poster(library, poster(MENU), ("en",), "a6")
    foot = page.partition("<footer>")[2]
    assert all(f">{LANGUAGES[locale].own_name}</bdi>" in foot for locale in library.locales)
    assert set(re.findall(r'font-family: "Sheet ([A-Z][a-z]{3})"; font-weight', page)) == {"Arab", "Ethi", "Geor"}


def test_the_file_asks_for_nothing_and_only_its_own_script_runs(library: Library) -> None:
    page = unescape(write_poster(library, poster(MENU), ("en",), "a4"))
    assert "default-src 'none'" in page
    assert re.search(r"script-src 'sha256-[^']+'", page)
    assert not re.search(r'(?:src|href)="?http', page)


@pytest.mark.parametrize(
    ("campaign", "path"),
    [
        (MENU, "/ti/"),
        (DOCTOR, "/ti/urgent-medical-aid/start"),
        (DOCTOR.model_copy(update={"locale": "ar"}), "/ar/urgent-medical-aid/start"),
    ],
)
def test_the_page_in_a_browser_is_the_one_of_the_campaign(library: Library, campaign: Campaign, path: str) -> None:
    """In its language, else in the first of the poster."""
    web = library.bot.web.model_copy(update={"address": "https://wegwijs.example"})
    shelf = replace(library, bot=library.bot.model_copy(update={"web": web}))
    assert web_link(shelf, campaign, "ti") == f"https://wegwijs.example{path}"
    assert web_link(library, campaign, "ti") == ""


def test_a_language_that_lacks_a_word_is_named(library: Library) -> None:
    """English words between Tigrinya ones would look like a fault of the bot."""
    texts = {context: text for context, text in library.texts["ti"].items() if context != "interface.poster-scan"}
    shelf = replace(library, texts={**library.texts, "ti": texts})
    assert missing_words(shelf, ["en", "ti", "ar"]) == ["ti"]
    assert missing_words(library, library.locales) == []


def test_who_has_read_the_words_is_known(library: Library) -> None:
    assert unread_words(library, poster(DOCTOR), ["en", "ar"]) == ["ar"]


def test_a_page_that_waits_for_a_review_lends_no_title() -> None:
    """What the bot does not show, a poster does not show either."""
    shelf = library_of(sample_files())
    campaign = shelf.campaigns["poster"]
    title = shelf.text("ar", f"{campaign.to}.title")
    assert title in write_poster(shelf, poster(campaign), ("ar",), "a4")
    assert title not in write_poster(replace(shelf, require_review="all"), poster(campaign), ("ar",), "a4")
