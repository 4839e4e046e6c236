"""The pages of a flow in the order in which a reader of paper meets them."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.content.library import Library
from bot.content.model import Flow, Step
from bot.content.remembering import remembered


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page and how many taps it lies from the start; 0 is the start, or a page that no button leads to."""

    step: Step
    depth: int


@remembered
def reading_order(library: Library, name: str) -> tuple[Leaf, ...]:
    """Return every step of a flow exactly once: each page is followed by those that it is the nearest way to.

    A page belongs to the page from which fewest taps lead to it; so chapters stay together, although buttons
    also lead across. What the start does not reach comes last.
    """
    flow = library.flows[name]
    followers = _nearest_ways(library, flow)
    reached = tuple(_walk(flow.start, followers, 0))
    seen = {leaf.step.id for leaf in reached}
    return reached + tuple(Leaf(step, 0) for step in flow.steps.values() if step.id not in seen)


def _nearest_ways(library: Library, flow: Flow) -> Mapping[str, list[Step]]:
    """Return page -> itself and the pages that are reached from it first, in the order of its buttons."""
    followers: dict[str, list[Step]] = {}
    known = {flow.start}
    waiting = deque([library.steps[flow.start]])
    while waiting:
        step = waiting.popleft()
        followers[step.id] = [step]
        for goal in _goals(library, step):
            if goal.flow == flow.flow and goal.id not in known:
                known.add(goal.id)
                followers[step.id].append(goal)
                waiting.append(goal)
    return followers


def _goals(library: Library, step: Step) -> Iterator[Step]:
    for target in (step.then, *(option.to for option in step.options)):
        goal = library.find_step(target) if target else None
        if goal:
            yield goal


def _walk(identifier: str, followers: Mapping[str, list[Step]], depth: int) -> Iterator[Leaf]:
    step, *after = followers[identifier]
    yield Leaf(step, depth)
    for each in after:
        yield from _walk(each.id, followers, depth + 1)
