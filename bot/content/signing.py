"""Whether a flow stands as a competent role confirmed it: any edit makes it a draft again.

A sign-off binds every line of the flow's file (but `owner` and the lines that a review writes), and the values of all
facts that its pages show, in every language. A telephone number or a deadline stands in facts.yaml, but it is the line
of a page on which people act, and of a card that they hand over: a new value is a new statement.

It does not bind days (`seen`, `checked`): to compare a page with its sources again and find it true must not take its
signature away. Nor does it bind what is said of a source in sources.yaml: a link that moved is the same evidence.
Translations have their own review, in the ledger.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from bot.content.library import Library
from bot.content.model import Fact, Flow, Step, as_written
from bot.content.phrases import placeholders
from bot.content.remembering import remembered

_NOT_BOUND = ("checked", "signed-off", "owner")
_FLOW_LENGTH = 16
_PAGE_LENGTH = 8


@remembered
def flow_fingerprint(library: Library, name: str) -> str:
    """Return the hash of what a sign-off of this flow binds."""
    flow = library.flows[name]
    written = as_written(flow)
    for key in _NOT_BOUND:
        written.pop(key, None)
    return _hash([written, _values(library, flow.steps.values())], _FLOW_LENGTH)


def page_fingerprints(library: Library, flow: Flow) -> Mapping[str, str]:
    """Return page -> hash of it and its facts, so that two states of a flow can be told apart page by page."""
    return {
        step.name: _hash([as_written(step), _values(library, (step,))], _PAGE_LENGTH) for step in flow.steps.values()
    }


def facts_shown(library: Library, step: Step) -> tuple[Fact, ...]:
    """Return every fact that a reader sees on a page: in its title, its text and its buttons."""
    texts = (step.title, step.text, *(option.text for option in step.options))
    names = sorted({name for text in texts for name in placeholders(text)})
    return tuple(library.facts[name] for name in names if name in library.facts)


def is_signed_off(library: Library, flow: Flow) -> bool:
    """Tell whether the flow is exactly what was signed off."""
    return flow.signed_off is not None and flow.signed_off.hash == flow_fingerprint(library, flow.flow)


def _values(library: Library, steps: Iterable[Step]) -> dict[str, object]:
    facts = {fact.id: fact for step in steps for fact in facts_shown(library, step)}
    return {name: {"value": fact.value, "in": fact.local} for name, fact in facts.items()}


def _hash(values: object, length: int) -> str:
    text = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:length]
