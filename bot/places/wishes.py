"""Which places fulfil a person's wishes, and in which order they help most."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from bot.content.model import Place
from bot.content.wishes import Wish
from bot.places.hours import opening_at
from bot.places.nearest import Fit, Found

SAME_DISTANCE = 1.0
"""Kilometres within which two places count as equally near: then the open one comes first."""
INSIDE_TOWN = 2.0
"""Kilometres at which a place counts that serves the reader's town and whose address is not known."""
INSIDE_PROVINCE = 10.0
"""The same for a place that serves the reader's province."""
FAR = 40.0
"""Kilometres from which a place is no longer near."""


_UNKNOWN = {
    Fit.SERVES_AREA: INSIDE_TOWN,
    Fit.HAS_POINT: FAR,
    Fit.SERVES_PROVINCE: INSIDE_PROVINCE,
    Fit.SERVES_COUNTRY: FAR,
}


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks: the reader's language, the moment (with a time zone), the wishes."""

    locale: str
    now: datetime
    wishes: tuple[Wish, ...] = ()


class _Group(IntEnum):
    COMPETENT = 0
    NEAR = 1
    FAR = 2
    COUNTRY = 3


def is_open(place: Place, now: datetime) -> bool:
    """Tell whether a place is known to be open at this moment."""
    return place.hours is not None and opening_at(place.hours, now).state == "open"


def fulfils(place: Place, wish: Wish, asking: Asking) -> bool:
    """Tell whether a place is known to fulfil a wish."""
    match wish:
        case Wish.OPEN:
            return is_open(place, asking.now)
        case Wish.LANGUAGE:
            return asking.locale in place.languages
        case Wish.WALK_IN:
            return place.appointment == "none"


def arrange(found: Iterable[Found], asking: Asking, *, is_competent: bool) -> tuple[Found, ...]:
    """Return the places that fulfil all wishes, the most helpful first.

    First the competent one (where the kind has such), then near ones by distance, far ones, and last telephone
    lines and those of the whole country. Among equally near ones the open come first, then those of the reader's
    language.

    Args:
        found: places as the directory ordered them; equal ones keep this order.
        asking: who asks.
        is_competent: whether the place that serves a municipality comes before a nearer one.
    """
    kept = (one for one in found if all(fulfils(one.place, wish, asking) for wish in asking.wishes))
    return tuple(sorted(kept, key=lambda one: _order(one, asking, is_competent=is_competent)))


def _order(found: Found, asking: Asking, *, is_competent: bool) -> tuple[_Group, int, bool, bool]:
    away = _UNKNOWN[found.fit] if found.distance is None else found.distance
    group = _group(found.place, found.fit, away, is_competent=is_competent)
    step = int(away / SAME_DISTANCE) if group in {_Group.NEAR, _Group.FAR} else 0
    return group, step, not is_open(found.place, asking.now), asking.locale not in found.place.languages


def _group(place: Place, fit: Fit, away: float, *, is_competent: bool) -> _Group:
    if fit is Fit.SERVES_AREA and is_competent:
        return _Group.COMPETENT
    if place.line or fit is Fit.SERVES_COUNTRY:
        return _Group.COUNTRY
    return _Group.NEAR if away <= FAR else _Group.FAR
