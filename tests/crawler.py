"""Walks every page that buttons lead to, in one language, with every combination of answers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.content.library import Library
from bot.dialogue.inputs import Pressed
from bot.dialogue.messages import Message
from bot.dialogue.position import Act, Position, home
from bot.dialogue.respond import respond

AREAS = frozenset({"", "9000", "4000", "6000", "1000"})
"""Areas that are walked; the others show pages of the same make."""


def crawl(library: Library, locale: str, now: datetime) -> Iterator[tuple[Position, Message]]:
    """Yield each page once: two positions are the same page if only the way to it differs."""
    waiting = [home(locale)]
    waiting += [Position(Act.STEP, locale, f"step:{step}") for step in library.steps]
    seen: set[Position] = set()
    while waiting:
        position = waiting.pop()
        page = replace(position, trail=position.trail[-1:] if position.act is Act.PROVINCE else ())
        if page in seen or position.locale != locale or position.area not in AREAS:
            continue
        seen.add(page)
        message = respond(library, position, Pressed(), now).message
        yield position, message
        waiting += [button.position for button in message.buttons if button.position is not None]
