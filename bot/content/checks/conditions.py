"""What conditions leave of a page: buttons that never appear, and pages without any for some answers."""

from collections.abc import Iterator, Mapping
from itertools import product

from bot.content.checks.answers import NOT_GIVEN, answers_by_question
from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.issues import Issue, error, warning
from bot.content.model import Conditions, Option, Step

MAX_COMBINATIONS = 10_000
"""Answers looked at for one page; more would take longer than anybody waits, and no real page has a hundredth of it."""
_NO_CONDITIONS: Conditions = {}


def check_never(inspection: Inspection) -> Iterator[Issue]:
    """No button asks for something that its own answer, or the page behind it, rules out."""
    for step in inspection.steps():
        for number, option in enumerate(step.options):
            fault = _find_contradiction(inspection, step, option)
            if fault:
                mark = inspection.mark(f"step:{step.id}", "options", number)
                sentence = f'The button "{option.text}" never appears: {fault}.'
                mend = 'Compare the lines "when" and "answer" of this button with "when" of the page behind it.'
                yield error(Code.CONDITION_NEVER, mark, sentence, mend)


def _find_contradiction(inspection: Inspection, step: Step, option: Option) -> str:
    wanted_there = _conditions_of_target(inspection, option)
    for question, values in wanted_there.items():
        if option.answer and question == step.remember:
            if option.answer not in values:
                return f'it answers "{question}" with "{option.answer}", and its page wants {_or(values)}'
        elif question in option.when and set(values).isdisjoint(option.when[question]):
            return f'for "{question}" it wants {_or(option.when[question])}, and its page wants {_or(values)}'
    return ""


def check_empty(inspection: Inspection) -> Iterator[Issue]:
    """No combination of answers leaves a page without a button."""
    if not inspection.is_whole:
        return
    known = answers_by_question(inspection)
    for step in inspection.steps():
        if not step.options or step.counter or any(not _reads(inspection, option) for option in step.options):
            continue
        questions = sorted({question for option in step.options for question in _reads(inspection, option)})
        answers = _find_empty(inspection, step, {question: known.get(question, [NOT_GIVEN]) for question in questions})
        if answers:
            said = " and ".join(f'"{question}" is "{value}"' for question, value in answers.items())
            sentence = f'The page "{step.title}" has no button if {said}: the person stands before a closed door.'
            mend = "Add a button without a condition, or one for these answers."
            yield error(Code.CONDITION_EMPTY, inspection.mark(f"step:{step.id}"), sentence, mend)


def _find_empty(inspection: Inspection, step: Step, known: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the first combination of answers for which no button is there; nothing if there is none."""
    for number, values in enumerate(product(*(dict.fromkeys(known[question]) for question in known))):
        answers = dict(zip(known, values, strict=True))
        if number >= MAX_COMBINATIONS or not any(_is_there(inspection, step, one, answers) for one in step.options):
            return {} if number >= MAX_COMBINATIONS else answers
    return {}


def _is_there(inspection: Inspection, step: Step, option: Option, answers: Mapping[str, str]) -> bool:
    after = {**answers, step.remember: option.answer} if step.remember and option.answer else answers
    target = _conditions_of_target(inspection, option)
    return _holds(option.when, answers) and _holds(target, after)


def _holds(conditions: Conditions, answers: Mapping[str, str]) -> bool:
    return all(answers.get(question, NOT_GIVEN) in values for question, values in conditions.items())


def _reads(inspection: Inspection, option: Option) -> set[str]:
    """Return the questions on which it depends whether a button is there."""
    return {*option.when, *_conditions_of_target(inspection, option)}


def _conditions_of_target(inspection: Inspection, option: Option) -> Conditions:
    target = inspection.library.steps.get(option.to or "")
    return target.when if target else _NO_CONDITIONS


def check_unused(inspection: Inspection) -> Iterator[Issue]:
    """Every question that a page asks decides something: a page or a button that is shown or not."""
    if not inspection.is_whole:
        return
    steps = list(inspection.steps())
    read = {question for step in steps for question in step.when}
    read |= {question for step in steps for option in step.options for question in option.when}
    for step in steps:
        if step.remember and step.remember not in read:
            sentence = f'The page asks for "{step.remember}", and no "when" anywhere uses the answer.'
            mend = f'Use it: "when: {{{step.remember}: …}}". Or remove "remember" and "answer" from this page.'
            yield warning(Code.ANSWER_UNUSED, inspection.mark(f"step:{step.id}", "remember"), sentence, mend)


def _or(values: tuple[str, ...]) -> str:
    return " or ".join(f'"{value}"' for value in values)
