"""What every page for browsers rests on: forms read within bounds, and how a policy names an inline style."""

import base64
import hashlib
from functools import lru_cache
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

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


@lru_cache(maxsize=32)
def csp_hash(text: str) -> str:
    """Return how a content security policy names an inline style or script: 'sha256-…'."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
