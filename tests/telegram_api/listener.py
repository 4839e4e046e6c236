"""A port on loopback that can be closed and opened again, and connections that can be cut."""

import asyncio
import socket

import uvicorn
from starlette.requests import Request
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HOST = "127.0.0.1"


class Listener:
    """Serves an application; once it has a port it keeps it."""

    def __init__(self, port: int = 0) -> None:
        self._server: uvicorn.Server | None = None
        self.port = port

    async def start(self, app: ASGIApp) -> None:
        """Listen; returns when connections are accepted."""
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, self.port))
        self.port = listening.getsockname()[1]
        config = uvicorn.Config(app, http=H11Protocol, ws="none", lifespan="off", log_config=None)
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[listening])
        self._server = server

    async def stop(self) -> None:
        """Refuse new connections and cut all that stand."""
        server, self._server = self._server, None
        if server is None:
            return
        for each in server.servers:
            each.close()
        for connection in list(server.server_state.connections):
            _transport(connection).abort()
        if server.server_state.tasks:
            await asyncio.wait(set(server.server_state.tasks))
        for each in server.servers:
            await each.wait_closed()

    async def cut(self, request: Request) -> None:
        """Close the connection of one request without a word."""
        connections = self._server.server_state.connections if self._server else set()
        for connection in list(connections):
            if request.client and getattr(connection, "client", None) == tuple(request.client):
                _transport(connection).abort()
        await wait_for_disconnect(request)


async def wait_for_disconnect(request: Request) -> None:
    """Return when the other side, or the listener, has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _transport(connection: object) -> asyncio.Transport:
    assert isinstance(connection, H11Protocol)
    return connection.transport
