"""Any colour an organisation chooses leaves every word readable."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.assets import style_of
from bot.channels.web.colours import (
    DARK_GROUND,
    LEAST_CONTRAST,
    WHITE,
    contrast,
    css_colours,
    ink_on,
    read_colour,
    readable_on,
    write_colour,
)

COLOURS = st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))


@given(COLOURS)
def test_words_on_any_colour_and_in_any_colour_are_readable(colour: tuple[int, int, int]) -> None:
    """4.5 to 1, as WCAG 2.2 asks for words of ordinary size: on the bar, in links by day and by night."""
    assert contrast(ink_on(colour), colour) >= LEAST_CONTRAST
    assert contrast(readable_on(WHITE, colour), WHITE) >= LEAST_CONTRAST
    assert contrast(readable_on(DARK_GROUND, colour), DARK_GROUND) >= LEAST_CONTRAST


@given(COLOURS)
def test_a_colour_is_written_as_it_was_read(colour: tuple[int, int, int]) -> None:
    """Nothing is lost on the way through CSS."""
    assert read_colour(write_colour(colour)) == colour


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21 to 1; a colour on itself 1 to 1."""
    assert contrast((0, 0, 0), WHITE) == 21
    assert contrast(WHITE, WHITE) == 1


def test_a_readable_colour_stays_as_it_is() -> None:
    """An organisation finds its own colour again."""
    assert css_colours("#0b5394")["accent"] == "#0b5394"


def test_the_dark_ground_is_the_one_of_the_style_sheet() -> None:
    """Contrast is computed against what is shown."""
    assert f"--ground: {write_colour(DARK_GROUND)}" in style_of("#0b5394")
