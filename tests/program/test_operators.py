"""`wegwijs run` as those see it who run it: an alert on their phone, readiness, the pages with a password."""

import asyncio
import shutil
from pathlib import Path

import httpx

from tests.channels.telegram.conftest import until
from tests.operators.asking import PASSWORD, password_hash
from tests.program.running import ROOT, program
from tests.storage.reloading import edit
from tests.telegram_api.stand_in import StandIn

SECONDS = 60


async def until_ready(browser: httpx.AsyncClient) -> None:
    """Wait until the bot says that it is ready."""
    async with asyncio.timeout(SECONDS):
        while (await browser.get("/readyz")).status_code != 200:  # noqa: ASYNC110 - another process gives no event
            await asyncio.sleep(0.05)


async def test_an_operator_is_called_for_refused_content_and_once(api: StandIn, tmp_path: Path) -> None:
    """The alert names file, line, fault and mend; the second fault of the day is for the log; people get nothing."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    flow = content / "flows" / "emergency.yaml"
    operator, person = api.person(first_name="O"), api.person(first_name="P")
    settings = {
        "TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_BASE_URL": api.base_url,
        "OPERATOR_IDS": str(operator.number), "CONTENT_DIR": str(content),
    }  # fmt: skip
    async with program(tmp_path, **settings) as bot, httpx.AsyncClient(base_url=bot.address) as browser:
        await until_ready(browser)
        for somebody in (operator, person):
            await somebody.sends("/start")
        edit(flow, "to: crisis", "to: crysis")
        await until(lambda: "content on disk is not used" in operator.screen.text)
        alert = operator.screen.text
        assert alert.startswith("For the operators")
        assert "flows/emergency.yaml:" in alert
        assert 'Did you mean "emergency.crisis"?' in alert
        edit(flow, "to: crysis", "to: crusis")
        await until(lambda: b"crusis" in bot.said)
        refusals = [screen for screen in operator.chat if "content on disk is not used" in screen.text]
        assert len(refusals) == 1
        assert all("operators" not in screen.text for screen in person.chat)
        assert str(operator.number) not in bot.said.decode()


async def test_figures_and_pages_are_there_for_whoever_has_the_password(api: StandIn, tmp_path: Path) -> None:
    """After people were answered; nothing of theirs is in any of it."""
    settings = {
        "TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_BASE_URL": api.base_url,
        "OPERATOR_PASSWORD_HASH": password_hash(),
    }  # fmt: skip
    async with program(tmp_path, **settings) as bot, httpx.AsyncClient(base_url=bot.address) as browser:
        await until_ready(browser)
        person = api.person(first_name="Zebulonda")
        await person.sends("/start")
        api.fail_next("editMessageText", status=429, retry_after=1)
        await person.presses("English")
        assert (await browser.get("/metrics")).status_code == 401
        figures = (await browser.get("/metrics", auth=("x", PASSWORD))).text
        assert "wegwijs_inputs_total 2.0" in figures
        assert "wegwijs_telegram_waits_total 1.0" in figures
        assert 'wegwijs_trouble{cause="telegram"} 0.0' in figures
        for trace in (str(person.number), "Zebulonda", api.token, "trust", "campaign", 'locale="'):
            assert trace not in figures
        assert (await browser.get("/operators/health")).headers["location"] == "/operators/login"
