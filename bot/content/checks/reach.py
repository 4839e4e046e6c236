"""How a person comes to a page, and in how many taps."""

from collections.abc import Iterable, Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.links import targets
from bot.content.issues import Issue, error, warning
from bot.content.library import Library
from bot.content.model import Step

MAX_TAPS = 4
"""Taps from the menu; who needs more gives up or gets lost."""


def check_islands(inspection: Inspection) -> Iterator[Issue]:
    """Every step can be reached from the menu, from one of the bot's own pages, or from a start link."""
    if not inspection.is_whole:
        return
    library = inspection.library
    starts = [target for target, mark in targets(inspection) if not mark.file.startswith("flows/")]
    reached = taps_to(library, starts)
    for step in inspection.steps():
        if step.id not in reached:
            sentence = f'No button leads to the page "{step.title}", so nobody will ever read it.'
            mend = f'Write "to: {step.id}" in an option of another page, or remove the step.'
            yield error(Code.LINK_ISLAND, inspection.mark(f"step:{step.id}"), sentence, mend)


def check_depth(inspection: Inspection) -> Iterator[Issue]:
    """Every step can be reached from the menu in four taps."""
    if not inspection.is_whole:
        return
    library = inspection.library
    starts = [entry.to for entry in library.bot.menu if entry.to] + [library.bot.pages.emergency]
    taps = taps_to(library, starts)
    for step in inspection.steps():
        if taps.get(step.id, 0) > MAX_TAPS:
            sentence = (
                f'The page "{step.title}" is {taps[step.id]} taps away from the menu; at most {MAX_TAPS} are good.'
            )
            mend = "Add a button to it on a page nearer to the menu."
            yield warning(Code.LINK_DEEP, inspection.mark(f"step:{step.id}"), sentence, mend)


def ways_on(step: Step) -> Iterator[str]:
    """Yield the steps that a page's buttons lead to."""
    yield from (option.to for option in step.options if option.to)
    if step.then:
        yield step.then


def taps_to(library: Library, starts: Iterable[str]) -> dict[str, int]:
    """Return for each step that can be reached the least number of taps; a start is one tap away."""
    taps: dict[str, int] = {}
    wave = [start for start in starts if start in library.steps]
    distance = 0
    while wave:
        distance += 1
        fresh = [step for step in dict.fromkeys(wave) if step not in taps]
        taps |= dict.fromkeys(fresh, distance)
        wave = [target for step in fresh for target in ways_on(library.steps[step]) if target in library.steps]
    return taps
