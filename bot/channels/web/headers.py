"""Headers of every answer: nothing is stored, nothing is told to anybody else, nothing foreign is loaded."""

from collections.abc import Mapping, Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.browsing import csp_hash
from bot.channels.web.assets import SCRIPT, style_of
from bot.content.model import Web

SAFE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def page_headers(web: Web, scripts: Sequence[str] = (), more: Sequence[str] = ()) -> dict[str, str]:
    """Return the headers of a page: its own style and scripts by their hash, and who may show it in a frame.

    Args:
        web: how this copy looks and who may frame it.
        scripts: inline scripts beside the one that every page has.
        more: further directives of the policy, for a page that needs them.
    """
    hashes = " ".join(csp_hash(script) for script in (SCRIPT, *scripts))
    frames = " ".join(web.frames) or "'none'"
    directives = (
        "default-src 'none'",
        f"style-src {csp_hash(style_of(web.colour))}",
        f"script-src {hashes}",
        "img-src data:",
        "media-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        f"frame-ancestors {frames}",
        *more,
    )
    headers = {"Content-Security-Policy": "; ".join(directives)}
    if not web.listed:
        headers["X-Robots-Tag"] = "noindex"
    return headers


def with_headers(send: Send, headers: Mapping[str, str]) -> Send:
    """Return what sends an answer with headers that it does not have itself."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            held = MutableHeaders(scope=message)
            for name, value in headers.items():
                held.setdefault(name, value)
        await send(message)

    return send_with_headers


class SafeHeaders:
    """Adds the headers to every answer, errors included; what an answer says of itself stays."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and its answer back with the headers."""
        await self._application(scope, receive, with_headers(send, SAFE_HEADERS) if scope["type"] == "http" else send)
