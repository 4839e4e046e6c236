"""Telephone lines: those that are open at this moment first, then those in the reader's language."""

from dataclasses import replace
from datetime import datetime

from bot.content.library import Library
from bot.content.model import Place
from bot.content.phrases import Phrase
from bot.dialogue.messages import Button, Message, Row, plain_block
from bot.dialogue.navigation import navigation
from bot.dialogue.place_words import line_block, place_name
from bot.dialogue.position import MAX_TRAIL, Act, Position
from bot.places.hours import opening_at
from bot.places.wishes import is_open

LINES_ON_A_PAGE = 6


def lines_row(library: Library, position: Position) -> tuple[Row, ...]:
    """Return the button to the lines of the kind asked for, or to all lines; nothing if there are none."""
    kind = position.thing if position.thing.startswith("kind:") else ""
    if not _lines(library, kind):
        return ()
    trail = (*position.trail, kind)[-MAX_TRAIL:] if kind else position.trail
    goal = replace(position, act=Act.LINES, thing=kind, trail=trail, page=0)
    return ((Button(library.say(position.locale, Phrase.PLACES_LINES), "phone", goal),),)


def lines_message(library: Library, position: Position, now: datetime) -> Message:
    """Return a page of telephone lines, each with whether it is open, its languages and its number."""
    locale = position.locale
    lines = sorted(_lines(library, position.thing), key=lambda line: _order(line, locale, now))
    first = position.page * LINES_ON_A_PAGE
    shown = lines[first : first + LINES_ON_A_PAGE]
    title = library.say(locale, Phrase.PLACES_LINES)
    if position.thing:
        context = f"bot.{position.thing.replace(':', '.')}"
        title = f"{title}: {library.text(locale, context)}"
    blocks = [plain_block("heading", title, locale)]
    blocks.append(plain_block("paragraph", library.say(locale, Phrase.PLACES_LINES_TEXT), locale))
    blocks += [line_block(library, line, locale, now) for line in shown]
    rows: list[Row] = [
        (Button(place_name(library, line, locale), "", position.forward(Act.PLACE, f"place:{line.id}")),)
        for line in shown
    ]
    if len(lines) > first + LINES_ON_A_PAGE:
        rows.append((Button(library.say(locale, Phrase.MORE), "search", replace(position, page=position.page + 1)),))
    return Message(locale, title, tuple(blocks), (*rows, *navigation(library, position)))


def _lines(library: Library, kind: str) -> list[Place]:
    name = kind.partition(":")[2]
    return [
        place
        for place in library.places.values()
        if place.line and place.phones and place.status != "closed" and (not name or name in place.kinds)
    ]


def _order(line: Place, locale: str, now: datetime) -> tuple[int, bool, str]:
    """Return what is compared: open, hours not known, closed; then the reader's language."""
    if is_open(line, now):
        state = 0
    elif line.hours is None or opening_at(line.hours, now).state == "appointment":
        state = 1
    else:
        state = 2
    return state, locale not in line.languages, line.id
