"""One file of the content by itself: the same bytes always give the same entries and issues."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.content.issues import Issue, error
from bot.content.marks import Node, read_yaml
from bot.content.model import Entry, Flow
from bot.content.schema import make_entry

Model = TypeVar("Model", bound=Entry)


@dataclass(frozen=True, slots=True)
class Made(Generic[Model]):
    """One entry of a file, or None with what is wrong with it."""

    entry: Model | None
    issues: tuple[Issue, ...]


def read_document(file: str, data: bytes) -> tuple[Node | None, tuple[Issue, ...]]:
    """Read a file that consists of lines "name: value"; return its top node, or None and what is wrong."""
    document, issues = read_yaml(file, data)
    if document is None or isinstance(document.value, dict):
        return document, issues
    sentence = 'The file must consist of lines of the form "name: value".'
    return None, (*issues, error("entry-shape", document.mark, sentence, "Compare docs/editors.md."))


def read_entries(document: Node, model: type[Model]) -> Mapping[str, Made[Model]]:
    """Read a file of entries, each below its id."""
    nodes = document.value if isinstance(document.value, dict) else {}
    return {name: _made(model, node, {"id": name}) for name, node in nodes.items()}


def _made(model: type[Model], node: Node, injected: dict[str, object]) -> Made[Model]:
    entry, issues = make_entry(model, node, injected)
    return Made(entry, tuple(issues))


def read_flow(name: str, document: Node) -> Made[Flow]:
    """Read a flow, with the names of steps completed to ids; None if anything in it is wrong."""
    values = document.plain()
    injected = {
        "start": _full_id(name, values.get("start")),
        "steps": _with_ids(name, values.get("steps")),
    }
    present = {key: value for key, value in injected.items() if key in values}
    flow, issues = make_entry(Flow, document, present)
    if flow is not None and not issues and flow.flow != name:
        sentence = f'The flow is called "{flow.flow}" and its file "{name}.yaml".'
        issues = [error("flow-name", document.find_mark(("flow",)), sentence, "Give both the same name.")]
    return Made(None if issues else flow, tuple(issues))


def _full_id(flow: str, target: object) -> object:
    """Read a step's short name as one of this flow."""
    return f"{flow}.{target}" if isinstance(target, str) and "." not in target else target


def _with_ids(flow: str, steps: object) -> object:
    if not isinstance(steps, dict):
        return steps
    return {name: _with_id(flow, name, step) if isinstance(step, dict) else step for name, step in steps.items()}


def _with_id(flow: str, name: str, step: dict[str, object]) -> dict[str, object]:
    complete = {**step, "id": f"{flow}.{name}"}
    if "then" in step:
        complete["then"] = _full_id(flow, step["then"])
    options = step.get("options")
    if isinstance(options, list):
        complete["options"] = [
            {**option, "to": _full_id(flow, option["to"])} if isinstance(option, dict) and "to" in option else option
            for option in options
        ]
    return complete
