"""Hearing a page: whether a person can, and the button for it."""

from dataclasses import replace
from datetime import date

from bot.content.ages import Age, age_of
from bot.content.audio import Recording
from bot.content.library import Library
from bot.content.model import Step
from bot.content.phrases import Phrase
from bot.content.showing import SHOWN_QUESTION
from bot.dialogue.messages import Button, Row
from bot.dialogue.position import Act, Position
from bot.i18n.bidi import isolate
from bot.i18n.locales import SOURCE_LOCALE

_LISTENS = {Act.STEP: Act.LISTEN, Act.ORIGINAL: Act.LISTEN_ORIGINAL}
_SHOWS = {listens: shows for shows, listens in _LISTENS.items()}
LISTENING = frozenset(_SHOWS)
"""What a button does that plays a page."""


def find_playable(library: Library, step: Step, locale: str, today: date) -> Recording | None:
    """Return the recording of a page in just this language; None where the page itself would not be shown."""
    recording = library.recordings.get((locale, step.id))
    if recording is None or not library.is_readable(step, locale) or age_of(library, step.id, today) is Age.WITHHELD:
        return None
    return recording


def listen_row(library: Library, position: Position, step: Step, today: date) -> tuple[Row, ...]:
    """Return the button that plays a page, if somebody read just these words aloud."""
    recording = find_playable(library, step, words_locale(position), today)
    if recording is None:
        return ()
    words = library.say(position.locale, Phrase.LISTEN, length=isolate(recording.length, position.locale))
    return ((Button(words, "listen", replace(position, act=_LISTENS[position.act])),),)


def shown_position(position: Position) -> Position:
    """Return the position of the page whose button was pressed to hear it."""
    return replace(position, act=_SHOWS[position.act])


def words_locale(position: Position) -> str:
    """Return the language of a page's words: the reader's, one to show somebody, or English, the original."""
    if position.act is not Act.ORIGINAL:
        return position.locale
    return position.answer(SHOWN_QUESTION) or SOURCE_LOCALE
