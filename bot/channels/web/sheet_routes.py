"""The addresses of printed sheets and of their fonts."""

from collections.abc import Callable
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.browsing import csp_hash
from bot.channels.web.fonts import font_names, read_font, served_faces
from bot.channels.web.links import address_of
from bot.channels.web.sheets import write_sheet
from bot.content.library import Library
from bot.dialogue.sheet import make_sheet
from bot.i18n.locales import LANGUAGES


class Sheets:
    """`GET /<locale>/<flow>/`: a whole topic for paper. No step has this address: a step's has three parts."""

    def __init__(self, library: Callable[[], Library], now: Callable[[], datetime]) -> None:
        self._library, self._now = library, now
        self.routes = (Route("/fonts/{name}", self._font), Route("/{locale}/{flow}/", self._sheet))

    def _sheet(self, request: Request) -> Response:
        """Return a sheet; not a coroutine, so that drawing it (a tenth of a second) keeps nobody else waiting."""
        library = self._library()
        locale, flow = request.path_params["locale"], library.flows.get(request.path_params["flow"])
        if flow is None or locale not in library.locales:
            raise HTTPException(404)
        sheet = make_sheet(library, flow, locale, self._now().date())
        paper = write_sheet(library, sheet, address_of(library, request), served_faces(LANGUAGES[locale].script))
        # A search engine shall list the pages themselves, if anything: they are never older than the content.
        headers = {"Content-Security-Policy": _policy(paper.style), "X-Robots-Tag": "noindex"}
        return HTMLResponse(paper.html, headers=headers)

    async def _font(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in font_names():
            raise HTTPException(404)
        return Response(read_font(name), media_type="font/woff2")


def _policy(style: str) -> str:
    """Return what a sheet may load: its own style, known by its hash, and the site's fonts."""
    return (
        f"default-src 'none'; style-src {csp_hash(style)}; font-src 'self'; form-action 'none'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )
