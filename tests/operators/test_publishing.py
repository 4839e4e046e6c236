"""The rules of publishing, each as a property that holds for whatever was counted."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.operators.publishing import (
    Figure,
    Period,
    Table,
    day_of,
    last_closed_days,
    last_closed_week,
    publish,
    week_of,
)
from bot.ports import CounterKey

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
WEEK = week_of(MONDAY)
LATER = MONDAY + 30 * DAY
WHATS, VALUES = ["locale", "step"], ["a", "b", "c"]

Counts = dict[CounterKey, int]

thresholds = st.integers(2, 12)
counts_of_a_week = st.dictionaries(
    st.builds(CounterKey, st.sampled_from(WEEK.days), st.sampled_from(WHATS), st.sampled_from(VALUES)),
    st.integers(0, 40),
)
numbers_of_a_week = st.lists(st.integers(0, 15), min_size=7, max_size=7)
periods = st.sampled_from([WEEK, *map(day_of, WEEK.days)])


def show(counts: Counts, period: Period, k: int) -> tuple[Table, ...]:
    """Return what is published long after the period."""
    return publish(counts.items(), period, LATER, k)


def all_shown(counts: Counts, k: int) -> list[tuple[Table, ...]]:
    """Return everything that is ever published of the week: its seven days and itself."""
    return [show(counts, period, k) for period in (*map(day_of, WEEK.days), WEEK)]


def one_cell(numbers: list[int]) -> Counts:
    """Return counters of one value over the days of the week."""
    return {CounterKey(day, "step", "menu"): n for day, n in zip(WEEK.days, numbers, strict=True)}


@given(counts_of_a_week, periods, thresholds)
def test_nothing_below_the_threshold_is_shown(counts: Counts, period: Period, k: int) -> None:
    """Every figure and every total is at least k, and a multiple of it."""
    for table in show(counts, period, k):
        assert all(figure.n >= k and figure.n % k == 0 for figure in table.figures)
        assert table.total >= k


@given(counts_of_a_week, periods, thresholds)
def test_a_total_is_the_sum_of_what_is_shown(counts: Counts, period: Period, k: int) -> None:
    """No hidden number is part of a total."""
    for table in show(counts, period, k):
        assert table.total == sum(figure.n for figure in table.figures)


@given(counts_of_a_week, periods, thresholds)
def test_no_figure_claims_more_than_was_counted(counts: Counts, period: Period, k: int) -> None:
    """A figure says "at least": it never exceeds the number behind it."""
    for table in show(counts, period, k):
        for figure in table.figures:
            behind = [counts.get(CounterKey(day, table.what, figure.value), 0) for day in period.days]
            assert figure.n <= sum(behind)


@given(counts_of_a_week, st.sampled_from(WEEK.days), st.sampled_from(VALUES), thresholds)
def test_one_visit_below_the_rounding_changes_nothing_shown(counts: Counts, day: date, value: str, k: int) -> None:
    """Adding one to a number changes no day unless the number reaches the next multiple of k."""
    key = CounterKey(day, "step", value)
    n = counts.get(key, 0)
    assume((n + 1) % k)
    for one_day in map(day_of, WEEK.days):
        assert show(counts | {key: n + 1}, one_day, k) == show(counts, one_day, k)


@given(counts_of_a_week, thresholds)
def test_a_hidden_cell_looks_like_an_empty_one(counts: Counts, k: int) -> None:
    """Of a day, taking all numbers below k out altogether changes nothing shown."""
    without = {key: n for key, n in counts.items() if n >= k}
    for day in map(day_of, WEEK.days):
        assert show(counts, day, k) == show(without, day, k)


@settings(deadline=None)  # each example tries many worlds
@given(numbers_of_a_week, thresholds, st.data())
def test_a_hidden_day_cannot_be_got_by_subtraction(numbers: list[int], k: int, data: st.DataObject) -> None:
    """Whoever sees the week and all its days still cannot exclude any number below k for a hidden day."""
    hidden = [n for n, number in enumerate(numbers) if number < k]
    assume(hidden)
    target = data.draw(st.sampled_from(hidden))
    claimed = data.draw(st.integers(0, k - 1))
    seen = all_shown(one_cell(numbers), k)
    others = len(hidden) - 1
    assert any(
        all_shown(one_cell(another_world(numbers, hidden, target, (claimed, rest), k)), k) == seen
        for rest in range(others * (k - 1) + 1)
    )


def another_world(numbers: list[int], hidden: list[int], target: int, claim: tuple[int, int], k: int) -> list[int]:
    """Return the week with a claimed number on the target day and a rest spread over the other hidden days."""
    claimed, rest = claim
    world = list(numbers)
    world[target] = claimed
    for day in hidden:
        if day != target:
            world[day] = min(rest, k - 1)
            rest -= world[day]
    return world


@given(counts_of_a_week, thresholds, st.sampled_from(WHATS))
def test_one_dimension_says_nothing_of_another(counts: Counts, k: int, what: str) -> None:
    """The table of a dimension is the same whether or not the other was counted."""
    alone = {key: n for key, n in counts.items() if key.what == what}
    assert show(alone, WEEK, k) == tuple(table for table in show(counts, WEEK, k) if table.what == what)


@given(counts_of_a_week, periods, thresholds, st.randoms())
def test_the_order_of_counters_does_not_matter(counts: Counts, period: Period, k: int, randoms: Random) -> None:
    """However the counters are handed in, the same is published."""
    rows = list(counts.items())
    randoms.shuffle(rows)
    assert publish(rows, period, LATER, k) == show(counts, period, k)


def test_a_day_is_rounded_down_and_the_rest_is_hidden() -> None:
    """Of 27, 10 and 9, the day shows 20 and 10, and their total 30."""
    counts = {CounterKey(MONDAY, "step", value): n for value, n in {"a": 10, "b": 27, "c": 9}.items()}
    (table,) = show(counts, day_of(MONDAY), 10)
    assert table == Table("step", (Figure("b", 20), Figure("a", 10)))
    assert table.total == 30


@pytest.mark.parametrize(
    ("numbers", "figure"),
    [
        ([9, 9, 9, 0, 0, 0, 0], 20),
        ([25, 9, 9, 9, 0, 0, 0], 40),
        ([25, 9, 0, 9, 9, 9, 9], 60),
        ([25, 25, 25, 25, 25, 9, 9], 100),
        ([9, 9, 9, 9, 9, 9, 9], 50),
        ([10, 10, 10, 10, 10, 10, 9], 60),
    ],
)
def test_a_week_adds_what_its_hidden_days_held_together(numbers: list[int], figure: int) -> None:
    """Small days together are worth a figure, as far as it gives none of them away."""
    (table,) = show(one_cell(numbers), WEEK, 10)
    assert table.figures == (Figure("menu", figure),)


def test_a_week_of_few_is_hidden() -> None:
    """A week in which fewer than k were counted shows nothing."""
    assert show(one_cell([2, 2, 2, 1, 0, 1, 1]), WEEK, 10) == ()


@pytest.mark.parametrize("period", [day_of(MONDAY + 6 * DAY), WEEK])
def test_a_period_that_is_not_over_is_refused(period: Period) -> None:
    """On its last day neither a day nor a week is published; the day after, both are."""
    with pytest.raises(ValueError, match="is not over"):
        publish([], period, MONDAY + 6 * DAY, 10)
    assert publish([], period, MONDAY + 7 * DAY, 10) == ()


@pytest.mark.parametrize("k", [1, 0, -1])
def test_a_threshold_that_hides_nothing_is_refused(k: int) -> None:
    """Publishing needs a k of two or more."""
    with pytest.raises(ValueError, match="hides nothing"):
        publish([], WEEK, LATER, k)


@pytest.mark.parametrize(("first", "length"), [(MONDAY, 2), (MONDAY + DAY, 7), (MONDAY, 14), (MONDAY, 0)])
def test_only_days_and_iso_weeks_are_periods(first: date, length: int) -> None:
    """Stretches that overlap weeks cannot even be asked for, since they could be subtracted."""
    with pytest.raises(ValueError, match="neither a day nor a week"):
        Period(first, first + (length - 1) * DAY)


@given(st.dates(date(1, 2, 1), date(9999, 1, 1)), st.integers(1, 20))
def test_the_last_closed_periods_are_over_and_no_newer_one_is(today: date, how_many: int) -> None:
    """The newest closed day is yesterday, the newest closed week ends within the last seven days."""
    days, week = last_closed_days(today, how_many), last_closed_week(today)
    assert len(days) == how_many
    assert days[-1] == day_of(today - DAY)
    assert list(days) == sorted(days, key=lambda period: period.first)
    assert week.is_closed(today)
    assert today - week.last <= 7 * DAY
