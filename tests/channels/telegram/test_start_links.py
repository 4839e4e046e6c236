"""Start links keep within what Telegram passes on."""

import pytest
from hypothesis import given
from hypothesis.strategies import from_regex

from bot.channels.telegram.start_links import start_link
from bot.content.model import Campaign

ID = Campaign.model_json_schema()["properties"]["id"]["pattern"]


@given(from_regex(ID, fullmatch=True))
def test_every_id_of_a_campaign_can_be_in_a_start_link(code: str) -> None:
    assert start_link("WegwijsBot", code) == f"https://t.me/WegwijsBot?start={code}"


@pytest.mark.parametrize("code", ["", "a b", "a.b", "é", "a" * 65, "a&start=b"])
def test_a_code_that_telegram_would_drop_is_refused(code: str) -> None:
    """The person would land in the bot, and nobody would be counted."""
    with pytest.raises(ValueError, match="cannot be in a start link"):
        start_link("WegwijsBot", code)
