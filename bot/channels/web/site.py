"""The web application: the same conversations in any browser, and the routes that other parts hand in."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.browsing import read_form
from bot.channels.web.forms import position_of, read_point
from bot.channels.web.headers import SafeHeaders, page_headers
from bot.channels.web.links import PLACES, VIEWS, address_of, step_path
from bot.channels.web.offline import offline_routes
from bot.channels.web.pages import write_page
from bot.channels.web.sheet_routes import Sheets
from bot.content.phrases import Phrase
from bot.dialogue.inputs import Input, Pressed, Said, SharedPoint, Started
from bot.dialogue.menu_page import sentence_message
from bot.dialogue.messages import Message
from bot.dialogue.position import Act, Position, encode, home
from bot.dialogue.search_page import pages_for
from bot.i18n.locales import SOURCE_LOCALE, first_wish, negotiate
from bot.ports import UNWATCHED, Vitals
from bot.reception import Reception, Visit

log = logging.getLogger(__name__)

NOT_FOUND = 404
_LEAST_TO_PACK = 500
"""Bytes from which packing an answer (gzip) pays."""


class Site:
    """Pages for browsers. It keeps nothing: answers come back with each button, by POST."""

    def __init__(
        self,
        reception: Reception,
        now: Callable[[], datetime],
        extra: Sequence[BaseRoute] = (),
        standing: Callable[[], Sequence[str]] = tuple,
        vitals: Vitals = UNWATCHED,
    ) -> None:
        """Take what is shown, and `standing`: what operators should see on /healthz for as long as it lasts."""
        self._reception = reception
        self._standing = standing
        self._now = now
        self._vitals = vitals
        packed = [Middleware(GZipMiddleware, minimum_size=_LEAST_TO_PACK)]
        routes = [
            Route("/", self._open, middleware=packed),
            Route("/robots.txt", self._robots),
            Route("/healthz", self._health),
            *extra,
            *offline_routes(lambda: reception.library),
            Route("/{locale}/", self._menu, methods=["GET"], middleware=packed),
            Route("/{locale}/", self._form, methods=["POST"], middleware=packed),
            Route(f"/{{locale}}/{PLACES}/", self._where, middleware=packed),
            Route(f"/{{locale}}/{PLACES}/{{kind}}", self._where, middleware=packed),
            Route("/{locale}/{flow}/{step}", self._step, middleware=packed),
            Route("/{locale}/{flow}/{step}/{view}", self._step, middleware=packed),
            *Sheets(lambda: reception.library, now).routes,
        ]
        self.application = Starlette(
            routes=routes,
            middleware=[Middleware(SafeHeaders)],
            exception_handlers={HTTPException: self._refuse, Exception: self._apologise},
        )

    async def _open(self, request: Request) -> Response:
        """Show the choice of a language; the browser's own wish only puts one first."""
        library = self._reception.library
        wishes = request.headers.get("accept-language", "")
        locale = negotiate(wishes, library.locales)
        visit = Visit("web", Started(), phone_language=locale, first_wish=first_wish(wishes))
        return await self._answer(request, visit, Position(Act.LANGUAGES, locale))

    async def _menu(self, request: Request) -> Response:
        return await self._show(request, home(self._locale(request)))

    async def _where(self, request: Request) -> Response:
        """Ask where the person is, for all kinds of places or for one."""
        locale, kind = self._locale(request), request.path_params.get("kind", "")
        if kind and kind not in self._reception.library.bot.kinds:
            raise HTTPException(NOT_FOUND)
        here = Position(Act.PLACES, locale, f"kind:{kind}") if kind else Position(Act.WHERE, locale)
        return await self._show(request, here)

    async def _step(self, request: Request) -> Response:
        """Show a step, its difficult words, or its English original."""
        locale, view = self._locale(request), request.path_params.get("view", "")
        identifier = f"{request.path_params['flow']}.{request.path_params['step']}"
        step = self._reception.library.find_step(identifier)
        if step is None or (view and view not in VIEWS):
            raise HTTPException(NOT_FOUND)
        if step.id != identifier:
            return RedirectResponse(step_path(locale, step.id), 308)
        return await self._show(request, Position(VIEWS.get(view, Act.STEP), locale, f"step:{step.id}"))

    async def _form(self, request: Request) -> Response:
        """Answer what may not stand in an address: a button with answers, typed words, a point."""
        locale = self._locale(request)
        form = await read_form(request)
        words, point = form.get("q", "").strip(), read_point(form.get("point", ""))
        if form.get("p"):
            visit = Visit("web", Pressed(), button=form["p"], phone_language=locale)
            return await self._answer(request, visit, position_of(self._reception.library, form["p"], locale))
        if words or point:
            given: Input = SharedPoint(*point) if point else Said(words)
            return await self._answer(request, Visit("web", given, phone_language=locale), Position(Act.AREA, locale))
        return await self._show(request, home(locale))

    async def _show(self, request: Request, position: Position) -> Response:
        button = encode(position, self._reception.library.keys)
        return await self._answer(
            request, Visit("web", Pressed(), button=button, phone_language=position.locale), position
        )

    async def _answer(self, request: Request, visit: Visit, here: Position) -> Response:
        begun = time.perf_counter()
        turn = await self._reception.receive(visit, self._now())
        page = self._page(request, turn.message, here)
        self._vitals.answered(time.perf_counter() - begun)
        return page

    def _page(self, request: Request, message: Message, here: Position | None, status: int = 200) -> Response:
        library = self._reception.library
        page = write_page(library, message, here, address_of(library, request))
        return HTMLResponse(page, status, page_headers(library.bot.web))

    def _locale(self, request: Request) -> str:
        locale = str(request.path_params["locale"])
        if locale not in self._reception.library.locales:
            raise HTTPException(NOT_FOUND)
        return locale

    async def _robots(self, request: Request) -> Response:
        del request
        is_listed = self._reception.library.bot.web.listed
        return PlainTextResponse(f"User-agent: *\n{'Allow' if is_listed else 'Disallow'}: /\n")

    async def _health(self, request: Request) -> Response:
        del request
        lines = [f"ok {self._reception.library.revision}", *self._standing()]
        return PlainTextResponse("\n".join([*lines, ""]))

    async def _refuse(self, request: Request, problem: Exception) -> Response:
        """Answer an address that leads nowhere with a sentence, pages that its words may mean, and the menu."""
        status = problem.status_code if isinstance(problem, HTTPException) else 500
        return self._sentence(request, Phrase.NOT_FOUND if status == NOT_FOUND else Phrase.ERROR, status)

    async def _apologise(self, request: Request, problem: Exception) -> Response:
        self._vitals.failed()
        log.error("A page could not be made: %s", type(problem).__name__, exc_info=problem)
        self._reception.count_error("web", self._now())
        return self._sentence(request, Phrase.ERROR, 500)

    def _sentence(self, request: Request, phrase: Phrase, status: int) -> Response:
        library = self._reception.library
        wished, *words = request.url.path.replace("-", " ").strip("/").split("/")
        here = home(wished if wished in library.locales else SOURCE_LOCALE)
        message = sentence_message(library, here, library.say(here.locale, phrase))
        if status == NOT_FOUND:
            message = replace(message, rows=pages_for(library, here, " ".join(words)) + message.rows)
        return self._page(request, message, None, status)
