"""The flows and their steps as the left side of the preview lists them, each with the number of its issues."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.content.issues import Issue, Severity
from bot.content.library import Library
from bot.editors.step_finder import StepFinder


@dataclass(frozen=True, slots=True)
class Line:
    """A flow or a step: its id, its title, and how many issues it has; `grave` is the gravest of them."""

    id: str
    title: str
    number: int = 0
    grave: str = ""
    steps: tuple["Line", ...] = ()
    is_shown: bool = False


def outline(library: Library, issues: Iterable[Issue], finder: StepFinder, shown: str) -> list[Line]:
    """Return all flows with their steps.

    Args:
        library: the content that is shown.
        issues: those of the files as they are now.
        finder: tells which step an issue belongs to.
        shown: the step that the phone shows, "" for none.
    """
    listed = list(issues)
    numbers, grave = finder.count(listed), gravest(listed, finder)
    return [
        Line(
            flow.flow,
            flow.title,
            numbers.get(flow.flow, 0),
            grave.get(flow.flow, ""),
            tuple(
                Line(step.id, step.title, numbers.get(step.id, 0), grave.get(step.id, ""), is_shown=step.id == shown)
                for step in flow.steps.values()
            ),
            shown in {step.id for step in flow.steps.values()},
        )
        for flow in library.flows.values()
    ]


def gravest(issues: Iterable[Issue], finder: StepFinder) -> Mapping[str, str]:
    """Return the gravest severity of each flow and step that has an issue, by id."""
    found: dict[str, str] = {}
    for severity in reversed(Severity):
        for issue in issues:
            if issue.severity is severity:
                found.update((name, severity.value) for name in finder.find(issue.mark) if name)
    return found
