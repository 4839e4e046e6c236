"""The way in and the way out of the operators' pages."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.operators.guard import Guard, NotOursError, Verdict, address_of
from bot.operators.layout import HEADERS, ROOT, Frame, Sheet, write_page
from bot.operators.nearness import is_from_here
from bot.operators.sessions import COOKIE, LIFETIME, Session

LOGIN, LOGOUT = f"{ROOT}/login", f"{ROOT}/logout"
SEE_OTHER = 303
UNAUTHORIZED, FORBIDDEN, TOO_MANY = 401, 403, 429
WRONG = "This is not the password."
TOO_OFTEN = "There were too many wrong passwords. Try again in {minutes} min."
NO_COOKIE = (
    "This form is too old, or your browser sent no cookie with it. Try once more. A browser keeps the cookie over "
    "https, and over http on the same machine (localhost) only."
)


class Login:
    """Asks for the password; a session begins with it and ends after a working day, or when somebody logs out."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    async def log_in(self, request: Request) -> Response:
        """Show the form, or take the password that came with it."""
        if not self._guard.has_password or self._guard.is_in(request):
            return go_to(ROOT)
        if request.method != "POST":
            return self._ask(request)
        try:
            form = await self._guard.read_own_form(request)
        except NotOursError:
            return self._ask(request, NO_COOKIE, FORBIDDEN)
        return await self._consider(form.get("password", ""), request)

    async def log_out(self, request: Request) -> Response:
        """End the session, here and for everybody who has its cookie.

        Raises:
            NotOursError: the form was not given to this session.
        """
        if request.method != "POST":
            return go_to(ROOT)
        await self._guard.read_own_form(request)
        session = self._guard.session_of(request)
        if session is not None:
            self._guard.sessions.end(session)
        response = go_to(LOGIN)
        response.delete_cookie(COOKIE, path=ROOT, httponly=True, samesite="strict")
        return response

    async def _consider(self, words: str, request: Request) -> Response:
        verdict = await self._guard.try_password(words, request)
        if verdict is Verdict.RIGHT:
            return self._keep(go_to(ROOT), request, self._guard.sessions.begin(is_in=True))
        if verdict is Verdict.TOO_OFTEN:
            minutes = self._guard.attempts.minutes_left(address_of(request))
            response = self._ask(request, TOO_OFTEN.format(minutes=minutes), TOO_MANY)
            response.headers["Retry-After"] = str(minutes * 60)
            return response
        return self._ask(request, WRONG, UNAUTHORIZED)

    def _ask(self, request: Request, trouble: str = "", status: int = 200) -> Response:
        """Show the form, with a token that belongs to the session before the password."""
        session = self._guard.session_of(request)
        if session is None:
            session = self._guard.sessions.begin(is_in=False)
        values = {"trouble": trouble, "token": self._guard.sessions.token(session), "login": LOGIN}
        return self._keep(write_page(Sheet("login.html", values), Frame(), status), request, session)

    def _keep(self, response: Response, request: Request, session: Session) -> Response:
        response.set_cookie(
            COOKIE, self._guard.sessions.write(session), max_age=int(LIFETIME.total_seconds()), path=ROOT,
            secure=not is_from_here(request.headers), httponly=True, samesite="strict",
        )  # fmt: skip
        return response


def go_to(address: str) -> Response:
    """Return the answer that leads a browser elsewhere with a GET."""
    return RedirectResponse(address, SEE_OTHER, HEADERS)
