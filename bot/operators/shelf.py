"""The published figures in memory, read again only when a period was closed since: what is published never changes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.operators.closing import open_day
from bot.operators.periods import Period
from bot.operators.views import Spans, labels_of, last_spans
from bot.ports import Figure, Figures

_DAY = timedelta(days=1)


class Shelved:
    """All that was published up to a moment."""

    def __init__(self, closed: Mapping[str, int], figures: Iterable[Figure], today: date) -> None:
        self.closed = closed
        self.today = today
        self._by_period: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._by_period[figure.period].append(figure)

    @property
    def spans(self) -> tuple[Spans, ...]:
        """The last closed day, week and month, each with the one before."""
        return last_spans(self.today)

    def all(self) -> list[Figure]:
        """Return every figure, oldest period first."""
        return [figure for label in sorted(self.closed) for figure in self._by_period[label]]

    def within(self, span: Period) -> list[Figure]:
        """Return the figures of a period and of the days and weeks of it."""
        return [figure for label in sorted(labels_of([span])) for figure in self._by_period.get(label, ())]

    def weeks(self, how_many: int) -> Sequence[str]:
        """Return the newest closed weeks, oldest first."""
        return sorted(label for label in self.closed if "W" in label)[-how_many:]

    def of(self, label: str) -> Sequence[Figure]:
        """Return the figures of one period."""
        return self._by_period.get(label, ())


class Shelf:
    """Gives what is published now."""

    def __init__(self, figures: Figures, now: Callable[[], datetime]) -> None:
        self._figures = figures
        self._now = now
        self._published: Shelved | None = None

    async def look(self) -> Shelved:
        """Return all published figures.

        Raises:
            StorageError: the database cannot be read.
        """
        closed = await self._figures.closed()
        today = open_day(self._now())
        if self._published is None or self._published.closed != closed:
            self._published = Shelved(closed, await self._figures.read(closed), today)
        elif self._published.today != today:
            self._published = Shelved(closed, self._published.all(), today)
        return self._published
