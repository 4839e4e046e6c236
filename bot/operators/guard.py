"""Decides who sees what is for operators: whoever gave the password, or, while none is set, this machine alone."""

import base64
import binascii
import logging
from collections.abc import Callable
from datetime import datetime
from enum import Enum

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.browsing import read_form
from bot.operators.attempts import Attempts
from bot.operators.nearness import is_from_here, is_from_own_page, is_loopback
from bot.operators.passwords import Password
from bot.operators.sessions import COOKIE, Session, Sessions
from bot.settings import Settings

log = logging.getLogger(__name__)

NOT_FOUND = 404
HARMLESS = frozenset({"GET", "HEAD"})
TOKEN_FIELD = "token"  # noqa: S105 - the name of a field, no secret
_OPEN = Session("this machine", 0, is_in=True)
"""Stands for a session while no password is set."""


class NotOursError(Exception):
    """A form does not come from a page of ours, or not from this session's."""


class Verdict(Enum):
    """What came of a password."""

    RIGHT = "right"
    WRONG = "wrong"
    TOO_OFTEN = "too often"


class Guard:
    """One for all pages of operators, so that guessing at one of them counts at all."""

    def __init__(self, settings: Settings, secret: bytes, now: Callable[[], datetime]) -> None:
        """Take all settings, the program's secret and the clock."""
        self.has_password = bool(settings.operator_password_hash)
        is_local = is_loopback(settings.host) and not settings.webhook_url
        self.is_shut = not self.has_password and not is_local
        """Nobody can ever get in: there is no page to offer. (A webhook comes through a proxy, so others do too.)"""
        self.sessions = Sessions(secret, settings.operator_password_hash, now)
        self.attempts = Attempts(now)
        self._password = Password(settings.operator_password_hash)

    def check_door(self, request: Request) -> None:
        """Behave as if there were nothing, unless a password is set or the request comes from this machine itself.

        Raises:
            HTTPException: 404 as for any unknown page.
            NotOursError: another site sends a form.
        """
        if self.is_shut or not (self.has_password or is_from_here(request.headers)):
            raise HTTPException(NOT_FOUND)
        if request.method not in HARMLESS and not is_from_own_page(request.headers):
            raise NotOursError

    def session_of(self, request: Request) -> Session | None:
        """Return the session of a request, logged in or not yet; None where there is none that holds."""
        return self.sessions.read(request.cookies.get(COOKIE, "")) if self.has_password else _OPEN

    def is_in(self, request: Request) -> bool:
        """Tell whether a request may see what is for operators."""
        session = self.session_of(request)
        return session is not None and session.is_in

    async def read_own_form(self, request: Request) -> dict[str, str]:
        """Return the fields of a form that we gave to this very session.

        Raises:
            NotOursError: the form brings no token, or another session's.
        """
        form, session = await read_form(request), self.session_of(request)
        if session is None or not self.sessions.is_token(form.get(TOKEN_FIELD, ""), session):
            raise NotOursError
        return form

    async def try_password(self, words: str, request: Request) -> Verdict:
        """Tell what a password is worth; a wrong one is counted and logged, without an address."""
        address = address_of(request)
        if not self.attempts.begin(address):
            return Verdict.TOO_OFTEN
        if await self._password.fits(words):
            self.attempts.forgive(address)
            return Verdict.RIGHT
        log.warning("Somebody gave a wrong password for the operators' pages.")
        return Verdict.WRONG

    async def try_basic(self, request: Request) -> Verdict:
        """Tell what the password of HTTP Basic (RFC 7617) is worth; any user name will do. None given is wrong."""
        kind, _, written = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "basic" or not written:
            return Verdict.WRONG
        try:
            _, _, words = base64.b64decode(written, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            words = ""
        return await self.try_password(words, request)


def address_of(request: Request) -> str:
    """Return the address that asks; behind a proxy it is the proxy's, since forwarding headers can be made up."""
    return request.client.host if request.client else ""
