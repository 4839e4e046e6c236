"""Tests: recordings, from the button to the voice on the phone."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram.voices import FILE_NAME
from bot.content.audio import sound_file
from bot.content.phrases import Phrase
from bot.i18n.bidi import strip_controls
from bot.reception import Reception
from bot.storage.memory import MemoryCounters, MemoryPreferences, MemoryRecordings
from tests.channels.telegram.conftest import Running, until
from tests.content.sample import RECORDED, Files, library_of, sample_files
from tests.telegram_api.person import Person
from tests.telegram_api.screen import Screen
from tests.telegram_api.stand_in import StandIn

LISTEN = "Listen (1:20)"
SOUND = sample_files()[sound_file("en", RECORDED)]


@pytest.fixture
def sounds() -> Files:
    """The files of sound on disk; a test may change them while the bot runs."""
    return sample_files()


@pytest.fixture
def reception(sounds: Files) -> Reception:
    """A reception with the sample, one page of which was read aloud."""
    library = library_of(sample_files())
    recordings = MemoryRecordings(sounds)
    return Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"a secret", recordings=recordings)


@pytest.fixture(autouse=True)
async def _at_work(running: Running, reception: Reception) -> AsyncIterator[None]:
    async with running(desk=reception):
        yield


def label_with(pictogram: str, page: Screen) -> str:
    """Return the words of the button with a pictogram."""
    return next(label for row in page.rows for label in row if pictogram in label)


async def open_page(api: StandIn, *, language: str = "en") -> tuple[Person, Screen]:
    """Return a person with the recorded page on the phone."""
    person = api.person(language_code=language)
    await person.sends("/menu")
    await person.presses(label_with("🆘", person.screen))
    return person, person.screen


async def test_a_press_sends_the_voice_and_the_page_stays(api: StandIn) -> None:
    """The page above, the voice below it, with the page's title and its length; the button stops turning."""
    person, page = await open_page(api)
    await person.presses(LISTEN)
    above, voice = person.chat
    assert above == page
    assert (voice.kind, voice.text) == ("voice", "Numbers to call")
    assert voice.content["voice"]["duration"] == 80
    (call,) = api.calls_of("sendVoice")
    assert (call.parameters["voice"].data, call.parameters["voice"].filename) == (SOUND, FILE_NAME)
    assert api.unanswered_queries == []


async def test_the_bytes_travel_once_however_many_listen(api: StandIn) -> None:
    """The second person gets what Telegram has already; each language has a file of its own."""
    for _ in range(2):
        person, _ = await open_page(api)
        await person.presses(LISTEN)
    first, second = [call.parameters["voice"] for call in api.calls_of("sendVoice")]
    assert second == person.screen.content["voice"]["file_id"]
    assert first.data == SOUND
    reader, page = await open_page(api, language="ar")
    await reader.presses(label_with("🔊", page))
    assert api.calls_of("sendVoice")[-1].parameters["voice"] != second
    assert "Numbers to call" in strip_controls(reader.screen.text)


async def test_a_file_that_telegram_has_forgotten_is_uploaded_again(api: StandIn) -> None:
    """Nobody notices."""
    person, page = await open_page(api)
    await person.presses(LISTEN)
    api.world.files.forget()
    await person.presses_on(page, LISTEN)
    assert [screen.kind for screen in person.chat] == ["text", "voice", "voice"]


async def test_who_forbids_voices_gets_a_file(api: StandIn) -> None:
    """The sound arrives all the same, and the next such person's without an upload."""
    for _ in range(2):
        person, _ = await open_page(api)
        person.forbids_voices()
        await person.presses(LISTEN)
        assert (person.screen.kind, person.screen.text) == ("document", "Numbers to call")
        assert person.screen.content["document"]["file_name"] == FILE_NAME
    assert isinstance(api.calls_of("sendDocument")[-1].parameters["document"], str)


@pytest.mark.parametrize("trouble", ["500", "429", "drop"])
async def test_trouble_on_the_way_costs_a_moment_and_no_voice(api: StandIn, trouble: str) -> None:
    """The same patience as for pages."""
    person, _ = await open_page(api)
    if trouble == "drop":
        api.drop_next("sendVoice")
    else:
        api.fail_next("sendVoice", status=int(trouble))
    await person.presses(LISTEN, waits=False)
    await until(lambda: person.screen.kind == "voice")


async def test_who_blocked_the_bot_is_left_alone(api: StandIn) -> None:
    """No second try, no apology."""
    person, _ = await open_page(api)
    api.fail_next("sendVoice", status=403)
    await person.presses(LISTEN)
    assert len(api.calls_of("sendVoice")) == 1
    assert len(api.calls_of("sendMessage")) == 1


async def test_any_other_refusal_is_told_to_the_person(api: StandIn, reception: Reception) -> None:
    """Not taken for a wish to hear no voices, nor for a forgotten file."""
    person, page = await open_page(api)
    for _ in range(2):
        await person.presses_on(page, LISTEN)
        api.fail_next("sendVoice", status=400)
    await person.presses_on(page, LISTEN)
    assert reception.library.say("en", Phrase.ERROR) in person.screen.text
    assert api.calls_of("sendDocument") == []


async def test_a_recording_that_was_exchanged_while_the_bot_runs_is_not_played(
    api: StandIn, reception: Reception, sounds: Files
) -> None:
    """Nobody knows what the new file says; the person is told, with the menu."""
    sounds[sound_file("en", RECORDED)] = b"another"
    person, _ = await open_page(api)
    await person.presses(LISTEN)
    assert reception.library.say("en", Phrase.ERROR) in person.screen.text
    assert api.calls_of("sendVoice") == []


async def test_hiding_takes_the_voices_too(api: StandIn) -> None:
    """Whoever looks at the phone next finds no trace of what was heard."""
    person, page = await open_page(api)
    await person.presses(LISTEN)
    await person.presses_on(page, "Menu")
    await person.presses_on(person.chat[0], "Hide now")
    assert [screen.kind for screen in person.chat] == ["text"]
