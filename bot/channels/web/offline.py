"""Pages kept on the phone, for whoever asks for it: off unless the organisation allows it and the person wants it."""

import json
from collections.abc import Callable, Sequence

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from bot.channels.web.assets import read_static
from bot.channels.web.headers import page_headers
from bot.channels.web.pages import TEMPLATES, frame_of, say_all
from bot.channels.web.pictograms import DRAWINGS
from bot.content.library import Library
from bot.content.phrases import Phrase

NOT_FOUND = 404
_SWITCH = read_static("offline.js")
_WORKER = read_static("worker.js")
_NEEDED = ("worker-src 'self'", "manifest-src 'self'", "connect-src 'self'")
_WORKER_POLICY = {"Content-Security-Policy": "default-src 'none'; connect-src 'self'"}
"""A worker fetches under the policy that came with it."""


def offline_routes(library_now: Callable[[], Library]) -> Sequence[Route]:
    """Return the routes: the page that explains and switches, the worker, and what an installed copy needs."""

    def allowed(request: Request) -> tuple[Library, str]:
        library, locale = library_now(), str(request.path_params.get("locale", ""))
        if not library.bot.web.offline or (locale and locale not in library.locales):
            raise HTTPException(NOT_FOUND)
        return library, locale

    async def explain(request: Request) -> Response:
        library, locale = allowed(request)
        page = frame_of(library, locale) | {
            "title": library.say(locale, Phrase.OFFLINE),
            "switch": Markup(_SWITCH),  # noqa: S704 - our own file
        }
        headers = page_headers(library.bot.web, (_SWITCH,), _NEEDED)
        return HTMLResponse(_write(library, locale, page), headers=headers)

    async def worker(request: Request) -> Response:
        library, _ = allowed(request)
        known = json.dumps({"locales": library.locales})
        return Response(f"var known = {known};\n{_WORKER}", headers=_WORKER_POLICY, media_type="text/javascript")

    async def manifest(request: Request) -> Response:
        library, locale = allowed(request)
        return JSONResponse(_manifest(library, locale), media_type="application/manifest+json")

    async def icon(request: Request) -> Response:
        library, _ = allowed(request)
        return Response(_icon(library.bot.web.colour), media_type="image/svg+xml")

    return (
        Route("/offline/{locale}", explain),
        Route("/offline/{locale}/manifest.json", manifest),
        Route("/worker.js", worker),
        Route("/icon.svg", icon),
    )


def _write(library: Library, locale: str, page: dict[str, object]) -> str:
    return TEMPLATES.get_template("offline.html").render(page=page, say=say_all(library, locale))


def _manifest(library: Library, locale: str) -> dict[str, object]:
    """Return what a phone wants to know of an installed copy (W3C, Web Application Manifest)."""
    return {
        "name": library.bot.name,
        "short_name": library.bot.name,
        "lang": locale,
        "start_url": f"/{locale}/",
        "scope": "/",
        "display": "minimal-ui",
        "theme_color": library.bot.web.colour,
        "background_color": "#ffffff",
        "icons": [{"src": "/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }


def _icon(colour: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 48 48" fill="none" stroke="#ffffff" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round"><path d="M-12 -12h48v48h-48z" fill="{colour}" stroke="none"/>'
        f"{DRAWINGS['map']}</svg>"
    )
