"""Which days are working days in Belgium."""

from datetime import date, datetime, time, timedelta

from bot.places.hours import BRUSSELS, opening_at

_WORKING_HOURS = "Mo-Fr 00:00-24:00; PH off"


def is_working_day(day: date) -> bool:
    """Tell whether a day is neither Saturday, Sunday nor a public holiday in Belgium."""
    noon = datetime.combine(day, time(12), BRUSSELS)
    return opening_at(_WORKING_HOURS, noon).state == "open"


def last_working_day(day: date) -> date:
    """Return the day itself if it is a working day, else the last one before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
