"""Tests: files that the bot sends."""

import pytest
from telegram import Bot
from telegram.error import TelegramError

from tests.content.opus import opus_file
from tests.telegram_api.expectations import expect_breach, expect_circumstance
from tests.telegram_api.files import png
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

pytest_plugins = ["tests.telegram_api.fixtures"]

SOUND = opus_file()
MUSIC = b"ID3" + b"\x00" * 20


@pytest.fixture
async def person(api: StandIn) -> Person:
    """Somebody who has turned to the bot."""
    someone = api.person()
    await someone.sends("/start", waits=False)
    return someone


async def test_a_voice_is_taken_and_can_be_named_afterwards(telegram_bot: Bot, person: Person) -> None:
    """What was uploaded once is sent again by its id, to anybody."""
    first = await telegram_bot.send_voice(person.number, SOUND, 80, "Title")
    assert first.voice is not None
    await telegram_bot.send_voice(person.number, first.voice.file_id)
    again = person.screen
    assert (again.kind, again.text) == ("voice", "")
    assert again.content["voice"]["file_size"] == len(SOUND)
    assert person.chat[-2].text == "Title"


@pytest.mark.parametrize("data", [b"RIFF", b"OggS" + b"\x00" * 24 + b"\x01vorbis"])
async def test_a_voice_of_another_format_is_refused(
    api: StandIn, telegram_bot: Bot, person: Person, data: bytes
) -> None:
    """Telegram itself would send a file in its place, and nobody would notice."""
    await expect_breach(api, telegram_bot.send_voice(person.number, data), "a voice must be an OGG file")


async def test_an_id_stands_for_one_form(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A voice cannot be sent as a document by its id, and an id that never was is no id."""
    sent = await telegram_bot.send_voice(person.number, SOUND)
    assert sent.voice is not None
    call = telegram_bot.send_document(person.number, sent.voice.file_id)
    await expect_breach(api, call, "can't use file of type Voice as Document")
    await expect_breach(api, telegram_bot.send_voice(person.number, "made-up"), "wrong file identifier")
    await expect_breach(api, telegram_bot.send_voice(person.number, b""), "file must be non-empty")


async def test_a_forgotten_file_is_nobodys_fault(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """Telegram promises no file for ever."""
    sent = await telegram_bot.send_voice(person.number, SOUND)
    assert sent.voice is not None
    api.world.files.forget()
    await expect_circumstance(api, telegram_bot.send_voice(person.number, sent.voice.file_id), "wrong file identifier")


async def test_a_person_can_forbid_voices(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """Nor does a voice pass as a document that Telegram may look into; unlooked at, it does."""
    person.forbids_voices()
    await expect_circumstance(api, telegram_bot.send_voice(person.number, SOUND), "VOICE_MESSAGES_FORBIDDEN")
    await expect_circumstance(api, telegram_bot.send_document(person.number, SOUND), "VOICE_MESSAGES_FORBIDDEN")
    await telegram_bot.send_document(person.number, SOUND, filename="a.ogg", disable_content_type_detection=True)
    assert person.screen.kind == "document"


async def test_a_document_of_sound_becomes_a_voice(telegram_bot: Bot, person: Person) -> None:
    """Telegram looks into files."""
    await telegram_bot.send_document(person.number, SOUND)
    assert person.screen.kind == "voice"


async def test_music_is_mp3_or_m4a(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """No Ogg is taken as music."""
    await telegram_bot.send_audio(person.number, MUSIC, title="Title")
    assert person.screen.kind == "audio"
    await telegram_bot.send_voice(person.number, b"\x00\x00\x00\x18ftypM4A ")
    await expect_breach(api, telegram_bot.send_audio(person.number, SOUND), "an audio must be MP3 or M4A")
    call = telegram_bot.send_voice(person.number, SOUND, -1)
    await expect_breach(api, call, "duration must be non-negative")


async def test_a_file_that_is_too_large_is_refused(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """50 MB and not more."""
    with pytest.raises(TelegramError):
        await telegram_bot.send_document(person.number, b"x" * 50_000_001)
    assert api.take_violations() == ["sendDocument: Request Entity Too Large"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"GIF89a", "IMAGE_PROCESS_FAILED"),
        (png(6000, 4001), "PHOTO_INVALID_DIMENSIONS"),
        (png(21, 1), "PHOTO_INVALID_DIMENSIONS"),
        (png(0, 1), "PHOTO_INVALID_DIMENSIONS"),
        (png(1, 1) + b"x" * 10_000_000, "file is too big"),
    ],
    ids=["no picture", "too large", "too long", "no width", "too many bytes"],
)
async def test_a_photo_is_a_picture_of_a_shape_that_telegram_takes(
    api: StandIn, telegram_bot: Bot, person: Person, data: bytes, words: str
) -> None:
    """Anything else is refused, and nobody would see it before it is sent for real."""
    await telegram_bot.send_photo(person.number, png(6000, 4000), "Title")
    assert (person.screen.kind, person.screen.text) == ("photo", "Title")
    await expect_breach(api, telegram_bot.send_photo(person.number, data), words)
