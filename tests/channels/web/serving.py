"""A real server on loopback with the shipped library."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime

import uvicorn

from bot.channels.web.audio import audio_route
from bot.channels.web.site import Site
from bot.content.library import Library
from bot.reception import Reception
from bot.serving import QuietServer
from bot.storage.memory import MemoryCounters, MemoryPreferences, MemoryRecordings


@contextlib.asynccontextmanager
async def serving(
    library: Library,
    now: datetime,
    desk: Reception | None = None,
    sounds: Mapping[str, bytes] | None = None,
    library_now: Callable[[], Library] | None = None,
) -> AsyncIterator[str]:
    """Serve the pages; give their address without a slash at its end. `library_now` may change what is served."""
    shown = library_now or (lambda: library)
    recordings = MemoryRecordings(sounds)
    reception = desk or Reception(shown, MemoryCounters(), MemoryPreferences(), b"key", recordings=recordings)
    site = Site(reception, lambda: now, [audio_route(reception, lambda: now)])
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(site.application, access_log=False, log_config=None, lifespan="off")
        server = QuietServer(config)
        task = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task
