"""The preview as a web application: the page, its changes, its files."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from importlib.resources import files

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.browsing import read_form
from bot.editors.entry_pages import MOST_BYTES, MOST_FIELDS, EntryPages
from bot.editors.live_content import LiveContent
from bot.editors.own_requests import OwnRequests
from bot.editors.preview_page import write_preview

_BEAT_SECONDS = 15.0
"""How often an idle line of changes says that it is alive."""
_KINDS = {"css": "text/css", "js": "text/javascript"}


class Preview:
    """Shows the content as it stands on the disk, and every change of it. It keeps nothing of any conversation."""

    def __init__(self, content: LiveContent, now: Callable[[], datetime], stopping: asyncio.Event) -> None:
        self._content = content
        self._now = now
        self._stopping = stopping
        self.application = Starlette(
            routes=[
                Route("/", self._show, methods=["GET"]),
                Route("/", self._change, methods=["POST"]),
                Route("/changes", self._changes),
                *EntryPages(content).routes,
                Route("/static/{name}.{kind}", self._static),
            ],
            middleware=[Middleware(OwnRequests)],
        )

    async def _show(self, request: Request) -> Response:
        return self._page(dict(request.query_params))

    async def _change(self, request: Request) -> Response:
        return self._page(await read_form(request, MOST_BYTES, MOST_FIELDS))

    def _page(self, fields: dict[str, str]) -> Response:
        return HTMLResponse(write_preview(self._content.now, self._content.folder, fields, self._now()))

    async def _changes(self, request: Request) -> Response:
        """Tell the page the number of what was read, now and whenever something was read anew."""
        del request
        return StreamingResponse(self._stream(), media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[str]:
        number = self._content.now.number
        yield f"data: {number}\n\n"
        stopped = asyncio.create_task(self._stopping.wait())
        while not stopped.done():
            change = asyncio.create_task(self._content.next_change(number))
            await asyncio.wait({change, stopped}, timeout=_BEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if change.done():
                number = change.result().number
                yield f"data: {number}\n\n"
            else:
                change.cancel()
                yield ": still here\n\n"

    async def _static(self, request: Request) -> Response:
        name, kind = request.path_params["name"], request.path_params["kind"]
        file = files("bot.editors").joinpath("static", f"{name}.{kind}")
        if kind not in _KINDS or not name.isalpha() or not file.is_file():
            return Response(status_code=404)
        return Response(file.read_bytes(), media_type=_KINDS[kind])
