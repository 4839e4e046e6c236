"""Ids as operators read them."""

from dataclasses import replace

import pytest

from bot.content.library import Library
from bot.content.model import Campaign
from bot.dialogue.turns import Counted
from bot.operators.naming import name_language, name_page, name_value


@pytest.mark.parametrize(
    ("what", "value", "name"),
    [
        (Counted.LOCALE, "ti", "ትግርኛ (Tigrinya)"),
        (Counted.LOCALE, "en", "English"),
        (Counted.WANTED, "bn", "Bangla"),
        (Counted.WANTED, "qqq", "qqq"),
        (Counted.ENGLISH, "prs", "دری (Dari)"),
        (Counted.HOUR, "07", "07:00 to 07:59"),
        (Counted.KIND, "legal", "Legal help"),
        (Counted.KIND, "gone", "gone"),
        (Counted.PROVINCE, "east-flanders", "East Flanders"),
        (Counted.SEARCH, "not-found", "nothing was found"),
        (Counted.CHANNEL, "web", "the browser page"),
        (Counted.STEP, "gone.page", "gone.page"),
    ],
)
def test_a_value_has_a_name(library: Library, what: Counted, value: str, name: str) -> None:
    """In words where the content knows it, else as it stands in the database."""
    assert name_value(library, what, value) == name


def test_a_campaign_is_named_as_in_its_file(library: Library) -> None:
    """The name that the organisation gave it."""
    known = replace(library, campaigns={"antwerp": Campaign(id="antwerp", name="Poster in Antwerp")})
    assert name_value(known, Counted.CAMPAIGN, "antwerp") == "Poster in Antwerp"


def test_a_page_has_its_english_title_without_signs_of_direction(library: Library) -> None:
    """It stands beside its id."""
    assert name_page(library, "detention.judge") == library.steps["detention.judge"].title


def test_every_language_of_the_bot_has_two_names(library: Library) -> None:
    """An operator may not read the script."""
    assert all("(" in name_language(locale) for locale in library.locales if locale != "en")
