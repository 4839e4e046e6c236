"""Walks every page that buttons lead to, in one language, with every combination of the answers that change it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from itertools import product

from bot.content.library import Library
from bot.content.wishes import WISH_QUESTION
from bot.dialogue.inputs import Pressed
from bot.dialogue.messages import Message
from bot.dialogue.position import Act, Position, home
from bot.dialogue.respond import respond

AREAS = frozenset({"", "9000", "4000", "6000", "1000"})
"""Areas that are walked; the others show pages of the same make."""

CARRYING = frozenset({Act.HELPED, Act.LANGUAGES, Act.SHOWING, Act.SPEAK, Act.TERMS})
"""Pages that only hand on answers and area, to a step that is walked by itself with every combination of them."""


def crawl(
    library: Library, locale: str, now: datetime, start: Position | None = None
) -> Iterator[tuple[Position, Message]]:
    """Yield each page once: two positions are the same page if only the way to it differs, or answers it never reads.

    Without a start, every step begins a walk of its own with every combination of the answers it reads.
    """
    waiting = [start] if start else [home(locale), *_every_step(library, locale)]
    seen: set[Position] = set()
    while waiting:
        position = waiting.pop()
        page = essence(library, position)
        if page in seen or position.locale != locale or position.area not in AREAS:
            continue
        seen.add(page)
        message = respond(library, position, Pressed(), now).message
        yield position, message
        waiting += [button.position for button in message.buttons if button.position is not None]


def essence(library: Library, position: Position) -> Position:
    """Return the position without what does not change its page: the way to it, and answers that it never reads."""
    questions: tuple[str, ...]
    if position.act in CARRYING:
        return replace(position, trail=(), answers=(), area="")
    if position.act is Act.PLACES:
        questions = (WISH_QUESTION,)
    else:
        questions = questions_read(library, position.thing.removeprefix("step:"))
    answers = tuple(sorted(pair for pair in position.answers if pair[0] in questions))
    return replace(position, trail=position.trail[-1:] if position.act is Act.PROVINCE else (), answers=answers)


@lru_cache(maxsize=4096)
def questions_read(library: Library, step_id: str) -> tuple[str, ...]:
    """Return the questions whose answers change a step's page: its buttons, or what they lead to, depend on them."""
    step = library.steps.get(step_id)
    if step is None:
        return ()
    goals = [library.steps[option.to] for option in step.options if option.to in library.steps and option.to]
    conditions = [option.when for option in step.options] + [goal.when for goal in goals]
    return tuple(sorted({question for condition in conditions for question in condition}))


def _every_step(library: Library, locale: str) -> Iterator[Position]:
    given: dict[str, set[str]] = {}
    for step in library.steps.values():
        if step.remember:
            given.setdefault(step.remember, set()).update(option.answer for option in step.options if option.answer)
    for step_id in library.steps:
        questions = questions_read(library, step_id)
        for values in product(*([None, *sorted(given.get(question, ()))] for question in questions)):
            answers = tuple((question, value) for question, value in zip(questions, values, strict=True) if value)
            yield Position(Act.STEP, locale, f"step:{step_id}", answers)
