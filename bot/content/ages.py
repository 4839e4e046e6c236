"""How old a statement is: fresh, overdue, or too old to be shown."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from bot.content.library import Library
from bot.content.model import Fact, Source, Step
from bot.content.phrases import placeholders


class Age(StrEnum):
    """How a statement stands against its review interval."""

    FRESH = "fresh"
    OVERDUE = "overdue"
    WITHHELD = "withheld"


LAW_INTERVAL = timedelta(days=365)
PHONE_INTERVAL = timedelta(days=183)
AMOUNT_INTERVAL = timedelta(days=92)
_FACT_INTERVALS = {
    "phone": PHONE_INTERVAL,
    "email": PHONE_INTERVAL,
    "link": PHONE_INTERVAL,
    "amount": AMOUNT_INTERVAL,
}


def confirmed(entry: Fact | Source) -> date | None:
    """Return the day an entry was last compared with its source, else the day its copy was read."""
    return entry.checked or entry.seen


def facts_of(library: Library, step: Step) -> tuple[Fact, ...]:
    """Return the facts that a step shows."""
    names = sorted(placeholders(step.text))
    return tuple(library.facts[name] for name in names if name in library.facts)


@lru_cache(maxsize=16384)
def age_of(library: Library, step_id: str, today: date) -> Age:
    """Return the age of a step's statements: the worst of its sources and facts.

    A statement past its interval is overdue; past twice the interval a red step is withheld, unless it is
    always shown.
    """
    step = library.steps[step_id]
    flow = library.flows[step.flow]
    worst = 0.0
    for last, interval in _reviews(library, step):
        newest = max(last, flow.checked) if flow.checked else last
        worst = max(worst, (today - newest) / interval)
    if worst > 2 and step.sensitivity == "red" and not step.always_shown:  # noqa: PLR2004 - twice the interval
        return Age.WITHHELD
    return Age.OVERDUE if worst > 1 else Age.FRESH


def _reviews(library: Library, step: Step) -> Iterable[tuple[date, timedelta]]:
    for name in step.sources:
        source = library.sources.get(name)
        last = confirmed(source) if source else None
        if last:
            yield last, LAW_INTERVAL
    for fact in facts_of(library, step):
        last = confirmed(fact)
        if last:
            yield last, _FACT_INTERVALS.get(fact.kind, LAW_INTERVAL)
