"""The conversation in a terminal."""

from datetime import datetime

from bot.channels.terminal import Terminal
from bot.content.library import Library
from bot.reception import Reception
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.content.sample import library_of, sample_files


def number_of(page: str, words: str) -> str:
    """Return the number that stands before a button's words."""
    return next(
        line.split()[0] for line in page.splitlines() if line.strip().endswith(words) and line.split()[0].isdigit()
    )


async def test_a_whole_conversation_with_numbers_words_commands_and_a_point(library: Library, now: datetime) -> None:
    """Everything but sharing a location by button works in a terminal."""
    reception = Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"key")
    terminal = Terminal(reception, lambda: now)
    page = await terminal.open()
    page = await terminal.answer(number_of(page, "English"))
    page = await terminal.answer(number_of(page, "Menu"))
    assert "What do you want to know?" in page
    page = await terminal.answer(number_of(page, "Doctor and medicine"))
    assert "Back" not in page
    assert "Nearest to you" in await terminal.answer("@ 51.05, 3.72")
    assert "Share my location" not in await terminal.answer(number_of(await terminal.answer("/menu"), "Help near me"))
    assert "Liège" in await terminal.answer("Luik")
    assert "does not know" in await terminal.answer("/nonsense")


async def test_a_recording_is_named_by_its_file(now: datetime) -> None:
    """A terminal has no voice; an editor sees which file would be played."""
    library = library_of(sample_files())
    terminal = Terminal(Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"key"), lambda: now)
    page = await terminal.open()
    for words in ("English", "Emergency", "Listen (1:20)"):
        page = await terminal.answer(number_of(page, words))
    assert page.endswith("[audio/en/help.numbers.ogg, 1:20]")
    assert "Call 112" in page
