"""Sound files: what is Ogg Opus, how long it plays, and what must not go to everybody."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.sound import MAX_BYTES, read_sound, unread_sound
from tests.content.opus import opus_file, page, tags

WHOLE = opus_file()
HEAD = struct.pack("<8sBBHIhB", b"OpusHead", 1, 1, 312, 48000, 0, 0)


def test_a_whole_file_says_how_long_it_plays() -> None:
    sound = read_sound(opus_file(80.5))
    assert (sound.fault, sound.size, sound.seconds) == ("", len(opus_file(80.5)), 80.5)
    assert not sound.is_large


def test_two_files_have_two_digests() -> None:
    assert read_sound(opus_file(80)).digest != read_sound(opus_file(81)).digest


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "is empty"),
        (b"RIFF....WAVE", "is WAV, not Ogg Opus"),
        (b"ID3\x04", "is MP3, not Ogg Opus"),
        (b"\x00\x00\x00\x18ftypM4A ", "is M4A or video, not Ogg Opus"),
        (b"hello", "is not Ogg Opus"),
        (b"OggS", "breaks off in the middle"),
        (WHOLE[:-1], "breaks off in the middle"),
        (WHOLE[:100], "breaks off in the middle"),
        (WHOLE + b"TAG", "has something else behind its sound"),
        (page(b"\x01vorbis") + page(b"\x03vorbis"), "is an Ogg file, but its sound is not Opus"),
        (page(HEAD) + page(b"no tags"), "is an Ogg file, but its sound is not Opus"),
        (page(HEAD) + page(b"OpusTags"), "breaks off in the middle"),
        (page(HEAD), "breaks off in the middle"),
        (page(HEAD) + page(tags(())), "holds no sound"),
        (opus_file(0), "holds no sound"),
        (WHOLE + page(b"x", stream=8), "holds more than one stream"),
        (opus_file(channels=6), "is of a kind of Opus that phones do not play; one or two channels are"),
    ],
)
def test_what_is_not_whole_or_not_opus_says_why(data: bytes, fault: str) -> None:
    assert read_sound(data).fault == fault


def test_notes_that_can_name_a_person_are_refused_and_technical_ones_are_not() -> None:
    """A phone writes its owner's name and place into a file; whoever listens would get them."""
    sound = read_sound(opus_file(notes=("encoder=Lavc59", "title=Note 3", "location=+51.05+003.72/")))
    assert sound.fault == "carries notes about itself (LOCATION, TITLE), which can say who spoke and where"


def test_notes_longer_than_a_page_are_read_to_their_end() -> None:
    packet = tags([f"ENCODER_OPTIONS={'x' * 300}", "ARTIST=Somebody"])
    first, rest = packet[:255], packet[255:]
    unended = page(first)[:26] + b"\x01\xff" + first  # one segment of 255: the packet goes on
    assert "ARTIST" in read_sound(page(HEAD) + unended + page(rest)).fault


def test_too_large_is_a_fault_of_its_own() -> None:
    sound = unread_sound(MAX_BYTES + 1)
    assert sound.is_large
    assert sound.fault


@given(st.one_of(st.binary(max_size=200), st.integers(0, len(WHOLE)).map(lambda cut: WHOLE[:cut] + b"\xff" * 30)))
def test_no_bytes_make_the_reader_stumble(data: bytes) -> None:
    assert read_sound(data).size == len(data)
