"""Difficult words are explained one tap away, in the reader's language."""

from datetime import datetime

from bot.content.library import Library
from bot.content.terms import terms_of
from bot.dialogue.inputs import Pressed
from bot.dialogue.position import Act, Position
from bot.dialogue.respond import respond

JUDGE = "step:detention.judge"


def test_the_words_of_a_page_are_found_in_its_english(library: Library) -> None:
    """Whole words in any number, and nothing that the page does not say."""
    assert [term.id for term in terms_of(library, "detention.judge")][:2] == ["immigration-office", "council-chamber"]
    assert terms_of(library, "trust.clear-chat") == ()


def test_a_term_is_shown_with_the_words_that_stand_on_papers(library: Library, now: datetime) -> None:
    """Dutch and French beside the reader's own language, then the meaning."""
    page = respond(library, Position(Act.TERMS, "en", JUDGE, trail=(JUDGE,)), Pressed(), now).message
    assert "Council Chamber (raadkamer / chambre du conseil): A judge of the criminal court" in page.words
    back = page.rows[-2][0].position
    assert back is not None
    assert (back.act, back.thing) == (Act.STEP, JUDGE)


def test_a_dutch_reader_is_not_told_the_dutch_word_twice(library: Library, now: datetime) -> None:
    """Only the languages of papers that are not the reader's own; and that a machine translated."""
    page = respond(library, Position(Act.TERMS, "nl", JUDGE), Pressed(), now).message
    assert "(chambre du conseil)" in page.words
    assert library.text("nl", "interface.machine") in page.words


def test_the_button_comes_back_to_the_same_page_with_the_answers_kept(library: Library, now: datetime) -> None:
    """There and back, nothing is lost."""
    here = Position(Act.STEP, "en", JUDGE, (("where-live", "address"),), ("step:detention.start",), "9000")
    page = respond(library, here, Pressed(), now).message
    [words] = [button.position for button in page.buttons if button.text == "Difficult words"]
    assert words is not None
    assert words.back() == here


def test_a_page_without_difficult_words_has_no_such_button(library: Library, now: datetime) -> None:
    """A button that opens nothing would teach people not to press."""
    page = respond(library, Position(Act.STEP, "en", "step:trust.clear-chat"), Pressed(), now).message
    assert "Difficult words" not in [button.text for button in page.buttons]
