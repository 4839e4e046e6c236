"""Operators read in the log what they should know."""

import pytest

from bot.operators.telling import LogLines
from bot.ports import Cause, News


def test_what_is_urgent_is_an_error_and_the_rest_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    operators = LogLines()
    operators.tell(News("Pages are withheld: 100 % of them.", Cause.PAGES_WITHHELD, is_urgent=True))
    operators.tell(News("New content is in use.", Cause.CONTENT_TAKEN))
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("ERROR", "Pages are withheld: 100 % of them."),
        ("WARNING", "New content is in use."),
    ]
