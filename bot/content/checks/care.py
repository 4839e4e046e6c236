"""What a page must have where a mistake could harm: sources, somebody to ask, and no bare deadline."""

import re
from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import locate
from bot.content.issues import Issue, error
from bot.content.model import Step
from bot.content.phrases import placeholders

MIN_SOURCES = 2
"""Sources of a red page: one alone can be wrong or old."""


def check_sources(inspection: Inspection) -> Iterator[Issue]:
    """Every step names its sources or says that it needs none; a red one names two."""
    for step in inspection.steps():
        identifier = f"step:{step.id}"
        says_none = inspection.written(identifier, "sources") == "none"
        mark = inspection.mark(identifier, "sources")
        if not step.sources and not says_none:
            sentence = f'The page "{step.title}" names no source, so nobody can check it.'
            mend = 'Write ids from sources.yaml, or "none" if the page only asks a question or describes this bot.'
            yield error(Code.SOURCE_MISSING, mark, sentence, mend)
        elif step.sensitivity == "red" and len(set(step.sources)) < MIN_SOURCES and not says_none:
            sentence = f'The page "{step.title}" is red, where a mistake harms, and has only one source.'
            yield error(Code.SOURCE_SINGLE, mark, sentence, "Add a second source that says the same.")


def check_contacts(inspection: Inspection) -> Iterator[Issue]:
    """Every red step names somebody to ask: a telephone, an e-mail address or places."""
    for step in inspection.steps():
        if step.sensitivity == "red" and not _has_contact(step):
            mark = inspection.mark(f"step:{step.id}", "sensitivity")
            sentence = f'The page "{step.title}" is red, and the person finds nobody to ask.'
            mend = 'Add a {phone.…} or {email.…} to the text, or an option with "places: legal".'
            yield error(Code.CONTACT_MISSING, mark, sentence, mend)


def _has_contact(step: Step) -> bool:
    kinds = {name.partition(".")[0] for name in placeholders(step.text)}
    return not kinds.isdisjoint({"phone", "email"}) or any(option.places for option in step.options)


def check_deadlines(inspection: Inspection) -> Iterator[Issue]:
    """No deadline for an appeal stands alone: the real one is written on the decision, and a lawyer counts it."""
    for step in inspection.steps():
        names = [name for name in placeholders(step.text) if re.match(r"deadline\..*appeal", name)]
        text = " ".join(step.text.casefold().split())
        if names and not ("written on" in text and "lawyer" in text):
            mark = inspection.mark(f"step:{step.id}", "text")
            sentence = f"{{{names[0]}}} stands alone. Who relies on it can lose the right to appeal."
            mend = 'Add that the deadline is "written on" the decision, and to call a lawyer today.'
            yield error(Code.DEADLINE_BARE, locate(inspection.reading, mark, names[0]), sentence, mend)
