"""No Latin word slips into a sentence of another script: what the bot puts in is written like the rest."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest

from bot.i18n.formats import (
    format_amount,
    format_day,
    format_distance,
    format_full_day,
    format_partial_date,
    format_short_day,
    format_weekday_time,
    join_words,
)
from bot.i18n.locales import LANGUAGES, language_name
from bot.i18n.units import UNITS, has_units, say_duration
from bot.places.hours import BRUSSELS

OTHER_SCRIPTS = [code for code, language in LANGUAGES.items() if language.script != "Latn"]
NUMBERS = (0, 1, 2, 3, 5, 11, 21, 100)
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


@pytest.mark.parametrize("locale", OTHER_SCRIPTS)
def test_dates_hours_amounts_and_distances_have_no_latin_word(locale: str) -> None:
    """Every month, every weekday."""
    written = [format_amount(Decimal("1234.5"), "EUR", locale), format_partial_date("2021-05", locale)]
    for month in range(1, 13):
        day = date(2026, month, month)
        written += [format_day(day, locale), format_full_day(day, locale), format_short_day(day, locale)]
        written.append(format_partial_date(f"2026-{month:02}", locale))
    for day_of_week in range(23, 30):
        written.append(format_weekday_time(datetime(2026, 11, day_of_week, 9, tzinfo=BRUSSELS), locale))
    if has_units(locale):
        written += [format_distance(2.4, locale), format_distance(44.0, locale)]
        written += [say_duration(number, unit, locale) for number in NUMBERS for unit in UNITS]
    assert [one for one in written if LATIN_WORD.search(one)] == []


@pytest.mark.parametrize("locale", OTHER_SCRIPTS)
def test_lists_of_languages_have_no_latin_word(locale: str) -> None:
    """The languages of a place are named in the reader's script, but for names that no table knows."""
    names = [language_name(code, locale) for code in LANGUAGES]
    latin = [name for name in names if LATIN_WORD.search(name)]
    assert latin == [], latin
    assert not LATIN_WORD.search(join_words(names[:3], locale))


@pytest.mark.parametrize("locale", LANGUAGES)
def test_no_date_ends_with_a_point(locale: str) -> None:
    """A sentence that ends with a date has one point, not two."""
    for month in range(1, 13):
        day = date(2026, month, 12)
        for written in (format_day(day, locale), format_full_day(day, locale), format_partial_date("2021-05", locale)):
            assert not written.endswith("."), written


@pytest.mark.parametrize("locale", [code for code in LANGUAGES if has_units(code)])
def test_every_number_has_its_plural_form(locale: str) -> None:
    """The number stands in every form that does not say it in words."""
    for unit in UNITS:
        for number in NUMBERS[3:]:
            assert str(number) in say_duration(number, unit, locale)
