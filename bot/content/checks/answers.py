"""Questions, the answers that buttons give, and the conditions that ask for them."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import locate
from bot.content.issues import Issue, Mark, error
from bot.content.marks import suggest
from bot.content.model import Conditions, Step

NOT_GIVEN = "not-given"
"""The value of a question before any answer."""


def check_questions(inspection: Inspection) -> Iterator[Issue]:
    """A step that remembers a question has options with answers, and only such a step has them."""
    for step in inspection.steps():
        if step.remember and not any(option.answer for option in step.options):
            mark = inspection.mark(f"step:{step.id}", "remember")
            sentence = f'The step remembers "{step.remember}", but none of its buttons has an answer.'
            mend = 'Add "answer: …" to its options, or remove the line "remember".'
            yield error(Code.QUESTION_UNANSWERED, mark, sentence, mend)
        for number, option in enumerate(step.options):
            if option.answer and not step.remember:
                mark = inspection.mark(f"step:{step.id}", "options", number, "answer")
                sentence = f'The button "{option.text}" has an answer, but the step asks no question.'
                mend = 'Add the line "remember: …" with the name of the question to the step, or remove "answer".'
                yield error(Code.ANSWER_UNASKED, mark, sentence, mend)


def check_conditions(inspection: Inspection) -> Iterator[Issue]:
    """Every `when` names a question that a step asks and values that its buttons give."""
    if not inspection.is_whole:
        return
    values = answers_by_question(inspection)
    for conditions, mark in _conditions(inspection):
        for question, wanted in conditions.items():
            if question not in values:
                sentence = f'No step remembers "{question}", so this condition never holds.'
                place = locate(inspection.reading, mark, question)
                yield error(Code.CONDITION_QUESTION, place, sentence, suggest(question, values))
                continue
            for value in wanted:
                if value not in values[question]:
                    sentence = f'No button answers "{question}" with "{value}", so this condition never holds.'
                    place = locate(inspection.reading, mark, value)
                    yield error(Code.CONDITION_ANSWER, place, sentence, suggest(value, values[question]))


def answers_by_question(inspection: Inspection) -> dict[str, list[str]]:
    """Return for each question the answers that buttons give, "not-given" among them."""
    values: dict[str, list[str]] = {}
    for step in inspection.steps():
        if step.remember:
            given = [option.answer for option in step.options if option.answer]
            values.setdefault(step.remember, [NOT_GIVEN]).extend(given)
    return values


def _conditions(inspection: Inspection) -> Iterator[tuple[Conditions, Mark]]:
    for step in inspection.steps():
        yield step.when, inspection.mark(f"step:{step.id}", "when")
        for number, option in enumerate(step.options):
            yield option.when, inspection.mark(f"step:{step.id}", "options", number, "when")


def check_twins(inspection: Inspection) -> Iterator[Issue]:
    """No two buttons of a page share the name under which their words are translated."""
    for step in inspection.steps():
        yield from _twins_of(inspection, step)
    names: set[str] = set()
    for number, entry in enumerate(inspection.library.bot.menu):
        name = entry.to or "places"
        if name in names:
            sentence = f'Two buttons of the menu lead to "{name}"; a translator could not tell them apart.'
            mark = inspection.bot_mark("menu", number)
            yield error(Code.OPTION_TWICE, mark, sentence, "Remove one of them.")
        names.add(name)


def _twins_of(inspection: Inspection, step: Step) -> Iterator[Issue]:
    slugs: set[str] = set()
    for number, option in enumerate(step.options):
        if option.slug in slugs:
            mark = inspection.mark(f"step:{step.id}", "options", number)
            sentence = f'Two buttons of this page are both "{option.slug}"; a translator could not tell them apart.'
            mend = "Let them lead to different things, give them different answers, or remove one."
            yield error(Code.OPTION_TWICE, mark, sentence, mend)
        slugs.add(option.slug)
