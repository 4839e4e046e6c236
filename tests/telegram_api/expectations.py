"""How the tests of the stand-in say what they expect of a refused call."""

from collections.abc import Awaitable

import pytest
from telegram.error import TelegramError

from tests.telegram_api.stand_in import StandIn


async def expect_breach(api: StandIn, call: Awaitable[object], words: str) -> None:
    """The call is refused with these words, and counts as a violation."""
    await _expect(api, call, words)
    assert [words in each for each in api.take_violations()] == [True]


async def expect_circumstance(api: StandIn, call: Awaitable[object], words: str) -> None:
    """The call is refused with these words, and nobody is to blame."""
    await _expect(api, call, words)
    assert api.violations == []


async def _expect(api: StandIn, call: Awaitable[object], words: str) -> None:
    with pytest.raises(TelegramError):
        await call
    assert words in api.calls[-1].answer["description"]
