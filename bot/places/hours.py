"""Opening hours in OpenStreetMap's syntax: is it open now, when does that change, and what is wrong in a line.

The only module that knows the library opening-hours-py.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from opening_hours import (  # type: ignore[attr-defined]  # its stub leaves ParserError out
    OpeningHours,
    ParserError,
    State,
)

from bot.places.hours_mistakes import find_mistake, find_silent_mistake

OpeningState = Literal["open", "closed", "appointment"]

BRUSSELS = ZoneInfo("Europe/Brussels")
COUNTRY = "BE"
HORIZON_DAYS = 400
"""A change further away than this is not looked for, so that no line, however odd, takes long."""
MAX_CHANGES = 50
"""Changes looked through until the state differs (comments change without the state changing)."""
APPOINTMENT_WORDS = ("appointment", "afspraak", "rendez-vous", "rdv", "termin", "reservation", "reservatie")


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether a place is open, and when that changes; None: not in the coming year."""

    state: OpeningState
    changes: datetime | None


def opening_at(hours: str, now: datetime) -> Opening:
    """Return the opening of a place at a moment, in Belgian time.

    Hours with a comment such as "by appointment", and hours marked `unknown`, are "appointment": somebody may
    be there, but the reader has to make contact first. Public holidays are Belgium's and count only where the
    hours say so (`PH off`). A moment without time zone, or hours that cannot be read, raise a ValueError.
    """
    if now.tzinfo is None:
        raise ValueError("the moment has no time zone")
    try:
        schedule = _read(hours)
    except ParserError as problem:
        raise ValueError(f'opening hours "{hours}": {find_mistake(hours)}') from problem
    intervals = schedule.intervals(now.astimezone(BRUSSELS))
    state: OpeningState | None = None
    for _, (begins, _, kind, comment) in zip(range(MAX_CHANGES), intervals, strict=False):
        seen = _judge(kind, comment)
        if state is not None and seen != state:
            return Opening(state, begins)
        state = seen
    return Opening(state or "closed", None)


def explain_hours_error(hours: str) -> str | None:
    """Return in plain words what is wrong with a line of opening hours, or None if nothing is."""
    try:
        _read(hours)
    except ParserError:
        return find_mistake(hours, is_readable)
    return find_silent_mistake(hours)


def is_readable(hours: str) -> bool:
    """Tell whether the library can read a line of opening hours."""
    try:
        _read(hours)
    except ParserError:
        return False
    return True


@lru_cache(maxsize=1024)
def _read(hours: str) -> OpeningHours:
    return OpeningHours(hours, timezone=BRUSSELS, country=COUNTRY, max_interval_days=HORIZON_DAYS)


def _judge(state: State, comment: str) -> OpeningState:
    if state == State.CLOSED:
        return "closed"
    words = comment.casefold()
    needs_contact = state == State.UNKNOWN or any(word in words for word in APPOINTMENT_WORDS)
    return "appointment" if needs_contact else "open"
