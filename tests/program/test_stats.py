"""/stats of the real program: counted on days that are over, published at the start, asked for on a telephone."""

from datetime import datetime, timedelta
from pathlib import Path

from bot.content.talks import BELGIUM
from bot.ports import CounterKey
from bot.storage.sqlite import open_database
from tests.program.running import program
from tests.telegram_api.stand_in import StandIn


async def test_an_operator_reads_on_the_phone_what_the_bot_has_published(api: StandIn, tmp_path: Path) -> None:
    """34 pages become "at least 30"; a stranger learns nothing of it."""
    yesterday = datetime.now(BELGIUM).date() - timedelta(days=2)
    async with open_database(tmp_path / "wegwijs.db") as storage:
        await storage.counters.add({CounterKey(yesterday, "step", "trust.start"): 34})
    operator, stranger = api.person(first_name="Lien"), api.person()
    settings = {
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_BASE_URL": api.base_url,
        "OPERATOR_IDS": f"123456789, {operator.number}",
    }
    async with program(tmp_path, **settings):
        await operator.sends("/stats")
        await stranger.sends("/stats")
    assert "Figures of Wegwijs" in operator.chat[0].text
    file = api.calls_of("sendDocument")[0].parameters["document"]
    assert f"{yesterday},{yesterday},{yesterday},step,trust.start,,30,10" in file.data.decode()
    assert [screen.kind for screen in stranger.chat] == ["text"]
    assert "does not know that command" in stranger.screen.text
    async with open_database(tmp_path / "wegwijs.db") as storage:
        left = await storage.counters.read(yesterday, datetime.now(BELGIUM).date())
    assert left == [], "neither of the two was counted"
