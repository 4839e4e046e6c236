"""What a page sends: a button, typed words, or a point; nothing of it ever stands in an address."""

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.content.library import Library
from bot.dialogue.position import Position, decode, home

MAX_BODY = 16_384
"""Bytes of a form that are read; the longest real one has about 2 000."""
MAX_FIELDS = 8
TOO_LONG = 413


async def read_form(request: Request, max_body: int = MAX_BODY, max_fields: int = MAX_FIELDS) -> dict[str, str]:
    """Return the fields of a form; whatever is not one has none.

    Args:
        request: what was posted.
        max_body: bytes of the longest form.
        max_fields: fields of the longest form.

    Raises:
        HTTPException: the form is longer than any can be; it is not read to its end.
    """
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > max_body:
            raise HTTPException(TOO_LONG)
    try:
        return dict(parse_qsl(body.decode(errors="replace"), max_num_fields=max_fields))
    except ValueError:  # more fields than any such form has
        return {}


def read_point(written: str) -> tuple[float, float] | None:
    """Return latitude and longitude of "51.054,3.717", or None; whether they lie on Earth is for the dialogue."""
    latitude, _, longitude = written.partition(",")
    try:
        return float(latitude), float(longitude)
    except ValueError:
        return None


def position_of(library: Library, data: str, locale: str) -> Position:
    """Return where a posted button leads, or the menu for one that means nothing."""
    return decode(data, library.keys) or home(locale)
