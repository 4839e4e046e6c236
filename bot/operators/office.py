"""Everything that operators have, put together once: health, watch, alerts, guard, pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.routing import BaseRoute

from bot.operators.alert_days import alert_file
from bot.operators.alerts import Alerts
from bot.operators.guard import Guard
from bot.operators.health import Health
from bot.operators.health_page import health_part
from bot.operators.layout import Part
from bot.operators.metrics import Readings, metrics_routes
from bot.operators.readiness import Readiness
from bot.operators.site import OperatorSite
from bot.operators.standing_page import standing_part
from bot.operators.watch import HealthWatch
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the pages show and other parts of the program know."""

    standing: Callable[[], Sequence[str]]
    revision: Callable[[], str]
    is_content_refused: Callable[[], bool]
    waiting: Callable[[], int]


class Office:
    """Made before the other parts, so that they can note and tell from their beginning."""

    def __init__(self, settings: Settings, now: Callable[[], datetime], *, serves_telegram: bool) -> None:
        """Take all settings and the clock; without Telegram, what is told stands in the log."""
        database = Path(settings.database)
        chats = settings.operator_ids if serves_telegram else ()
        self._settings = settings
        self._now = now
        self.health = Health(now)
        self.alerts = Alerts(chats, lambda: now().date(), alert_file(database))
        self.watch = HealthWatch(self.health, self.alerts, database, now)
        self.readiness = Readiness(self.health, self.alerts.notes, expects_telegram=serves_telegram)

    def routes(self, secret: bytes, elsewhere: Elsewhere, parts: Sequence[Part] = ()) -> list[BaseRoute]:
        """Return /readyz, and behind the guard /metrics and the pages: what stands now, `parts`, system health."""
        readings = Readings(
            self.health, self.readiness, elsewhere.revision, elsewhere.is_content_refused, elsewhere.waiting,
            lambda: self.alerts.lost,
        )  # fmt: skip
        guard = Guard(self._settings, secret, self._now)

        def standing() -> tuple[str, ...]:
            return (*self.readiness.sentences(), *elsewhere.standing())

        first, last = standing_part(standing, elsewhere.revision), health_part(readings)
        pages = OperatorSite(guard, [first, *parts, last])
        return [self.readiness.route(), *metrics_routes(guard, readings), *pages.routes()]
