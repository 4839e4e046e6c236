"""The rules by which counters become figures that may be shown: pure, and the same for every view and export.

A *cell* is one value of one dimension in one period. The rules:

1. Only periods that are over: a day for one dimension, an ISO week for a crossing of two (`CROSSED` lists them all).
2. A figure is the number rounded down to a multiple of k. So whatever is below k becomes 0 and is not listed: hiding
   and rounding are one act, of which neither half can be forgotten, and a hidden cell looks like an empty one.
3. Every total (of a day, a week, a month, of all) is the sum of figures, never of the numbers behind them.
4. What is published once stays as it is: the exact numbers are deleted in the same act (`bot.operators.closing`).
5. Tables that count the same things from two sides (`FAMILIES`: each menu has a language, a channel and an hour) have
   the same hidden sum. If one says so much that it narrows what another hides, its smallest figures are lowered.
6. The same between a page by language in a week, and this page on the seven days, which are published already: the
   row is lowered, or left out altogether where even its absence would tell something.

So each figure says "at least so many", counts pages and presses, and no figure counts people. For each number that is
not shown, whoever has seen everything that was ever published must still reckon with all of 0 to k - 1: the tests hold
this against an attacker who solves the system of all figures (tests/operators/test_attack.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from bot.dialogue.turns import CROSSED, Counted

FAMILIES: tuple[tuple[Counted, ...], ...] = (
    (Counted.LOCALE, Counted.CHANNEL, Counted.HOUR),
    (Counted.KIND, Counted.PROVINCE),
)
"""Dimensions of a day that count the same things: each menu that was shown; each list of places."""

Numbers = Mapping[tuple[str, str], int]
"""What is counted, and which value of it -> how many."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What publishing needs to know.

    `k` is the threshold; `sizes` says of a dimension how many values it can have, as anybody may know: only values
    that exist can hide something. One that is not named counts as 1, which is the careful choice.
    """

    k: int
    sizes: Mapping[str, int]

    def __post_init__(self) -> None:
        if self.k <= 1:
            raise ValueError(f"A threshold of {self.k} hides nothing.")

    def hidden(self, what: str) -> int:
        """Return how much a table of this dimension can hide at most."""
        return (self.k - 1) * self.sizes.get(what, 1)


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """A day of the week that is published already: its threshold, and the figure of each page."""

    k: int
    steps: Mapping[str, int]


def publish_day(numbers: Numbers, rules: Rules) -> dict[tuple[str, str], int]:
    """Return the figures of one day that is over: (what, value) -> at least so many. Crossings are overlooked."""
    tables = _round(((key, n) for key, n in numbers.items() if key[0] not in CROSSED), rules.k)
    for family in FAMILIES:
        _level({what.value: tables[what.value] for what in family}, rules)
    return _flatten(tables)


def publish_week(numbers: Numbers, days: Sequence[PublishedDay], rules: Rules) -> dict[tuple[str, str], int]:
    """Return the figures of the crossings of one week that is over; other dimensions are overlooked.

    Args:
        numbers: what was counted in the week.
        days: what is published of its days; fewer than seven in the week the bot began.
        rules: the rules.
    """
    tables = _round(((key, n) for key, n in numbers.items() if key[0] in CROSSED), rules.k)
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    for value, figure in tables.pop(Counted.STEP_LOCALE, {}).items():
        rows[value.partition("|")[0]][value] = figure
    for step, row in rows.items():
        tables[Counted.STEP_LOCALE.value].update(_fit(row, step, days, rules))
    return _flatten(tables)


def _round(numbers: Iterable[tuple[tuple[str, str], int]], k: int) -> dict[str, dict[str, int]]:
    """Return for each dimension the figures that are not hidden (rule 2)."""
    tables: dict[str, dict[str, int]] = defaultdict(dict)
    for (what, value), n in numbers:
        if n >= k:
            tables[what][value] = n - n % k
    return tables


def _level(family: Mapping[str, dict[str, int]], rules: Rules) -> None:
    """Lower figures until no table of a family narrows what another hides (rule 5).

    All tables have the same sum. The sum of table a is at least its figures; that of b is at most its figures and all
    that b can hide. As long as there are k - 1 between the two, each hidden cell of a and of b can be anything.
    """
    while telling := _find_telling(family, rules):
        _lower(family[telling], rules.k)


def _find_telling(family: Mapping[str, dict[str, int]], rules: Rules) -> str | None:
    sums = {what: sum(figures.values()) for what, figures in family.items()}
    for a, b in permutations(family, 2):
        if sums[a] + rules.k - 1 > sums[b] + rules.hidden(b):
            return a
    return None


def _lower(figures: dict[str, int], k: int) -> None:
    """Take k from the smallest figure; at nothing, it is not listed any more."""
    smallest = min(figures, key=lambda value: (figures[value], value))
    figures[smallest] -= k
    if not figures[smallest]:
        del figures[smallest]


def _fit(row: dict[str, int], step: str, days: Sequence[PublishedDay], rules: Rules) -> dict[str, int]:
    """Return a page's figures by language, lowered or left out so that they tell nothing new of hidden cells (rule 6).

    The row and the days have the same sum. That of the days lies between `least` and `most`; a row above `most` would
    press hidden days up. A row that hides more than it can is one that presses hidden languages up: it is left out,
    and so are those just above it, so that even its absence fits more than one world.
    """
    widest = max((rules.k, *(day.k for day in days)))
    least = sum(day.steps.get(step, 0) for day in days)
    most = least + sum(day.k - 1 for day in days)
    while sum(row.values()) > max(most - (widest - 1), 0):
        _lower(row, rules.k)
    spare = rules.hidden(Counted.STEP_LOCALE) - (widest - 1)
    if least > spare and sum(row.values()) < least - spare + rules.k:
        return {}
    return row


def _flatten(tables: Mapping[str, Mapping[str, int]]) -> dict[tuple[str, str], int]:
    return {(what, value): figure for what, table in tables.items() for value, figure in table.items()}
