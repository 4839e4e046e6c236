"""The menu, the choice of a language, and the short answers to commands and old buttons."""

from dataclasses import replace
from datetime import date

from bot.content.library import Library
from bot.content.model import MenuEntry
from bot.content.phrases import Phrase
from bot.content.texts import menu_context
from bot.dialogue.messages import Block, Button, Message, Row, plain_block
from bot.dialogue.navigation import navigation
from bot.dialogue.position import Act, Position, home
from bot.dialogue.words import text_blocks
from bot.i18n.locales import LANGUAGES

_LANGUAGES_IN_A_ROW = 2


def menu_message(library: Library, position: Position, today: date) -> Message:
    """Return the menu, with the notices of the day above it."""
    here = position.to_menu()
    title = library.say(here.locale, Phrase.MENU_TITLE)
    blocks = [plain_block("heading", title, here.locale), *_notices(library, here.locale, today)]
    blocks.append(plain_block("paragraph", library.say(here.locale, Phrase.MENU_TEXT), here.locale))
    return Message(
        here.locale, title, tuple(blocks), menu_rows(library, here) + navigation(library, here, is_menu=True)
    )


def menu_rows(library: Library, position: Position) -> tuple[Row, ...]:
    """Return the menu's own buttons, one a row; "start again" in front of them once something is answered."""
    here = replace(position, trail=(), page=0)
    rows = [(_menu_button(library, here, entry),) for entry in library.bot.menu]
    if here.answers:
        again = Button(library.say(here.locale, Phrase.START_AGAIN), "menu", home(here.locale))
        rows.append((again,))
    return tuple(rows)


def _menu_button(library: Library, position: Position, entry: MenuEntry) -> Button:
    text = library.text(position.locale, menu_context(entry.to))
    if entry.to is None:
        return Button(text, entry.icon, replace(position, act=Act.WHERE, thing=""))
    return Button(text, entry.icon, replace(position, act=Act.STEP, thing=f"step:{entry.to}"))


def _notices(library: Library, locale: str, today: date) -> list[Block]:
    blocks: list[Block] = []
    for notice in library.notices.values():
        if notice.since <= today <= notice.until:
            blocks += text_blocks(library, library.text(locale, f"notices.{notice.id}"), locale)
    return blocks


def languages_message(library: Library, position: Position) -> Message:
    """Return the choice of a language, each named in itself, the person's own first."""
    locale = position.locale
    order = dict.fromkeys((locale, *library.locales))
    thing = position.thing or ""
    buttons = [
        Button(LANGUAGES[other].own_name, "", replace(position, act=Act.SPEAK, thing=thing, locale=other))
        for other in order
    ]
    rows = tuple(
        tuple(buttons[start : start + _LANGUAGES_IN_A_ROW]) for start in range(0, len(buttons), _LANGUAGES_IN_A_ROW)
    )
    title = library.say(locale, Phrase.CHOOSE_LANGUAGE)
    return Message(locale, title, (plain_block("heading", title, locale),), rows)


def sentence_message(library: Library, position: Position, sentence: str, *, with_menu: bool = True) -> Message:
    """Return one sentence and the way home."""
    here = position.to_menu()
    rows = menu_rows(library, here) + navigation(library, here, is_menu=True) if with_menu else ()
    block = plain_block("paragraph", sentence, position.locale)
    return Message(position.locale, library.bot.name, (block,), rows)
