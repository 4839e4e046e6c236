"""Pages between which a person walks for ever: each leads only to another of them, and none names anybody to ask."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.reach import ways_on
from bot.content.issues import Issue, error
from bot.content.model import Step
from bot.content.phrases import placeholders

_CONTACTS = frozenset({"phone", "email", "link"})
_SHOWN = 3


def check_loops(inspection: Inspection) -> Iterator[Issue]:
    """From every page, buttons lead to a page that names somebody to ask, or places."""
    if not inspection.is_whole:
        return
    steps = inspection.library.steps
    caught = set(steps) - _with_a_way_out(inspection)
    told: set[str] = set()
    for step in inspection.steps():
        loop = _reached(inspection, step.id) if step.id in caught else set()
        if step.id not in loop or not told.isdisjoint(loop):
            continue
        told |= loop
        others = [f'"{steps[name].title}"' for name in sorted(loop - {step.id})]
        names = ", ".join(others[:_SHOWN]) + (", …" if len(others) > _SHOWN else "")
        sentence = f'From the page "{step.title}" all buttons lead in a circle' + (
            f", through {names}." if names else "."
        )
        mend = "Add a button to a page with a telephone number, to places, or to another topic."
        yield error(Code.LINK_LOOP, inspection.mark(f"step:{step.id}"), sentence, mend)


def _with_a_way_out(inspection: Inspection) -> set[str]:
    """Return the steps from which a page that ends well can be reached; walked backwards from there."""
    steps = inspection.library.steps
    before: dict[str, list[str]] = {}
    for step in steps.values():
        for target in ways_on(step):
            before.setdefault(target, []).append(step.id)
    found: set[str] = set()
    waiting = [step.id for step in steps.values() if _ends_well(step)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += before.get(name, [])
    return found


def _ends_well(step: Step) -> bool:
    """Tell whether a page names somebody, leads to places, or is a dead end, which has its own code."""
    kinds = {name.partition(".")[0] for name in placeholders(step.text)}
    return not step.options or not kinds.isdisjoint(_CONTACTS) or any(option.places for option in step.options)


def _reached(inspection: Inspection, start: str) -> set[str]:
    """Return the steps that a step's buttons lead to, near or far; itself only if the way comes back."""
    steps = inspection.library.steps
    found: set[str] = set()
    waiting = list(ways_on(steps[start]))
    while waiting:
        name = waiting.pop()
        if name in steps and name not in found:
            found.add(name)
            waiting += ways_on(steps[name])
    return found
