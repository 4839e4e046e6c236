"""Tiny Ogg Opus files, built page by page (RFC 3533, RFC 7845): whole for every reader, silent for every ear."""

import struct
from collections.abc import Iterable, Sequence

SKIPPED = 312
_SILENCE = b"\xf8\xff\xfe"
"""One packet of 20 ms: what an encoder writes where nobody speaks."""
_POLYNOMIAL = 0x04C11DB7


def opus_file(
    seconds: float = 80, notes: Iterable[str] = ("ENCODER=by hand",), *, channels: int = 1, packets: int = 1
) -> bytes:
    """Return a file that says it plays so long; it really does with fifty packets a second, at most 255."""
    head = struct.pack("<8sBBHIhB", b"OpusHead", 1, channels, SKIPPED, 48000, 0, 0)
    granule = round(seconds * 48000) + SKIPPED
    sound = page(_SILENCE * packets, flags=4, number=2, granule=granule, lengths=[len(_SILENCE)] * packets)
    return page(head, flags=2) + page(tags(notes), number=1) + sound


def tags(notes: Iterable[str]) -> bytes:
    """Return the packet of notes."""
    packed = [struct.pack("<I", len(note.encode())) + note.encode() for note in notes]
    return b"OpusTags" + struct.pack("<I", 4) + b"hand" + struct.pack("<I", len(packed)) + b"".join(packed)


def page(  # noqa: PLR0913 - the fields of a page
    body: bytes, *, flags: int = 0, number: int = 0, granule: int = 0, stream: int = 7, lengths: Sequence[int] = ()
) -> bytes:
    """Return one page: with packets of these lengths, else with one that ends on it."""
    segments = bytes(lengths or [255] * (len(body) // 255) + [len(body) % 255])
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, granule, stream, number, 0, len(segments))
    whole = head + segments + body
    return whole[:22] + struct.pack("<I", _checksum(whole)) + whole[26:]


def _checksum(data: bytes) -> int:
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ _POLYNOMIAL if value & 0x80000000 else value << 1) & 0xFFFFFFFF
    return value
