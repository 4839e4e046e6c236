"""Plays a talk and reports the first line that no longer holds."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from functools import lru_cache

from bot.content.issues import Issue, error
from bot.content.library import Library
from bot.content.marks import suggest
from bot.content.talks import BELGIUM, Move, Talk, TalkLine
from bot.dialogue.inputs import Commanded, Input, Pressed, Said, SharedPoint, Started
from bot.dialogue.messages import Button, Message
from bot.dialogue.position import Position, decode, encode, home
from bot.dialogue.respond import respond
from bot.dialogue.turns import Turn
from bot.dialogue.words import fill_facts
from bot.i18n.bidi import strip_controls

_POINT = re.compile(r"^(-?[0-9.]+)\s*,\s*(-?[0-9.]+)$")
NOON = time(12, 0, tzinfo=BELGIUM)


ACTS = frozenset({Move.SAYS, Move.PRESSES, Move.SHARES})
"""What the person does; every other line is what they see."""


@dataclass(frozen=True, slots=True)
class Played:
    """One act of the person in a talk, and the turn that came of it."""

    line: TalkLine
    turn: Turn


def run_talk(library: Library, talk: Talk) -> tuple[Issue, ...]:
    """Return what of a talk no longer holds: nothing, or the first line that fails."""
    return play_talk(library, talk)[1]


def play_talk(library: Library, talk: Talk) -> tuple[tuple[Played, ...], tuple[Issue, ...]]:
    """Return every turn of a talk up to its end or its first line that fails, and that failure."""
    if talk.locale not in library.locales:
        mark = talk.lines[0].mark if talk.lines else None
        if mark is None:
            return (), ()
        sentence = f'The talk is in "{talk.locale}", which the bot does not speak.'
        return (), (error("talk-locale", mark, sentence, suggest(talk.locale, library.locales)),)
    played: list[Played] = []
    for line in talk.lines:
        message = played[-1].turn.message if played else None
        found = _play(library, talk, line, message) if line.move in ACTS else _compare(library, line, message)
        if isinstance(found, Issue):
            return tuple(played), (found,)
        if found is not None:
            played.append(Played(line, found))
    return tuple(played), ()


def _play(library: Library, talk: Talk, line: TalkLine, message: Message | None) -> Turn | Issue:
    now = talk.at or datetime.combine(library.content_date, NOON)
    position, given = home(talk.locale), read_input(line.text)
    if line.move is Move.PRESSES:
        button = _named_button(library, line, message) if message else None
        if button is None or button.position is None:
            return _no_button(line, message)
        # The position is written and read again, as on its way through Telegram.
        read = decode(encode(button.position, library.keys), library.keys)
        position, given = read or Position(button.position.act, talk.locale), Pressed(is_old=read is None)
    elif line.move is Move.SHARES:
        point = _POINT.match(line.text)
        if point is None:
            return error("talk-line", line.mark, f'"{line.text}" is no point.', "Write it as > @ 51.05, 3.72")
        given = SharedPoint(float(point.group(1)), float(point.group(2)))
    return respond(library, position, given, now)


def read_input(words: str) -> Input:
    """Read typed words as a command or as words."""
    if not words.startswith("/"):
        return Said(words)
    name, _, rest = words[1:].partition(" ")
    return Started(rest.strip()) if name == "start" else Commanded(name)


def find_button(message: Message, text: str) -> Button | None:
    """Return the button with these words, or None."""
    wanted = _plain(text)
    return next((button for button in message.buttons if _plain(button.text) == wanted), None)


def _named_button(library: Library, line: TalkLine, message: Message) -> Button | None:
    """Return the button that a line names; a fact in its words stands there as the reader sees it."""
    return find_button(message, fill_facts(library, line.text, message.locale))


def _no_button(line: TalkLine, message: Message | None) -> Issue:
    buttons = [strip_controls(button.text) for button in message.buttons] if message else []
    sentence = f'There is no button "{line.text}" on this page.'
    return error("talk-button", line.mark, sentence, suggest(line.text, buttons))


def _compare(library: Library, line: TalkLine, message: Message | None) -> Issue | None:
    if message is None:
        return error("talk-line", line.mark, "The bot has not said anything yet.", "Begin with > /start")
    wanted = _plain(fill_facts(library, line.text, message.locale))
    if line.move in {Move.SEES, Move.SEES_NOT}:
        is_there = wanted in _plain(message.words)
        if is_there is (line.move is Move.SEES):
            return None
        shown = " / ".join(message.words.splitlines())[:200]
        wish = "does not contain" if line.move is Move.SEES else "contains"
        sentence = f'The page {wish} "{line.text}". It says: {shown}'
        return error("talk-text", line.mark, sentence, "Change the page or the talk, whichever is wrong.")
    has_button = _named_button(library, line, message) is not None
    if has_button is (line.move is Move.SEES_BUTTON):
        return None
    if line.move is Move.SEES_BUTTON:
        return _no_button(line, message)
    return error("talk-button", line.mark, f'The button "{line.text}" is there.', "Remove the button or the line.")


@lru_cache(maxsize=8192)  # most words on buttons are those of the page before
def _plain(text: str) -> str:
    return " ".join(strip_controls(text).casefold().split())
