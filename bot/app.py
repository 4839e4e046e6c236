"""The only file that knows every part: settings, library, storage, reception, channels; start and stop."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram.runner import TelegramChannel
from bot.channels.web.audio import audio_route
from bot.channels.web.site import Site
from bot.content.audio import Sounds
from bot.content.issues import Issue, Severity, has_errors
from bot.content.library import Library
from bot.content.reader import read_content, revision_of
from bot.content.talks import BELGIUM
from bot.dialogue.checking import check_content
from bot.errors import ContentFaultyError
from bot.reception import Reception
from bot.serving import STOP_SECONDS, listen, serve_application, stop_on_signals
from bot.settings import Settings
from bot.storage.content_folder import read_folder, read_sounds
from bot.storage.library_cache import cache_file, find_library, keep_library
from bot.storage.recordings import FolderRecordings
from bot.storage.secret import load_secret
from bot.storage.sqlite import open_database

log = logging.getLogger(__name__)

FLUSH_SECONDS = 5.0
"""How often counters are written; a kill -9 loses at most these seconds of counts."""
FORGET_SECONDS = 3600.0


def clock() -> datetime:
    """Return this moment in Belgium."""
    return datetime.now(BELGIUM)


def load_library(settings: Settings) -> Library:
    """Return the content of the content folder.

    Raises:
        ContentUnreadableError: the folder cannot be read.
        ContentFaultyError: the content has errors; the message lists them.
        StorageError: the secret that signs the kept library cannot be read or made.
    """
    folder = Path(settings.content_dir)
    files, sounds = read_folder(folder), read_sounds(folder)
    database = Path(settings.database)
    cache, secret = cache_file(database), load_secret(settings.secret_key, database)
    library = find_library(cache, revision_of(files, sounds), secret)
    if library is None:
        library = _read_and_check(files, sounds, settings.content_dir)
        keep_library(cache, library, secret)
    return replace(library, require_review=settings.require_review)


def _read_and_check(files: Mapping[str, bytes], sounds: Sounds, folder: str) -> Library:
    """Return the library if every check passes: what `wegwijs check` refuses never reaches a reader."""
    reading = read_content(files, sounds)
    issues = check_content(reading)
    if reading.library is None or has_errors(issues):
        raise ContentFaultyError(_list_issues(issues, folder))
    return reading.library


def _list_issues(issues: list[Issue], folder: str) -> str:
    lines = [
        f"{issue.mark.file}:{issue.mark.line}: {issue.sentence} {issue.mend}"
        for issue in issues
        if issue.severity is Severity.ERROR
    ]
    return "\n".join([f"The content in {folder} has errors, so the bot does not start with it.", *lines])


@asynccontextmanager
async def open_reception(settings: Settings, library: Library) -> AsyncIterator[Reception]:
    """Open the database and give the one door of all inputs; write the last counters and close at the end.

    Raises:
        StorageError: the database cannot be opened.
    """
    path = Path(settings.database)
    async with open_database(path) as database:
        secret = load_secret(settings.secret_key, path)
        recordings = FolderRecordings(Path(settings.content_dir))
        reception = Reception(lambda: library, database.counters, database.preferences, secret, recordings=recordings)
        closing = asyncio.Event()
        upkeep = [
            asyncio.create_task(_repeat(FLUSH_SECONDS, reception.write_counts, closing)),
            asyncio.create_task(_repeat(FORGET_SECONDS, lambda: reception.forget_idle(clock()), closing)),
        ]
        try:
            yield reception
        finally:
            closing.set()
            await asyncio.gather(*upkeep)
            await reception.write_counts()


async def _repeat(seconds: float, action: Callable[[], Awaitable[None]], closing: asyncio.Event) -> None:
    """Act again and again; end between two acts, so that no batch of counters is cut in the middle."""
    while not closing.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(closing.wait(), seconds)
        if not closing.is_set():
            await action()


async def serve(settings: Settings, channels: frozenset[str], announce: Callable[[str], None]) -> None:
    """Run the bot until it is told to stop.

    Args:
        settings: all settings.
        channels: "web" and "telegram", as wanted.
        announce: takes the one line that tells an operator what is running where.

    Raises:
        WegwijsError: what keeps the bot from running, in one clear line.
    """
    library = load_library(settings)
    stopping = asyncio.Event()
    async with open_reception(settings, library) as reception, contextlib.AsyncExitStack() as stack:
        telegram = None
        if "telegram" in channels:
            telegram = await stack.enter_async_context(TelegramChannel(settings, reception, clock))
        with listen(settings.host, settings.port) as listener, stop_on_signals(stopping):
            port = listener.getsockname()[1]
            announce(_describe(settings, port, telegram))
            routes = [audio_route(reception, clock), *_webhook_route(settings, telegram)]
            site = Site(reception, clock, routes)
            running = [asyncio.create_task(serve_application(site.application, listener, stopping))]
            if telegram is not None:
                serve_telegram = telegram.listen if settings.webhook_url else telegram.poll
                running.append(asyncio.create_task(serve_telegram(stopping)))
            await _run_together(running, stopping)


async def _run_together(running: list[asyncio.Task[None]], stopping: asyncio.Event) -> None:
    """Wait until told to stop or until one part fails; then stop all, each in its own good time."""
    wait = asyncio.create_task(stopping.wait())
    await asyncio.wait({*running, wait}, return_when=asyncio.FIRST_COMPLETED)
    stopping.set()
    await wait
    _, late = await asyncio.wait(running, timeout=STOP_SECONDS)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    for task in set(running) - late:
        task.result()


def _describe(settings: Settings, port: int, telegram: TelegramChannel | None) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    if telegram is not None:
        state = "Telegram is on"
    elif settings.telegram_bot_token:
        state = "Telegram is off: only the browser page was asked for"
    else:
        state = "Telegram is off: TELEGRAM_BOT_TOKEN is not set"
    return f"Wegwijs is at http://{host}:{port}/ ({state})"


def _webhook_route(settings: Settings, telegram: TelegramChannel | None) -> list[Route]:
    """Return the route of Telegram's webhook, at the path of WEBHOOK_URL; none in polling mode."""
    if telegram is None or not settings.webhook_url:
        return []

    async def take(request: Request) -> Response:
        secret = request.headers.get("x-telegram-bot-api-secret-token", "")
        return Response(status_code=await telegram.take(request.stream(), secret))

    return [Route(urlsplit(settings.webhook_url).path or "/", take, methods=["POST"])]
