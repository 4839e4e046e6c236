"""How far the review of the content is: what is signed off, what changed since, what is past its review."""

from collections.abc import Iterator
from datetime import date

from bot.content.confidence import Doubt, weigh
from bot.content.library import Library
from bot.content.model import Flow
from bot.content.signing import is_signed_off
from bot.content.statements import statements_of


def standing_of(library: Library, flow: Flow) -> str:
    """Return in words whether a flow is a draft, or which role confirmed it and when."""
    signed = flow.signed_off
    if signed is None:
        return "draft: not confirmed by anybody"
    if is_signed_off(library, flow):
        return f"confirmed by {signed.role} on {signed.date}"
    return f"draft: changed since {signed.role} confirmed it on {signed.date}"


def write_status(library: Library, today: date) -> Iterator[str]:
    """Yield the lines that `wegwijs review status` prints."""
    for flow in library.flows.values():
        yield f"{flow.flow}"
        yield f"  {standing_of(library, flow)}"
        yield f"  {_compared(flow)}"
        yield f"  {_past_review(library, flow, today)}"


def _compared(flow: Flow) -> str:
    day = flow.checked
    return f"compared with its live sources on {day}" if day else "never compared as a whole with its live sources"


def _past_review(library: Library, flow: Flow, today: date) -> str:
    """Return how many statements are past their review interval, and on which pages."""
    overdue: dict[str, int] = {}
    total = 0
    for step in flow.steps.values():
        for statement in statements_of(library, step):
            confidence = weigh(library, step, statement.facts, today)
            total += 1
            if confidence is not None and Doubt.OVERDUE in confidence.doubts:
                overdue[step.name] = overdue.get(step.name, 0) + 1
    pages = f": {', '.join(overdue)}" if overdue else ""
    return f"{sum(overdue.values())} of {total} statements past their review interval{pages}"
