"""Working days in Belgium."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.places.working_days import is_working_day, last_working_day

HOLIDAYS_OF_2026 = [(1, 1), (4, 6), (5, 1), (5, 14), (5, 25), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
"""The ten legal holidays: fixed days, Easter Monday, Ascension, Whit Monday."""


def test_the_holidays_and_weekends_of_a_year_are_no_working_days() -> None:
    """Every day of 2026, against the list of the law."""
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    closed = {date(2026, month, day) for month, day in HOLIDAYS_OF_2026}
    assert [day for day in days if not is_working_day(day)] == [
        day for day in days if day.weekday() >= 5 or day in closed
    ]


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)))
def test_the_last_working_day_is_never_later_and_at_most_five_days_earlier(day: date) -> None:
    """Easter is the longest row of free days that the law makes."""
    found = last_working_day(day)
    assert is_working_day(found)
    assert timedelta(0) <= day - found <= timedelta(days=5)
