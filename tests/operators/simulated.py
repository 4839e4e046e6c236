"""Figures of an imagined bot, published by the rules: for tests of what operators see, and for pictures of it."""

from datetime import date, datetime, time, timedelta
from random import Random

from bot.content.talks import BELGIUM
from bot.dialogue.turns import Counted
from bot.operators.closing import close_periods
from bot.operators.publishing import Rules
from bot.ports import CounterKey
from bot.reception import counted_on
from bot.storage.memory import MemoryCounters, MemoryFigures

TODAY = date(2026, 11, 26)
"""A Thursday."""
NOW = datetime.combine(TODAY, time(12), BELGIUM)
RULES = Rules(10, {"locale": 24, "step-locale": 24, "hour": 24})
_DAY = timedelta(days=1)
_MENUS = {
    "en": 38, "fr": 61, "ar": 74, "nl": 19, "ti": 33, "prs": 41, "ps": 22, "so": 12, "ka": 14, "ckb": 6, "sq": 4,
}  # fmt: skip
_PAGES = {
    "urgent-medical-aid.start": 52, "trust.start": 31, "legal-help.start": 44, "detention.start": 17,
    "emergency.numbers": 23, "assisted-return.start": 29, "options.start": 21, "cards.start": 5,
}  # fmt: skip
_HOURS, _CHANNELS = range(9, 22), ("telegram", "telegram", "web")
_OTHER = {
    "search": {"found": 34, "not-found": 18}, "wanted": {"bn": 14, "vi": 11, "zh": 2}, "fallback": {"ckb": 12},
    "wrong": {"urgent-medical-aid.start": 2}, "campaign": {"poster-north": 24},
    "helped": {"urgent-medical-aid.start|yes": 9, "urgent-medical-aid.start|no": 3},
}  # fmt: skip


async def simulate(days: int, size: float = 1.0) -> MemoryFigures:
    """Return what is published of a bot that ran for so many days until today, busier from week to week."""
    counters = MemoryCounters()
    figures, chance = MemoryFigures(counters), Random(8)  # noqa: S311 - imagined numbers guard nothing
    for back in range(days, 0, -1):
        day = TODAY - back * _DAY
        growth = size * (1.2 - back / 150) * (0.5 if day.weekday() > 4 else 1)
        for what, values in ({"locale": _MENUS, "step": _PAGES} | _OTHER).items():
            for value, usual in values.items():
                n = round(usual * growth * chance.uniform(0.7, 1.3))
                await counters.add({CounterKey(counted_on(Counted(what), day), what, value): n})
                if what == "locale":  # each menu has a channel and an hour too
                    for _ in range(n):
                        hour, channel = f"{chance.choice(_HOURS):02}", chance.choice(_CHANNELS)
                        await counters.add({CounterKey(day, "hour", hour): 1, CounterKey(day, "channel", channel): 1})
    await close_periods(counters, figures, RULES, NOW)
    return figures
