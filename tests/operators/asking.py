"""The whole web application with the operators' pages, and a browser of an operator without its drawing."""

import contextlib
import re
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import httpx
from starlette.routing import BaseRoute

from bot.channels.web.site import Site
from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.operators.guard import Guard
from bot.operators.layout import Part
from bot.operators.passwords import hash_password
from bot.operators.site import OperatorSite
from bot.operators.standing_page import standing_part
from bot.reception import Reception
from bot.settings import Settings
from bot.storage.memory import MemoryCounters, MemoryPreferences

PASSWORD = "correct horse battery"
HERE = "http://127.0.0.1:8080"
PUBLIC = "https://bot.example.org"
SECRET = b"a secret of the tests"
_TOKEN = re.compile(r'name="token" value="([^"]+)"')


@cache
def password_hash() -> str:
    """Return the hash of PASSWORD: made once, it is work."""
    return hash_password(PASSWORD)


@dataclass
class Clock:
    """A moment that a test moves."""

    moment: datetime = datetime(2026, 11, 23, 12, tzinfo=BELGIUM)

    def __call__(self) -> datetime:
        """Return it."""
        return self.moment

    def wait(self, time: timedelta) -> None:
        """Let time pass."""
        self.moment += time


def behind_guard(
    library: Library, guard: Guard, clock: Clock, parts: Sequence[Part] = (), more: Sequence[BaseRoute] = ()
) -> Site:
    """Return the web application with the operators' pages: the first one, and more."""
    reception = Reception(lambda: library, MemoryCounters(), MemoryPreferences(), SECRET)
    first = standing_part(tuple, lambda: library.revision)
    return Site(reception, clock, [*OperatorSite(guard, [first, *parts]).routes(), *more])


Opened = Callable[..., contextlib.AbstractAsyncContextManager["Operator"]]


class Operator(httpx.AsyncClient):
    """A browser at an address: it sends Origin with forms, as browsers do, and keeps cookies."""

    def __init__(self, site: Site, base_url: str = HERE, address: str = "127.0.0.1") -> None:
        transport = httpx.ASGITransport(site.application, client=(address, 40000))
        super().__init__(transport=transport, base_url=base_url)
        self.origin = base_url

    async def token(self, path: str = "/operators/login") -> str:
        """Open a page; return the token of its form."""
        found = _TOKEN.search((await self.get(path)).text)
        assert found, path
        return found.group(1)

    async def send(self, *args: object, **kwargs: object) -> httpx.Response:
        """Send Origin with what may change something."""
        (request,) = args
        assert isinstance(request, httpx.Request)
        if request.method == "POST":
            request.headers.setdefault("Origin", self.origin)
        return await super().send(request, **kwargs)  # type: ignore[arg-type]  # handed on

    async def log_in(self, password: str = PASSWORD) -> httpx.Response:
        """Open the form and give a password."""
        token = await self.token()
        return await self.post("/operators/login", data={"token": token, "password": password})


def settings_with(**values: object) -> Settings:
    """Return settings with the tests' password."""
    return Settings(**{"operator_password_hash": password_hash(), **values})  # type: ignore[arg-type]  # by name


@contextlib.asynccontextmanager
async def operator(library: Library, settings: Settings, clock: Clock, base_url: str = HERE) -> AsyncIterator[Operator]:
    """Open the browser of an operator at a bot with these settings."""
    site = behind_guard(library, Guard(settings, SECRET, clock), clock)
    async with Operator(site, base_url) as browser:
        yield browser
