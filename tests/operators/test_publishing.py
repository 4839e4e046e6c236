"""The rules of publishing, each as a property that holds for whatever was counted."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.operators.publishing import FAMILIES, Numbers, PublishedDay, Rules, publish_day, publish_week

VALUES = ["a", "b", "c"]
SIZES = {"locale": 3, "hour": 3, "kind": 3, "province": 3, "step-locale": 3}
ALONE = ["step", "campaign", "search", "wanted"]

thresholds = st.integers(2, 12)
numbers_of_a_day = st.dictionaries(
    st.tuples(st.sampled_from([*ALONE, "locale", "channel", "hour"]), st.sampled_from(VALUES)), st.integers(0, 60)
)


def rules(k: int) -> Rules:
    """Return rules for dimensions of three values."""
    return Rules(k, SIZES)


@given(numbers_of_a_day, thresholds)
def test_nothing_below_the_threshold_is_shown(numbers: Numbers, k: int) -> None:
    """Every figure is at least k, and a multiple of it."""
    for figure in publish_day(numbers, rules(k)).values():
        assert figure >= k
        assert figure % k == 0


@given(numbers_of_a_day, thresholds)
def test_no_figure_claims_more_than_was_counted(numbers: Numbers, k: int) -> None:
    """A figure says "at least": it never exceeds the number behind it."""
    for cell, figure in publish_day(numbers, rules(k)).items():
        assert figure <= numbers[cell]


@given(numbers_of_a_day, thresholds)
def test_a_dimension_alone_is_only_rounded_down(numbers: Numbers, k: int) -> None:
    """What has no other side is exact but for the rounding."""
    alone = {cell: n - n % k for cell, n in numbers.items() if cell[0] in ALONE and n >= k}
    published = publish_day(numbers, rules(k))
    assert {cell: n for cell, n in published.items() if cell[0] in ALONE} == alone


@given(numbers_of_a_day, thresholds, st.sampled_from(ALONE))
def test_one_dimension_says_nothing_of_another(numbers: Numbers, k: int, what: str) -> None:
    """The table of a dimension is the same whether or not the others were counted."""
    only = {cell: n for cell, n in numbers.items() if cell[0] == what}
    whole = publish_day(numbers, rules(k))
    assert publish_day(only, rules(k)) == {cell: n for cell, n in whole.items() if cell[0] == what}


@given(numbers_of_a_day, thresholds)
def test_a_hidden_cell_looks_like_an_empty_one(numbers: Numbers, k: int) -> None:
    """Taking all numbers below k out altogether changes nothing shown."""
    assert publish_day({cell: n for cell, n in numbers.items() if n >= k}, rules(k)) == publish_day(numbers, rules(k))


@given(numbers_of_a_day, thresholds, st.randoms())
def test_the_order_of_counters_does_not_matter(numbers: Numbers, k: int, randoms: Random) -> None:
    """However the counters are handed in, the same is published."""
    rows = list(numbers.items())
    randoms.shuffle(rows)
    assert publish_day(dict(rows), rules(k)) == publish_day(numbers, rules(k))


def test_a_day_is_rounded_down_and_the_rest_is_hidden() -> None:
    """Of 27, 10 and 9, the day shows 20 and 10."""
    numbers = {("step", "b"): 27, ("step", "a"): 10, ("step", "c"): 9}
    assert publish_day(numbers, rules(10)) == {("step", "b"): 20, ("step", "a"): 10}


def test_two_sides_of_the_same_menus_do_not_tell_on_each_other() -> None:
    """Ten menus in one language, five by each channel: a shown ten would say that neither channel was empty."""
    menus = {("locale", "ti"): 10, ("channel", "web"): 5, ("channel", "telegram"): 5, ("hour", "09"): 10}
    assert publish_day(menus, rules(10)) == {}


def test_a_family_of_many_menus_is_shown_as_it_is() -> None:
    """With the usual remainders nothing has to be lowered."""
    menus = {("locale", "ti"): 57, ("locale", "ar"): 38, ("channel", "web"): 21, ("channel", "telegram"): 74}
    hours = {("hour", "09"): 42, ("hour", "10"): 53}
    shown = publish_day({**menus, **hours}, Rules(10, {"locale": 24, "hour": 24}))
    assert shown == {cell: n - n % 10 for cell, n in (menus | hours).items()}


def test_crossings_are_no_part_of_a_day_and_days_none_of_a_week() -> None:
    """Each is published by its own period."""
    numbers = {("step", "a"): 20, ("step-locale", "a|ti"): 20, ("helped", "a|yes"): 20}
    assert publish_day(numbers, rules(10)) == {("step", "a"): 20}
    assert publish_week(numbers, [PublishedDay(10, {"a": 20})], rules(10)) == {
        ("step-locale", "a|ti"): 20,
        ("helped", "a|yes"): 20,
    }


def test_a_week_in_which_each_day_was_hidden_can_be_shown() -> None:
    """Five a day are hidden on each day; of the week's 35 in one language, 30 are shown."""
    days = [PublishedDay(10, {}) for _ in range(7)]
    assert publish_week({("step-locale", "a|ti"): 35}, days, rules(10)) == {("step-locale", "a|ti"): 30}


def test_a_week_that_would_press_hidden_days_up_is_lowered() -> None:
    """Seven hidden days hold 63 at most; a shown 60 would say that each had at least six."""
    days = [PublishedDay(10, {}) for _ in range(7)]
    assert publish_week({("step-locale", "a|ti"): 63}, days, rules(10)) == {("step-locale", "a|ti"): 50}


def test_a_row_that_would_press_hidden_languages_up_is_left_out() -> None:
    """Twenty on one day and no language shown would say that all three had some."""
    days = [PublishedDay(10, {"a": 20})]
    numbers = {("step-locale", f"a|{locale}"): n for locale, n in (("ti", 9), ("ar", 9), ("nl", 2))}
    assert publish_week(numbers, days, rules(10)) == {}


@pytest.mark.parametrize("k", [1, 0, -1])
def test_a_threshold_that_hides_nothing_is_refused(k: int) -> None:
    """Publishing needs a k of two or more."""
    with pytest.raises(ValueError, match="hides nothing"):
        Rules(k, {})


def test_a_dimension_stands_in_one_family_at_most() -> None:
    """Two families with a common member would be one."""
    members = [what for family in FAMILIES for what in family]
    assert len(members) == len(set(members))
