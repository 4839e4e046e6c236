"""Numbers, dates, money, distances and telephone numbers."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from bot.i18n.formats import (
    find_phone_fault,
    format_amount,
    format_day,
    format_distance,
    format_partial_date,
    format_phone,
    format_weekday_time,
    join_words,
)
from bot.i18n.locales import LANGUAGES
from bot.i18n.units import UNITS, has_units, say_duration


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("112", "112"),
        ("+3224887700", "+32 2 488 77 00"),
        ("+32472123456", "+32 472 12 34 56"),
        ("+3280032745", "0800 32 745 (+32 800 32 745)"),
    ],
)
def test_a_telephone_number_is_shown_in_one_way(number: str, shown: str) -> None:
    """Numbers with + are tappable in Telegram; a free number also shows how to dial it elsewhere."""
    assert format_phone(number) == shown


@pytest.mark.parametrize("number", ["02 274 00 11", "+32227400", "+320000", "999999", "abc", ""])
def test_a_wrong_number_is_found(number: str) -> None:
    """A missing digit in a number harms a person in a cell."""
    assert find_phone_fault(number) is not None


def test_right_numbers_have_no_fault() -> None:
    """Numbers with country code and Belgian short numbers are right."""
    assert [find_phone_fault(number) for number in ("112", "1712", "+3280032745", "+3224887700")] == [None] * 4


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "5 working days"),
        ("nl", "5 werkdagen"),
        ("fr", "5 jours ouvrables"),
        ("ar", "5 أيام عمل"),
        ("ti", "5 መዓልታት ስራሕ"),
        ("xx", "5 working days"),
    ],
)
def test_a_deadline_keeps_number_and_unit(locale: str, said: str) -> None:
    """A working day is not a day; a language without a table says it in English rather than wrongly."""
    assert say_duration(5, "working-days", locale) == said


def test_arabic_has_its_own_forms_for_one_two_few_and_many() -> None:
    """CLDR's plural categories choose the form."""
    assert [say_duration(number, "days", "ar") for number in (1, 2, 3, 11, 100)] == [
        "يوم واحد", "يومان", "3 أيام", "11 يومًا", "100 يوم",
    ]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_every_language_of_this_release_says_every_unit(unit: str) -> None:
    """No language falls back to English words inside a sentence."""
    for locale in ("en", "nl", "fr", "ar", "ti"):
        assert has_units(locale)
        words = say_duration(7, unit, locale)
        assert "7" in words
        assert LANGUAGES[locale].script == "Latn" or not any("a" <= sign <= "z" for sign in words)


def test_dates_are_as_exact_as_they_are_known() -> None:
    """A page of 2021 is not a page of 1 January 2021."""
    assert [format_partial_date(value, "en") for value in ("2021", "2021-05", "2021-05-03")] == [
        "2021", "May 2021", "3 May 2021",
    ]  # fmt: skip
    assert format_day(date(2026, 11, 20), "nl") == "20 november 2026"


def test_distances_are_rounded_to_what_a_reader_can_use() -> None:
    """A tenth of a kilometre near by, whole kilometres further off."""
    assert [format_distance(value, "nl") for value in (0.04, 2.449, 17.6)] == ["0\xa0km", "2,4\xa0km", "18\xa0km"]
    assert format_distance(2.4, "ar") == "2.4\xa0كم"


def test_hours_and_money_keep_latin_digits() -> None:
    """Belgian signs, forms and telephones have Latin digits."""
    assert format_weekday_time(datetime(2026, 11, 23, 9, 0), "ar").endswith("09:00")  # noqa: DTZ001 - only its hour counts
    assert "1" in format_amount(Decimal("1.50"), "EUR", "ar")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_list_of_words_never_fails(locale: str) -> None:
    """CLDR lacks list patterns for some of our languages."""
    assert "B" in join_words(["A", "B", "C"], locale)
