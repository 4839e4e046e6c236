"""Published figures for tests of what operators look at: a quarter of a small bot, closed night after night."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from bot.content.talks import BELGIUM
from bot.dialogue.turns import CROSSED
from bot.operators.closing import close_periods
from bot.operators.publishing import Rules
from bot.ports import CounterKey
from bot.storage.memory import MemoryCounters, MemoryFigures

DAY = timedelta(days=1)
LAST = date(2026, 11, 22)
"""A Sunday: its week is over the day after."""
RULES = Rules(10, {"locale": 24, "hour": 24, "step-locale": 24, "kind": 8, "province": 11})
DAILY: Mapping[tuple[str, str], int] = {
    ("step", "detention.start"): 34,
    ("step", "detention.judge"): 12,
    ("step", "trust.welcome"): 9,
    ("locale", "ti"): 25,
    ("locale", "ar"): 12,
    ("channel", "telegram"): 37,
    ("hour", "09"): 20,
    ("hour", "21"): 17,
    ("search", "not-found"): 11,
    ("wanted", "bn"): 14,
    ("wanted", "mn"): 3,
    ("wrong", "detention.judge"): 10,
    ("campaign", "antwerp"): 10,
    ("step-locale", "detention.start|ti"): 20,
    ("step-locale", "detention.start|ar"): 13,
    ("step-locale", "detention.start|ps"): 1,
    ("helped", "detention.start|yes"): 5,
    ("helped", "detention.start|no"): 2,
}


async def fill(days: int = 90) -> MemoryFigures:
    """Return the figures of so many days up to a Sunday, each like the other."""
    counters = MemoryCounters()
    figures = MemoryFigures(counters)
    for back in range(days, -1, -1):
        day = LAST - back * DAY
        monday = day - day.weekday() * DAY
        await counters.add({CounterKey(monday if cell[0] in CROSSED else day, *cell): n for cell, n in DAILY.items()})
        await close_periods(counters, figures, RULES, datetime.combine(day + DAY, time(3), BELGIUM))
    return figures
