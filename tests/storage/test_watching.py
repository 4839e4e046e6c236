"""A change in the folder is found: told by the system, or by looking."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.storage import watching
from bot.storage.steady_reading import traces_of
from bot.storage.watching import watch
from tests.content.sample import sample_files, written

SECONDS = 10


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample on disk."""
    return written(tmp_path / "content", sample_files())


class Looker:
    """Looks at the folder as the running bot does, and remembers how often something was new."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = traces_of(folder)
        self.looks = 0
        self.changes = 0

    async def look(self) -> bool:
        """Tell whether something changed."""
        self.looks += 1
        now = traces_of(self._folder)
        is_new, self._seen = now != self._seen, now
        self.changes += is_new
        return is_new


@asynccontextmanager
async def watched(folder: Path) -> AsyncIterator[Looker]:
    """Watch a folder while the block runs; it must end soon after that."""
    looker, stopping = Looker(folder), asyncio.Event()
    task = asyncio.create_task(watch(folder, looker.look, stopping))
    try:
        await until(lambda: looker.looks > 0)
        yield looker
    finally:
        stopping.set()
        async with asyncio.timeout(2):
            await task


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(SECONDS):
        while not holds():  # noqa: ASYNC110 - the disk gives no event
            await asyncio.sleep(0.01)


async def test_a_save_is_told_by_the_system(folder: Path) -> None:
    """Well before anybody would look by themselves."""
    async with watched(folder) as looker:
        await asyncio.sleep(0.3)
        (folder / "facts.yaml").write_bytes(b"# new\n")
        async with asyncio.timeout(watching.LOOK_SECONDS - 1):
            await until(lambda: looker.changes == 1)


async def test_several_saves_close_together_are_one_look(folder: Path) -> None:
    """`git pull` writes many files."""
    async with watched(folder) as looker:
        await asyncio.sleep(0.3)
        before = looker.looks
        for number in range(5):
            (folder / f"{number}.yaml").write_bytes(b"# new\n")
            await asyncio.sleep(0.02)
        await until(lambda: looker.changes > 0)
        assert (looker.changes, looker.looks - before) == (1, 1)


async def test_a_change_that_nobody_tells_is_found_by_looking(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network share: the system says nothing, ever. What is watched is then chosen anew."""
    chosen: list[Path] = []

    async def silent(path: Path, *, stop_event: asyncio.Event, **_: object) -> AsyncIterator[set[tuple[int, str]]]:
        chosen.append(path)
        while not stop_event.is_set():
            await asyncio.sleep(0.02)
            yield set()

    monkeypatch.setattr(watching, "awatch", silent)
    async with watched(folder) as looker:
        for number in (1, 2):
            (folder / "facts.yaml").write_bytes(b"#" * number)
            await until(lambda: looker.changes == number)  # noqa: B023 - called at once
    assert len(chosen) == 3


async def test_a_folder_put_in_the_place_of_another_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release unpacked beside it and renamed; also when the folder is gone for a moment."""
    monkeypatch.setattr(watching, "LOOK_SECONDS", 0.2)
    async with watched(folder) as looker:
        folder.rename(folder.with_name("former"))
        await until(lambda: looker.changes == 1)
        written(folder.with_name("next"), {**sample_files(), "facts.yaml": b"# next\n"})
        folder.with_name("next").rename(folder)
        await until(lambda: looker.changes == 2)
        (folder / "facts.yaml").write_bytes(b"# later\n")
        await until(lambda: looker.changes == 3)
