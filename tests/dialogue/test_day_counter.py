"""The day counter errs on the safe side."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.dialogue.day_counter import last_safe_day
from bot.dialogue.inputs import Pressed
from bot.dialogue.messages import Message
from bot.dialogue.position import Act, Position
from bot.dialogue.respond import respond
from bot.i18n.units import say_duration
from bot.places.working_days import is_working_day

NOW = datetime(2026, 11, 24, 14, tzinfo=BELGIUM)
START = Position(Act.STEP, "en", "step:paper.day-counter")


@pytest.mark.parametrize(
    ("arrival", "days", "last"),
    [
        (date(2026, 11, 10), 30, date(2026, 12, 10)),  # a Thursday
        (date(2026, 11, 10), 5, date(2026, 11, 13)),  # the end is a Sunday: Friday
        (date(2026, 11, 6), 5, date(2026, 11, 10)),  # the end is Armistice Day
        (date(2026, 12, 15), 10, date(2026, 12, 24)),  # the end is Christmas
        (date(2026, 3, 26), 10, date(2026, 4, 3)),  # the end is Easter Sunday: Good Friday is a working day
        (date(2026, 11, 21), 1, date(2026, 11, 21)),  # never before the letter came
    ],
)
def test_the_last_safe_day(arrival: date, days: int, last: date) -> None:
    """Calendar days from the day after; a free day at the end goes back, never forward."""
    assert last_safe_day(arrival, days) == last


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)), st.integers(1, 60))
def test_no_rule_makes_the_deadline_earlier(arrival: date, days: int) -> None:
    """The day is never after the number of days written on the paper, and it is a day on which offices are open."""
    last = last_safe_day(arrival, days)
    assert arrival <= last <= arrival + timedelta(days=days)
    assert is_working_day(last) or last == arrival


def press(library: Library, message: Message, words: str) -> Message:
    """Press the button with these words."""
    [button] = [button for button in message.buttons if button.text == words]
    assert button.position is not None
    return respond(library, button.position, Pressed(), NOW).message


def test_a_letter_is_counted_in_three_taps(library: Library) -> None:
    """The day, the number, the result: with how it was counted, and a lawyer."""
    days = respond(library, START, Pressed(), NOW).message
    assert [button.text for button in days.buttons][:2] == ["Tue 24 Nov", "Mon 23 Nov"]
    numbers = press(library, days, "Fri 20 Nov")
    assert "You count from Friday, 20 November 2026." in numbers.words
    result = press(library, numbers, "10 days")
    assert "Last safe day: Monday, 30 November 2026." in result.words
    assert "We counted 10 days from Friday, 20 November 2026." in result.words
    assert "Call a lawyer today" in result.words
    assert "A lawyer near me" in [button.text for button in result.buttons]


def test_a_day_that_has_passed_is_said_and_still_leads_to_a_lawyer(library: Library) -> None:
    """A judge can count in another way: the person is not sent home."""
    days = respond(library, START, Pressed(), NOW).message
    earlier = press(library, press(library, days, "An earlier day"), "An earlier day")
    assert "An earlier day" not in [button.text for button in earlier.buttons]
    result = press(library, press(library, earlier, "Wed 14 Oct"), "5 days")
    assert "the last safe day was Monday, 19 October 2026. Call a lawyer today all the same" in result.words


def test_the_counter_goes_on_in_another_language(library: Library) -> None:
    """The day and the number survive the change of language."""
    numbers = press(library, respond(library, START, Pressed(), NOW).message, "Fri 20 Nov")
    result = press(library, numbers, "10 days")
    chooser = press(library, result, "Language")
    assert "30 novembre 2026" in press(library, chooser, "Français").words


@pytest.mark.parametrize(
    ("locale", "button", "came", "last"),
    [
        (
            "am",
            "ዓርብ፣ ኖቬም 20",
            "ዓርብ 20 ኖቬምበር 2026 (እ.ኤ.አ.፤ በኢትዮጵያ አቆጣጠር ኅዳር 11 ቀን 2019)",
            "ሰኞ 30 ኖቬምበር 2026 (እ.ኤ.አ.፤ በኢትዮጵያ አቆጣጠር ኅዳር 21 ቀን 2019)",
        ),
        (
            "ti",
            "ዓርቢ 20/11/2026",
            "ዓርቢ 20/11/2026 (ኣቆጻጽራ ኤውሮጳ፤ ብኣቆጻጽራ ግእዝ 11 ሕዳር 2019)",
            "ሰኑይ 30/11/2026 (ኣቆጻጽራ ኤውሮጳ፤ ብኣቆጻጽራ ግእዝ 21 ሕዳር 2019)",
        ),
    ],
)
def test_the_counter_says_its_days_in_both_calendars(
    library: Library,
    locale: str,
    button: str,
    came: str,
    last: str,
) -> None:
    """A reader who counts by the Ethiopian calendar is not some days late."""
    numbers = press(library, respond(library, replace(START, locale=locale), Pressed(), NOW).message, button)
    assert came in numbers.words
    result = press(library, numbers, say_duration(10, "days", locale))
    assert came in result.words
    assert last in result.words
    assert result.words.count(last) == 1


@pytest.mark.parametrize("page", ["paper.count-number", "paper.count-result"])
def test_a_later_page_without_a_day_leads_to_the_first(library: Library, page: str) -> None:
    """Found by a search, or pressed on an old message."""
    message = respond(library, Position(Act.STEP, "en", f"step:{page}"), Pressed(), NOW).message
    targets = [button.position.thing for button in message.buttons if button.position]
    assert "step:paper.day-counter" in targets
    assert "safe day:" not in message.words
