"""The three pages of the day counter: each leads to the next."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.issues import Issue, error
from bot.content.model import CounterPart, Step

_NEXT: dict[CounterPart | None, CounterPart | None] = {"day": "number", "number": "result"}


def check_counter(inspection: Inspection) -> Iterator[Issue]:
    """A page with days leads to one with numbers of days, and that one to the result; no other page has these keys."""
    for step in inspection.steps():
        fault = _find_fault(inspection, step)
        if fault is not None:
            key, sentence, mend = fault
            yield error(Code.COUNTER_BROKEN, inspection.mark(f"step:{step.id}", key), sentence, mend)


def _find_fault(inspection: Inspection, step: Step) -> tuple[str, str, str] | None:
    wanted = _NEXT.get(step.counter)
    if wanted is None and step.then:
        return (
            "then",
            f'The page "{step.title}" has "then", but only the day counter goes on by itself.',
            "Use an option.",
        )
    if step.counter != "number" and step.numbers:
        return (
            "numbers",
            f'The page "{step.title}" has numbers, but shows none.',
            'Write "counter: number", or remove them.',
        )
    if step.counter == "number" and not step.numbers:
        return "counter", f'The page "{step.title}" has no numbers of days to choose from.', 'Add "numbers: 5, 10, 30".'
    following = inspection.library.steps.get(step.then or "")
    if wanted is not None and (following is None or following.counter != wanted):
        sentence = f'After the page "{step.title}" the day counter needs a page with "counter: {wanted}".'
        return "counter", sentence, 'Write its name into the line "then".'
    return None
