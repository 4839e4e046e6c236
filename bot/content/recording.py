"""Puts a line of a review into the file of a flow, and proves by reading it back that nothing else changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.content.amending import amend
from bot.content.model import Flow, SignOff
from bot.content.reader import read_content
from bot.content.sign_offs import Returned, as_yaml


@dataclass(frozen=True, slots=True)
class Line:
    """A line at the top of a flow's file, and the flow that must come of it."""

    key: str
    value: str
    after: str
    outcome: Flow


def sign_off_line(flow: Flow, returned: Returned) -> Line:
    """Return the line that says which role confirmed a flow, when, and in which form."""
    signed = SignOff.model_validate({"role": returned.role, "date": returned.date, "hash": returned.hash})
    outcome = flow.model_copy(update={"signed_off": signed})
    return Line("signed-off", as_yaml(returned), "checked" if flow.checked else "owner", outcome)


def checked_line(flow: Flow, day: str) -> Line:
    """Return the line that says when a flow was compared with its live sources."""
    outcome = Flow.model_validate({**flow.model_dump(by_alias=True), "checked": day})
    return Line("checked", day, "owner", outcome)


def record(files: Mapping[str, bytes], lines: Mapping[str, Line]) -> dict[str, bytes]:
    """Return the changed files: flow -> line put in.

    Raises:
        ValueError: a file is of a form in which the line cannot be put without changing more; the message says how
            to write it by hand.
    """
    changed = {
        flow_file(name): amend(files[flow_file(name)], line.key, line.value, line.after) for name, line in lines.items()
    }
    read = read_content({**files, **changed}).library
    for name, line in lines.items():
        if read is None or read.flows.get(name) != line.outcome:
            raise ValueError(
                f"{flow_file(name)} is written in a form into which no line can be put. "
                f"Write it there yourself: {line.key}: {line.value}"
            )
    return changed


def flow_file(name: str) -> str:
    """Return where a flow stands below the content folder."""
    return f"flows/{name}.yaml"
