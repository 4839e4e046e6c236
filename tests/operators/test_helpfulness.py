"""How sure it is that a page helped: the truth is never outside what is said."""

from hypothesis import given
from hypothesis import strategies as st

from bot.operators.helpfulness import measure_help, wilson
from bot.operators.publishing import Rules, publish_week
from bot.ports import Figure

K = 10
answers = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))


@given(st.lists(answers, min_size=1, max_size=6))
def test_the_share_of_all_answers_lies_in_the_interval(weeks: list[tuple[int, int, int]]) -> None:
    """Whatever was hidden and rounded away in each week."""
    figures = []
    for number, (yes, no, unclear) in enumerate(weeks, 1):
        cells = {("helped", "a|yes"): yes, ("helped", "a|no"): no, ("helped", "a|unclear"): unclear}
        published = publish_week(cells, [], Rules(K, {}))
        figures += [Figure(f"2026-W{number:02}", *cell, n) for cell, n in published.items()]
    measured = measure_help(figures, {f"2026-W{number:02}": K for number in range(1, len(weeks) + 1)})
    for one in measured:
        yes, everything = sum(week[0] for week in weeks), sum(map(sum, weeks))
        assert one.least - 1e-9 <= yes / everything <= one.most + 1e-9
        assert 0 <= one.least <= one.most <= 1


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_its_share_and_gets_narrower_with_more_answers(hits: int, misses: int) -> None:
    """Wilson's interval stays between 0 and 1, and ten times as many answers say more."""
    least, most = wilson(hits, hits + misses)
    assert 0 <= least <= most <= 1
    if hits + misses:
        assert least - 1e-9 <= hits / (hits + misses) <= most + 1e-9
        narrower = wilson(10 * hits, 10 * (hits + misses))
        assert narrower[1] - narrower[0] <= most - least + 1e-9


def test_pages_that_help_least_for_sure_come_first() -> None:
    """An operator reads the list from the top."""
    rows = [("a", "yes", 100), ("a", "no", 10), ("b", "yes", 10), ("b", "no", 300), ("c", "unclear", 20)]
    figures = [Figure("2026-W01", "helped", f"{step}|{verdict}", n) for step, verdict, n in rows]
    assert next(one.step for one in measure_help(figures, {"2026-W01": K})) == "b"
