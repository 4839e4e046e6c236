"""Choosing a language, switching in the middle of a page, and showing a page to somebody who reads another."""

from dataclasses import replace
from datetime import datetime

from bot.content.library import Library
from bot.dialogue.inputs import Pressed, Said
from bot.dialogue.messages import Button, Message
from bot.dialogue.position import MAX_LENGTH, Act, Position, decode, encode
from bot.dialogue.respond import respond
from bot.dialogue.turns import RememberLanguage
from bot.i18n.locales import LANGUAGES

QUESTION = "urgent-medical-aid.where-live"


def press(library: Library, now: datetime, position: Position) -> Message:
    """Return the page behind a button, after its way through Telegram."""
    data = encode(position, library.keys)
    assert len(data) <= MAX_LENGTH
    read = decode(data, library.keys)
    assert read == position
    return respond(library, read, Pressed(), now).message


def button_to(message: Message, act: Act, locale: str = "") -> Button:
    """Return the button that does this, in this language."""
    return next(
        button
        for button in message.buttons
        if button.position and button.position.act is act and locale in {"", button.position.locale}
    )


def test_switching_in_the_middle_keeps_page_answers_and_way_back(library: Library, now: datetime) -> None:
    """The other language shows the same page, and the language is kept from then on."""
    here = Position(Act.STEP, "en", f"step:{QUESTION}", (("home", "none"),), ("step:urgent-medical-aid.start",))
    languages = button_to(press(library, now, here), Act.LANGUAGES).position
    assert languages is not None
    there = button_to(press(library, now, languages), Act.SPEAK, "ps").position
    assert there is not None
    turn = respond(library, there, Pressed(), now)
    assert turn.message.title == library.text("ps", f"{QUESTION}.title")
    assert turn.effects == (RememberLanguage("ps"),)
    emergency = next(one.position for one in turn.message.buttons if one.icon == "emergency")
    assert emergency is not None
    assert emergency.answers == (("home", "none"),)
    assert emergency.trail == ("step:urgent-medical-aid.start", f"step:{QUESTION}")


def test_switching_on_a_list_of_places_keeps_the_list(library: Library, now: datetime) -> None:
    """Nobody has to say again where they are."""
    here = Position(Act.PLACES, "en", "kind:legal", area="9000")
    languages = button_to(press(library, now, here), Act.LANGUAGES).position
    assert languages is not None
    there = button_to(press(library, now, languages), Act.SPEAK, "ru").position
    assert there is not None
    assert press(library, now, there) == press(library, now, replace(here, locale="ru"))


def test_a_page_can_be_shown_in_another_language_while_the_own_stays(library: Library, now: datetime) -> None:
    """For a helper who reads Dutch: the page in Dutch, the buttons in the reader's language, one tap back."""
    here = Position(Act.STEP, "ar", "step:detention.first-hours")
    languages = button_to(press(library, now, here), Act.LANGUAGES).position
    assert languages is not None
    showing = button_to(press(library, now, languages), Act.SHOWING).position
    assert showing is not None
    choice = next(button for button in press(library, now, showing).buttons if button.text == LANGUAGES["nl"].own_name)
    assert choice.position is not None
    turn = respond(library, choice.position, Pressed(), now)
    assert turn.effects == ()
    shown = turn.message
    assert shown.blocks[0].words == library.text("nl", "detention.first-hours.title")
    assert shown.blocks[0].locale == "nl"
    assert shown.locale == "ar"
    back = next(button for button in shown.buttons if button.text == LANGUAGES["ar"].own_name)
    assert back.position == here
    others = [button.position for button in shown.buttons if button.position]
    assert all(position.answer("shown") is None for position in others)


def test_typed_letters_of_another_script_only_offer_a_switch(library: Library, now: datetime) -> None:
    """The page stays in the reader's language; the offer names the language in itself and a page in it."""
    turn = respond(library, Position(Act.MENU, "en"), Said("мне нужен врач"), now)
    assert turn.message.locale == "en"
    assert turn.effects == ()
    offered = [button for button in turn.message.buttons if button.position and button.position.act is Act.SPEAK]
    assert [button.text for button in offered] == [LANGUAGES["ru"].own_name, LANGUAGES["uk"].own_name]
    pages = [button for button in turn.message.buttons if button.position and button.position.locale == "ru"]
    assert len(pages) == 2


def test_words_in_the_readers_own_script_offer_nothing(library: Library, now: datetime) -> None:
    """The answer is as it was."""
    turn = respond(library, Position(Act.MENU, "ru"), Said("врач"), now)
    assert not [button for button in turn.message.buttons if button.position and button.position.locale != "ru"]
