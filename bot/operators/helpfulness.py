"""Whether pages help, with how sure that is: few answers, and figures that are rounded down, say little."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from bot.dialogue.turns import Counted, Verdict
from bot.ports import Figure

_Z = 1.96
"""Standard deviations of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Helpfulness:
    """What is published of the answers on one page, and between which shares (0 to 1) the share of "yes" lies."""

    step: str
    yes: int
    no: int
    unclear: int
    least: float
    most: float

    @property
    def answers(self) -> int:
        """All answers that are published."""
        return self.yes + self.no + self.unclear


def measure_help(figures: Iterable[Figure], thresholds: dict[str, int]) -> list[Helpfulness]:
    """Return each page of which answers are published, those that help least for sure first.

    Args:
        figures: of weeks.
        thresholds: the k that each week was published with.
    """
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    hidden: dict[str, int] = defaultdict(int)
    for figure in figures:
        if figure.what == Counted.HELPED:
            step, _, verdict = figure.value.partition("|")
            sums[step][verdict] += figure.n
    for step in sums:
        hidden[step] = sum(k - 1 for k in thresholds.values())
    measured = [_measure(step, answers, hidden[step]) for step, answers in sums.items()]
    return sorted(measured, key=lambda one: (one.most, one.step))


def _measure(step: str, answers: dict[str, int], hidden: int) -> Helpfulness:
    """Work out the interval: the worst and the best that the hidden answers allow, each with its own uncertainty."""
    yes = answers[Verdict.YES]
    others = answers[Verdict.NO] + answers[Verdict.UNCLEAR]
    least, _ = wilson(yes, yes + others + 2 * hidden)
    _, most = wilson(yes + hidden, yes + hidden + others)
    return Helpfulness(step, yes, answers[Verdict.NO], answers[Verdict.UNCLEAR], least, most)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson's score interval, E. B. Wilson 1927); 0 to 1 if there is nothing."""
    if of == 0:
        return 0.0, 1.0
    share = hits / of
    middle = share + _Z * _Z / (2 * of)
    spread = _Z * sqrt(share * (1 - share) / of + _Z * _Z / (4 * of * of))
    scale = 1 + _Z * _Z / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
