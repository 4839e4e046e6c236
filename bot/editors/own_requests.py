"""Takes requests of this computer's own browser only: other sites must not reach in through it.

A page on the internet can make a browser ask 127.0.0.1, and can give 127.0.0.1 a name of its own (DNS rebinding).
So the Host must be this server's own name, and whatever changes something must come from a page of ours.
"""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.web.headers import with_headers
from bot.operators.nearness import LOOPBACK_NAMES

HARMLESS = frozenset({"GET", "HEAD"})
_HTTP_PORT = 80
SAFE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Not no-referrer: with that, browsers call the origin of a form "null", and we could not know our own.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class OwnRequests:
    """Refuses what other sites and other names ask for, and adds the headers that keep a page to itself."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request of our own on; answer any other with 403."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        send_safely = with_headers(send, SAFE_HEADERS)
        if is_own(scope):
            await self._application(scope, receive, send_safely)
        else:
            refusal = PlainTextResponse("This page answers only to the computer that it runs on.\n", 403)
            await refusal(scope, receive, send_safely)


def is_own(scope: Scope) -> bool:
    """Tell whether a request names this server, and, if it can change something, comes from one of its pages."""
    headers = Headers(scope=scope)
    port = (scope.get("server") or ("", None))[1]
    hosts = headers.getlist("host")
    own = {f"{name}:{port}" for name in LOOPBACK_NAMES} | ({*LOOPBACK_NAMES} if port == _HTTP_PORT else set())
    if len(hosts) != 1 or hosts[0].lower() not in own:
        return False
    return scope["method"] in HARMLESS or headers.getlist("origin") == [f"http://{hosts[0].lower()}"]
