"""Which places of a kind to show to somebody, the most fitting first."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from bot.content.gazetteer import Area
from bot.content.model import Place, Point
from bot.places.geography import distance

EVERYWHERE = "Belgium"
"""What a place serves that works for the whole country."""


class Fit(IntEnum):
    """Why a place is found, the best reason first."""

    SERVES_AREA = 0
    HAS_POINT = 1
    SERVES_PROVINCE = 2
    SERVES_COUNTRY = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A place, how far it is in kilometres (None where its point or the reader's is unknown), and why it is found."""

    place: Place
    distance: float | None
    fit: Fit


def find_nearest(
    places: Iterable[Place], kind: str, area: Area | None, point: Point | None, limit: int
) -> tuple[Found, ...]:
    """Return at most `limit` places of a kind: those that serve the area, then by distance, then nationwide.

    Distances are measured from the point, else from the area's. A place without a point is found only
    through what it serves. Equal places follow each other by id, so that the order never changes by chance.
    """
    origin = point or (area.point if area else None)
    ranked: list[tuple[Fit, float, str, Found]] = []
    for place in places:
        if kind not in place.kinds or place.status == "closed":
            continue
        away = distance(origin, place.point) if origin and place.point else None
        fit = _judge(place, area, away)
        if fit is not None:
            found = Found(place, away if away is not None and math.isfinite(away) else None, fit)
            ranked.append((fit, math.inf if away is None else away, place.id, found))
    ranked.sort(key=lambda entry: entry[:3])
    return tuple(found for *_, found in ranked[: max(0, limit)])


def _judge(place: Place, area: Area | None, away: float | None) -> Fit | None:
    """Tell why a place is shown; None: it is not."""
    if area and area.postcode in place.serves:
        return Fit.SERVES_AREA
    if away is not None and EVERYWHERE not in place.serves:
        return Fit.HAS_POINT
    if area and area.province in place.serves:
        return Fit.SERVES_PROVINCE
    return Fit.SERVES_COUNTRY if EVERYWHERE in place.serves else None
