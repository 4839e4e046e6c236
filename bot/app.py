"""The only file that knows every part: settings, library, storage, reception, channels; start, reload and stop."""

import asyncio
import contextlib
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.channels.telegram.runner import TelegramChannel
from bot.channels.web.audio import audio_route
from bot.channels.web.site import Site
from bot.content.issues import Issue, errors_of
from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.errors import ContentFaultyError
from bot.operators.aging import AgeWatch
from bot.operators.dashboard import dashboard_parts
from bot.operators.office import Elsewhere, Office
from bot.operators.publication import Publication
from bot.operators.stats_desk import StatsDesk
from bot.operators.watch import LOOK_SECONDS
from bot.ports import UNWATCHED, Figures, Vitals
from bot.reception import LibraryNow, Reception
from bot.serving import STOP_SECONDS, listen, serve_application, stop_on_signals
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
PUBLISH_SECONDS = 600.0
"""How often the bot looks whether a period is over."""


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
    lines = [f"{issue.mark.file}:{issue.mark.line}: {issue.sentence} {issue.mend}" for issue in errors_of(issues)]
    return "\n".join([f"The content in {folder} has errors, so the bot does not start with it.", *lines])


@asynccontextmanager
async def open_reception(
    settings: Settings, library_now: LibraryNow, vitals: Vitals = UNWATCHED
) -> AsyncIterator[tuple[Reception, Figures]]:
    """Open the database and give the one door of all inputs, and what is published; write the last counters at the end.

    Raises:
        StorageError: the database cannot be opened.
    """
    path = Path(settings.database)
    async with open_database(path) as database:
        secret = load_secret(settings.secret_key, path)
        recordings = FolderRecordings(Path(settings.content_dir))
        reception = Reception(library_now, database.counters, database.preferences, secret, recordings=recordings)
        reception.vitals = vitals
        reception.figures_desk = StatsDesk(database.figures, settings.minimum_count, library_now)
        closing = asyncio.Event()
        publication = Publication(database.counters, database.figures, settings.minimum_count, library_now)
        await publication.run(clock())
        upkeep = [
            asyncio.create_task(_repeat(FLUSH_SECONDS, reception.write_counts, closing)),
            asyncio.create_task(_repeat(FORGET_SECONDS, lambda: reception.forget_idle(clock()), closing)),
            asyncio.create_task(_repeat(PUBLISH_SECONDS, lambda: publication.run(clock()), closing)),
        ]
        try:
            yield reception, database.figures
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
    office = Office(settings, clock, serves_telegram="telegram" in channels)
    library = LiveLibrary(Path(settings.content_dir), load_library(settings), build_apart, office.alerts)
    gc.freeze()  # what stays is left alone by the collector: going through a library takes a fifth of a second
    ages = AgeWatch(library, office.alerts)
    stopping = asyncio.Event()
    async with (
        open_reception(settings, library, office.health) as (reception, figures),
        contextlib.AsyncExitStack() as stack,
    ):
        telegram = None
        if "telegram" in channels:
            telegram = await stack.enter_async_context(TelegramChannel(settings, reception, clock, None, office.health))
        with listen(settings.host, settings.port) as listener, stop_on_signals(stopping):
            port = listener.getsockname()[1]
            announce(_describe(settings, port, telegram))
            elsewhere = _elsewhere(library, ages, telegram)
            secret = load_secret(settings.secret_key, Path(settings.database))
            routes: list[BaseRoute] = [audio_route(reception, clock), *_webhook_route(settings, telegram)]
            routes += office.routes(secret, elsewhere, dashboard_parts(figures, library, clock, settings.minimum_count))
            site = Site(reception, clock, routes, elsewhere.standing, office.health)
            await office.watch.look()
            running = [
                asyncio.create_task(serve_application(site.application, listener, stopping)),
                asyncio.create_task(_follow(Path(settings.content_dir), library, ages, telegram, stopping)),
                asyncio.create_task(_repeat(LOOK_SECONDS, office.watch.look, stopping)),
            ]
            if telegram is not None:
                serve_telegram = telegram.listen if settings.webhook_url else telegram.poll
                running.append(asyncio.create_task(serve_telegram(stopping)))
                running.append(asyncio.create_task(office.alerts.deliver(telegram.notify, stopping)))
            await _run_together(running, stopping)


def _elsewhere(library: LiveLibrary, ages: AgeWatch, telegram: TelegramChannel | None) -> Elsewhere:
    """Return what the operators' pages show of the other parts."""
    return Elsewhere(
        standing=lambda: library.standing() + ages.standing(),
        revision=lambda: library().revision,
        is_content_refused=lambda: library.trouble is not None,
        waiting=lambda: telegram.waiting if telegram else 0,
    )


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


def _describe(settings: Settings, port: int, telegram: TelegramChannel | None) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    if telegram is not None:
        state = "Telegram is on"
    elif settings.telegram_bot_token:
        state = "Telegram is off: only the browser page was asked for"
    else:
        state = "Telegram is off: TELEGRAM_BOT_TOKEN is not set"
    return f"Wegwijs is at http://{host}:{port}/ ({state})"


def _webhook_route(settings: Settings, telegram: TelegramChannel | None) -> list[BaseRoute]:
    """Return the route of Telegram's webhook, at the path of WEBHOOK_URL; none in polling mode."""
    if telegram is None or not settings.webhook_url:
        return []

    async def take(request: Request) -> Response:
        secret = request.headers.get("x-telegram-bot-api-secret-token", "")
        return Response(status_code=await telegram.take(request.stream(), secret))

    return [Route(urlsplit(settings.webhook_url).path or "/", take, methods=["POST"])]
