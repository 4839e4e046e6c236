"""Who has logged in, told by a signed cookie that lives for a working day.

Starlette's SessionMiddleware does not fit: it renews the cookie with each answer, so that a session never ends, and
sets it for every page, where people read.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from itsdangerous import BadData, URLSafeSerializer

LIFETIME = timedelta(hours=8)
COOKIE = "wegwijs-operators"
_LABEL = b"operators: session\0"


@dataclass(frozen=True, slots=True)
class Session:
    """One browser of an operator: a random name, until when, and whether the password was given in it."""

    name: str
    until: int
    is_in: bool


class Sessions:
    """Makes and reads cookies and the tokens of forms. Another password makes all of them worthless."""

    def __init__(self, secret: bytes, password_hash: str, now: Callable[[], datetime]) -> None:
        key = hmac.digest(secret, _LABEL + password_hash.encode(), hashlib.sha256)
        self._cookies = _serializer(key, b"cookie")
        self._tokens = _serializer(key, b"token")
        self._now = now
        self._ended: dict[str, int] = {}

    def begin(self, *, is_in: bool) -> Session:
        """Return a new session; one before the password serves the form that asks for it."""
        until = int((self._now() + LIFETIME).timestamp())
        return Session(secrets.token_urlsafe(18), until, is_in)

    def write(self, session: Session) -> str:
        """Return the value of the cookie."""
        written = self._cookies.dumps([session.name, session.until, session.is_in])
        return written if isinstance(written, str) else written.decode()

    def read(self, cookie: str) -> Session | None:
        """Return the session of a cookie; None for one that is not ours, too old, or ended."""
        try:
            name, until, is_in = self._cookies.loads(cookie)
            session = Session(str(name), int(until), is_in is True)
        except (BadData, TypeError, ValueError):
            return None
        is_over = session.until <= self._now().timestamp() or session.name in self._ended
        return None if is_over else session

    def end(self, session: Session) -> None:
        """Let a session end now, for whoever else holds its cookie too, as long as the program runs."""
        now = self._now().timestamp()
        self._ended = {name: until for name, until in self._ended.items() if until > now} | {
            session.name: session.until
        }

    def token(self, session: Session) -> str:
        """Return what a form of this session must bring back (the defence against forged forms)."""
        written = self._tokens.dumps(session.name)
        return written if isinstance(written, str) else written.decode()

    def is_token(self, token: str, session: Session) -> bool:
        """Tell whether a form brought back what was put into it for this session."""
        return hmac.compare_digest(token.encode(), self.token(session).encode())


def _serializer(key: bytes, salt: bytes) -> URLSafeSerializer:
    return URLSafeSerializer(key, salt, signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"})
