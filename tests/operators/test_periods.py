"""Days, weeks and months as periods with a label."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.operators.periods import day_of, month_for, month_of, period_named, week_of

DAY = timedelta(days=1)
days = st.dates(date(1970, 1, 5), date(9000, 1, 1))


@given(days)
def test_a_period_is_found_by_its_label(day: date) -> None:
    """Day, week and month of any day have labels that lead back to them."""
    for period in (day_of(day), week_of(day), month_of(day)):
        assert period_named(period.label) == period
        assert period.first <= day <= period.last
        assert day in period.days


@given(days)
def test_labels_sort_as_their_days_do(day: date) -> None:
    """The last closed day or week is the greatest label of its kind."""
    assert day_of(day).label < day_of(day + DAY).label
    assert week_of(day).label < week_of(day + 7 * DAY).label


@given(days)
def test_a_week_has_seven_days_and_one_month(day: date) -> None:
    """A week belongs to the month of its Thursday: to one, also across the end of a month."""
    week = week_of(day)
    assert len(week.days) == 7
    assert week.first.weekday() == 0
    assert month_for(week) == month_of(week.first + 3 * DAY)


def test_a_period_is_over_the_day_after_its_last() -> None:
    """On Sunday the week still counts; on Monday it is over."""
    week = week_of(date(2026, 11, 28))
    assert week.label == "2026-W48"
    assert not week.is_closed(date(2026, 11, 29))
    assert week.is_closed(date(2026, 11, 30))


@pytest.mark.parametrize("label", ["", "2026", "2026-13", "2026-11-31", "2026-W60", "yesterday"])
def test_what_names_no_period_is_refused(label: str) -> None:
    """A label comes from the database; one that is none must not pass for another."""
    with pytest.raises(ValueError, match=r".+"):
        period_named(label)
