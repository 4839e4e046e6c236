"""Every page of every language, with every combination of answers."""

import re
from datetime import datetime
from functools import lru_cache

import pytest

from bot.channels.telegram.outbound import write_page
from bot.content.library import Library
from bot.dialogue.inputs import Pressed, Started
from bot.dialogue.messages import Message
from bot.dialogue.position import MAX_LENGTH, Act, Position, decode, encode, home
from bot.dialogue.respond import respond
from bot.i18n.bidi import strip_controls
from bot.i18n.ethiopian import WORDINGS
from tests.crawler import crawl
from tests.telegram_api.markup import check_inline_markup
from tests.telegram_api.recorder import Recorder
from tests.telegram_api.texts import finish_text

LOCALES = ("en", "nl", "fr", "ar", "ti")
MAX_TEXT = 4096
MAX_BUTTONS = 100
NO_WAY_HOME = frozenset({Act.LANGUAGES, Act.HIDE})
"""The choice of a language and the page after clearing have their own buttons, or none."""


def faults(library: Library, position: Position, message: Message) -> list[str]:
    """Say what a reader would stumble over on this page."""
    found = []
    if not message.words.strip() or not message.title.strip():
        found.append("is empty")
    if "{" in message.words or any("{" in button.text for button in message.buttons):
        found.append("has an unfilled placeholder")
    if len(message.words) > MAX_TEXT or len(message.buttons) > MAX_BUTTONS:
        found.append("is over a limit of Telegram")
    targets = [button.position for button in message.buttons if button.position]
    if position.act not in NO_WAY_HOME:
        emergency = f"step:{library.bot.pages.emergency}"
        # A page that is the menu itself has "Hide now" where others have "Menu".
        if not any(target.act in {Act.MENU, Act.HIDE} for target in targets):
            found.append("has no button to the menu")
        if position.thing != emergency and not any(target.thing == emergency for target in targets):
            found.append("has no button to the emergency page")
    if any(not strip_controls(button.text).strip() for button in message.buttons):
        found.append("has a button without words")
    lost = [target for target in targets if not survives(library, target)]
    return found + [f"has a button that does not survive: {target}" for target in lost]


@lru_cache(maxsize=65536)
def survives(library: Library, position: Position) -> bool:
    """Return whether a position is the same after it was written into a button and read again."""
    data = encode(position, library.keys)
    return len(data) <= MAX_LENGTH and decode(data, library.keys) == position


@pytest.mark.parametrize("locale", LOCALES)
def test_no_page_strands_a_reader(library: Library, now: datetime, locale: str) -> None:
    """No page is empty, unfilled, refused by a strict Telegram, or without menu and emergency one tap away."""
    recorder = Recorder()
    pages = 0
    found = []
    for position, message in crawl(library, locale, now):
        pages += 1
        found += [f"{position.act.name} {position.thing} {fault}" for fault in faults(library, position, message)]
        page = write_page(message, library.keys)
        entities = [entity.to_dict() for entity in page.entities]
        finish_text({"text": page.text, "entities": entities}, recorder, too_long="message is too long")
        check_inline_markup(page.keyboard.to_dict() if page.keyboard else None)
    assert found == []
    assert recorder.violations == []
    assert pages > len(library.steps)


@pytest.mark.parametrize("locale", WORDINGS)
def test_no_page_shows_a_day_or_an_hour_that_can_be_read_otherwise(
    library: Library, now: datetime, locale: str
) -> None:
    """Each hour says its part of the day; a month that both calendars have stands only beside the calendar's name."""
    months = "|".join(WORDINGS[locale].months)
    bare = re.compile(rf"[0-9]:[0-9]{{2}}(?! \()|(?:{months}) [0-9]{{1,2}}\b|[0-9] (?:{months})")
    both = re.compile(r"\([^()]*(?:አቆጣጠር|ግእዝ)[^()]*\)")
    pages = {
        step: respond(library, Position(Act.STEP, locale, f"step:{step}"), Pressed(), now) for step in library.steps
    }
    words = {step: both.sub("", strip_controls(turn.message.words)) for step, turn in pages.items()}
    assert {step: bare.findall(text) for step, text in words.items() if bare.search(text)} == {}
    assert any(f"8:00 ({WORDINGS[locale].parts[2][1]})" in text for text in words.values())


def test_every_step_is_reached_from_the_menu(library: Library, now: datetime) -> None:
    """A page nobody can reach by buttons is not there for a reader."""
    welcome = respond(library, home("en"), Started(), now).message
    starts = [home("en"), *(button.position for button in welcome.buttons if button.position)]
    reached = {position.thing for start in starts for position, _ in crawl(library, "en", now, start)}
    assert {f"step:{step}" for step in library.steps} - reached == set()
