"""A point where nobody has a desk, and every form in which it could be written down."""

import base64
import struct
from collections.abc import Iterator

LATITUDE, LONGITUDE = 50.673219, 4.861937
_ARABIC, _PERSIAN = (str.maketrans("0123456789.", digits) for digits in ("٠١٢٣٤٥٦٧٨٩٫", "۰۱۲۳۴۵۶۷۸۹٫"))


def find_coordinates(written: str | bytes) -> list[str]:
    """Return the forms of the point that stand in something written."""
    held = written.encode() if isinstance(written, str) else written
    return [
        f"{name} as {form!r}"
        for name, degrees in (("latitude", LATITUDE), ("longitude", LONGITUDE))
        for form in _forms(degrees)
        if form in held
    ]


def _forms(degrees: float) -> Iterator[bytes]:
    """Yield the number in digits down to a hundred metres, in other digits, in minutes, as bytes and as their text."""
    text = str(degrees)
    shortest = {text[: text.index(".") + 4], f"{degrees:.3f}"}
    for short in shortest:
        yield from (short.encode(), short.replace(".", ",").encode(), short.replace(".", "%2E").encode())
        yield from (short.translate(_ARABIC).encode(), short.translate(_PERSIAN).encode())
    yield from (text.replace(".", "").encode(), text.partition(".")[2].encode(), f"{degrees:.4e}".encode())
    whole, part = divmod(degrees, 1)
    yield f"{int(whole)}°{int(part * 60)}".encode()
    yield degrees.hex().encode()
    for layout in ("<d", ">d", "<f", ">f"):
        packed = struct.pack(layout, degrees)
        yield from (packed, packed.hex().encode(), base64.b64encode(packed).rstrip(b"="))
