"""Whether a page helped is asked in two taps, counted once, and known of nobody."""

from datetime import datetime

import pytest

from bot.content.library import Library
from bot.dialogue.inputs import Pressed
from bot.dialogue.messages import Message
from bot.dialogue.position import Act, Position, decode, encode
from bot.dialogue.respond import respond
from bot.dialogue.turns import Count, Counted, Turn

PAGE = "step:detention.judge"


def press(library: Library, now: datetime, message: Message, text: str) -> Turn:
    """Press a button, by way of the 64 bytes that Telegram carries."""
    [position] = [button.position for button in message.buttons if button.text == text]
    assert position is not None
    carried = decode(encode(position, library.keys), library.keys)
    assert carried == position
    return respond(library, carried, Pressed(), now)


def ask(library: Library, now: datetime) -> Turn:
    """Open a page and press its question."""
    page = respond(library, Position(Act.STEP, "en", PAGE, trail=("step:detention.start",)), Pressed(), now).message
    return press(library, now, page, "Did this page help?")


def test_the_question_says_what_becomes_of_the_answer_and_counts_nothing(library: Library, now: datetime) -> None:
    """Before a person answers they read that only a number grows."""
    turn = ask(library, now)
    assert "adds one to a number" in turn.message.words
    assert turn.counts == ()


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("Yes", Count(Counted.HELPED, "detention.judge|yes")),
        ("No", Count(Counted.HELPED, "detention.judge|no")),
        ("I did not understand it", Count(Counted.HELPED, "detention.judge|unclear")),
        ("Something here is wrong", Count(Counted.WRONG, "detention.judge")),
    ],
)
def test_each_answer_adds_one_to_its_number(library: Library, now: datetime, answer: str, count: Count) -> None:
    """One press, one count, of the page and the answer; no second one of the page itself."""
    turn = press(library, now, ask(library, now).message, answer)
    assert turn.counts == (count,)
    assert "counted" in turn.message.words


def test_from_the_question_and_from_the_answer_back_leads_to_the_page(library: Library, now: datetime) -> None:
    """Nobody loses the page for having answered."""
    title = library.steps["detention.judge"].title
    question = ask(library, now).message
    assert press(library, now, question, "Back").message.title == title
    answered = press(library, now, question, "No").message
    assert press(library, now, answered, "Back").message.title == title


def test_in_an_emergency_nobody_is_asked(library: Library, now: datetime) -> None:
    """The page of numbers has numbers only."""
    page = respond(library, Position(Act.STEP, "en", "step:emergency.numbers"), Pressed(), now).message
    assert "Did this page help?" not in [button.text for button in page.buttons]


def test_a_button_for_an_answer_that_does_not_exist_asks_again(library: Library, now: datetime) -> None:
    """Whatever a hand-made button says, nothing is counted that nobody can choose."""
    turn = respond(library, Position(Act.HELPED, "en", PAGE, page=9), Pressed(), now)
    assert turn.counts == ()
