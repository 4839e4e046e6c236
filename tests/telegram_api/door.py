"""The stand-in's front door: HTTP requests in, Telegram's JSON out, ordered troubles on the way."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.telegram_api.dispatch import find_method, perform
from tests.telegram_api.faults import Fault, FaultPlan
from tests.telegram_api.listener import wait_for_disconnect
from tests.telegram_api.recorder import Call
from tests.telegram_api.refusals import RefusedError
from tests.telegram_api.signatures import Upload
from tests.telegram_api.world import World

Raw = Mapping[str, str | Upload]
GONE = Response(status_code=499)


class Door:
    """Answers `<base>/bot<token>/<method>`."""

    def __init__(self, world: World, plan: FaultPlan, cut: Callable[[Request], Awaitable[None]]) -> None:
        self._world = world
        self._plan = plan
        self._cut = cut
        route = Route("/bot{token}/{method}", self.answer, methods=["GET", "POST"])
        self.app = Starlette(routes=[route])

    async def answer(self, request: Request) -> Response:
        """One call over HTTP."""
        try:
            raw = await _read(request)
        except ClientDisconnect:  # the bot was killed while it spoke
            return GONE
        try:
            method = find_method(self._world, request.path_params["token"], request.path_params["method"])
        except RefusedError as refusal:
            return JSONResponse(refusal.as_json(), refusal.status)
        call = Call(method, dict(raw), self._world.clock.now())
        self._world.recorder.calls.append(call)
        fault = self._plan.take(method)
        if fault and fault.kind == "drop":
            await self._cut(request)
            return GONE
        done = await _unless_disconnected(request, self._perform(call, raw, fault))
        if done is None or (fault and fault.kind == "drop_after"):
            await self._cut(request)
            return GONE
        return done

    async def _perform(self, call: Call, raw: Raw, fault: Fault | None) -> Response:
        if fault and fault.kind == "hang":
            await asyncio.Event().wait()
        if fault and fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        try:
            if fault and fault.refusal:
                raise fault.refusal
            call.answer, call.status = await perform(self._world, call, raw), 200
        except RefusedError as refusal:
            call.answer, call.status = refusal.as_json(), refusal.status
        return JSONResponse(call.answer, call.status)


async def _unless_disconnected(request: Request, work: Awaitable[Response]) -> Response | None:
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(wait_for_disconnect(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        working.cancel()
        leaving.cancel()
        await asyncio.wait({working, leaving})


async def _read(request: Request) -> Raw:
    raw: dict[str, str | Upload] = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        return raw | stringify(json.loads(await request.body() or b"{}"))
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                raw[name] = Upload(value.filename or "", await value.read())
            else:
                raw[name] = value
    await request.body() if request.method == "GET" else None
    return raw


def stringify(parameters: Mapping[str, Any]) -> dict[str, str]:
    """Parameters from a JSON body in the form in which a web form would bring them."""
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()}
