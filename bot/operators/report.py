"""The figures as plain text: what is published of a stretch of time, beside the one before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.dialogue.turns import Counted
from bot.operators.periods import Period
from bot.operators.views import Table

Tables = Mapping[Counted, Table]
TITLES: Mapping[Counted, str] = {
    Counted.STEP: "pages",
    Counted.LOCALE: "menus, by language",
    Counted.CHANNEL: "menus, by channel",
    Counted.HOUR: "menus, by hour of the day",
    Counted.CAMPAIGN: "starts by a campaign",
    Counted.KIND: "lists of places, by kind",
    Counted.PROVINCE: "lists of places, by province",
    Counted.SEARCH: "typed words",
    Counted.WANTED: "languages wanted and not there",
    Counted.ENGLISH: "switches to English, from",
    Counted.FALLBACK: "pages not there in the language",
    Counted.WITHHELD: "pages not shown, too old",
    Counted.WRONG: '"something here is wrong"',
    Counted.LISTENED: "recordings played",
    Counted.OLD_BUTTON: "old buttons, by language",
    Counted.UNSUPPORTED: "photos, voice and the like",
    Counted.ERROR: "faults of the bot, by channel",
    Counted.STEP_LOCALE: "pages by language",
    Counted.HELPED: '"Did this page help?"',
}
"""What operators read above a table."""
_WIDTH = 44
_NUMBER = 11


def explain(k: int) -> tuple[str, str]:
    """Return the two sentences that stand above figures."""
    rule = f"Each number is rounded down to a multiple of {k}; what is fewer than {k} is not listed."
    return f"{rule} Each total is the sum of the numbers shown.", "They count pages and presses, not people."


def say_state(closed: Iterable[str]) -> str:
    """Say up to when the bot has published; it closes a day an hour after midnight, while it runs."""
    days = [label for label in closed if label.count("-") == 2]  # noqa: PLR2004 - 2026-11-28
    last = f"The last day that the bot has closed is {max(days)}." if days else "The bot has closed no day yet."
    return f"{last} It closes a day an hour after midnight, while it runs."


def write_report(period: Period, tables: Tables, before: Tables, k: int) -> Iterator[str]:
    """Yield the lines of one stretch of time, each number beside that of the stretch before."""
    yield f"{name_of(period):{_WIDTH}}{'figure':>{_NUMBER}}{'before':>{_NUMBER}}"
    for what in Counted:
        yield from _table_lines(tables[what], before[what], k)


def name_of(period: Period) -> str:
    """Return a period in words: Day 2026-11-28, Week 2026-W48 (2026-11-23 to 2026-11-29), Month 2026-11."""
    if period.first == period.last:
        return f"Day {period.label}"
    if "W" in period.label:
        return f"Week {period.label} ({period.first} to {period.last})"
    return f"Month {period.label}"


def _table_lines(table: Table, before: Table, k: int) -> Iterator[str]:
    earlier = dict(before.figures)
    values = list(dict.fromkeys((*(value for value, _ in table.figures), *earlier)))
    if not values:
        return
    now = dict(table.figures)
    yield f"  {TITLES[table.what]}"
    for value in values:
        yield _line(f"    {value.replace('|', ', ')}", now.get(value, 0), earlier.get(value, 0), k)
    yield _line("    total shown", table.total, before.total, k)


def _line(name: str, n: int, earlier: int, k: int) -> str:
    cells: Sequence[str] = [str(number) if number else f"< {k}" for number in (n, earlier)]
    return f"{name:{_WIDTH}}" + "".join(f"{cell:>{_NUMBER}}" for cell in cells)
