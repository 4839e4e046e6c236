"""Answers on paper: nobody remembers them there, so a page or a reference says for which answers it is."""

from collections.abc import Iterator

from bot.content.library import Library
from bot.content.model import Conditions, Option, Step
from bot.content.remembering import remembered
from bot.content.texts import step_context
from bot.dialogue.navigation import NOT_GIVEN
from bot.dialogue.words import fill_facts

OR = " / "
AND = " + "


def option_words(library: Library, step: Step, option: Option, locale: str) -> str:
    """Return the words of an option."""
    return fill_facts(library, library.text(locale, step_context(step, f"option.{option.slug}")), locale)


def condition_words(library: Library, conditions: Conditions, locale: str) -> str:
    """Return the answers that conditions ask for, in the words of their buttons.

    Nothing if they hold without any answer: whoever reads paper has given none.
    """
    asked = {question: values for question, values in conditions.items() if NOT_GIVEN not in values}
    words = (_words_of(library, question, values, locale) for question, values in asked.items())
    return AND.join(each for each in words if each)


@remembered
def answers_before(library: Library, step_id: str, locale: str) -> str:
    """Return the answers that lead to a page of a flow; nothing if another way leads to it too."""
    step = library.steps[step_id]
    own = condition_words(library, step.when, locale)
    if own:
        return own
    ways = list(_ways_to(library, step, locale))
    return "" if "" in ways else OR.join(dict.fromkeys(ways))


def _ways_to(library: Library, goal: Step, locale: str) -> Iterator[str]:
    """Yield, for each option of the flow that leads to a page, the answer it gives or needs; "" if none."""
    for step in library.flows[goal.flow].steps.values():
        leading = [option for option in step.options if option.to and library.find_step(option.to) is goal]
        answering = [option for option in step.options if option.answer]
        if leading and leading == answering:
            yield ""  # Every answer leads here: it makes no difference.
            continue
        for option in leading:
            yield (
                option_words(library, step, option, locale)
                if option.answer
                else condition_words(library, option.when, locale)
            )


def _words_of(library: Library, question: str, values: tuple[str, ...], locale: str) -> str:
    """Return the words of the buttons that answer a question so, of the first page that asks it."""
    for step in library.steps.values():
        if step.remember == question:
            options = [option for option in step.options if option.answer in values]
            return OR.join(option_words(library, step, option, locale) for option in options)
    return ""
