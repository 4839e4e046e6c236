"""Typed words are answered by pages and areas that fit; never by made-up text, never as an answer."""

from dataclasses import replace
from datetime import datetime

from bot.content.library import Library
from bot.content.model import Step
from bot.content.phrases import Phrase
from bot.content.texts import step_context
from bot.dialogue.menu_page import sentence_message
from bot.dialogue.messages import Button, Message, Row, plain_block
from bot.dialogue.navigation import navigation
from bot.dialogue.place_pages import area_message, several_areas_rows
from bot.dialogue.position import Act, Position
from bot.dialogue.turns import Count, Counted, Turn
from bot.dialogue.words import fill_facts
from bot.i18n.locales import LANGUAGES
from bot.i18n.scripts import languages_written_like
from bot.places.areas import gazetteer_of
from bot.search.index import find_steps

PAGES_BESIDE_AN_AREA = 2
PAGES_IN_ANOTHER = 1
MAX_LETTERS = 4096
"""Telegram's longest message; a browser could send more."""


def search_turn(library: Library, position: Position, words: str, now: datetime) -> Turn:
    """Return the pages and areas for typed words; an area alone is answered at once."""
    asked = words[:MAX_LETTERS]
    here = position.to_menu()
    areas = gazetteer_of(library).find(asked, limit=5)
    steps = find_steps(library, here.locale, asked)
    others = _other_languages(library, here, asked)
    if not areas and not steps:
        message = sentence_message(library, here, library.say(here.locale, Phrase.SEARCH_NONE))
        found = Count(Counted.SEARCH, "found" if others else "not-found")
        return Turn(replace(message, rows=others + message.rows), counts=(found,))
    found = Count(Counted.SEARCH, "found")
    if len(areas) == 1:
        beside = steps[:PAGES_BESIDE_AN_AREA] if " " in asked.strip() else ()
        answer = area_message(library, replace(here, act=Act.AREA), areas[0], now)
        with_pages = _with_pages(library, here, answer, beside)
        return Turn(replace(with_pages, rows=others + with_pages.rows), counts=(found,))
    title = library.say(here.locale, Phrase.SEARCH_FOUND if steps else Phrase.PLACES_SEVERAL)
    blocks = [plain_block("heading", title, here.locale)]
    if steps:
        blocks.append(plain_block("state", library.say(here.locale, Phrase.SEARCH_HINT), here.locale))
    rows = others + tuple((_step_button(library, here, step),) for step in steps)
    rows += several_areas_rows(library, here, areas)
    message = Message(here.locale, title, tuple(blocks), rows + navigation(library, here))
    return Turn(message, counts=(found,))


def _other_languages(library: Library, position: Position, words: str) -> tuple[Row, ...]:
    """Offer the languages that the typed letters may be, each with a page for the words; nothing is switched."""
    rows: list[Row] = []
    for other in languages_written_like(words, position.locale, library.locales):
        there = replace(position, locale=other)
        own_name = Button(LANGUAGES[other].own_name, "language", replace(there, act=Act.SPEAK, thing=""))
        pages = [_step_button(library, there, step) for step in find_steps(library, other, words, PAGES_IN_ANOTHER)]
        rows.append((own_name, *pages))
    return tuple(rows)


def pages_for(library: Library, position: Position, words: str) -> tuple[Row, ...]:
    """Return a button for each page that words may mean, one a row; for a page that the words did not reach."""
    return tuple((_step_button(library, position, step),) for step in find_steps(library, position.locale, words))


def _with_pages(library: Library, position: Position, message: Message, steps: tuple[Step, ...]) -> Message:
    """Return what is near a town, and above its buttons the pages that the other words may mean."""
    pages: tuple[Row, ...] = tuple((_step_button(library, position, step),) for step in steps)
    return replace(message, rows=pages + message.rows)


def _step_button(library: Library, position: Position, step: Step) -> Button:
    title = library.text(position.locale, step_context(step, "title"))
    target = replace(position, act=Act.STEP, thing=f"step:{step.id}")
    return Button(fill_facts(library, title, position.locale), "search", target)
