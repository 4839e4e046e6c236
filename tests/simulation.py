"""A made-up year: people in all languages who open menus and pages, write words, and answer whether a page helped.

Each act is one that the conversation really answers; what it adds to the counters is worked out once for each act and
hour, and then counted as often as the act happens. So a million inputs take seconds.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.dialogue.inputs import Commanded, Input, Pressed, Said, SentSomethingElse
from bot.dialogue.position import Act, Position, home
from bot.dialogue.respond import respond
from bot.dialogue.turns import CROSSED, Count, Counted
from bot.ports import CounterKey
from bot.reception import Reception

FIRST_DAY = date(2026, 1, 1)
DAYS = 400
INPUTS = 1_000_000
CHANNELS = ("telegram", "web")
_AREAS = ("9000", "4000", "1000", "2060")
_WORDS = ("doctor", "zzzz")
_NOON = 12
_ACTS = {
    "step": 55, "menu": 20, "places": 8, "found": 4, "not-found": 2, "original": 3, "helped": 4, "old": 2, "photo": 2,
}  # fmt: skip
"""How often each thing is done, in a hundred."""
_DEALT = [act for act, share in _ACTS.items() for _ in range(share)]


@dataclass(frozen=True)
class Use:
    """One input of somebody: when, by which channel, and what it adds to the counters."""

    moment: datetime
    channel: str
    counts: tuple[Count, ...]


class Year:
    """Draws inputs: some languages and pages are common, most are rare, as in life."""

    def __init__(self, library: Library, *, days: int = DAYS, inputs: int = INPUTS, seed: int = 1) -> None:
        self._library = library
        self._chance = Random(seed)  # noqa: S311 - a simulation needs no secret
        self.days = tuple(FIRST_DAY + n * timedelta(days=1) for n in range(days))
        self._a_day = inputs // days
        self._locales = list(library.locales)
        self._steps = sorted(library.steps)
        self._chance.shuffle(self._locales)
        self._chance.shuffle(self._steps)
        self._counts_of = cache(self._work_out)

    def uses(self, day: date) -> Iterator[Use]:
        """Yield everything that happens on a day."""
        for _ in range(self._a_day):
            hour = min(max(round(self._chance.gauss(14, 4)), 0), 23)
            locale = self._locales[min(int(self._chance.expovariate(0.25)), len(self._locales) - 1)]
            step = self._steps[min(int(self._chance.expovariate(0.03)), len(self._steps) - 1)]
            moment = datetime.combine(day, time(hour, 30), BELGIUM)
            channel = CHANNELS[self._chance.random() < 0.2]
            act = self._chance.choice(_DEALT)
            is_of_page = act in {"step", "original", "helped"}
            detail = self._chance.randrange(1, 5) if act in {"places", "helped"} else 0
            at = hour if act == "menu" else _NOON
            yield Use(moment, channel, self._counts_of(act, locale, step if is_of_page else "", detail, at))

    def _work_out(self, act: str, locale: str, step: str, detail: int, hour: int) -> tuple[Count, ...]:
        moment = datetime.combine(self._library.content_date, time(hour, 30), BELGIUM)
        position, given = self._input(act, Position(Act.STEP, locale, f"step:{step}"), detail)
        return respond(self._library, position, given, moment).counts

    def _input(self, act: str, here: Position, detail: int) -> tuple[Position, Input]:
        nobody = home(here.locale)
        match act:
            case "step":
                return here, Pressed()
            case "original":
                return replace(here, act=Act.ORIGINAL), Pressed()
            case "helped":
                return replace(here, act=Act.HELPED, page=detail), Pressed()
            case "places":
                kind = list(self._library.bot.kinds)[detail]
                return Position(Act.PLACES, here.locale, f"kind:{kind}", area=_AREAS[detail - 1]), Pressed()
            case "old":
                return nobody, Pressed(is_old=True)
            case "photo":
                return nobody, SentSomethingElse()
            case "menu":
                return nobody, Commanded("menu")
            case _:
                return nobody, Said(_WORDS[act == "not-found"])


class Tally:
    """Adds up the same uses on its own, without the program: what the counters must hold."""

    def __init__(self) -> None:
        self.numbers: Counter[CounterKey] = Counter()

    def add(self, use: Use) -> None:
        """Add one use: by day; a crossing by the Monday of its week."""
        day = use.moment.date()
        monday = day - timedelta(days=day.weekday())
        for count in use.counts:
            self.numbers[CounterKey(monday if count.what in CROSSED else day, count.what.value, count.value)] += 1
            if count.what is Counted.LOCALE:
                self.numbers[CounterKey(day, "channel", use.channel)] += 1


def count(reception: Reception, use: Use) -> None:
    """Hand a use to the counters of the program."""
    reception.count(use.channel, use.counts, use.moment)
