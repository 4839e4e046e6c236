"""What is known of a sound file without its sound: whether it is Ogg Opus, how long it plays, and its digest."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAX_BYTES = 1_000_000
"""Bytes of a recording. Telegram takes a voice note by address up to 1 MB and a larger one as a file only (Bot API,
"Sending files"); uploaded it may have 50 MB (sendVoice), but people listen on slow lines. It is over five minutes."""

# Ogg: RFC 3533, section 6. Capture pattern, version, flags, granule position, stream, number, checksum, segments.
_PAGE = struct.Struct("<4sBBqIIIB")
# Opus in Ogg: RFC 7845, section 5. Magic, version, channels, pre-skip, input rate, gain, mapping family.
_HEAD = struct.Struct("<8sBBHIhB")
_RATE = 48_000
"""Granule positions of Opus count samples at this rate, whatever the microphone's was (RFC 7845, section 4)."""
_UNENDED = 255
"""A segment of this length goes on in the next one."""
_TECHNICAL = frozenset({"ENCODER", "ENCODER_OPTIONS", "R128_TRACK_GAIN", "R128_ALBUM_GAIN"})
"""Notes in a file that say how it was made and nothing of the person who speaks."""
_OTHER_FORMATS = {b"RIFF": "WAV", b"ID3": "MP3", b"\xff\xfb": "MP3", b"\xff\xf3": "MP3", b"fLaC": "FLAC"}


@dataclass(frozen=True, slots=True)
class Sound:
    """What is known of a sound file; `fault` says what keeps it from being played to people, "" if nothing does."""

    digest: str
    size: int
    seconds: float = 0.0
    fault: str = ""

    @property
    def is_large(self) -> bool:
        """Tell whether it is larger than a recording may be."""
        return self.size > MAX_BYTES


class _FaultError(ValueError):
    """A file is no Ogg Opus that can be shown to people; the message goes on from "The file"."""


def sound_digest(data: bytes) -> str:
    """Return the hash by which a sound file is known."""
    return hashlib.sha256(data).hexdigest()[:16]


def read_sound(data: bytes) -> Sound:
    """Return what is known of a sound file."""
    digest, size = sound_digest(data), len(data)
    try:
        return Sound(digest, size, _measure(data))
    except _FaultError as problem:
        return Sound(digest, size, fault=str(problem))


def unread_sound(size: int) -> Sound:
    """Return what is known of a file that is too large to be read."""
    return Sound("", size, fault="is too large")


@dataclass(frozen=True, slots=True)
class _Page:
    granule: int
    stream: int
    body: bytes
    is_unended: bool


def _measure(data: bytes) -> float:
    """Return how many seconds a file plays."""
    pages = _pages(data)
    first = next(pages, None)
    if first is None:
        raise _FaultError("is empty")
    skipped = _read_head(first.body)
    _read_notes(_packet(pages))
    last = 0
    for page in pages:
        if page.stream != first.stream:
            raise _FaultError("holds more than one stream")
        last = max(last, page.granule)
    seconds = (last - skipped) / _RATE
    if seconds <= 0:
        raise _FaultError("holds no sound")
    return seconds


def _pages(data: bytes) -> Iterator[_Page]:
    start = 0
    while start < len(data):
        if data[start : start + 4] != b"OggS":
            raise _FaultError("has something else behind its sound" if start else _name_format(data))
        if len(data) < start + _PAGE.size:
            raise _FaultError("breaks off in the middle")
        *_, granule, stream, _, _, count = _PAGE.unpack_from(data, start)
        body = start + _PAGE.size + count
        lengths = data[start + _PAGE.size : body]
        end = body + sum(lengths)
        if end > len(data):
            raise _FaultError("breaks off in the middle")
        yield _Page(granule, stream, data[body:end], bool(lengths) and lengths[-1] == _UNENDED)
        start = end


def _name_format(data: bytes) -> str:
    known = next((name for sign, name in _OTHER_FORMATS.items() if data.startswith(sign)), "")
    if data[4:8] == b"ftyp":
        known = "M4A or video"
    return f"is {known}, not Ogg Opus" if known else "is not Ogg Opus"


def _read_head(packet: bytes) -> int:
    """Return how many samples at the beginning are not heard."""
    if not packet.startswith(b"OpusHead") or len(packet) < _HEAD.size:
        raise _FaultError("is an Ogg file, but its sound is not Opus")
    _, version, channels, skipped, _, _, _ = _HEAD.unpack_from(packet)
    if version >> 4 or channels not in {1, 2}:
        raise _FaultError("is of a kind of Opus that phones do not play; one or two channels are")
    return int(skipped)


def _packet(pages: Iterator[_Page]) -> bytes:
    """Return the packet that begins on the next page and can go on over several."""
    parts = b""
    for page in pages:
        parts += page.body
        if not page.is_unended:
            return parts
    raise _FaultError("breaks off in the middle")


def _read_notes(packet: bytes) -> None:
    """Refuse notes that can say who spoke, where, or on which phone: they would go to everybody who listens."""
    if not packet.startswith(b"OpusTags"):
        raise _FaultError("is an Ogg file, but its sound is not Opus")
    try:
        names = sorted({name for name in _note_names(packet) if name not in _TECHNICAL})
    except struct.error:
        raise _FaultError("breaks off in the middle") from None
    if names:
        raise _FaultError(f"carries notes about itself ({', '.join(names)}), which can say who spoke and where")


def _note_names(packet: bytes) -> Iterator[str]:
    place = 8 + 4 + _number(packet, 8)
    count = _number(packet, place)
    place += 4
    for _ in range(count):
        length = _number(packet, place)
        note = packet[place + 4 : place + 4 + length].decode("utf-8", "replace")
        yield note.partition("=")[0].upper()
        place += 4 + length


def _number(packet: bytes, place: int) -> int:
    return int(struct.unpack_from("<I", packet, place)[0])
