"""A library is built only from content without errors, also in a process of its own."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

import pytest

from bot.content.talks import BELGIUM
from bot.dialogue.inputs import Pressed
from bot.dialogue.position import home
from bot.dialogue.respond import respond
from bot.errors import ContentUnreadableError
from bot.storage import building
from bot.storage.building import build, build_apart
from bot.storage.steady_reading import read_steadily
from tests.content.sample import sample_files, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample on disk."""
    return written(tmp_path, sample_files())


async def test_a_process_of_its_own_builds_the_same(folder: Path) -> None:
    """Words, buttons and keys."""
    content = read_steadily(folder)
    here, apart = build(content), await build_apart(content)
    assert here.library is not None
    assert apart.library is not None
    assert apart.issues == here.issues
    assert (apart.library.revision, apart.library.keys) == (content.revision, here.library.keys)
    now = datetime(2026, 11, 23, 12, tzinfo=BELGIUM)
    assert respond(apart.library, home("ar"), Pressed(), now) == respond(here.library, home("ar"), Pressed(), now)


async def test_content_with_an_error_gives_its_issues_and_no_library(folder: Path) -> None:
    file = folder / "flows" / "paper.yaml"
    file.write_bytes(file.read_bytes().replace(b"to: help.numbers", b"to: help.number"))
    built = await build_apart(read_steadily(folder))
    assert built.library is None
    assert built == build(read_steadily(folder))
    assert 'Did you mean "help.numbers"?' in str(built.issues)


async def test_a_process_that_dies_is_one_clear_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system ran out of memory."""
    monkeypatch.setattr(building, "_PROGRAM", "import sys; sys.exit(9)")
    with pytest.raises(ContentUnreadableError, match="ended before"):
        await build_apart(read_steadily(folder))


async def test_a_process_that_hangs_is_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "PATIENCE_SECONDS", 0.5)
    monkeypatch.setattr(building, "_PROGRAM", "import sys, time; sys.stdin.buffer.read(); time.sleep(60)")
    with pytest.raises(ContentUnreadableError, match="ended before"):
        await build_apart(read_steadily(folder))


async def test_a_program_that_is_told_to_stop_leaves_no_process_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mark = tmp_path / "pid"
    program = f"import os, sys, time; open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    monkeypatch.setattr(building, "_PROGRAM", program)
    task = asyncio.create_task(build_apart(read_steadily(folder)))
    while not (mark.exists() and mark.read_text()):  # noqa: ASYNC110 - another process gives no event
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not Path(f"/proc/{mark.read_text()}").exists() or sys.platform != "linux"
