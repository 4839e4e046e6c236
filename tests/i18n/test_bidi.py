"""Direction of mixed text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n.bidi import RIGHT_TO_LEFT_MARK, anchor, isolate, isolate_commands, isolate_name, strip_controls


def test_a_number_in_arabic_stands_in_an_isolate() -> None:
    """Without it "+32 2 274 00 11" is shown backwards."""
    assert isolate("+32 2 274 00 11", "ar") == "\u2066+32 2 274 00 11\u2069\u200f"
    assert isolate("+32 2 274 00 11", "en") == "+32 2 274 00 11"


def test_a_paragraph_that_begins_with_a_latin_name_still_starts_from_the_right() -> None:
    """Telegram takes the direction of a paragraph from its first strong letter."""
    assert anchor("Fedasil تدفع", "ar").startswith(RIGHT_TO_LEFT_MARK)
    assert anchor(isolate_name("Fedasil", "ar") + " تدفع", "ar").startswith(RIGHT_TO_LEFT_MARK)
    assert anchor(isolate("Rue 7", "ar"), "ar").startswith(RIGHT_TO_LEFT_MARK)
    assert anchor("تدفع Fedasil", "ar") == "تدفع Fedasil"
    assert anchor("Fedasil", "nl") == "Fedasil"


@given(st.text(), st.sampled_from(["ar", "ti", "en"]))
def test_controls_come_off_again(text: str, locale: str) -> None:
    """What is isolated or anchored is the same text once the controls are taken off."""
    clean = strip_controls(text)
    assert strip_controls(anchor(isolate(clean, locale), locale)) == clean


@pytest.mark.parametrize(("text", "commands"), [("- /menu يفتح القائمة", ["/menu"]), ("1/2 et/ou a/b", [])])
def test_a_command_stays_whole_in_right_to_left_text(text: str, commands: list[str]) -> None:
    """Its stroke stands before it; nothing else with a stroke in it is a command."""
    shown = isolate_commands(text, "ar")
    assert re.findall("\u2066(/[a-z]+)\u2069", shown) == commands
    assert strip_controls(shown) == text
    assert isolate_commands(text, "fr") == text
