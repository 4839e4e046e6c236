"""A real browser, and the preview of a folder on loopback."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path

import pytest

from bot.content.talks import BELGIUM
from bot.editors.live_content import LiveContent
from bot.editors.preview import Preview
from bot.serving import listen, serve_application
from tests.content.sample import sample_files, written

MONDAY = datetime(2026, 11, 23, 20, 0, tzinfo=BELGIUM)

Previewing = Callable[[Path], AbstractAsyncContextManager[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with the sample, to be changed."""
    return written(tmp_path / "content", sample_files())


@pytest.fixture
def previewing() -> Previewing:
    """Serve the preview of a folder, watching it; gives its address without a slash at the end."""

    @contextlib.asynccontextmanager
    async def serve(folder: Path) -> AsyncIterator[str]:
        stopping = asyncio.Event()
        content = LiveContent(folder)
        await content.refresh()
        watching = asyncio.create_task(content.follow(stopping))
        preview = Preview(content, lambda: MONDAY, stopping)
        with listen("127.0.0.1", 0) as listener:
            serving = asyncio.create_task(serve_application(preview.application, listener, stopping))
            try:
                yield f"http://127.0.0.1:{listener.getsockname()[1]}"
            finally:
                stopping.set()
                await asyncio.gather(serving, watching)

    return serve
