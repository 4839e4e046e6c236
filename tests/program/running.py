"""The real command `wegwijs run`, as an operator starts it."""

import asyncio
import contextlib
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.kept_library import SECRET_KEY, keep_beside

ROOT = Path(__file__).parents[2]
START_SECONDS = 60
_ADDRESS = re.compile(r"(http://\S+?)/ ")


@dataclass
class Program:
    """A running bot: where its page is, and everything it has said."""

    process: Process
    address: str
    first_line: str
    said: bytearray = field(default_factory=bytearray)

    async def stop(self) -> int:
        """End it as a supervisor does; return its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Return the environment of a bot that keeps its files in a folder."""
    theirs = ("TELEGRAM_", "WEBHOOK_", "SECRET_KEY")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(theirs)}
    ours = {"DATABASE_URL": f"sqlite:///{_database(folder)}", "PORT": "0", "CONTENT_DIR": str(ROOT / "content")}
    return {**plain, **ours, **settings}


def _database(folder: Path) -> Path:
    return folder / "wegwijs.db"


async def start_command(folder: Path, *arguments: str, **settings: str) -> Process:
    """Start `wegwijs` with arguments."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from bot.cli.main import main; main()", *arguments,
        stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment(folder, **settings), cwd=ROOT,
    )  # fmt: skip


async def start_again(folder: Path, *arguments: str, **settings: str) -> Process:
    """Start `wegwijs` with arguments where a bot has run: the key is set and the checked library is there.

    A test about the first start gives a SECRET_KEY, or "" for a key that the bot makes: then nothing is there.
    """
    if "SECRET_KEY" not in settings:
        keep_beside(_database(folder))
        settings["SECRET_KEY"] = SECRET_KEY
    return await start_command(folder, *arguments, **settings)


@contextlib.asynccontextmanager
async def program(folder: Path, *arguments: str, **settings: str) -> AsyncIterator[Program]:
    """Run the bot, started again unless a SECRET_KEY is given, until the block ends; it must have ended cleanly."""
    process = await start_again(folder, "run", *arguments, **settings)
    assert process.stdout is not None
    async with asyncio.timeout(START_SECONDS):
        line = (await process.stdout.readline()).decode()
    found = _ADDRESS.search(line)
    assert found, line or (await process.communicate())[1].decode()
    running = Program(process, found.group(1), line, bytearray(line.encode()))
    gathering = [asyncio.create_task(_gather(stream, running.said)) for stream in (process.stdout, process.stderr)]
    try:
        yield running
    finally:
        code = await running.stop()
        await asyncio.gather(*gathering)
    assert code == 0, running.said.decode()


async def _gather(stream: asyncio.StreamReader | None, said: bytearray) -> None:
    assert stream is not None
    while chunk := await stream.read(65536):
        said += chunk
