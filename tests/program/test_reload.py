"""The running bot takes edits, and only good ones, without a restart."""

import asyncio
import shutil
from pathlib import Path

import httpx

from tests.program.running import ROOT, Program, program
from tests.storage.reloading import edit

SECONDS = 60
PAGE = "/en/emergency/numbers"


async def wait_for(browser: httpx.AsyncClient, path: str, words: str) -> str:
    """Return a page as soon as it has these words; every answer until then must be a page too."""
    async with asyncio.timeout(SECONDS):
        while True:
            answer = await browser.get(path)
            assert answer.status_code == 200
            if words in answer.text:
                return answer.text
            await asyncio.sleep(0.05)


def log_of(bot: Program) -> str:
    """Return all that the program has said."""
    return bot.said.decode()


async def test_an_edit_is_shown_a_fault_is_refused_and_its_mend_taken(tmp_path: Path) -> None:
    """As an editor and an operator see it, with real files, a real clock and a real process that builds."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    flow = content / "flows" / "emergency.yaml"
    async with program(tmp_path, CONTENT_DIR=str(content)) as bot, httpx.AsyncClient(base_url=bot.address) as browser:
        edit(flow, "You are hurt, there is a fire", "You are injured, there is a fire")
        await wait_for(browser, PAGE, "You are injured")
        edit(flow, "You are injured", "Nobody may read this")
        edit(flow, "to: crisis", "to: crysis")
        health = await wait_for(browser, "/healthz", "content on disk is not in use since")
        assert "flows/emergency.yaml:" in health
        assert "You are injured" in (await browser.get(PAGE)).text
        edit(flow, "Nobody may read this", "You are harmed")
        edit(flow, "to: crysis", "to: crisis")
        await wait_for(browser, PAGE, "You are harmed")
        assert "not in use" not in (await browser.get("/healthz")).text
    assert 'Did you mean "emergency.crisis"?' in log_of(bot)
    assert log_of(bot).count("New content is in use") == 2
