"""Operators read in the log what they should know."""

import pytest

from bot.operators.telling import LogLines
from bot.ports import News


def test_what_is_urgent_is_an_error_and_the_rest_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    operators = LogLines()
    operators.tell(News("Pages are withheld: 100 % of them.", is_urgent=True))
    operators.tell(News("New content is in use."))
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("ERROR", "Pages are withheld: 100 % of them."),
        ("WARNING", "New content is in use."),
    ]
