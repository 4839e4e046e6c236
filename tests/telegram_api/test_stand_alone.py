"""Tests: the stand-in as a process of its own."""

import asyncio
import re
import signal
import sys

from telegram import Bot

from tests.telegram_api.echo import echoing


async def test_it_serves_a_bot_in_another_process() -> None:
    """It prints its address, takes acts line by line, shows the answers, and ends on a signal."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.telegram_api", "--token", "42:token"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    address = re.search(rb"listening on (\S+),", await process.stdout.readline())
    assert address
    async with Bot("42:token", base_url=f"{address.group(1).decode()}/bot") as bot, echoing(bot):
        process.stdin.write(b"hello\n[English]\n@51.05,3.72\n")
        await process.stdin.drain()
        seen = await asyncio.wait_for(process.stdout.readuntil(b"you sent no text"), timeout=10)
    process.send_signal(signal.SIGTERM)
    await process.communicate()
    assert b"you sent hello" in seen
    assert b"pressed en" in seen
    assert process.returncode == 0
