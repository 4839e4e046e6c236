"""The web application: the same conversations in any browser, and the routes that other parts hand in."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib.resources import files
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.headers import SafeHeaders
from bot.channels.web.pages import write_page
from bot.channels.web.sheet_routes import Sheets
from bot.content.phrases import Phrase
from bot.dialogue.inputs import Input, Pressed, Said, Started
from bot.dialogue.menu_page import sentence_message
from bot.dialogue.position import Act, Position, encode, home
from bot.i18n.locales import SOURCE_LOCALE, negotiate
from bot.reception import Reception, Visit

log = logging.getLogger(__name__)

MAX_BODY = 16_384
"""Bytes of a form that are read; the longest real one has about 2 000."""


class Site:
    """Pages for browsers. It keeps nothing: answers come back with each button, by POST."""

    def __init__(self, reception: Reception, now: Callable[[], datetime], extra: Sequence[BaseRoute] = ()) -> None:
        self._reception = reception
        self._now = now
        self._style = files("bot.channels.web").joinpath("static/style.css").read_text(encoding="utf-8")
        routes = [
            Route("/", self._open),
            Route("/style.css", self._stylesheet),
            Route("/robots.txt", self._robots),
            Route("/healthz", self._health),
            *extra,
            Route("/{locale}/", self._menu, methods=["GET"]),
            Route("/{locale}/", self._form, methods=["POST"]),
            Route("/{locale}/{flow}/{step}", self._step),
            *Sheets(lambda: reception.library, now).routes,
        ]
        self.application = Starlette(
            routes=routes,
            middleware=[Middleware(SafeHeaders)],
            exception_handlers={HTTPException: self._refuse, Exception: self._apologise},
        )

    async def _open(self, request: Request) -> Response:
        """Show the choice of a language; the browser's own wish only puts one first."""
        locale = negotiate(request.headers.get("accept-language", ""), self._reception.library.locales)
        return await self._show(Started(), language=locale)

    async def _menu(self, request: Request) -> Response:
        return await self._show(Pressed(), home(self._locale(request)))

    async def _step(self, request: Request) -> Response:
        locale = self._locale(request)
        library = self._reception.library
        identifier = f"{request.path_params['flow']}.{request.path_params['step']}"
        step = library.find_step(identifier)
        if step is None:
            raise HTTPException(404)
        if step.id != identifier:
            return RedirectResponse(f"/{locale}/{step.id.replace('.', '/')}", 308)
        return await self._show(Pressed(), Position(Act.STEP, locale, f"step:{step.id}"))

    async def _form(self, request: Request) -> Response:
        locale = self._locale(request)
        form = dict(parse_qsl((await _read_body(request)).decode(errors="replace"), max_num_fields=8))
        if form.get("p"):
            visit = Visit("web", Pressed(), button=form["p"], phone_language=locale)
            return await self._answer(visit)
        if form.get("q", "").strip():
            return await self._show(Said(form["q"]), language=locale)
        return await self._show(Pressed(), home(locale))

    async def _show(self, given: Input, position: Position | None = None, language: str = "") -> Response:
        data = encode(position, self._reception.library.keys) if position else ""
        phone = language or (position.locale if position else SOURCE_LOCALE)
        return await self._answer(Visit("web", given, button=data, phone_language=phone))

    async def _answer(self, visit: Visit) -> Response:
        turn = await self._reception.receive(visit, self._now())
        return HTMLResponse(write_page(self._reception.library, turn.message))

    def _locale(self, request: Request) -> str:
        locale = str(request.path_params["locale"])
        if locale not in self._reception.library.locales:
            raise HTTPException(404)
        return locale

    async def _stylesheet(self, request: Request) -> Response:
        del request
        return Response(self._style, media_type="text/css")

    async def _robots(self, request: Request) -> Response:
        del request
        return PlainTextResponse("User-agent: *\nAllow: /\n")

    async def _health(self, request: Request) -> Response:
        del request
        return PlainTextResponse(f"ok {self._reception.library.revision}\n")

    async def _refuse(self, request: Request, problem: Exception) -> Response:
        """Answer an address that leads nowhere with a sentence and the menu, in the best language known."""
        status = problem.status_code if isinstance(problem, HTTPException) else 500
        phrase = Phrase.OLD_BUTTON if status == 404 else Phrase.ERROR  # noqa: PLR2004 - HTTP: not found
        return self._sentence(request, phrase, status)

    async def _apologise(self, request: Request, problem: Exception) -> Response:
        log.error("A page could not be made: %s", type(problem).__name__, exc_info=problem)
        return self._sentence(request, Phrase.ERROR, 500)

    def _sentence(self, request: Request, phrase: Phrase, status: int) -> Response:
        library = self._reception.library
        wished = request.url.path.strip("/").partition("/")[0]
        locale = wished if wished in library.locales else negotiate(
            request.headers.get("accept-language", ""), library.locales
        )  # fmt: skip
        message = sentence_message(library, home(locale), library.say(locale, phrase))
        return HTMLResponse(write_page(library, message), status_code=status)


async def _read_body(request: Request) -> bytes:
    """Return a form's bytes, or refuse one that is too long before it is read whole."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise HTTPException(413)
    return body
