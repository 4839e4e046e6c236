"""The operators' part of the web application: its pages behind one guard, as routes for `bot.app` to hand in."""

from collections.abc import Awaitable, Callable, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from bot.operators.guard import HARMLESS, NOT_FOUND, Guard, NotOursError
from bot.operators.layout import ROOT, Frame, Part, Sheet, write_page
from bot.operators.login import FORBIDDEN, LOGIN, LOGOUT, Login, go_to

NOT_ALLOWED = 405

Answer = Callable[[Request], Awaitable[Response]]


class Guarded:
    """An answer behind the door, for every method, so that a shut door looks like no door."""

    def __init__(self, guard: Guard, answer: Answer) -> None:
        self._guard = guard
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check the door, then answer."""
        request = Request(scope, receive)
        try:
            self._guard.check_door(request)
            response = await self._answer(request)
        except NotOursError:
            response = write_page(Sheet("refused.html"), Frame(), FORBIDDEN)
        await response(scope, receive, send)


class OperatorSite:
    """All parts in one frame. Whoever is not logged in is led to the login."""

    def __init__(self, guard: Guard, parts: Sequence[Part]) -> None:
        """Take the guard and the parts in the order of the navigation; the first is the page at /operators."""
        self._guard = guard
        self._parts = tuple(parts)
        self._login = Login(guard)

    def routes(self) -> list[BaseRoute]:
        """Return the routes; none where nobody can ever get in, so that nothing can be told from nothing."""
        if self._guard.is_shut:
            return []
        answers: dict[str, Answer] = {LOGIN: self._login.log_in, LOGOUT: self._login.log_out}
        answers |= {part.address: self._answer(part) for part in self._parts}
        answers[f"{ROOT}/{{rest:path}}"] = self._find_nothing
        return [Route(path, Guarded(self._guard, answer)) for path, answer in answers.items()]

    def _answer(self, part: Part) -> Answer:
        async def answer(request: Request) -> Response:
            if not self._guard.is_in(request):
                return go_to(LOGIN)
            make = part.show if request.method in HARMLESS else part.posts
            if make is None:
                raise HTTPException(NOT_ALLOWED)
            shown = await make(request)
            return shown if isinstance(shown, Response) else write_page(shown, self._frame(part, request))

        return answer

    def _frame(self, part: Part, request: Request) -> Frame:
        session = self._guard.session_of(request)
        has_way_out = session is not None and self._guard.has_password
        token = self._guard.sessions.token(session) if session is not None else ""
        return Frame(tuple(each for each in self._parts if each.title), part.address, token, has_way_out)

    async def _find_nothing(self, request: Request) -> Response:
        if not self._guard.is_in(request):
            return go_to(LOGIN)
        raise HTTPException(NOT_FOUND)
