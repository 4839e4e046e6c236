"""One suite for every adapter: what `bot.ports` promises, each way of keeping keeps."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.audio import Recording
from bot.content.sound import sound_digest
from bot.errors import StorageError
from bot.ports import CounterKey, Counters, Figure, Figures, Preferences, Recordings
from bot.storage.memory import MemoryCounters, MemoryFigures, MemoryPreferences, MemoryRecordings
from bot.storage.recordings import FolderRecordings
from bot.storage.sqlite import open_database
from tests.content.sample import written

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
ANNA, BILAL = b"a" * 32, b"b" * 32


@dataclass(frozen=True)
class Adapter:
    """One way of keeping, behind the two contracts."""

    counters: Counters
    figures: Figures
    preferences: Preferences


@pytest_asyncio.fixture(params=["memory", "sqlite"])
async def adapter(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Adapter]:
    """Give each adapter in turn, empty."""
    if request.param == "memory":
        counters = MemoryCounters()
        yield Adapter(counters, MemoryFigures(counters), MemoryPreferences())
        return
    async with open_database(tmp_path / "wegwijs.db") as storage:
        yield Adapter(storage.counters, storage.figures, storage.preferences)


def step(value: str, day: date = MONDAY) -> CounterKey:
    """Return the counter of a step."""
    return CounterKey(day, "step", value)


async def test_nothing_was_counted_in_the_beginning(adapter: Adapter) -> None:
    """An empty place answers with no counters, not with an error."""
    assert list(await adapter.counters.read(date.min, date.max)) == []


async def test_numbers_of_one_counter_add_up(adapter: Adapter) -> None:
    """A counter that is added to twice holds the sum, and another is not touched."""
    await adapter.counters.add({step("menu"): 2, step("emergency"): 1})
    await adapter.counters.add({step("menu"): 3})
    assert list(await adapter.counters.read(MONDAY, MONDAY)) == [(step("emergency"), 1), (step("menu"), 5)]


async def test_adding_nothing_is_no_error(adapter: Adapter) -> None:
    """An empty batch leaves everything as it was."""
    await adapter.counters.add({})
    assert list(await adapter.counters.read(MONDAY, MONDAY)) == []


async def test_both_ends_of_the_days_are_read(adapter: Adapter) -> None:
    """Reading from a day to a day gives both of them and no other."""
    await adapter.counters.add({step("menu", MONDAY + n * DAY): 1 for n in range(5)})
    rows = await adapter.counters.read(MONDAY + DAY, MONDAY + 3 * DAY)
    assert [key.day for key, _ in rows] == [MONDAY + n * DAY for n in (1, 2, 3)]


async def test_counters_are_read_sorted(adapter: Adapter) -> None:
    """Counters come by day, then by what, then by value, whatever order they were added in."""
    keys = [
        CounterKey(MONDAY, "locale", "ar"),
        CounterKey(MONDAY, "locale", "nl"),
        CounterKey(MONDAY, "step", "a"),
        CounterKey(MONDAY + DAY, "channel", "web"),
    ]
    await adapter.counters.add(dict.fromkeys(reversed(keys), 1))
    assert [key for key, _ in await adapter.counters.read(MONDAY, MONDAY + DAY)] == keys


async def test_the_same_value_of_two_things_is_two_counters(adapter: Adapter) -> None:
    """What is counted belongs to the key: "other" of two things is never added together."""
    first, second = CounterKey(MONDAY, "search", "other"), CounterKey(MONDAY, "unsupported", "other")
    await adapter.counters.add({first: 1, second: 2})
    assert list(await adapter.counters.read(MONDAY, MONDAY)) == [(first, 1), (second, 2)]


async def test_deleted_counters_are_gone_and_others_stay(adapter: Adapter) -> None:
    """What is not there is no error."""
    await adapter.counters.add({step("menu"): 2, step("emergency"): 1})
    await adapter.counters.forget([step("menu"), step("never")])
    assert list(await adapter.counters.read(MONDAY, MONDAY)) == [(step("emergency"), 1)]


FIGURES = [Figure("2026-03-02", "step", "a", 20), Figure("2026-03-02", "step", "b", 10)]


async def test_publishing_a_period_takes_the_numbers_behind_it(adapter: Adapter) -> None:
    """In one act the figures are there and the exact numbers gone."""
    await adapter.counters.add({step("a"): 27, step("b"): 13, step("a", MONDAY + DAY): 5})
    await adapter.figures.freeze("2026-03-02", 10, FIGURES, [step("a"), step("b")])
    assert list(await adapter.figures.read(["2026-03-02", "2026-03-03"])) == FIGURES
    assert list(await adapter.counters.read(MONDAY, MONDAY + DAY)) == [(step("a", MONDAY + DAY), 5)]
    assert await adapter.figures.closed() == {"2026-03-02": 10}


async def test_a_period_is_published_once(adapter: Adapter) -> None:
    """Of two programs that close the same day, the first decides; the other's numbers are gone all the same."""
    await adapter.figures.freeze("2026-03-02", 10, FIGURES, [])
    await adapter.counters.add({step("a"): 99})
    await adapter.figures.freeze("2026-03-02", 5, [Figure("2026-03-02", "step", "a", 95)], [step("a")])
    assert list(await adapter.figures.read(["2026-03-02"])) == FIGURES
    assert await adapter.figures.closed() == {"2026-03-02": 10}
    assert list(await adapter.counters.read(MONDAY, MONDAY)) == []


async def test_periods_roll_into_a_month_that_keeps_their_sum(adapter: Adapter) -> None:
    """Also when they come one after the other; the month has the greatest threshold of its parts."""
    for day, k in (("2026-03-02", 10), ("2026-03-03", 5), ("2026-03-04", 5)):
        await adapter.figures.freeze(day, k, [Figure(day, "step", "a", 20)], [])
    await adapter.figures.roll(["2026-03-02", "2026-03-03"], "2026-03", 10)
    await adapter.figures.roll(["2026-03-04"], "2026-03", 5)
    assert await adapter.figures.closed() == {"2026-03": 10}
    assert list(await adapter.figures.read(["2026-03", "2026-03-02"])) == [Figure("2026-03", "step", "a", 60)]


async def test_forgotten_periods_are_gone_whole(adapter: Adapter) -> None:
    """Their figures and that they were ever closed."""
    await adapter.figures.freeze("2026-03-02", 10, FIGURES, [])
    await adapter.figures.forget(["2026-03-02", "2026-03-03"])
    assert await adapter.figures.closed() == {}
    assert list(await adapter.figures.read(["2026-03-02"])) == []


async def test_a_language_is_found_under_its_chat_only(adapter: Adapter) -> None:
    """A kept language is found again, and not under another chat."""
    await adapter.preferences.keep(ANNA, "ti", MONDAY)
    assert await adapter.preferences.find(ANNA, MONDAY) == "ti"
    assert await adapter.preferences.find(BILAL, MONDAY) is None


async def test_a_later_choice_replaces_the_earlier(adapter: Adapter) -> None:
    """A chat has one language: the one chosen last."""
    await adapter.preferences.keep(ANNA, "ti", MONDAY)
    await adapter.preferences.keep(ANNA, "prs", MONDAY)
    assert await adapter.preferences.find(ANNA, MONDAY) == "prs"


async def test_a_later_choice_counts_as_use(adapter: Adapter) -> None:
    """Choosing again begins the thirty days anew."""
    await adapter.preferences.keep(ANNA, "ti", MONDAY)
    await adapter.preferences.keep(ANNA, "ti", MONDAY + 29 * DAY)
    assert await adapter.preferences.find(ANNA, MONDAY + 58 * DAY) == "ti"


async def test_a_language_is_found_for_thirty_days_without_use(adapter: Adapter) -> None:
    """On the 29th day it is found; on the 30th it is not, although nobody deleted it."""
    await adapter.preferences.keep(ANNA, "ti", MONDAY)
    await adapter.preferences.keep(BILAL, "ar", MONDAY)
    assert await adapter.preferences.find(ANNA, MONDAY + 29 * DAY) == "ti"
    assert await adapter.preferences.find(BILAL, MONDAY + 30 * DAY) is None


async def test_looking_does_not_revive_an_idle_language(adapter: Adapter) -> None:
    """A language that was not used for thirty days stays away, and is deleted as idle."""
    await adapter.preferences.keep(ANNA, "ti", MONDAY)
    assert await adapter.preferences.find(ANNA, MONDAY + 30 * DAY) is None
    assert await adapter.preferences.find(ANNA, MONDAY + 30 * DAY) is None
    assert await adapter.preferences.forget_idle(MONDAY + 30 * DAY) == 1


async def test_the_day_of_use_is_refreshed_after_a_week(adapter: Adapter) -> None:
    """A use on the eighth day begins the thirty days anew."""
    await adapter.preferences.keep(ANNA, "ti", MONDAY)
    await adapter.preferences.find(ANNA, MONDAY + 8 * DAY)
    assert await adapter.preferences.find(ANNA, MONDAY + 37 * DAY) == "ti"


async def test_the_day_of_use_is_not_written_within_a_week(adapter: Adapter) -> None:
    """A use within a week leaves the date alone, so that it tells nobody's daily habits."""
    await adapter.preferences.keep(ANNA, "ti", MONDAY)
    await adapter.preferences.find(ANNA, MONDAY + 7 * DAY)
    assert await adapter.preferences.find(ANNA, MONDAY + 30 * DAY) is None


async def test_a_forgotten_chat_is_unknown(adapter: Adapter) -> None:
    """After forgetting, nothing is found for the chat; another chat keeps its language."""
    await adapter.preferences.keep(ANNA, "ti", MONDAY)
    await adapter.preferences.keep(BILAL, "ar", MONDAY)
    await adapter.preferences.forget(ANNA)
    assert await adapter.preferences.find(ANNA, MONDAY) is None
    assert await adapter.preferences.find(BILAL, MONDAY) == "ar"


async def test_forgetting_an_unknown_chat_is_no_error(adapter: Adapter) -> None:
    """Forgetting works however often it is asked for."""
    await adapter.preferences.forget(ANNA)
    await adapter.preferences.forget(ANNA)


async def test_only_idle_languages_are_deleted_as_idle(adapter: Adapter) -> None:
    """Of two chats, the one not used for thirty days is deleted and counted."""
    await adapter.preferences.keep(ANNA, "ti", MONDAY)
    await adapter.preferences.keep(BILAL, "ar", MONDAY + DAY)
    assert await adapter.preferences.forget_idle(MONDAY + 30 * DAY) == 1
    assert await adapter.preferences.forget_idle(MONDAY + 30 * DAY) == 0
    assert await adapter.preferences.find(BILAL, MONDAY + 30 * DAY) == "ar"


batches = st.lists(
    st.dictionaries(
        st.builds(
            CounterKey,
            st.dates(MONDAY, MONDAY + 3 * DAY),
            st.sampled_from(["step", "locale"]),
            st.text(st.characters(codec="utf-8"), max_size=3),
        ),
        st.integers(1, 1000),
        max_size=6,
    ),
    max_size=5,
)


@settings(deadline=None, max_examples=30)  # each example opens a file
@given(batches=batches)
async def test_every_way_of_keeping_gives_the_same_counters(
    tmp_path_factory: pytest.TempPathFactory, batches: list[dict[CounterKey, int]]
) -> None:
    """Whatever is added in whatever order, file and memory read back the very same rows."""
    memory = MemoryCounters()
    async with open_database(tmp_path_factory.mktemp("same") / "wegwijs.db") as storage:
        for batch in batches:
            await memory.add(batch)
            await storage.counters.add(batch)
        last = MONDAY + 3 * DAY
        assert list(await storage.counters.read(MONDAY, last)) == list(await memory.read(MONDAY, last))


RECORDING = Recording("en", "help.numbers", "audio/en/help.numbers.ogg", sound_digest(b"sound"), 80.0)


@pytest.fixture(params=["memory", "folder"])
def recordings_with(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[dict[str, bytes]], Recordings]:
    """Give each adapter in turn, with files."""

    def make(files: dict[str, bytes]) -> Recordings:
        if request.param == "memory":
            return MemoryRecordings(files)
        return FolderRecordings(written(tmp_path, files))

    return make


async def test_the_sound_of_a_recording_is_just_the_one_that_fits(
    recordings_with: Callable[[dict[str, bytes]], Recordings],
) -> None:
    """What the library was made with is played, byte for byte."""
    assert await recordings_with({RECORDING.file: b"sound"}).read(RECORDING) == b"sound"


@pytest.mark.parametrize("files", [{}, {RECORDING.file: b"another"}], ids=["gone", "exchanged"])
async def test_any_other_sound_is_refused(
    recordings_with: Callable[[dict[str, bytes]], Recordings], files: dict[str, bytes]
) -> None:
    """Nobody knows what it says."""
    with pytest.raises(StorageError, match=RECORDING.file):
        await recordings_with(files).read(RECORDING)
