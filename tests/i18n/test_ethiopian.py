"""Dates and hours for readers who may count by the Ethiopian calendar and clock."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n.ethiopian import WORDINGS, ethiopian_date, mark_hours
from bot.i18n.formats import (
    format_day,
    format_full_day,
    format_partial_date,
    format_short_day,
    format_time,
    format_weekday_time,
)
from bot.i18n.locales import LANGUAGES

DAY = date(2026, 11, 24)
MONTHS_OF_THIRTY = HALF_A_DAY = 12
SIX = 6


@pytest.mark.parametrize(
    ("day", "ethiopian"),
    [
        (date(1970, 1, 2), (1962, 4, 24)),  # an example of ICU4X
        (date(2007, 9, 12), (2000, 1, 1)),  # the Ethiopian millennium
        (date(2023, 9, 11), (2015, 13, 6)),  # the last day of a long year
        (date(2023, 9, 12), (2016, 1, 1)),
        (date(2024, 2, 29), (2016, 6, 21)),
        (date(2026, 9, 10), (2018, 13, 5)),  # the last day of a short year
        (date(2026, 9, 11), (2019, 1, 1)),
        (date(2027, 1, 7), (2019, 4, 29)),  # Christmas
    ],
)
def test_known_days_have_their_ethiopian_date(day: date, ethiopian: tuple[int, int, int]) -> None:
    """Around new year, in long and short years, and on feasts."""
    assert ethiopian_date(day) == ethiopian


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_an_ethiopian_date_leads_back_to_its_day(day: date) -> None:
    """By the formula in the other direction: fixed-from-coptic of Reingold and Dershowitz, from R.D. 2796."""
    year, month, number = ethiopian_date(day)
    assert 1 <= month <= len(WORDINGS["am"].months)
    assert 1 <= number <= (30 if month <= MONTHS_OF_THIRTY else 6)
    fixed = 2796 - 1 + 365 * (year - 1) + year // 4 + 30 * (month - 1) + number
    assert date.fromordinal(fixed) == day


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_the_day_after_has_another_date(day: date) -> None:
    """No two days have one date, and dates grow with the days."""
    assert ethiopian_date(day) < ethiopian_date(day + timedelta(days=1))


@pytest.mark.parametrize("locale", WORDINGS)
@pytest.mark.parametrize("hour", range(24))
def test_no_hour_of_the_ethiopian_clock_fits_the_words(locale: str, hour: int) -> None:
    """Read as hours since six, in the morning or in the evening, the digits fall in another part of the day."""
    shown = mark_hours(f"{hour:02}:30", locale)
    if 1 <= hour <= HALF_A_DAY:
        part = shown.partition(" ")[2]
        meant = [(hour + SIX) % 24, (hour + SIX + HALF_A_DAY) % 24]
        assert part not in [mark_hours(f"{other}:30", locale).partition(" ")[2] for other in meant]


@pytest.mark.parametrize(
    ("locale", "day", "full", "short"),
    [
        (
            "am",
            "24 ኖቬምበር 2026",
            "ማክሰኞ 24 ኖቬምበር 2026 (እ.ኤ.አ.፤ በኢትዮጵያ አቆጣጠር ኅዳር 15 ቀን 2019)",
            "ማክሰ፣ ኖቬም 24",
        ),
        (
            "ti",
            "24/11/2026 (ኣቆጻጽራ ኤውሮጳ)",
            "ሰሉስ 24/11/2026 (ኣቆጻጽራ ኤውሮጳ፤ ብኣቆጻጽራ ግእዝ 15 ሕዳር 2019)",
            "ሰሉስ 24/11/2026",
        ),
    ],
)
def test_a_day_cannot_be_taken_for_one_of_the_other_calendar(locale: str, day: str, full: str, short: str) -> None:
    """A European name or digits with the calendar's name; both calendars where a deadline hangs on the day."""
    assert format_day(DAY, locale) == day
    assert format_full_day(DAY, locale) == full
    assert format_short_day(DAY, locale) == short


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("am", ["2018 (እ.ኤ.አ.)", "ሜይ 2018", "3 ሜይ 2018"]),
        ("ti", ["2018 (ኣቆጻጽራ ኤውሮጳ)", "05/2018 (ኣቆጻጽራ ኤውሮጳ)", "03/05/2018 (ኣቆጻጽራ ኤውሮጳ)"]),
    ],
)
def test_an_old_year_is_not_taken_for_this_year(locale: str, shown: list[str]) -> None:
    """The Ethiopian year 2018 ended in September 2026: a page of our 2018 would look fresh."""
    assert [format_partial_date(value, locale) for value in ("2018", "2018-05", "2018-05-03")] == shown


@pytest.mark.parametrize(
    ("locale", "times"),
    [
        (
            "am",
            ["00:00 (እኩለ ሌሊት)", "03:15 (ከእኩለ ሌሊት በኋላ)", "08:00 (ጠዋት)", "12:30 (ቀትር)", "13:00 (ከሰዓት በኋላ)", "22:00 (ማታ)"],
        ),
        (
            "ti",
            [
                "00:00 (ፍርቂ ለይቲ)",
                "03:15 (ድሕሪ ፍርቂ ለይቲ)",
                "08:00 (ንግሆ)",
                "12:30 (ፍርቂ መዓልቲ)",
                "13:00 (ድሕሪ ቀትሪ)",
                "22:00 (ምሸት)",
            ],
        ),
    ],
)
def test_an_hour_says_its_part_of_the_day(locale: str, times: list[str]) -> None:
    """With the digits of Belgian signs, alone, after a weekday and in a span."""
    moments = [datetime(2026, 11, 24, *at) for at in ((0, 0), (3, 15), (8, 0), (12, 30), (13, 0), (22, 0))]  # noqa: DTZ001 - only the hour counts
    assert [format_time(moment, locale) for moment in moments] == times
    assert format_weekday_time(moments[2], locale).endswith(f" {times[2]}")
    assert mark_hours("8:00–22:00", locale) == f"{times[2].removeprefix('0')}–{times[5]}"


@pytest.mark.parametrize("locale", sorted(LANGUAGES.keys() - WORDINGS.keys()))
def test_other_languages_keep_their_dates_and_hours(locale: str) -> None:
    """Nothing is added where nobody counts otherwise."""
    assert format_time(datetime(2026, 11, 24, 9), locale) == "09:00"  # noqa: DTZ001 - only the hour counts
    assert format_partial_date("2018", locale) == "2018"
    assert "(" not in format_full_day(DAY, locale)
    assert mark_hours("8:00–22:00", locale) == "8:00–22:00"


@pytest.mark.parametrize("locale", WORDINGS)
def test_a_day_fits_on_a_button(locale: str) -> None:
    """Two stand in a row; a button has at most forty characters."""
    days = [DAY + timedelta(days=number) for number in range(366)]
    assert max(len(format_short_day(day, locale)) for day in days) <= 20
