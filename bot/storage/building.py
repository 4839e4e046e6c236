"""Content becomes a library that passed every check: here, or in a process of its own beside a running bot.

Reading and checking is pure Python and takes seconds: in a thread it would make everybody wait.
"""

import asyncio
import gc
import os
import pickle
import sys
from asyncio.subprocess import PIPE
from dataclasses import dataclass

from bot.content.issues import Issue, has_errors
from bot.content.library import Library
from bot.content.reader import read_content
from bot.dialogue.checking import check_content
from bot.errors import ContentUnreadableError
from bot.places.areas import gazetteer_of
from bot.places.nearest import directory_of
from bot.search.index import find_steps
from bot.storage.steady_reading import Content

PATIENCE_SECONDS = 300.0
"""How long a build may take; the shipped content takes about three seconds."""
_PROGRAM = "from bot.storage.building import main; main()"
_POLITENESS = 5


@dataclass(frozen=True, slots=True)
class Built:
    """What came of content: a library without any error, or no library and the issues that say why."""

    library: Library | None
    issues: tuple[Issue, ...]


def build(content: Content) -> Built:
    """Read and check content, here and now: what `wegwijs check` refuses never reaches a reader."""
    reading = read_content(content.files, content.sounds)
    issues = tuple(check_content(reading))
    is_sound = reading.library is not None and not has_errors(issues)
    return Built(reading.library if is_sound else None, issues)


async def build_apart(content: Content) -> Built:
    """Read and check content in a process of its own, at low priority, and warm the library up.

    Raises:
        ContentUnreadableError: the process ended without a result.
    """
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", _PROGRAM, stdin=PIPE, stdout=PIPE)
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            given = await asyncio.to_thread(pickle.dumps, content, pickle.HIGHEST_PROTOCOL)
            answer, _ = await process.communicate(given)
    except TimeoutError:
        answer = b""
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if not answer or process.returncode:
        raise ContentUnreadableError("The process that reads new content ended before it had a result.")
    return await asyncio.to_thread(_receive, answer)


def main() -> None:
    """Be that process: content comes in, what was built goes out; answers of the bot go first."""
    os.nice(_POLITENESS)
    content = pickle.load(sys.stdin.buffer)  # noqa: S301 - the bot that started us wrote it
    sys.stdout.buffer.write(pickle.dumps(build(content), pickle.HIGHEST_PROTOCOL))


def _receive(answer: bytes) -> Built:
    """Read a result without a pause for everybody: a search for garbage among so many values stops all threads.

    Afterwards the collector leaves the library alone: it has no circles, so it goes when its last turn has ended.
    """
    gc.disable()
    try:
        built = pickle.loads(answer)  # noqa: S301 - our own process wrote it, through a pipe
        assert isinstance(built, Built)
        if built.library is not None:
            warm_up(built.library)
        gc.collect(1)
        gc.freeze()
    finally:
        gc.enable()
    return built


def warm_up(library: Library) -> None:
    """Work out what would otherwise make the first person wait who types a word or shares a point."""
    gazetteer_of(library)
    directory_of(library)
    for locale in library.locales:
        find_steps(library, locale, "warm")
