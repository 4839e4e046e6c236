"""The only file that knows every part: settings, library, storage, reception, channels; start, reload and stop."""

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram.runner import TelegramChannel
from bot.channels.web.audio import audio_route
from bot.channels.web.site import Site
from bot.content.issues import Issue, Severity
from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.errors import ContentFaultyError, SettingsError
from bot.operators.aging import AgeWatch
from bot.operators.telling import LogLines
from bot.reception import LibraryNow, Reception
from bot.settings import Settings
from bot.storage.building import build, build_apart
from bot.storage.library_cache import cache_file, find_library, keep_library
from bot.storage.live_library import LiveLibrary, Outcome
from bot.storage.recordings import FolderRecordings
from bot.storage.secret import load_secret
from bot.storage.sqlite import open_database
from bot.storage.steady_reading import Content, read_steadily
from bot.storage.watching import watch

log = logging.getLogger(__name__)

FLUSH_SECONDS = 5.0
"""How often counters are written; a kill -9 loses at most these seconds of counts."""
FORGET_SECONDS = 3600.0
STOP_SECONDS = 5.0
"""How long an answer in hand may take once the program was told to stop."""


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
    content = read_steadily(Path(settings.content_dir))
    database = Path(settings.database)
    cache, secret = cache_file(database), load_secret(settings.secret_key, database)
    library = find_library(cache, content.revision, secret)
    if library is None:
        library = _build(content, settings.content_dir)
        keep_library(cache, library, secret)
    return replace(library, require_review=settings.require_review)


def _build(content: Content, folder: str) -> Library:
    built = build(content)
    if built.library is None:
        raise ContentFaultyError(_list_issues(built.issues, folder))
    return built.library


def _list_issues(issues: tuple[Issue, ...], folder: str) -> str:
    lines = [
        f"{issue.mark.file}:{issue.mark.line}: {issue.sentence} {issue.mend}"
        for issue in issues
        if issue.severity is Severity.ERROR
    ]
    return "\n".join([f"The content in {folder} has errors, so the bot does not start with it.", *lines])


@asynccontextmanager
async def open_reception(settings: Settings, library_now: LibraryNow) -> AsyncIterator[Reception]:
    """Open the database and give the one door of all inputs; write the last counters and close at the end.

    Raises:
        StorageError: the database cannot be opened.
    """
    path = Path(settings.database)
    async with open_database(path) as database:
        secret = load_secret(settings.secret_key, path)
        recordings = FolderRecordings(Path(settings.content_dir))
        reception = Reception(library_now, database.counters, database.preferences, secret, recordings=recordings)
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
    operators = LogLines()
    library = LiveLibrary(Path(settings.content_dir), load_library(settings), build_apart, operators)
    ages = AgeWatch(library, operators)
    stopping = asyncio.Event()
    async with open_reception(settings, library) as reception, contextlib.AsyncExitStack() as stack:
        telegram = None
        if "telegram" in channels:
            telegram = await stack.enter_async_context(TelegramChannel(settings, reception, clock))
        with _bind(settings) as listener, _stop_on_signals(stopping):
            port = listener.getsockname()[1]
            announce(_describe(settings, port, telegram))
            routes = [audio_route(reception, clock), *_webhook_route(settings, telegram)]
            site = Site(reception, clock, routes, lambda: library.standing() + ages.standing())
            running = [
                asyncio.create_task(_serve_web(site, listener, stopping)),
                asyncio.create_task(_follow(Path(settings.content_dir), library, ages, telegram, stopping)),
            ]
            if telegram is not None:
                serve_telegram = telegram.listen if settings.webhook_url else telegram.poll
                running.append(asyncio.create_task(serve_telegram(stopping)))
            await _run_together(running, stopping)


async def _follow(
    folder: Path, library: LiveLibrary, ages: AgeWatch, telegram: TelegramChannel | None, stopping: asyncio.Event
) -> None:
    """Take changed content into use, and notice content that grows old, until told to stop."""

    async def look() -> bool:
        try:
            outcome = await library.refresh(clock())
            ages.look(clock().date())
        except Exception as fault:
            log.exception("New content could not be looked at: %s", type(fault).__name__)
            return False
        if outcome is Outcome.TAKEN and telegram is not None:
            await telegram.refresh_profile()
        return outcome is not Outcome.UNCHANGED

    await watch(folder, look, stopping)


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


async def _serve_web(site: Site, listener: socket.socket, stopping: asyncio.Event) -> None:
    config = uvicorn.Config(
        site.application, access_log=False, log_config=None, server_header=False, proxy_headers=False,
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
def _bind(settings: Settings) -> Iterator[socket.socket]:
    """Listen before anything is announced, so that a taken port is one clear line."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings.host, settings.port))
            listener.listen()
        except OSError as problem:
            raise SettingsError(
                f"HOST {settings.host} and PORT {settings.port} cannot be used: {problem.strerror}. "
                "Stop what listens there, or set PORT to another number."
            ) from problem
        yield listener


@contextmanager
def _stop_on_signals(stopping: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    try:
        yield
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)


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
