"""The buttons every page has: back, menu, emergency, language."""

from dataclasses import replace

from bot.content.library import Library
from bot.content.model import Conditions
from bot.content.phrases import Phrase
from bot.dialogue.messages import Button, Row
from bot.dialogue.position import Act, Position

NOT_GIVEN = "not-given"


def holds(conditions: Conditions, position: Position) -> bool:
    """Tell whether all conditions hold for the answers given so far."""
    return all((position.answer(question) or NOT_GIVEN) in values for question, values in conditions.items())


def navigation(library: Library, position: Position, *, is_menu: bool = False) -> tuple[Row, ...]:
    """Return the last rows of a page: back and menu, emergency and language; hide where the menu itself is."""
    locale = position.locale
    menu = position.to_menu()
    emergency = f"step:{library.bot.pages.emergency}"
    first: list[Button] = []
    if is_menu:
        first.append(Button(library.say(locale, Phrase.HIDE), "hide", replace(menu, act=Act.HIDE)))
    else:
        if position.trail:
            first.append(Button(library.say(locale, Phrase.BACK), "back", position.back()))
        first.append(Button(library.say(locale, Phrase.MENU), "menu", menu))
    second: list[Button] = []
    if position.thing != emergency:
        target = position.forward(Act.STEP, emergency)
        second.append(Button(library.say(locale, Phrase.EMERGENCY), "emergency", target))
    second.append(Button(library.say(locale, Phrase.LANGUAGE), "language", _language_position(position)))
    return tuple(first), tuple(second)


def _language_position(position: Position) -> Position:
    """Return where the language button leads: the chooser, and from there to this page again."""
    # A day and a number of days stay, so that the counter goes on in the other language; the menu is no area.
    return replace(
        position,
        act=Act.LANGUAGES,
        area="" if position.act is Act.MENU else position.area,
        page=position.page if position.day else 0,
    )
