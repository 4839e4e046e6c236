"""Serves a web application on one address until the program is told to stop."""

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.errors import SettingsError

STOP_SECONDS = 5.0
"""How long an answer in hand may take once the program was told to stop."""


async def serve_application(application: ASGIApp, listener: socket.socket, stopping: asyncio.Event) -> None:
    """Serve until told to stop; what is being answered then is answered."""
    config = uvicorn.Config(
        application, access_log=False, log_config=None, server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=int(STOP_SECONDS) - 1, lifespan="off",
    )  # fmt: skip
    server = QuietServer(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    waiting = asyncio.create_task(stopping.wait())
    await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    await serving
    waiting.cancel()


class QuietServer(uvicorn.Server):
    """uvicorn without its own signal handling: the program stops all its parts together."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the program."""
        yield


@contextmanager
def listen(host: str, port: int, setting: str = "HOST or PORT") -> Iterator[socket.socket]:
    """Listen before anything is announced, so that a taken port is one clear line.

    Args:
        host: the address to listen on.
        port: the port; 0 takes a free one.
        setting: what is changed to listen elsewhere.

    Raises:
        SettingsError: the port is taken, or the address is none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen()
        except OSError as problem:
            raise SettingsError(
                f"{host} and port {port} cannot be used: {problem.strerror}. "
                f"Stop what listens there, or change {setting}."
            ) from problem
        yield listener


@contextmanager
def stop_on_signals(stopping: asyncio.Event) -> Iterator[None]:
    """Take the signals to end as the wish to stop in good order."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    try:
        yield
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
