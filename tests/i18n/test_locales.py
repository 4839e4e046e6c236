"""The table of languages and the choice among them."""

import unicodedata

import pytest

from bot.i18n.locales import (
    LANGUAGES,
    cldr_of,
    direction_of,
    find_locale,
    in_pairs,
    language_name,
    negotiate,
    plural_forms,
)

FIVE = ("en", "nl", "fr", "ar", "ti")
SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Geor": "GEORGIAN", "Arab": "ARABIC", "Ethi": "ETHIOPIC"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_is_named_in_its_own_script(code: str) -> None:
    """A person finds their language by the letters they read."""
    language = LANGUAGES[code]
    letters = [sign for sign in language.own_name if sign.isalpha()]
    assert all(SCRIPTS[language.script] in unicodedata.name(sign) for sign in letters)
    assert (language.direction == "rtl") is (language.script == "Arab")


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_cldr_data_and_a_plural_header(code: str) -> None:
    """Dates and plurals come from CLDR, also where Babel knows no such code."""
    assert cldr_of(code).language
    assert plural_forms(code).startswith("nplurals=")


def test_there_are_twenty_four_languages_and_telegram_knows_all_but_two() -> None:
    """Telegram's commands take two-letter codes: none for Dari and Sorani."""
    assert len(LANGUAGES) == 24
    assert [code for code, language in LANGUAGES.items() if language.telegram is None] == ["prs", "ckb"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "en"), ("AR-eg", "ar"), ("nl_BE", "nl"), ("fr-CA", "fr"), ("xx", None), ("", None), (None, None)],
)
def test_a_phone_language_leads_to_ours(tag: str | None, expected: str | None) -> None:
    """Region and case do not matter; an unknown language is none."""
    assert find_locale(tag, FIVE) == expected


def test_close_languages_are_told_apart() -> None:
    """fa-AF is Dari, ku is Kurmanji, bs is read as Serbian in Latin letters."""
    assert [find_locale(tag, LANGUAGES) for tag in ("fa-AF", "fa", "ku", "ckb", "bs")] == [
        "prs", "fa", "kmr", "ckb", "sr",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("ti, en;q=0.5", "ti"),
        ("de;q=0.9, fr;q=0.8, nl;q=0.1", "fr"),
        ("nl;q=0, en", "en"),
        ("", "en"),
        ("*;q=nonsense,,;;", "en"),
    ],
)
def test_a_browser_gets_the_best_language_it_asks_for(header: str, expected: str) -> None:
    """Accept-Language is followed by its weights; nonsense means English."""
    assert negotiate(header, FIVE) == expected


def test_direction_of_an_unknown_language_is_left_to_right() -> None:
    """A language we do not know breaks nothing."""
    assert (direction_of("xx"), direction_of("ckb")) == ("ltr", "rtl")


def test_languages_that_may_be_mistaken_stand_side_by_side() -> None:
    """Persian and Dari, Kurmanji and Sorani: whoever looks for one sees the other beside it."""
    rows = in_pairs(("fa", *LANGUAGES))
    assert ("fa", "prs") in rows
    assert ("kmr", "ckb") in rows
    assert sorted(locale for row in rows for locale in row) == sorted(LANGUAGES)
    assert all(len(row) == 2 for row in rows)


def test_a_language_without_its_neighbour_stands_in_the_row_as_any_other() -> None:
    """A bot that speaks Persian alone leaves no hole."""
    assert in_pairs(("en", "fa", "ar")) == (("en", "fa"), ("ar",))


def test_every_language_has_a_name_in_every_other() -> None:
    """The list of languages of a place never shows a code."""
    for locale in LANGUAGES:
        for code in LANGUAGES:
            assert language_name(code, locale) not in {code, ""}
