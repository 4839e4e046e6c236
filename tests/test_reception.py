"""The one door of all inputs."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest

from bot.content.audio import Recording
from bot.content.library import Library
from bot.dialogue.inputs import Commanded, Pressed, Said, Started
from bot.dialogue.position import Act, Position, encode
from bot.errors import StorageError
from bot.ports import CounterKey
from bot.reception import Reception, Visit
from bot.storage.memory import MemoryCounters, MemoryPreferences


class BrokenCounters(MemoryCounters):
    """A database that refuses, until it is mended."""

    is_broken = True

    async def add(self, additions: Mapping[CounterKey, int]) -> None:
        """Refuse, or add."""
        if self.is_broken:
            raise StorageError("The database is locked.")
        await super().add(additions)


class BrokenPreferences(MemoryPreferences):
    """A database that refuses everything."""

    async def find(self, chat: bytes, today: date) -> str | None:
        """Refuse."""
        raise StorageError("The database is locked.")

    async def keep(self, chat: bytes, locale: str, today: date) -> None:
        """Refuse."""
        raise StorageError("The database is locked.")

    async def forget(self, chat: bytes) -> None:
        """Refuse."""
        raise StorageError("The database is locked.")


@pytest.fixture
def preferences() -> MemoryPreferences:
    """Language preferences in memory."""
    return MemoryPreferences()


@pytest.fixture
def reception(library: Library, preferences: MemoryPreferences) -> Reception:
    """A reception over the shipped library."""
    return Reception(lambda: library, MemoryCounters(), preferences, b"key")


def choosing(library: Library, locale: str) -> str:
    """Return the callback data of a language's button."""
    return encode(Position(Act.SPEAK, locale, "step:trust.welcome"), library.keys)


async def test_a_language_that_differs_from_the_phones_is_kept(reception: Reception, now: datetime) -> None:
    """Next time the person is greeted in it, at the menu."""
    data = choosing(reception.library, "nl")
    await reception.receive(Visit("telegram", Pressed(), data, chat="7", phone_language="fr"), now)
    turn = await reception.receive(Visit("telegram", Started(), chat="7", phone_language="fr"), now)
    assert turn.message.locale == "nl"


async def test_the_phones_own_language_is_not_kept(
    reception: Reception, preferences: MemoryPreferences, now: datetime
) -> None:
    """What the phone says anyway needs no record; an earlier choice is deleted."""
    key = reception.hash_chat("7")
    await reception.receive(Visit("telegram", Pressed(), choosing(reception.library, "nl"), "7", "fr"), now)
    assert await preferences.find(key, now.date()) == "nl"
    await reception.receive(Visit("telegram", Pressed(), choosing(reception.library, "fr"), "7", "fr"), now)
    assert await preferences.find(key, now.date()) is None


async def test_forget_deletes_the_language(reception: Reception, preferences: MemoryPreferences, now: datetime) -> None:
    """/forget leaves nothing."""
    await reception.receive(Visit("telegram", Pressed(), choosing(reception.library, "nl"), "7", "fr"), now)
    await reception.receive(Visit("telegram", Commanded("forget"), chat="7", phone_language="fr"), now)
    assert await preferences.find(reception.hash_chat("7"), now.date()) is None


async def test_a_browser_is_never_kept(reception: Reception, preferences: MemoryPreferences, now: datetime) -> None:
    """Without a chat there is nothing to keep."""
    await reception.receive(Visit("web", Pressed(), choosing(reception.library, "nl")), now)
    assert await preferences.forget_idle(now.date()) == 0


async def test_an_unreadable_button_answers_in_its_own_language(reception: Reception, now: datetime) -> None:
    """An old button of a Dutch page gets a Dutch sentence; rubbish gets the phone's language."""
    visit = Visit("telegram", Pressed(), "1sA____nl-", chat="7", phone_language="fr")
    assert (await reception.receive(visit, now)).message.locale == "nl"
    visit = Visit("telegram", Pressed(), "rubbish", chat="7", phone_language="fr")
    assert (await reception.receive(visit, now)).message.locale == "fr"


async def test_counters_wait_for_a_database_that_refuses(library: Library, now: datetime) -> None:
    """An answer never fails for a count, and no count is lost while the program runs."""
    counters = BrokenCounters()
    reception = Reception(lambda: library, counters, BrokenPreferences(), b"key")
    turn = await reception.receive(Visit("telegram", Said("doctor"), chat="7"), now)
    assert turn.message.words
    await reception.write_counts()
    counters.is_broken = False
    await reception.write_counts()
    written = dict(await counters.read(now.date(), now.date()))
    assert written == {CounterKey(now.date(), "search", "found"): 1}


async def counted(library: Library, now: datetime, visit: Visit) -> dict[CounterKey, int]:
    """Return what one visit adds to the counters."""
    counters = MemoryCounters()
    reception = Reception(lambda: library, counters, MemoryPreferences(), b"key")
    await reception.receive(visit, now)
    await reception.write_counts()
    return dict(await counters.read(date.min, date.max))


async def test_a_menu_is_counted_by_language_channel_and_hour(library: Library, now: datetime) -> None:
    """Each of the three stands alone: none is crossed with another."""
    day = now.date()
    found = await counted(library, now, Visit("telegram", Commanded("menu"), phone_language="ti"))
    assert found == {
        CounterKey(day, "locale", "ti"): 1,
        CounterKey(day, "channel", "telegram"): 1,
        CounterKey(day, "hour", f"{now:%H}"): 1,
    }


async def test_a_page_by_language_is_counted_for_the_week_only(library: Library, now: datetime) -> None:
    """The database never knows on which day a language read a page."""
    button = encode(Position(Act.STEP, "ti", "step:detention.judge"), library.keys)
    found = await counted(library, now, Visit("telegram", Pressed(), button))
    monday = now.date() - timedelta(days=now.weekday())
    assert found == {
        CounterKey(now.date(), "step", "detention.judge"): 1,
        CounterKey(monday, "step-locale", "detention.judge|ti"): 1,
    }


@pytest.mark.parametrize(
    ("visit", "wanted"),
    [
        (Visit("telegram", Started(), phone_language="bn-BD"), ["bn"]),
        (Visit("telegram", Started(), phone_language="nl"), []),
        (Visit("telegram", Started(), phone_language="no such"), []),
        (Visit("telegram", Started()), []),
        (Visit("web", Started(), phone_language="en", first_wish="mn"), ["mn"]),
        (Visit("telegram", Said("doctor"), phone_language="bn"), []),
    ],
)
async def test_a_language_that_is_wanted_and_not_there_is_counted(
    library: Library, now: datetime, visit: Visit, wanted: list[str]
) -> None:
    """Once, when somebody begins; only languages that exist, so that nobody writes words into a counter."""
    found = await counted(library, now, visit)
    assert [key.value for key in found if key.what == "wanted"] == wanted


async def test_a_fault_of_ours_is_counted_by_channel(library: Library, now: datetime) -> None:
    """Whose it was, is not."""
    counters = MemoryCounters()
    reception = Reception(lambda: library, counters, MemoryPreferences(), b"key")
    reception.count_error("web", now)
    await reception.write_counts()
    assert await counters.read(date.min, date.max) == [(CounterKey(now.date(), "error", "web"), 1)]


async def test_a_locked_database_costs_a_preference_never_an_answer(library: Library, now: datetime) -> None:
    """The person still gets the page in the language of the button."""
    reception = Reception(lambda: library, MemoryCounters(), BrokenPreferences(), b"key")
    turn = await reception.receive(Visit("telegram", Pressed(), choosing(library, "nl"), "7", "fr"), now)
    assert turn.message.locale == "nl"


async def test_who_wants_to_be_forgotten_is_told_when_that_failed(library: Library, now: datetime) -> None:
    """Nobody is told that something was deleted which is still there."""
    reception = Reception(lambda: library, MemoryCounters(), BrokenPreferences(), b"key")
    turn = await reception.receive(Visit("telegram", Commanded("forget"), chat="7"), now)
    assert "could not delete it now" in turn.message.words
    assert "keeps nothing of you" not in turn.message.words


def test_the_same_chat_has_another_name_under_another_key(library: Library) -> None:
    """Without the key a hash names nobody: chat ids are few enough to be tried one by one."""
    names = {
        Reception(lambda: library, MemoryCounters(), MemoryPreferences(), key).hash_chat("7") for key in (b"a", b"b")
    }
    assert len(names) == 2


async def test_a_reception_without_recordings_says_so(library: Library) -> None:
    """Nobody plays what is not there."""
    reception = Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"key")
    with pytest.raises(StorageError):
        await reception.sound_of(Recording("en", "help.start", "audio/en/help.start.ogg", "", 1.0))
