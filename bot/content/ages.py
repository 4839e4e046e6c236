"""How old a statement is: fresh, overdue, or too old to be shown."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.content.library import Library
from bot.content.model import Fact, Flow, Place, Source, Step
from bot.content.phrases import placeholders
from bot.content.remembering import remembered


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


def sources_of(library: Library, named: Step | Fact) -> tuple[Source, ...]:
    """Return the sources that a step or a fact names, in its order."""
    return tuple(library.sources[name] for name in named.sources if name in library.sources)


def share_of_interval(entry: Fact | Source, flow: Flow | None, today: date) -> float:
    """Return how much of its review interval has passed since an entry was last compared; 0 if that is not known.

    A flow that was compared as a whole confirms all it rests on; None: the entry by itself.
    """
    last = confirmed(entry)
    if last is None:
        return 0.0
    interval = _FACT_INTERVALS.get(entry.kind, LAW_INTERVAL)
    return (today - max(last, (flow.checked if flow else None) or last)) / interval


@remembered
def age_of(library: Library, step_id: str, today: date) -> Age:
    """Return the age of a step's statements: the worst of its sources and facts.

    A statement past its interval is overdue; past twice the interval a red step is withheld, unless it is
    always shown.
    """
    step = library.steps[step_id]
    flow = library.flows[step.flow]
    entries: tuple[Fact | Source, ...] = (*sources_of(library, step), *facts_of(library, step))
    worst = max((share_of_interval(entry, flow, today) for entry in entries), default=0.0)
    if worst > 2 and step.sensitivity == "red" and not step.always_shown:  # noqa: PLR2004 - twice the interval
        return Age.WITHHELD
    return Age.OVERDUE if worst > 1 else Age.FRESH


def is_stale(place: Place, today: date) -> bool:
    """Tell whether a place was last compared with its page longer ago than a telephone number may be."""
    return today - (place.checked or place.seen) > PHONE_INTERVAL


@dataclass(frozen=True, slots=True)
class Aged:
    """What waits for somebody to compare it with its sources, on one day: pages and places by their ids."""

    overdue: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def aged_content(library: Library, today: date) -> Aged:
    """Return all that readers are warned of, and all that they do not see any more."""
    ages = {step_id: age_of(library, step_id, today) for step_id in library.steps}
    return Aged(
        frozenset(step_id for step_id, age in ages.items() if age is Age.OVERDUE),
        frozenset(step_id for step_id, age in ages.items() if age is Age.WITHHELD),
        frozenset(place.id for place in library.places.values() if not place.status and is_stale(place, today)),
    )
