"""Counters, language preferences and recordings in memory: for talks without a disk, gone when the program ends."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from bot.content.audio import Recording
from bot.content.sound import sound_digest
from bot.errors import StorageError
from bot.ports import CounterKey, Figure
from bot.storage.keeping import is_idle, is_refresh_due


class MemoryCounters:
    """Keeps the contract of `bot.ports.Counters`."""

    def __init__(self) -> None:
        self._numbers: Counter[CounterKey] = Counter()

    async def add(self, additions: Mapping[CounterKey, int]) -> None:
        """Add all numbers; memory never refuses."""
        self._numbers.update(additions)

    async def forget(self, keys: Collection[CounterKey]) -> None:
        """Delete counters."""
        for key in keys:
            self._numbers.pop(key, None)

    async def read(self, first: date, last: date) -> Sequence[tuple[CounterKey, int]]:
        """Return the counters of the days from first to last, sorted by day, what and value."""
        chosen = [(key, n) for key, n in self._numbers.items() if first <= key.day <= last]
        return sorted(chosen, key=lambda row: (row[0].day, row[0].what, row[0].value))


class MemoryFigures:
    """Keeps the contract of `bot.ports.Figures`, beside the counters that it deletes from."""

    def __init__(self, counters: MemoryCounters) -> None:
        self._counters = counters
        self._periods: dict[str, int] = {}
        self._numbers: Counter[tuple[str, str, str]] = Counter()

    async def closed(self) -> Mapping[str, int]:
        """Return every published period and its threshold."""
        return dict(self._periods)

    async def read(self, periods: Collection[str]) -> Sequence[Figure]:
        """Return the figures of some periods, in order."""
        return sorted(Figure(*key, n) for key, n in self._numbers.items() if key[0] in periods)

    async def freeze(self, period: str, k: int, figures: Sequence[Figure], spent: Collection[CounterKey]) -> None:
        """Publish a period, unless it was published before, and delete the counters behind it."""
        if period not in self._periods:
            self._periods[period] = k
            self._numbers.update({(figure.period, figure.what, figure.value): figure.n for figure in figures})
        await self._counters.forget(spent)

    async def roll(self, parts: Collection[str], month: str, k: int) -> None:
        """Add figures to those of a month, and delete the periods they came from."""
        for figure in await self.read(parts):
            self._numbers[month, figure.what, figure.value] += figure.n
        self._periods[month] = max(k, self._periods.get(month, k))
        await self.forget(parts)

    async def forget(self, periods: Collection[str]) -> None:
        """Delete periods and their figures."""
        for period in periods:
            self._periods.pop(period, None)
        self._numbers = Counter({key: n for key, n in self._numbers.items() if key[0] not in periods})


class MemoryPreferences:
    """Keeps the contract of `bot.ports.Preferences`."""

    def __init__(self) -> None:
        self._kept: dict[bytes, tuple[str, date]] = {}

    async def find(self, chat: bytes, today: date) -> str | None:
        """Return the language kept for a chat, unless it was not used for 30 days."""
        locale, used = self._kept.get(chat, ("", date.min))
        if not locale or is_idle(used, today):
            return None
        if is_refresh_due(used, today):
            self._kept[chat] = (locale, today)
        return locale

    async def keep(self, chat: bytes, locale: str, today: date) -> None:
        """Keep a language for a chat, replacing an earlier one."""
        self._kept[chat] = (locale, today)

    async def forget(self, chat: bytes) -> None:
        """Drop what is kept for a chat, if anything is."""
        self._kept.pop(chat, None)

    async def forget_idle(self, today: date) -> int:
        """Drop every language not used for 30 days; return how many."""
        idle = [chat for chat, (_, used) in self._kept.items() if is_idle(used, today)]
        for chat in idle:
            del self._kept[chat]
        return len(idle)


class MemoryRecordings:
    """Keeps the contract of `bot.ports.Recordings`: path below the content folder -> bytes."""

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        self._files = files or {}

    async def read(self, recording: Recording) -> bytes:
        """Return the bytes of a recording; StorageError if they are not those that the library was made with."""
        data = self._files.get(recording.file, b"")
        if sound_digest(data) != recording.digest:
            raise StorageError(f"The recording {recording.file} is not there.")
        return data
