"""The command `wegwijs preview`, as an editor starts it."""

import asyncio
import re
import signal
from pathlib import Path

import httpx

from bot.serving import listen
from tests.content.sample import sample_files, written
from tests.program.running import start_command

SECONDS = 60


async def test_it_says_where_it_is_and_ends_when_told_to(tmp_path: Path) -> None:
    """Also while a page is open that waits for changes."""
    folder = written(tmp_path / "content", sample_files())
    process = await start_command(tmp_path, "preview", str(folder), "--port", "0")
    assert process.stdout is not None
    async with asyncio.timeout(SECONDS):
        line = (await process.stdout.readline()).decode()
        found = re.search(r"http://127\.0\.0\.1:[0-9]+", line)
        assert found, line or (await process.communicate())[1].decode()
        async with httpx.AsyncClient() as client, client.stream("GET", f"{found[0]}/changes") as answer:
            changes = answer.aiter_lines()
            assert await anext(changes) == "data: 1"
            process.send_signal(signal.SIGINT)
            async for _ in changes:
                pass
        assert await process.wait() == 0
    assert {path.name for path in tmp_path.iterdir()} == {"content"}


async def complaint_of(folder: Path, *arguments: str) -> str:
    """Return the one line with which the command ends, with the exit code of a wrong setting."""
    process = await start_command(folder, "preview", *arguments)
    _, complaint = await process.communicate()
    assert complaint.count(b"\n") == 1
    assert process.returncode == 2
    return complaint.decode()


async def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    """With the mend."""
    assert "There is no folder nowhere" in await complaint_of(tmp_path, "nowhere")


async def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    """Another preview may be running."""
    with listen("127.0.0.1", 0) as taken:
        complaint = await complaint_of(tmp_path, "--port", str(taken.getsockname()[1]))
    assert "change --port" in complaint
