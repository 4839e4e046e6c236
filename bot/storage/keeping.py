"""How long a language is kept, and how seldom its date is written."""

from datetime import date, timedelta

IDLE = timedelta(days=30)
"""A language that nobody used for so long is forgotten."""
REFRESH = timedelta(days=7)
"""The date of last use is written only when older than this, so that it tells no rhythm of a person's days."""


def is_idle(used: date, today: date) -> bool:
    """Return whether a language last used on a day counts as forgotten, deleted or not."""
    return today - used >= IDLE


def is_refresh_due(used: date, today: date) -> bool:
    """Return whether the day of last use has to be written anew."""
    return today - used > REFRESH
