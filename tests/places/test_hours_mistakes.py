import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places.hours_mistakes import EXAMPLE, find_mistake, find_silent_mistake


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [
        ("", "The opening hours are empty."),
        ("Mo-Fr 9-17", "Hours are written with a colon"),
        ("lundi 9h-17h", "The days are written in English"),
        ("ma 09:00-12:00 x", "The days are written in English"),
        ("9:00-17:00 Mo-Fr", "The days come first"),
        ("Mo-Fr 25:00-26:00", "A day has 24 hours"),
        ("24h/24", 'Open day and night is written "24/7"'),
        ("Mo-Fr 09:00-17:00 yes!", "These opening hours cannot be read"),
    ],
)
def test_the_mistake_is_named(hours: str, sentence: str) -> None:
    """The sentence says what is wrong in words that need no grammar."""
    assert find_mistake(hours).startswith(sentence)


def test_a_line_that_cannot_be_mended_gets_an_example() -> None:
    """Where the meaning is a guess, an example stands instead of a proposal."""
    assert f'"{EXAMPLE}"' in find_mistake("sometimes", lambda _: False)


def test_a_day_that_two_languages_read_differently_is_not_guessed() -> None:
    """The letters "ma" are Monday in Dutch and Tuesday in French."""
    assert "Did you mean" not in find_mistake("ma 09.00-12.00", lambda line: line.startswith(("Mo", "Tu")))


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [
        ("  ", "The opening hours are empty."),
        ("Mo,We,Fr", "has days but no hours"),
        ("Mo 09:00-12:00; Th", '"Th" has days but no hours'),
        ("Mo 09:00-12:00, Tu", '"Tu" has days but no hours'),
        ("Mo 09:00-12:00; SH off", "School holidays (SH) are not known for Belgium"),
    ],
)
def test_a_line_that_says_something_nobody_means_is_named(hours: str, sentence: str) -> None:
    """Days without hours would be open day and night; school holidays would never come."""
    assert sentence in (find_silent_mistake(hours) or "")


@given(st.text(max_size=200))
def test_any_line_gets_an_explanation(hours: str) -> None:
    """Whatever the line holds, there is a sentence about it."""
    assert find_mistake(hours, lambda _: True)
    find_silent_mistake(hours)
