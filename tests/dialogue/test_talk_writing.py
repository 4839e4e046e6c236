"""A conversation that was played becomes a talk that holds, and that a changed number does not break."""

import asyncio
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.terminal import Terminal
from bot.content.library import Library
from bot.content.talks import BELGIUM, read_talk
from bot.dialogue.talk_runner import run_talk
from bot.dialogue.talk_writing import Conversation, write_talk
from bot.reception import Reception
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.content.sample import library_of, sample_files

MONDAY = datetime(2026, 11, 23, 20, tzinfo=BELGIUM)


def play(library: Library, *lines: str, language: str = "en", at: datetime = MONDAY) -> Conversation:
    """Play lines in a terminal; a number presses a button."""
    reception = Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"key")
    terminal = Terminal(reception, lambda: at, language)

    async def talk() -> None:
        await terminal.open()
        for line in lines:
            await terminal.answer(line)

    asyncio.run(talk())
    return Conversation(terminal.played, [language, terminal.language], at)


def holds(library: Library, text: str) -> bool:
    """Tell whether a talk passes."""
    talk, issues = read_talk("talks/new.talk", text.encode())
    assert talk is not None, issues
    return run_talk(library, talk) == ()


@pytest.fixture(scope="module")
def sample() -> Library:
    """The small content."""
    return library_of(sample_files())


def test_moves_lines_and_buttons_stand_in_it(sample: Library) -> None:
    """Exactly so: a talk is read by people."""
    text = write_talk(sample, "Somebody got a paper", play(sample, "1", "/menu", "1", "1"))
    assert text == (
        "talk: Somebody got a paper\n"
        "locale: en\n"
        "\n"
        "> /start\n"
        "< Choose your language\n"
        "> [English]\n"
        "< What this bot does\n"
        "< It can delete messages of the last {duration.telegram_delete}.\n"
        "> /menu\n"
        "< What do you want to know?\n"
        "> [I got a paper]\n"
        "< Where do you live?\n"
        "< Do you live at an address?\n"
        "> [At an address]\n"
        "< A decision about your stay\n"
        "< It can be as short as {deadline.appeal_short}.\n"
        "< [Numbers to call]\n"
    )


def test_a_changed_number_breaks_it_nowhere(sample: Library) -> None:
    text = write_talk(sample, "A paper", play(sample, "1", "/menu", "1", "1", "/help", "danger"))
    assert text is not None
    changed = sample_files()
    changed["facts.yaml"] = changed["facts.yaml"].replace(b"10 days", b"7 days").replace(b"48 hours", b"24 hours")
    assert holds(library_of(changed), text)


def test_a_changed_sentence_breaks_it(sample: Library) -> None:
    """It would be no use otherwise."""
    text = write_talk(sample, "A paper", play(sample, "1"))
    assert text is not None
    changed = sample_files()
    changed["flows/help.yaml"] = changed["flows/help.yaml"].replace(b"messages of the last", b"messages from the last")
    assert not holds(library_of(changed), text)


def test_another_language_is_its_locale(sample: Library) -> None:
    """Typed words are words of that language."""
    conversation = play(sample, "2", "doctor", "/help")
    text = write_talk(sample, "In Arabic", conversation)
    assert text is not None
    assert "\nlocale: ar\n" in text
    assert holds(sample, text)


def test_the_moment_stands_in_it_only_where_it_matters(library: Library) -> None:
    """Opening hours do; a page about papers does not."""
    sunday = datetime(2026, 11, 22, 23, tzinfo=BELGIUM)
    plain = write_talk(library, "Plain", play(library, "1", "/privacy", at=sunday))
    timed = write_talk(library, "Hours", play(library, "1", "@ 51.05, 3.72", "1", at=sunday))
    assert plain is not None
    assert timed is not None
    assert "at:" not in plain
    assert "\nat: 2026-11-22 23:00\n" in timed


def test_what_depends_on_the_years_is_at_its_moment(library: Library) -> None:
    """A page that is withheld in three years."""
    later = MONDAY + timedelta(days=1200)
    text = write_talk(library, "Old", play(library, "1", "/menu", "4", at=later))
    assert text is not None
    assert f"at: {later:%Y-%m-%d %H:%M}" in text


def test_words_in_two_languages_cannot_be_written(sample: Library) -> None:
    """A talk has one language."""
    assert write_talk(sample, "Two", play(sample, "1", "Antwerp", "/language", "2", "/menu", "Antwerp")) is None


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(presses=st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_any_walk_by_buttons_becomes_a_talk_that_holds(library: Library, presses: list[int]) -> None:
    """Whatever is pressed; a page with the same button twice is the one thing that cannot be written."""
    conversation = play(library, "1", *map(str, presses))
    text = write_talk(library, "A walk", conversation)
    if text is None:
        pages = [[button.text for button in message.buttons] for _, message in conversation.acts]
        languages = len({message.locale for _, message in conversation.acts[1:]}) > 1
        assert languages or any(len(set(page)) < len(page) for page in pages)
    else:
        assert holds(library, text)
