"""The operators' page about the program itself: how it does its work since it was started."""

from collections.abc import Iterator
from datetime import datetime

from starlette.requests import Request

from bot.operators.health import BOUNDS, Health
from bot.operators.layout import Part, Sheet
from bot.operators.metrics import Readings, versions

Row = tuple[str, str]
_MEGABYTE = 1_000_000
_NONE = "none yet"


def health_part(readings: Readings) -> Part:
    """Return the page at /operators/health."""

    async def show(request: Request) -> Sheet:
        del request
        return Sheet("health.html", {"troubles": readings.readiness.sentences(), "tables": dict(_tables(readings))})

    return Part("health", "System health", show)


def _tables(readings: Readings) -> Iterator[tuple[str, list[Row]]]:
    health = readings.health
    inputs, errors = health.recent()
    yield (
        "Answers",
        [
            ("Inputs in the last ten minutes", str(inputs)),
            ("of these, not answered as they should be", str(errors)),
            ("Inputs since the start", str(health.inputs)),
            ("of these, not answered as they should be", str(health.errors)),
            *_latency(health),
        ],
    )
    yield "Telegram", list(_telegram(readings))
    yield (
        "Database",
        [
            ("Counts last written", _moment(health.last_flush)),
            ("Counts wait since", _moment(health.counts_wait_since, "they do not wait")),
            ("Times the database refused something", str(health.database_failures)),
            ("Room on its disk", _room(health)),
        ],
    )
    here = versions()
    yield (
        "What runs",
        [
            ("Started", _moment(health.started)),
            ("Content in use, revision", readings.revision()),
            ("Wegwijs", here.bot),
            ("Python", here.python),
            ("python-telegram-bot", here.telegram),
        ],
    )


def _latency(health: Health) -> Iterator[Row]:
    """Yield how many answers took how long, in three steps that say something to a person."""
    answered, done = sum(health.classes), 0
    if not answered:
        yield "Time to answer", _NONE
        return
    for bound, count in zip(BOUNDS, health.classes, strict=False):
        done += count
        if bound in {0.5, 2.0, 8.0}:
            yield f"answered within {bound:g}\N{NO-BREAK SPACE}s", f"{100 * done // answered} %"
    yield "Time to answer, on average", f"{health.seconds / answered:.2f} s"


def _telegram(readings: Readings) -> Iterator[Row]:
    if not readings.readiness.expects_telegram:
        yield "Telegram", "not served by this program"
        return
    yield "Last there", _moment(readings.health.last_telegram)
    yield "Updates taken and not answered yet", str(readings.waiting())
    yield "Times it asked to wait (429)", str(readings.health.waits)
    yield "Alerts that did not reach an operator", str(readings.lost_alerts())


def _moment(moment: datetime | None, none: str = _NONE) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment else none


def _room(health: Health) -> str:
    if health.disk is None:
        return "not looked at yet"
    share = 100 * health.disk.free // max(health.disk.total, 1)
    return f"{health.disk.free // _MEGABYTE} MB free of {health.disk.total // _MEGABYTE} MB ({share} %)"
