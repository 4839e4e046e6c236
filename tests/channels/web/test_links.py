"""What may stand in an address, and what may not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.forms import read_point
from bot.channels.web.links import link_of
from bot.content.library import Library
from bot.dialogue.position import Act, Position

STEP = "step:detention.start"


@pytest.mark.parametrize(
    ("position", "address"),
    [
        (Position(Act.MENU, "ar"), "/ar/"),
        (Position(Act.STEP, "ar", STEP), "/ar/detention/start"),
        (Position(Act.STEP, "ar", STEP, trail=("step:trust.start",)), "/ar/detention/start"),
        (Position(Act.SPEAK, "ti", STEP), "/ti/detention/start"),
        (Position(Act.SPEAK, "ti"), "/ti/"),
        (Position(Act.TERMS, "nl", STEP), "/nl/detention/start/words"),
        (Position(Act.ORIGINAL, "nl", STEP), "/nl/detention/start/original"),
        (Position(Act.WHERE, "en"), "/en/places/"),
        (Position(Act.PLACES, "en", "kind:legal"), "/en/places/legal"),
    ],
)
def test_pages_that_need_no_answers_have_an_address(library: Library, position: Position, address: str) -> None:
    """Language and page, and nothing of the way there."""
    assert link_of(library, position) == address


@pytest.mark.parametrize(
    "position",
    [
        Position(Act.STEP, "en", STEP, (("home", "none"),)),
        Position(Act.PLACES, "en", "kind:legal", area="9000"),
        Position(Act.PROVINCE, "en", "province:namur"),
        Position(Act.STEP, "en", "step:paper.count-day", day=date(2026, 11, 1)),
        Position(Act.PLACES, "en", "kind:legal", page=1),
        Position(Act.STEP, "en", "step:no.such-step"),
        Position(Act.PLACES, "en", "kind:no-such-kind"),
        Position(Act.HIDE, "en"),
    ],
)
def test_answers_places_and_days_have_none(library: Library, position: Position) -> None:
    """They go by POST, where no history and no log keeps them."""
    assert link_of(library, position) is None


@given(st.text(max_size=50))
def test_any_text_is_read_as_a_point_or_as_none(written: str) -> None:
    """No form raises."""
    found = read_point(written)
    assert found is None or all(isinstance(part, float) for part in found)
