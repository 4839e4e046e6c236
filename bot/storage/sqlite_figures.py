"""Published figures in SQLite, beside the counters that they come from."""

import json
from collections.abc import Collection, Mapping, Sequence

from bot.ports import CounterKey, Figure
from bot.storage.sqlite_file import SqliteFile

FORGET_COUNTER = "DELETE FROM counters WHERE day = ? AND what = ? AND value = ?"
_CLOSE = "INSERT INTO periods (period, k) VALUES (?, ?) ON CONFLICT (period) DO NOTHING"
_PUBLISH = "INSERT INTO figures (period, what, value, n) VALUES (?, ?, ?, ?)"
_READ = """
    SELECT period, what, value, n FROM figures
    WHERE period IN (SELECT value FROM json_each(?)) ORDER BY period, what, value
"""
_ADD_UP = """
    INSERT INTO figures (period, what, value, n) SELECT ?, what, value, n FROM figures WHERE period = ?
    ON CONFLICT (period, what, value) DO UPDATE SET n = n + excluded.n
"""
_CLOSE_MONTH = "INSERT INTO periods (period, k) VALUES (?, ?) ON CONFLICT (period) DO UPDATE SET k = max(k, excluded.k)"
_FORGET = ("DELETE FROM figures WHERE period = ?", "DELETE FROM periods WHERE period = ?")


class SqliteFigures:
    """Keeps the contract of `bot.ports.Figures`."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    async def closed(self) -> Mapping[str, int]:
        """Return every published period and its threshold."""
        rows = await self._file.read("SELECT period, k FROM periods ORDER BY period")
        return {row[0]: row[1] for row in rows}

    async def read(self, periods: Collection[str]) -> Sequence[Figure]:
        """Return the figures of some periods, in order."""
        return [Figure(*row) for row in await self._file.read(_READ, (json.dumps(sorted(periods)),))]

    async def freeze(self, period: str, k: int, figures: Sequence[Figure], spent: Collection[CounterKey]) -> None:
        """Publish a period, unless it was published before, and delete the counters behind it."""
        async with self._file.change() as connection:
            async with connection.execute(_CLOSE, (period, k)) as cursor:
                is_first = cursor.rowcount == 1
            if is_first:
                rows = [(figure.period, figure.what, figure.value, figure.n) for figure in figures]
                await connection.executemany(_PUBLISH, rows)
            await connection.executemany(FORGET_COUNTER, rows_of(spent))

    async def roll(self, parts: Collection[str], month: str, k: int) -> None:
        """Add figures to those of a month, and delete the periods they came from."""
        async with self._file.change() as connection:
            await connection.executemany(_ADD_UP, [(month, part) for part in parts])
            await connection.execute(_CLOSE_MONTH, (month, k))
            for order in _FORGET:
                await connection.executemany(order, [(part,) for part in parts])

    async def forget(self, periods: Collection[str]) -> None:
        """Delete periods and their figures."""
        async with self._file.change() as connection:
            for order in _FORGET:
                await connection.executemany(order, [(period,) for period in periods])


def rows_of(keys: Collection[CounterKey]) -> list[tuple[str, str, str]]:
    """Return counters as the rows of an order."""
    return [(key.day.isoformat(), key.what, key.value) for key in keys]
