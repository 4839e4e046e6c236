"""Did this page help? Four buttons that add one to a number; who pressed them is known to nobody."""

from dataclasses import replace

from bot.content.library import Library
from bot.content.model import Step
from bot.content.phrases import Phrase
from bot.dialogue.messages import Button, Message, Row, plain_block
from bot.dialogue.navigation import navigation
from bot.dialogue.position import MAX_TRAIL, Act, Position
from bot.dialogue.turns import Count, Counted, Turn, Verdict, crossed

_ASKED = 0
_VERDICTS = {1: Verdict.YES, 2: Verdict.NO, 3: Verdict.UNCLEAR}
_WRONG = 4
"""The pages of this act: the question, its answers, and "something here is wrong"."""
_BUTTONS = (
    (1, Phrase.HELPED_YES, "yes"),
    (2, Phrase.HELPED_NO, "no"),
    (3, Phrase.HELPED_UNCLEAR, "question"),
    (_WRONG, Phrase.HELPED_WRONG, "warning"),
)


def helped_row(library: Library, position: Position, step: Step) -> tuple[Row, ...]:
    """Return the button to the question; none on the emergency page, where nobody has time for it."""
    if step.id == library.bot.pages.emergency:
        return ()
    trail = (*position.trail, position.thing)[-MAX_TRAIL:]
    target = replace(position, act=Act.HELPED, trail=trail, page=_ASKED, day=None)
    return ((Button(library.say(position.locale, Phrase.HELPED), "question", target),),)


def helped_turn(library: Library, position: Position, step: Step) -> Turn:
    """Return the question, or the sentence after an answer; each answer is counted."""
    if position.page in _VERDICTS:
        count = Count(Counted.HELPED, crossed(step.id, _VERDICTS[position.page]))
    elif position.page == _WRONG:
        count = Count(Counted.WRONG, step.id)
    else:
        return Turn(_question(library, position))
    return Turn(_done(library, position), counts=(count,))


def _question(library: Library, position: Position) -> Message:
    locale = position.locale
    title = library.say(locale, Phrase.HELPED)
    rows = tuple(
        (Button(library.say(locale, phrase), icon, replace(position, page=page)),) for page, phrase, icon in _BUTTONS
    )
    blocks = (
        plain_block("heading", title, locale),
        plain_block("paragraph", library.say(locale, Phrase.HELPED_HOW), locale),
    )
    return Message(locale, title, blocks, rows + navigation(library, position))


def _done(library: Library, position: Position) -> Message:
    locale = position.locale
    block = plain_block("paragraph", library.say(locale, Phrase.HELPED_DONE), locale)
    return Message(locale, library.say(locale, Phrase.HELPED), (block,), navigation(library, position))
