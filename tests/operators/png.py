"""A PNG as rows of points, for tests that look at pictures (ISO/IEC 15948: 8 bits, red, green, blue, opacity)."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import starmap

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_POINT = 4


@dataclass(frozen=True)
class Picture:
    """Its size, and the bytes of each row."""

    width: int
    height: int
    rows: tuple[bytes, ...]

    def ink(self) -> set[tuple[int, int]]:
        """Return the points that are not white."""
        white = b"\xff" * _POINT
        blank = white * self.width
        return {
            (number // _POINT, y)
            for y, row in enumerate(self.rows)
            if row != blank
            for number in range(0, len(row), _POINT)
            if row[number : number + _POINT] != white
        }


def open_png(data: bytes) -> Picture:
    """Return a picture."""
    assert data.startswith(SIGNATURE)
    parts = list(_parts(data))
    width, height, depth, colour = struct.unpack(">IIBB", parts[0][1][:10])
    assert (depth, colour) == (8, 6)
    raw = zlib.decompress(b"".join(body for name, body in parts if name == b"IDAT"))
    return Picture(width, height, tuple(_rows(raw, width * _POINT)))


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE)
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += length + 12


def _rows(raw: bytes, size: int) -> Iterator[bytes]:
    above = bytes(size)
    for start in range(0, len(raw), size + 1):
        above = _unfiltered(raw[start], raw[start + 1 : start + 1 + size], above)
        yield above


def _unfiltered(kind: int, given: bytes, above: bytes) -> bytes:
    if kind == 0:
        return given
    if kind == 2:
        return bytes(starmap(lambda one, up: (one + up) & 255, zip(given, above, strict=True)))
    row = bytearray(_POINT) + bytearray(given)
    for place, up in enumerate(above, _POINT):
        left, corner = row[place - _POINT], above[place - 2 * _POINT] if place >= 2 * _POINT else 0
        row[place] = (row[place] + (left, (left + up) // 2, _paeth(left, up, corner))[(1, 3, 4).index(kind)]) & 255
    return bytes(row[_POINT:])


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))
