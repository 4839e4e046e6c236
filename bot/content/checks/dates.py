"""What gets old; all but one of these look at a day, which only `wegwijs check --today` gives."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.content.ages import Age, age_of
from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.issues import Issue, error, warning


def check_future(inspection: Inspection) -> Iterator[Issue]:
    """No date of reading or comparing lies in the future."""
    if inspection.today is None:
        return
    for identifier, days in _days(inspection).items():
        for key, day in days.items():
            if day is not None and day > inspection.today:
                sentence = f'"{key}" is {day.isoformat()}, a day that has not come yet.'
                yield error(Code.DATE_FUTURE, inspection.mark(identifier, key), sentence, "Write the day it was done.")


def _days(inspection: Inspection) -> Mapping[str, Mapping[str, date | None]]:
    library = inspection.library
    days: dict[str, dict[str, date | None]] = {}
    for flow in library.flows.values():
        days[f"flow:{flow.flow}"] = {"checked": flow.checked}
    for fact in library.facts.values():
        days[f"fact:{fact.id}"] = {"seen": fact.seen, "checked": fact.checked}
    for source in library.sources.values():
        days[f"source:{source.id}"] = {"seen": source.seen, "checked": source.checked}
    for place in library.places.values():
        days[f"place:{place.id}"] = {"seen": place.seen, "checked": place.checked}
    return days


def check_ages(inspection: Inspection) -> Iterator[Issue]:
    """No page is past its review, and none so far that readers do not see it any more."""
    if inspection.today is None:
        return
    for step in inspection.steps():
        age = age_of(inspection.library, step.id, inspection.today)
        mark = inspection.mark(f"step:{step.id}")
        mend = 'Compare its facts and sources with the live pages and write the day as "checked".'
        if age is Age.WITHHELD:
            sentence = f'The page "{step.title}" is too old to be safe: readers do not see it any more.'
            yield error(Code.AGE_WITHHELD, mark, sentence, mend)
        elif age is Age.OVERDUE:
            sentence = f'The page "{step.title}" is past its review; readers are told so.'
            yield warning(Code.AGE_OVERDUE, mark, sentence, mend)


def check_notices(inspection: Inspection) -> Iterator[Issue]:
    """Every notice ends after it begins, and none stays in the file when it is over."""
    for notice in inspection.library.notices.values():
        mark = inspection.mark(f"notice:{notice.id}", "until")
        if notice.until < notice.since:
            sentence = f"The notice ends on {notice.until}, before it begins on {notice.since}: nobody sees it."
            yield error(Code.NOTICE_PERIOD, mark, sentence, 'Correct "from" or "until".')
        elif inspection.today and notice.until < inspection.today:
            sentence = f"The notice ended on {notice.until}; readers do not see it any more."
            yield warning(Code.NOTICE_OVER, mark, sentence, "Remove it, or give it a later day.")
