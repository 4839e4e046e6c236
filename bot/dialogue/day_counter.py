"""The day counter: from the day a letter came and the number of days written on it to the last safe day.

The days are counted so that no rule can make the true deadline earlier: every calendar day counts, from the day
after the letter came, and an end on a Saturday, Sunday or public holiday goes back to the working day before.
(The rule known until June 2026, article 39/57 § 2 of the Act of 15 December 1980, went forward to the next working
day; its successor was not read, so the earlier day stands.)
"""

from dataclasses import replace
from datetime import date, timedelta

from bot.content.library import Library
from bot.content.model import Step
from bot.content.phrases import Phrase
from bot.dialogue.messages import Block, Button, Row, Run, plain_block
from bot.dialogue.position import Act, Position
from bot.i18n.bidi import isolate_name
from bot.i18n.formats import format_full_day, format_short_day
from bot.i18n.units import say_duration
from bot.places.working_days import last_working_day

DAYS_ON_A_PAGE = 14
PAGES = 3
"""Six weeks back: older letters need a lawyer, not a counter."""
_IN_A_ROW = 2


def last_safe_day(arrival: date, days: int) -> date:
    """Return the last working day on which no deadline of so many days can have passed; never before the arrival."""
    return max(arrival, last_working_day(arrival + timedelta(days=days)))


def counter_rows(library: Library, position: Position, step: Step, today: date) -> tuple[Row, ...]:
    """Return the buttons of a page of the counter: days, numbers of days, or none."""
    if step.counter == "day" and step.then:
        return _day_rows(library, position, step.then, today)
    if step.counter == "number" and step.then and position.day:
        return _number_rows(position, step, step.then)
    return ()


def counter_blocks(library: Library, position: Position, step: Step, today: date) -> list[Block]:
    """Return what a page of the counter has found out: the day that was picked, the last safe day."""
    locale, arrival = position.locale, position.day
    if arrival is None or step.counter not in {"number", "result"}:
        return []
    came = isolate_name(format_full_day(arrival, locale), locale)
    if step.counter == "number":
        return [plain_block("paragraph", library.say(locale, Phrase.COUNTER_CAME, date=came), locale)]
    last = last_safe_day(arrival, position.page)
    counted = isolate_name(say_duration(position.page, "days", locale), locale)
    phrase = Phrase.COUNTER_LAST if last >= today else Phrase.COUNTER_PASSED
    words = library.say(locale, phrase, date=isolate_name(format_full_day(last, locale), locale))
    reason = library.say(locale, Phrase.COUNTER_HOW, date=came, duration=counted)
    return [Block("paragraph", (Run(words, bold=True),), locale), plain_block("paragraph", reason, locale)]


def _day_rows(library: Library, position: Position, then: str, today: date) -> tuple[Row, ...]:
    page = min(position.page, PAGES - 1)
    newest = today - timedelta(days=page * DAYS_ON_A_PAGE)
    onward = position.forward(Act.STEP, f"step:{then}")
    days = [newest - timedelta(days=back) for back in range(DAYS_ON_A_PAGE)]
    buttons = [Button(format_short_day(day, position.locale), "", replace(onward, day=day)) for day in days]
    rows = _in_rows(buttons)
    if page < PAGES - 1:
        earlier = Button(library.say(position.locale, Phrase.COUNTER_EARLIER), "time", replace(position, page=page + 1))
        rows = (*rows, (earlier,))
    return rows


def _number_rows(position: Position, step: Step, then: str) -> tuple[Row, ...]:
    onward = replace(position.forward(Act.STEP, f"step:{then}"), day=position.day)
    locale = position.locale
    return _in_rows(
        [Button(say_duration(number, "days", locale), "", replace(onward, page=number)) for number in step.numbers],
    )


def _in_rows(buttons: list[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
