"""The menu, the choice of a language, and the short answers to commands and old buttons."""

from dataclasses import replace
from datetime import date

from bot.content.library import Library
from bot.content.model import MenuEntry
from bot.content.phrases import Phrase
from bot.content.showing import SHOWN_QUESTION
from bot.content.texts import menu_context
from bot.dialogue.messages import Block, Button, Message, Row, plain_block
from bot.dialogue.navigation import navigation
from bot.dialogue.position import Act, Position, home
from bot.dialogue.words import text_blocks
from bot.i18n.locales import LANGUAGES, in_pairs


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
    locale, thing = position.locale, position.thing or ""
    rows = tuple(
        tuple(
            Button(LANGUAGES[other].own_name, "", replace(position, act=Act.SPEAK, thing=thing, locale=other))
            for other in row
        )
        for row in in_pairs((locale, *library.locales))
    )
    if thing.startswith("step:") and thing.removeprefix("step:") != library.bot.pages.welcome:
        showing = replace(position, act=Act.SHOWING)
        rows += ((Button(library.say(locale, Phrase.SHOW_TO), "interpreter", showing),),)
    title = library.say(locale, Phrase.CHOOSE_LANGUAGE)
    return Message(locale, title, (plain_block("heading", title, locale),), rows)


def showing_message(library: Library, position: Position) -> Message:
    """Return the choice of a language in which to show a page to somebody; the reader's own stays what it is."""
    locale = position.locale
    here = replace(position, act=Act.ORIGINAL)
    rows = tuple(
        tuple(Button(LANGUAGES[other].own_name, "", here.with_answer(SHOWN_QUESTION, other)) for other in row)
        for row in in_pairs(other for other in library.locales if other != locale)
    )
    title = library.say(locale, Phrase.SHOW_TO)
    blocks = (
        plain_block("heading", title, locale),
        plain_block("paragraph", library.say(locale, Phrase.SHOW_TO_HOW), locale),
    )
    return Message(locale, title, blocks, rows + navigation(library, position))


def sentence_message(library: Library, position: Position, sentence: str, *, with_menu: bool = True) -> Message:
    """Return one sentence and the way home."""
    here = position.to_menu()
    rows = menu_rows(library, here) + navigation(library, here, is_menu=True) if with_menu else ()
    block = plain_block("paragraph", sentence, position.locale)
    return Message(position.locale, library.bot.name, (block,), rows)
