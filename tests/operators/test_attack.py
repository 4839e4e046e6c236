"""Whoever has seen all figures and solves the system of them still finds room for k values for each hidden number."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.operators.publishing import PublishedDay, Rules, publish_day, publish_week
from tests.operators.attacker import Cell, Knowledge

DAYS = 7
LANGUAGES, CHANNELS = [("ti",), ("ar",)], [("web",), ("telegram",)]
FAMILY = {"locale": 6, "channel": 2, "hour": 8}


def hidden_of(numbers: Mapping[Cell, int], shown: Mapping[Cell, int], k: int) -> list[Cell]:
    """Return the cells that were hidden because they are small; to guess one of these is the attack."""
    return [cell for cell, n in numbers.items() if n < k and cell not in shown]


class Week:
    """What happened in one week: for each page, day and language how often it was shown."""

    def __init__(self, counts: Mapping[tuple[int, int, int], int], sizes: tuple[int, int], k: int) -> None:
        self.k = k
        self.steps, self.locales = (
            tuple(f"{name}{n}" for n in range(size)) for name, size in zip("sl", sizes, strict=True)
        )
        self.by_day: dict[Cell, int] = {("step", step, str(day)): 0 for step in self.steps for day in range(DAYS)}
        self.by_locale: dict[Cell, int] = {("row", step, locale): 0 for step in self.steps for locale in self.locales}
        for (step, day, locale), n in counts.items():
            self.by_day["step", self.steps[step], str(day)] += n
            self.by_locale["row", self.steps[step], self.locales[locale]] += n

    def publish(self) -> dict[Cell, int]:
        """Return all figures: of each day first, then of the week."""
        rules = Rules(self.k, {"step-locale": len(self.locales)})
        shown: dict[Cell, int] = {}
        days = []
        for day in range(DAYS):
            numbers = {("step", step): self.by_day["step", step, str(day)] for step in self.steps}
            published = publish_day(numbers, rules)
            days.append(PublishedDay(self.k, {step: figure for (_, step), figure in published.items()}))
            shown |= {("step", step, str(day)): figure for (_, step), figure in published.items()}
        crossing = {("step-locale", f"{step}|{locale}"): n for (_, step, locale), n in self.by_locale.items()}
        for (_, value), figure in publish_week(crossing, days, rules).items():
            shown["row", *value.split("|")] = figure
        return shown

    def known(self, shown: Mapping[Cell, int], *, may_be_lowered: bool) -> Knowledge:
        """Return what an attacker makes of the figures, who takes rows at face value or reckons with lowered ones."""
        knowledge = Knowledge()
        knowledge.learn(self.by_day, shown, self.k, is_hidden=True)
        for step in self.steps:
            row = [("row", step, locale) for locale in self.locales]
            days = [("step", step, str(day)) for day in range(DAYS)]
            least = sum(shown.get(day, 0) for day in days)
            is_left_out = not any(cell in shown for cell in row) and least > (self.k - 1) * (len(row) - 1)
            knowledge.learn(row, shown, self.k, is_hidden=not is_left_out and not may_be_lowered)
            if may_be_lowered:
                knowledge.bounds |= {cell: (shown.get(cell, 0), float("inf")) for cell in row}
            knowledge.equal.append((row, days))
        return knowledge

    def narrowed(self) -> list[tuple[Cell, tuple[int, float]]]:
        """Return the hidden cells for which the attacker finds fewer than k possible values."""
        shown = self.publish()
        naive, careful = (self.known(shown, may_be_lowered=lowered) for lowered in (False, True))
        found = []
        for cell in hidden_of(self.by_day | self.by_locale, shown, self.k):
            low, high = naive.interval(cell) or careful.interval(cell) or (0, 0)
            if high - low + 1 < self.k:
                found.append((cell, (low, high)))
        return found


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    """Draw a small week, with many numbers just below and just above the threshold."""
    k, steps, locales = draw(st.integers(2, 10)), draw(st.integers(1, 3)), draw(st.integers(1, 4))
    numbers = st.one_of(st.integers(0, 3), st.integers(k - 2, k + 1), st.just(2 * k - 1))
    cells = st.tuples(st.integers(0, steps - 1), st.integers(0, DAYS - 1), st.integers(0, locales - 1))
    return Week(draw(st.dictionaries(cells, numbers, max_size=14)), (steps, locales), k)


@settings(deadline=None, max_examples=80)
@given(weeks())
def test_no_hidden_day_or_language_of_a_page_can_be_narrowed(week: Week) -> None:
    """The pages of seven days, then the pages by language of their week: the sums are the same, and tell nothing."""
    assert week.narrowed() == []


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(*(st.integers(0, size - 1) for size in FAMILY.values())), max_size=120), st.integers(2, 10))
def test_no_hidden_menu_can_be_narrowed(menus: list[tuple[int, ...]], k: int) -> None:
    """Each menu has a language, a channel and an hour; from the three tables of a day none gives another away."""
    numbers: dict[Cell, int] = {(what, str(n)): 0 for what, size in FAMILY.items() for n in range(size)}
    for menu in menus:
        for what, n in zip(FAMILY, menu, strict=True):
            numbers[what, str(n)] += 1
    rules = Rules(k, {"locale": FAMILY["locale"], "hour": FAMILY["hour"]})
    published = publish_day({(what, n): found for (what, n), found in numbers.items()}, rules)
    shown: dict[Cell, int] = dict(published.items())
    knowledge = Knowledge()
    tables = [[(what, str(n)) for n in range(size)] for what, size in FAMILY.items()]
    for table in tables:
        knowledge.learn(table, shown, k, is_hidden=True)
    knowledge.equal += [(tables[0], tables[1]), (tables[0], tables[2])]
    for cell in hidden_of(numbers, shown, k):
        interval = knowledge.interval(cell)
        assert interval is None or interval[1] - interval[0] + 1 >= k, (cell, interval)


@pytest.mark.parametrize("seed", range(2))
def test_a_week_of_five_hundred_cells_gives_no_hidden_number_away(seed: int) -> None:
    """Sixteen pages, seven days and 24 languages, few people and many: the size of a real week."""
    chance = Random(seed)  # noqa: S311 - a test needs no secret
    counts: dict[tuple[int, int, int], int] = {}
    for step in range(16):
        for _ in range(chance.choice((5, 60, 400))):
            cell = (step, chance.randrange(DAYS), min(int(chance.expovariate(0.3)), 23))
            counts[cell] = counts.get(cell, 0) + 1
    week = Week(counts, (16, 24), 10)
    assert len(week.by_day) + len(week.by_locale) >= 490
    assert week.narrowed() == []


def test_the_attack_finds_what_careless_publishing_gives_away() -> None:
    """The attacker is one: without rule 5, five menus in each channel are known from ten in one language."""
    knowledge = Knowledge()
    knowledge.learn(LANGUAGES, {("ti",): 10}, 10, is_hidden=True)
    knowledge.learn(CHANNELS, {}, 10, is_hidden=True)
    knowledge.equal.append((LANGUAGES, CHANNELS))
    assert knowledge.interval(("web",)) == (1, 9)
