"""/metrics for Prometheus: how the program does its work, and never what people read, in which language, or who."""

import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from itertools import accumulate

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.operators.guard import Guard, Verdict, address_of
from bot.operators.health import BOUNDS, Health
from bot.operators.readiness import Readiness, Trouble
from bot.operators.site import Guarded

CHALLENGE = {"WWW-Authenticate": 'Basic realm="Wegwijs metrics", charset="UTF-8"'}
UNAUTHORIZED, TOO_MANY = 401, 429


@dataclass(frozen=True, slots=True)
class Readings:
    """Where the figures come from: the health of the program, and what stands elsewhere at this moment."""

    health: Health
    readiness: Readiness
    revision: Callable[[], str]
    is_content_refused: Callable[[], bool] = lambda: False
    waiting: Callable[[], int] = lambda: 0
    lost_alerts: Callable[[], int] = lambda: 0


@dataclass(frozen=True, slots=True)
class Versions:
    """What runs here."""

    bot: str
    python: str
    telegram: str


def versions() -> Versions:
    """Return the versions of the program, of Python and of python-telegram-bot."""
    return Versions(version("wegwijs"), platform.python_version(), version("python-telegram-bot"))


class Figures(Collector):
    """All figures of one look, under names that deploy/ knows."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._versions = versions()

    def collect(self) -> Iterator[Metric]:
        """Yield each figure with its name and meaning."""
        yield from self._counters()
        yield self._histogram()
        yield from self._gauges()
        yield from self._labelled()

    def _counters(self) -> Iterator[Metric]:
        health = self._readings.health
        for name, meaning, value in (
            ("inputs", "Inputs of any kind, answered or not.", health.inputs),
            ("input_errors", "Inputs that could not be answered as they should.", health.errors),
            ("telegram_waits", "Times that Telegram asked to wait (429).", health.waits),
            ("database_failures", "Times that the database refused something.", health.database_failures),
            ("lost_alerts", "Alerts that an operator could not be sent on Telegram.", self._readings.lost_alerts()),
        ):
            yield CounterMetricFamily(f"wegwijs_{name}", meaning, value)

    def _histogram(self) -> Metric:
        health = self._readings.health
        bounds = [*map(str, BOUNDS), "+Inf"]
        buckets = list(zip(bounds, map(float, accumulate(health.classes)), strict=True))
        return HistogramMetricFamily("wegwijs_answer_seconds", "Time to answer an input.", buckets, health.seconds)

    def _gauges(self) -> Iterator[Metric]:
        health = self._readings.health
        for name, meaning, value in (
            ("waiting_updates", "Updates taken from Telegram and not answered yet.", self._readings.waiting()),
            ("telegram_expected", "1 if the bot serves Telegram.", self._readings.readiness.expects_telegram),
            ("content_refused", "1 while the content on disk has errors.", self._readings.is_content_refused()),
            ("started_time_seconds", "When the program was started.", health.started.timestamp()),
            ("last_flush_time_seconds", "When counts were last written; 0: not yet.", _moment(health.last_flush)),
            ("last_telegram_time_seconds", "When Telegram was last there; 0: not yet.", _moment(health.last_telegram)),
            ("disk_free_bytes", "Room on the disk of the database.", health.disk.free if health.disk else 0),
            ("disk_total_bytes", "Size of the disk of the database.", health.disk.total if health.disk else 0),
        ):
            yield GaugeMetricFamily(f"wegwijs_{name}", meaning, float(value))

    def _labelled(self) -> Iterator[Metric]:
        troubles = self._readings.readiness.troubles()
        family = GaugeMetricFamily("wegwijs_trouble", "1 for what keeps the bot from being ready.", labels=["cause"])
        for trouble in Trouble:
            family.add_metric([trouble.value], trouble in troubles)
        yield family
        build = GaugeMetricFamily(
            "wegwijs_build_info", "What runs here.", labels=["version", "python", "telegram_library", "content"]
        )
        here = self._versions
        build.add_metric([here.bot, here.python, here.telegram, self._readings.revision()], 1)
        yield build


def _moment(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0


def registry_of(readings: Readings) -> CollectorRegistry:
    """Return a registry with our figures and those of the process (memory, processor, open files), nothing else."""
    registry = CollectorRegistry()
    registry.register(Figures(readings))
    ProcessCollector(registry=registry)
    return registry


def metrics_routes(guard: Guard, readings: Readings) -> list[BaseRoute]:
    """Return /metrics behind the operators' guard, with HTTP Basic for programs; none where nobody can get in."""
    registry = registry_of(readings)

    async def answer(request: Request) -> Response:
        if not guard.is_in(request):
            verdict = await guard.try_basic(request)
            if verdict is Verdict.TOO_OFTEN:
                wait = str(guard.attempts.minutes_left(address_of(request)) * 60)
                return PlainTextResponse("Too many wrong passwords.\n", TOO_MANY, {"Retry-After": wait})
            if verdict is not Verdict.RIGHT:
                return PlainTextResponse("The operators' password is needed.\n", UNAUTHORIZED, CHALLENGE)
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return [] if guard.is_shut else [Route("/metrics", Guarded(guard, answer))]
