"""Tests: pictograms."""

from bot.channels.pictograms import PICTOGRAMS
from bot.content.model import ICONS


def test_every_icon_has_a_pictogram_of_its_own() -> None:
    """The list is as closed as that of the content: none missing, none too many, no two alike."""
    assert list(PICTOGRAMS) == list(ICONS)
    assert len(set(PICTOGRAMS.values())) == len(ICONS)


def test_pictograms_hold_no_letters() -> None:
    """A letter would decide the direction of the button's text."""
    assert not [name for name, sign in PICTOGRAMS.items() if any(each.isalnum() for each in sign)]
