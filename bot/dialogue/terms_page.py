"""The difficult words of a page, explained, with the official words that stand on papers."""

from dataclasses import replace

from bot.content.library import Library
from bot.content.model import Step, Term
from bot.content.phrases import Phrase
from bot.content.terms import terms_of
from bot.dialogue.messages import Block, Button, Message, Row, Run, plain_block
from bot.dialogue.navigation import navigation
from bot.dialogue.position import MAX_TRAIL, Act, Position
from bot.i18n.bidi import isolate
from bot.i18n.ledger import State
from bot.i18n.locales import SOURCE_LOCALE

PAPER_LOCALES = ("nl", "fr")
"""The languages of Belgian papers: a reader finds these words there."""
MAX_TERMS = 8
"""Terms of one page; more would be longer than the page itself."""


def terms_row(library: Library, position: Position, step: Step) -> tuple[Row, ...]:
    """Return the button to the words of a page, if the reader's language explains any."""
    if not _explained(library, step, position.locale):
        return ()
    trail = (*position.trail, position.thing)[-MAX_TRAIL:]
    target = replace(position, act=Act.TERMS, trail=trail, page=0, day=None)
    return ((Button(library.say(position.locale, Phrase.WORDS), "question", target),),)


def terms_message(library: Library, position: Position, step: Step) -> Message:
    """Return the words of a page, each with its meaning."""
    locale = position.locale
    title = library.say(locale, Phrase.WORDS)
    blocks = [plain_block("heading", title, locale)]
    terms = _explained(library, step, locale)
    blocks += [_term_block(library, term, locale) for term in terms]
    states = {_state(library, term, locale) for term in terms}
    if State.MACHINE in states:
        blocks.append(plain_block("state", library.say(locale, Phrase.MACHINE), locale))
    return Message(locale, title, tuple(blocks), navigation(library, position))


def _explained(library: Library, step: Step, locale: str) -> tuple[Term, ...]:
    known = [term for term in terms_of(library, step.id) if _state(library, term, locale) is not State.MISSING]
    return tuple(known[:MAX_TERMS])


def _state(library: Library, term: Term, locale: str) -> State:
    found = library.find_text(locale, f"glossary.{term.id}.text")
    if found is None:
        return State.HUMAN if locale == SOURCE_LOCALE else State.MISSING
    return found.state


def _term_block(library: Library, term: Term, locale: str) -> Block:
    word = library.text(locale, f"glossary.{term.id}.term")
    official = [term.official[other] for other in PAPER_LOCALES if other in term.official and other != locale]
    named = f" ({isolate(' / '.join(official), locale)})" if official else ""
    meaning = library.text(locale, f"glossary.{term.id}.text")
    return Block("paragraph", (Run(word, bold=True), Run(f"{named}: {meaning}")), locale)
