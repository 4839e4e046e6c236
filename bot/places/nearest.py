"""Which places of a kind to show to somebody, the most fitting first."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from bot.content.gazetteer import Area
from bot.content.library import Library
from bot.content.model import Place, Point
from bot.content.remembering import remembered
from bot.places.geography import distance
from bot.places.point_tree import grow_tree, walk_outwards

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


class Directory:
    """The places that are not closed for good, by kind."""

    def __init__(self, places: Iterable[Place]) -> None:
        by_kind: dict[str, list[Place]] = {}
        for place in places:
            if place.status != "closed":
                for kind in dict.fromkeys(place.kinds):
                    by_kind.setdefault(kind, []).append(place)
        self._kinds = {kind: _Kind(found) for kind, found in by_kind.items()}

    def nearest(self, kind: str, area: Area | None, point: Point | None, limit: int) -> tuple[Found, ...]:
        """Return at most `limit` places of a kind: those that serve the area, then by distance, then nationwide.

        Distances are measured from the point, else from the area's. A place without a point is found only
        through what it serves. Equal places follow each other by id, so that the order never changes by chance.
        """
        places = self._kinds.get(kind)
        return tuple(islice(places.ranked(area, point), max(0, limit))) if places else ()

    def is_bound(self, kind: str, area: Area) -> bool:
        """Tell whether places of a kind work for their own municipality only, and can refuse people of another.

        So it is where some of them state municipalities, and none works for the whole province or country.
        """
        places = self._kinds.get(kind)
        return places is not None and places.is_bound(area)


class _Kind:
    """The places of one kind: by what they serve, and by where they are."""

    def __init__(self, places: list[Place]) -> None:
        self._serving: dict[str, list[Place]] = {}
        for place in places:
            for served in dict.fromkeys(place.serves):
                self._serving.setdefault(served, []).append(place)
        self._tree = grow_tree([(place.point, place) for place in places if place.point and not _is_nationwide(place)])

    def is_bound(self, area: Area) -> bool:
        """Tell whether some serve municipalities, and none the area's province or the country."""
        is_wider = area.province in self._serving or EVERYWHERE in self._serving
        return not is_wider and any(served.isdigit() for served in self._serving)

    def ranked(self, area: Area | None, point: Point | None) -> Iterator[Found]:
        """Yield the places that fit somebody, the most fitting first, each once."""
        origin = point or (area.point if area else None)
        shown: set[str] = set()
        for fit, away, place in self._candidates(area, origin):
            if place.id not in shown:
                shown.add(place.id)
                yield Found(place, away if math.isfinite(away) else None, fit)

    def _candidates(self, area: Area | None, origin: Point | None) -> Iterator[tuple[Fit, float, Place]]:
        if area:
            yield from self._by_what_they_serve(Fit.SERVES_AREA, area.postcode, origin)
        if origin:
            yield from ((Fit.HAS_POINT, away, place) for away, place in walk_outwards(self._tree, origin))
        if area:
            yield from self._by_what_they_serve(Fit.SERVES_PROVINCE, area.province, origin)
        yield from self._by_what_they_serve(Fit.SERVES_COUNTRY, EVERYWHERE, origin)

    def _by_what_they_serve(self, fit: Fit, served: str, origin: Point | None) -> list[tuple[Fit, float, Place]]:
        found = [(_away(place, origin), place) for place in self._serving.get(served, ())]
        found.sort(key=lambda entry: (entry[0], entry[1].id))
        return [(fit, away, place) for away, place in found]


def _is_nationwide(place: Place) -> bool:
    return EVERYWHERE in place.serves


def _away(place: Place, origin: Point | None) -> float:
    return distance(origin, place.point) if origin and place.point else math.inf


@remembered
def directory_of(library: Library) -> Directory:
    """Return the directory of a library's places, built once."""
    return Directory(library.places.values())
